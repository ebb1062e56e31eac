"""One rule held against one case: the verdict with its reason, figures, working, citations and doubts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sampan.rulebook.explain import citation, cite, working
from sampan.rulebook.kleene import Missing
from sampan.rulebook.money import written
from sampan.rulebook.parser import Rule
from sampan.rulebook.sheet import Sheet, Used
from sampan.speech.translate import Filled

STALE = 400
NO_RULE = "No rule of law is loaded for this on that day."
# The worst leads; a rule that allows beats the absence of a rule.
ORDER = ("forbidden", "not_on_worker", "void", "over", "short", "conflicting", "unknown", "not_verified",
         "allowed", "no_rule")
WRONG = ("forbidden", "not_on_worker", "void", "over", "short")
# The parts of every answer, and what an entry of it tells beside its own facts.
PARTS = frozenset((
    "format", "of", "law", "law_checked", "headline", "charges", "limits", "findings", "figures", "amounts", "dates",
    "unknown", "no_rule", "remarks", "assumes", "next", "file",
))
BEHIND = frozenset((
    "rule", "verdict", "why", "working", "citations", "doubts", "assumes", "needs", "note", "readings", "aside",
    "index",
))


@dataclass
class Judged:
    """A verdict with everything that explains it."""

    rule: str
    verdict: str
    why: str
    amount: int = 0
    unit: str = ""
    needs: list[str] = field(default_factory=list)
    missing: list[tuple[str, int]] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)


def judge(sheet: Sheet, rule: Rule, lacking: dict[str, str], today: date) -> Judged | None:
    """The verdict of a rule on the sheet's case; None when the rule does not concern it."""
    scope = sheet.scope(rule.id)
    if isinstance(scope, Missing):
        return _undecided(sheet, rule, scope, lacking)
    if not scope:
        return None
    value = sheet.value(rule.id)
    if isinstance(value, Missing):
        return _undecided(sheet, rule, value, lacking)
    verdict = (rule.breach or "not_verified") if value > 0 else "allowed"
    judged = Judged(rule.id, verdict, rule.says, value, rule.unit)
    _rest(sheet, rule, judged, today)
    return judged


def _undecided(sheet: Sheet, rule: Rule, missing: Missing, lacking: dict[str, str]) -> Judged:
    keys = needed(sheet, missing, lacking)
    lines = sorted((n.missing, n.on) for n in missing.no_rule)
    if keys:
        return Judged(rule.id, "unknown", rule.says, needs=keys, missing=lines)
    return Judged(rule.id, "no_rule", NO_RULE, missing=lines)


def needed(sheet: Sheet, missing: Missing, lacking: dict[str, str]) -> list[str]:
    """The keys to ask for; a part is not asked for where its whole is missing ("wage", not "wage.amount")."""
    keys = {lacking.get(f, sheet.law.facts[f].key) for f in missing.facts}
    return sorted(k for k in keys if k.split(".")[0] == k or k.split(".")[0] not in keys)


def _rest(sheet: Sheet, rule: Rule, judged: Judged, today: date) -> None:
    used = sheet.rests_on(rule.id)
    doubts = sheet.doubts(rule.id)
    assumes = [a for u in used for a in u.family.assumes]
    doubts += stale(used, today)
    judged.extra = {"citations": [citation(u) for u in used], "working": working(sheet, rule.id), "doubts": doubts}
    if assumes:
        judged.extra["assumes"] = list(dict.fromkeys(assumes))
    rows = sheet.conflicting(rule.id)
    if rows:
        judged.verdict = "conflicting"
        judged.extra["readings"] = _readings(sheet, rule, judged)
    elif any(not u.decides for u in used):
        judged.verdict = "not_verified"
        judged.extra["note"] = "computed from an unchecked rule"


def stale(used: list[Used], today: date) -> list[str]:
    """A doubt for every family of law that was not looked at for a long time."""
    return [Filled("Not checked since %(day)s: %(title)s.", day=u.family.checked.isoformat(), title=u.family.title)
            for u in used if (today - u.family.checked).days > STALE]


def _readings(sheet: Sheet, rule: Rule, judged: Judged) -> list[dict[str, object]]:
    row = sheet.conflicting(rule.id)[0]
    checked = next(u.family.checked for u in sheet.rests_on(rule.id) if u.row is row).isoformat()
    out = []
    for i, reading in enumerate(row.readings):
        other = Sheet(sheet.law, sheet.facts, {row: i})
        value = other.value(rule.id)
        amount = 0 if isinstance(value, Missing) else value
        entry: dict[str, object] = {
            "rule": rule.id, "verdict": rule.breach if amount > 0 else "allowed", "amount": amount,
            "citations": [cite(row, checked, reading)],
        }
        ceiling = ceiling_of(other, rule)
        if ceiling is not None:
            entry["ceiling"], entry["ceiling_amount"] = in_money(ceiling, rule.ceiling_unit), ceiling
        out.append(entry)
    return out


def ceiling_of(sheet: Sheet, rule: Rule) -> int | None:
    """The value of the rule or parameter that holds the ceiling, in its unit; None when there is none."""
    if not rule.ceiling:
        return None
    value = sheet.value(rule.ceiling.split(":", 1)[1])
    return None if isinstance(value, Missing) else value


def worst(judged: list[Judged]) -> Judged | None:
    """The verdict that leads."""
    return min(judged, key=lambda j: ORDER.index(j.verdict), default=None)


def in_money(amount: int, currency: str) -> dict[str, int | str]:
    """An amount with its currency as the formats write it."""
    return {currency: written(amount, currency)}


def shown_readings(extra: dict[str, Any], currency: str) -> dict[str, Any]:
    """What explains a verdict, with the amounts of its readings written in their currency."""
    if "readings" not in extra:
        return extra
    readings = []
    for reading in extra["readings"]:
        shown = {k: v for k, v in reading.items() if k not in ("amount", "ceiling_amount")}
        readings.append({**shown, **({"over": in_money(reading["amount"], currency)} if reading["amount"] else {})})
    return {**extra, "readings": readings}
