"""The answers so far in words: for the page "check your answers", under a result, and on paper."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from sampan.checks.carried import Document
from sampan.checks.forms import split
from sampan.checks.offer import labels, parts
from sampan.checks.offer.questions import QUESTIONS
from sampan.web.templatetags.sampan import day

PLAIN = {
    "origin": labels.ORIGIN, "programme": labels.PROGRAMME, "stage": labels.STAGE, "field": labels.FIELD,
    "prefecture": labels.PREFECTURE,
}


def money(amount: object) -> str:
    """An amount of the format with thousands and its currency."""
    return " ".join(filter(None, split(amount)))


def word(words: labels.Words, code: object) -> str:
    """The word for a code; the code itself when it is not known."""
    return str(words.get(str(code), code))


def told(offer: Document) -> list[dict[str, Any]]:
    """Each question with its answer in words; `lines` is empty when the answer is not known."""
    questions = [q for q in QUESTIONS.asked(offer) if q.name != "borrowed" or "loan" not in offer]
    return [{"name": q.name, "label": q.label, "lines": _lines(offer, q.name)} for q in questions]


def _lines(offer: Document, name: str) -> list[str]:
    if name in PLAIN:
        return [word(PLAIN[name], offer[name])] if name in offer else []
    if name in ("signed", "entry"):
        return [day(offer[name])] if name in offer else []
    value = offer.get(name)
    if isinstance(value, bool):
        return [str(labels.YES_NO["yes" if value else "no"])]
    if name == "contract_months":
        return [str(value)] if value else []
    if name in ("allowances", "charges"):
        return parts.lines(offer, name.removesuffix("s"))
    several = {"wage": _wage, "deductions": _deductions,
               "living": _living, "loan": _loan, "rates": _rates}
    return several[name](offer) if name in several else []


def _wage(offer: Document) -> list[str]:
    wage = offer.get("wage", {})
    out = [money(wage["amount"])] if "amount" in wage else []
    if "basis" in wage:
        out.append(word(labels.BASIS, wage["basis"]))
    if "scheduled_hours" in wage:
        out.append(_("%(hours)s hours a month") % {"hours": wage["scheduled_hours"]})
    return out


def _deductions(offer: Document) -> list[str]:
    return [f"{word(labels.DEDUCTION, d.get('kind'))}: {money(d.get('amount'))}" for d in offer.get("deduction", [])]


def _living(offer: Document) -> list[str]:
    return [money(offer["living"].get("amount"))] if "living" in offer else []


def _loan(offer: Document) -> list[str]:
    loan = offer.get("loan", {})
    out = [money(loan["principal"])] if "principal" in loan else []
    if "monthly_rate" in loan:
        out.append(_("%(rate)s a month") % {"rate": loan["monthly_rate"]})
    if "payments" in loan:
        out.append(_("%(payments)s payments") % {"payments": loan["payments"]})
    if "lender" in loan:
        out.append(word(labels.LENDER, loan["lender"]))
    return out


def _rates(offer: Document) -> list[str]:
    out = []
    for r in offer.get("exchange", []):
        about = [word(labels.RATE_KIND, r["kind"])] if "kind" in r else []
        about += [day(r["date"])] if r.get("date") else []
        about += [str(r["source"])] if r.get("source") else []
        end = f" ({', '.join(about)})" if about else ""
        out.append(f"1 {r.get('from')} = {r.get('rate')} {r.get('to')}{end}")
    return out
