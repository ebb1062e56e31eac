"""The offer as a whole: sums against ceilings, and findings that belong to no single charge."""

from __future__ import annotations

from functools import cache
from typing import Any

from sampan.checks.offer.worked import Worked, finding
from sampan.checks.verdict import ceiling_of, in_money, judge, shown_readings
from sampan.rulebook.law import Law


@cache
def on_loans(rules: Law) -> frozenset[str]:
    """The rules that ask for a fact of the loan."""
    return frozenset(r for r in rules.rules if any(n.startswith("loan_") for n in rules.needs(r)))


def limits_of(w: Worked) -> list[dict[str, Any]]:
    """The sums against their ceilings."""
    out: list[dict[str, Any]] = []
    lines = sum(c.kind == "service_charge" for c in w.offer.charges)
    for rule in w.rules.judging("limit"):
        # One service charge is judged on its own line; the sum matters only when there are several.
        if rule.counted.startswith("service_charge_total") and lines < 2:
            continue
        judged = judge(w.sheet, rule, w.lacking, w.today)
        if judged is None:
            continue
        w.note(judged)
        entry: dict[str, Any] = {"rule": rule.id}
        counted = w.sheet.facts.get(rule.counted)
        if counted is not None:
            entry["counted"] = in_money(counted, rule.ceiling_unit)
        ceiling = ceiling_of(w.sheet, rule)
        clear = judged.verdict != "conflicting"
        if ceiling is not None and clear:
            entry["ceiling"] = in_money(ceiling, rule.ceiling_unit)
        if judged.amount > 0 and clear:
            entry["over"] = in_money(judged.amount, rule.ceiling_unit)
        entry["verdict"] = judged.verdict
        entry.update(why=judged.why, **shown_readings(judged.extra, rule.ceiling_unit))
        out.append(entry)
    return out


def findings_of(w: Worked) -> dict[str, Any]:
    """Judges the offer as a whole into `w.findings`; returns the amounts behind the minimum wage."""
    amounts: dict[str, Any] = {}
    for rule in w.rules.judging("offer"):
        # A loan that nobody told of is no loan to judge; the rules on loans wait until there is one.
        if w.offer.loan is None and rule.id in on_loans(w.rules):
            continue
        judged = judge(w.sheet, rule, w.lacking, w.today)
        if judged is None:
            continue
        w.note(judged)
        w.findings.append(finding(judged))
    short = w.sheet.value("jp.minimum_wage")
    if isinstance(short, int):
        amounts["minimum_hourly"] = {"JPY": short}
    for name, rule_id in (("short_hour", "jp.short_per_hour"), ("short_month", "jp.minimum_wage_shortfall")):
        value = w.sheet.value(rule_id)
        if isinstance(value, int) and value > 0:
            amounts[name] = {"JPY": value}
    return amounts
