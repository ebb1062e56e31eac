"""An answer as people read it: lines with words, amounts with commas, sources numbered once.

The page, the print and the PDF all show what stands here; nothing is decided here.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sampan.checks.carried import Document
from sampan.checks.offer import labels
from sampan.checks.offer.answers import word
from sampan.checks.offer.income import loans, take_homes, totals
from sampan.checks.outcome import Behind, step_of
from sampan.checks.shown import Basis, Sources, money
from sampan.checks.verdict import ORDER, WRONG
from sampan.web import after, topics


def _block(found: dict[str, Any], sources: Sources, basis: Basis, working: bool = True) -> dict[str, Any]:
    basis.add(found, working)
    rule = str(found.get("rule") or "")
    return {
        "verdict": found["verdict"],
        "why": found.get("why", ""),
        "over": money(found.get("over")),
        "ceiling": money(found.get("ceiling")),
        "counted": money(found.get("counted")),
        "amount": money(found.get("amount")),
        "needs": [needed(n) for n in found.get("needs", [])],
        "assumes": found.get("assumes", []),
        "refs": sources.numbers(found.get("citations", [])),
        "topic": topics.address(rule),
        "note": found.get("note", ""),
        "paid_day": _paid_day(found, sources),
        "also": [_block(a, sources, basis, False) for a in found.get("also", [])],
        "readings": [_reading(r, sources) for r in found.get("readings", [])],
        "exchange": word(labels.RATE_KIND, found["exchange"]) if "exchange" in found else "",
    }


def _paid_day(found: dict[str, Any], sources: Sources) -> dict[str, Any] | None:
    """What the law of the day of payment says, where it differs from that of signing."""
    other = found.get("on_paid_day")
    if not other:
        return None
    return {"on": other["on"], "verdict": other["verdict"], "why": other["why"], "over": money(other.get("over")),
            "refs": sources.numbers(other["citations"])}


def _reading(reading: dict[str, Any], sources: Sources) -> dict[str, Any]:
    return {
        "verdict": reading.get("verdict", "conflicting"),
        "exchange": word(labels.RATE_KIND, reading["exchange"]) if "exchange" in reading else "",
        "over": money(reading.get("over")),
        "refs": sources.numbers(reading.get("citations", [])),
    }


def needed(key: str) -> str:
    """What is missing, in words."""
    if key.startswith("exchange "):
        parts = key.split(" ")
        return _("the exchange rate of %(one)s and %(other)s") % {"one": parts[1], "other": parts[2]}
    if key.startswith("deduction "):
        return _("the deduction: %(kind)s") % {"kind": word(labels.DEDUCTION, key.removeprefix("deduction "))}
    return word(labels.NEEDS, key)


def _line(charge: dict[str, Any], sources: Sources, basis: Basis) -> dict[str, Any]:
    return {
        "kind": word(labels.CHARGE, charge["kind"]),
        "paid": money(charge["paid"]),
        "paid_to": word(labels.PAID_TO, charge["paid_to"]) if charge.get("paid_to") else "",
        "no_receipt": "no receipt" in charge.get("notes", []),
        "national": _block(charge["national"], sources, basis),
        "ilo": _block(charge["ilo"], sources, basis, working=False),
    }


def _missing(entry: dict[str, Any]) -> str:
    """A missing table by its name, or the kind of payment that no rule speaks of."""
    if entry.get("rule"):
        return str(entry["missing"])
    country, _space, kind = str(entry["missing"]).partition(" ")
    return f"{word(labels.ORIGIN, country)}: {word(labels.CHARGE, kind)}"


def _lead(answer: dict[str, Any]) -> list[str]:
    wrong = sum(c["national"]["verdict"] in WRONG for c in answer["charges"])
    every = len(answer["charges"])
    out = []
    if wrong:
        text = ngettext("%(wrong)s of %(every)s payments is against the law.",
                        "%(wrong)s of %(every)s payments are against the law.", wrong)
        out.append(text % {"wrong": wrong, "every": every})
        out.append(_("Do not pay what is not allowed. If you have paid already, ask for advice on getting it back."))
    short = [f for f in answer["findings"] if f["verdict"] == "short" and f.get("amount")]
    for found in short:
        out.append(_("The pay is too low by %(amount)s a month.") % {"amount": money(found["amount"])})
    if answer["headline"] == "unknown":
        out.append(_("Something is missing to decide. What can be decided is decided below."))
    if answer["headline"] == "nothing_wrong_found":
        out.append(_("Nothing in what you told us is against the rules that are loaded."))
    return out


def page_of(answer: dict[str, Any], offer: Document) -> dict[str, Any]:
    """Everything that a result page shows; what stands behind the help is shown on its own page."""
    sources, basis = Sources(), Basis()
    lines = [_line(c, sources, basis) for c in answer["charges"]]
    limits = [_block(x, sources, basis) for x in answer["limits"]]
    findings = [_block(x, sources, basis) for x in answer["findings"]]
    findings.sort(key=lambda b: ORDER.index(b["verdict"]))
    home = take_homes(answer, basis)
    for part in home:
        refs = sources.together(part.pop("citations"))
        part["refs"] = refs
        part["span"] = len(refs) > 2 and refs == list(range(refs[0], refs[-1] + 1))  # shown as [12] to [18]
    needs = dict.fromkeys(needed(n) for u in answer["unknown"] for n in u["needs"])
    steps = [step_of(n, needed, Behind()) for n in answer["next"]]
    return {
        "headline": answer["headline"],
        "lead": _lead(answer),
        "origin": word(labels.ORIGIN, offer["origin"]) if "origin" in offer else "",
        "programme": word(labels.PROGRAMME, offer["programme"]) if "programme" in offer else "",
        "lines": lines,
        "limits": [b for b in limits if b["verdict"] not in ("unknown", "no_rule")],
        "findings": [b for b in findings if b["verdict"] not in ("unknown", "no_rule")],
        "totals": totals(answer, money),
        "take_home": home,
        "loan": loans(answer, money),
        "needs": list(needs),
        "missing": list(dict.fromkeys((_missing(n), n["on"]) for n in answer["no_rule"])),
        "next": steps, "helpers": [s for s in steps if not s["you"]],
        "remarks": answer.get("remarks", []),
        "sources": sources.rows,
        "basis": list(basis.rows.values()),
        "law": answer["law"],
        "law_checked": answer["law_checked"],
        "acts": after.acts(answer["of"]),
    }
