"""The result of a check with its full working as one or two A4 pages, made by typst with our own fonts.

All text goes in as data, never as markup. The text shrinks until everything fits.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import get_language, gettext

from sampan.checks.check import Check
from sampan.checks.outcome import outcome
from sampan.speech.translate import translator
from sampan.web import fonts
from sampan.web.page import translated
from sampan.web.templatetags.sampan import day
from sampan.web.verdicts import MARKS

SOURCE = Path(__file__).parent / "templates" / "checks" / "sheet.typ"
SIZES = ("9", "8.5", "8", "7.5", "7", "6.5", "6", "5.5", "5", "4.5")
LEADING = {"km": "0.95", "my": "1.0", "vi": "0.6", "ja": "0.65"}
Page = dict[str, Any]


def fitted(source: Path, given: Page, sizes: tuple[str, ...], most: int) -> bytes:
    """The PDF of a typst file with its data, in the largest of some text sizes at which it has `most` pages."""
    code = language()
    given = {**given, "lang": code, "leading": LEADING.get(code, "0.55")}
    for size in sizes:
        inputs = {"data": json.dumps({**given, "size": size}, ensure_ascii=False)}
        pages = typst.query(source, "<pages>", field="value", one=True, sys_inputs=inputs, **fonts.ONLY_OURS)
        if json.loads(pages) <= most:
            break
    pdf = typst.compile(source, format="pdf", sys_inputs=inputs, **fonts.ONLY_OURS)
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives one PDF as bytes")
    return pdf


def language() -> str:
    """The language of the sheet: English where the reader's has no catalogue."""
    code = get_language() or "en"
    return code if translated(code) else "en"


def marked(verdict: str) -> Page:
    """A verdict as tone and word."""
    mark = MARKS.get(verdict, MARKS["unknown"])
    return {"tone": mark.tone, "word": f"{mark.word}."}


def source(cited: Page) -> str:
    """A source in one line."""
    article = "" if cited.get("article") in (None, "", "not seen") else f", {cited['article']}"
    known = cited.get("from") not in (None, "", "unknown")
    since = ". " + gettext("In force from") + f" {day(cited['from'])}" if known else ""
    return f"{gettext(str(cited['instrument']))}{article}{since}; {cited['sure']}."


def sheet(answer: Page, check: Check, answers: list[Page]) -> bytes:
    """The PDF of an answer; `answers` is what was told, in words."""
    return fitted(SOURCE, content(answer, check, answers), SIZES, 2)


def content(answer: Page, check: Check, answers: list[Page]) -> Page:
    """What the sheet shows: plain text, numbers and lists only."""
    page = outcome(answer, check, help_too=True)
    checked = gettext("Law last checked:") + f" {day(page['law_checked'])}."
    return {
        "law": page["law"], "words": _words(str(page["title"])), "headline": marked(page["headline"]),
        "lead": [*page["lead"], checked],
        "answers": [[str(a["label"]), "; ".join(map(str, a["lines"])) or gettext("Not known")] for a in answers],
        "findings": [_finding(f) for f in page["findings"]],
        "figures": [_figure(f) for f in page["figures"]],
        "extras": [{"title": x["title"], "rows": [_extra(r) for r in x["rows"]]} for x in page["extras"]],
        "next": [_step(n) for n in page["next"]],
        "needs": page["needs"], "remarks": [said(r) for r in page["remarks"]],
        "assumes": [said(a) for a in page["assumes"]],
        "missing": [f"{what} ({day(on)})" if on else what for what, on in page["missing"]],
        "steps": page["steps"], "doubts": [said(d) for d in page["doubts"]],
        "sources": [source(s) for s in page["sources"]],
    }


def said(text: str) -> str:
    """A sentence of the law or of the program in the reader's language; English where it has no translation."""
    return translator(language())(text)


def _figure(figure: Page) -> Page:
    readings = [f"{r['value']} [{', '.join(map(str, r['refs']))}]" for r in figure.get("readings", [])]
    return {
        "label": figure["label"], "value": figure["value"], "why": said(figure.get("why", "")),
        "mark": marked(figure["verdict"]) if figure.get("verdict") else None, "readings": readings,
        "refs": figure.get("refs", []), "doubts": figure.get("doubts", []),
        "step": figure.get("step", 0),
    }


def _finding(finding: Page) -> Page:
    parts = [f"{finding['amount']}." if finding["amount"] else "", said(finding["why"])]
    parts += [f"{key}: {value}." for key, value in finding["more"]]
    parts += [f"{gettext('Missing:')} {' '.join(finding['needs'])}"] if finding["needs"] else []
    parts += [f"{MARKS.get(r['verdict'], MARKS['unknown']).word}: {r['value']}." for r in finding["readings"]]
    return {**marked(finding["verdict"]), "text": " ".join(filter(None, parts)), "refs": finding["refs"],
            "doubts": finding["doubts"], "step": finding["step"]}


def _extra(row: Page) -> Page:
    text = "; ".join(f"{key}: {value}" if key else str(value) for key, value in row["more"])
    return {"mark": marked(row["verdict"]) if row.get("verdict") else None, "refs": row.get("refs", []),
            "text": " ".join(filter(None, [said(row.get("why", "")), text])), "what": row.get("what", ""),
            "doubts": row.get("doubts", [])}


def _step(step: Page) -> Page:
    parts = [said(step["where"] if step["you"] else step["does"])]
    if not step["you"]:
        parts += [f"{gettext('Where:')} {said(step['where'])}."] if step["where"] else []
        parts += [f"{gettext('Form:')} {said(step['form'])}."] if step["form"] else []
    parts += [f"{gettext('By')} {day(step['by'])}."] if step["by"] else []
    parts += [gettext("This day is past.")] if step["by"] and step["late"] else []
    parts += [said(step["limit"]), " ".join(step["needs"])]
    return {"who": "" if step["you"] else said(step["who"]), "text": " ".join(filter(None, parts)),
            "refs": step["refs"], "doubts": step["doubts"]}


def _words(title: str) -> dict[str, str]:
    return {
        "title": title, "foot": gettext("Information, not a lawyer. Nothing that was typed was kept."),
        "law": gettext("Version of the law:"), "answers": gettext("What was told"),
        "findings": gettext("What we found"), "figures": gettext("The figures"), "next": gettext("What you can do now"),
        "needs": gettext("What we still need to know"), "assumes": gettext("What we assume"),
        "missing": gettext("No rule is loaded for:"), "working": gettext("The working, line by line"),
        "doubts": gettext("What is doubtful"), "sources": gettext("The law we used"), "doubt": gettext("Doubt"),
        "line": gettext("line"),
    }
