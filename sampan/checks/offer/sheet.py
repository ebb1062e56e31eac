"""The result of an offer check as one A4 page, made by typst with our own fonts.

All text goes in as data, never as markup. The text shrinks a little until everything fits on one page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from sampan.checks.carried import Document
from sampan.checks.offer.shown import page_of
from sampan.checks.sheet import fitted, marked, said, source
from sampan.checks.verdict import WRONG
from sampan.web.templatetags.sampan import day

SOURCE = Path(__file__).parent / "templates" / "offer" / "sheet.typ"
SIZES = ("9", "8.5", "8", "7.5", "7", "6.5")
Page = dict[str, Any]


def sheet(answer: Page, offer: Document) -> bytes:
    """The PDF of an answer."""
    return fitted(SOURCE, content(answer, offer), SIZES, 1)


def content(answer: Page, offer: Document) -> Page:
    """What the sheet shows: plain text, numbers and lists only."""
    page = page_of(answer, offer)
    about = [f"{page['origin']}." if page["origin"] else "", f"{page['programme']}." if page["programme"] else "",
             gettext("Law last checked:") + f" {day(page['law_checked'])}."]
    found = [b for b in [*page["findings"], *page["limits"]] if b["verdict"] in (*WRONG, "conflicting", "not_verified")]
    return {
        "law": page["law"], "words": _words(),
        "headline": marked(page["headline"]), "lead": page["lead"], "about": " ".join(filter(None, about)),
        "lines": [{"kind": x["kind"], "paid": x["paid"], "national": _said(x["national"]),
                   "ilo": {**marked(x["ilo"]["verdict"]), "refs": x["ilo"]["refs"]}} for x in page["lines"]],
        "totals": [_total(t) for t in page["totals"]],
        "findings": [_said(b) for b in found],
        "take_home": page["take_home"], "loan": page["loan"], "needs": page["needs"],
        "next": [_step(n) for n in page["next"]],
        "sources": [source(s) for s in page["sources"]],
    }


def _words() -> dict[str, str]:
    return {
        "title": gettext("Check of a job offer"),
        "foot": gettext("Information, not a lawyer. Nothing that was typed was kept."),
        "law": gettext("Version of the law:"),
        "lines": gettext("What you are asked to pay"),
        "kind": gettext("Payment"), "paid": gettext("Amount"),
        "national": gettext("By law"), "ilo": gettext("By the international standard"),
        "findings": gettext("What else we looked at"),
        "take_home": gettext("What is left of the pay each month (yen)"),
        "loan": gettext("What the loan costs"),
        "next": gettext("What you can do now"),
        "needs": gettext("What we still need to know"),
        "sources": gettext("The law we used"),
    }


def _said(block: Page) -> Page:
    """A verdict with its figures and reason as one text."""
    out = []
    if block["over"]:
        texts = {"over": block["over"], "ceiling": block["ceiling"] or "0"}
        out.append(gettext("%(over)s over the limit of %(ceiling)s.") % texts)
    elif block["amount"]:
        out.append(f"{block['amount']}.")
    out.append(gettext(block["why"]) if block["why"] else "")
    out += [gettext(a["why"]) for a in block["also"]]
    if block["needs"]:
        out.append(gettext("Missing:") + " " + ", ".join(block["needs"]) + ".")
    refs = list(dict.fromkeys([*block["refs"], *(n for a in block["also"] for n in a["refs"])]))
    return {**marked(block["verdict"]), "text": " ".join(filter(None, out)), "refs": refs}


def _total(total: Page) -> str:
    title = f"{total['title']}: " if total["title"] else ""
    out = f"{title}{gettext('In all:')} {total['paid']}."
    if total["months"]:
        out += " " + gettext("That is the pay of %(months)s months.") % {"months": total["months"]}
    return out


def _step(step: Page) -> str:
    """A step in one line: who, where and until when; what each can do stands on the page of who can help."""
    if step["you"]:
        return " ".join([said(step["where"]), *step["needs"]])
    where = f": {said(step['where'])}" if step["where"] else ""
    by = f" {gettext('By')} {day(step['by'])}." if step["by"] else ""
    return f"{said(step['who'])}{where}{by}"
