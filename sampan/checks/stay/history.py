"""A history of stays put in order: which periods follow each other without a break, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sampan.checks.fields import Told
from sampan.rulebook.errors import BadInput, Fault
from sampan.rulebook.law import Law
from sampan.rulebook.sheet import Sheet
from sampan.speech.translate import Filled


@dataclass
class Period:
    """One period as told, its place in the file (from 1), and its sheet; an open one is counted until today."""

    place: int
    status: str | None
    first: date | None
    last: date | None
    going_on: bool
    open: bool
    sheet: Sheet
    lacking: dict[str, str]

    def shown(self) -> dict[str, Any]:
        """The period as the answer names it."""
        told = {"status": self.status, "from": self.first and self.first.isoformat(),
                "to": self.last.isoformat() if self.last and not self.open else None,
                "days": self.value("jp.stay_days")}
        return {"index": self.place - 1, **{k: v for k, v in told.items() if v}}

    def value(self, rule: str) -> int | None:
        """What a rule answers for this period; None when it cannot."""
        found = self.sheet.value(rule)
        return found if isinstance(found, int) else None


def in_order(told: Told, rules: Law, today: date) -> list[Period]:
    """The periods by their first day. Raises BadInput for one that ends before it begins, or that overlaps."""
    rows: list[tuple[int, dict[str, Any]]] = list(enumerate(told.rows.get("period", []), 1))
    faults = [Fault(f"period {i}.to", "the period ends before it begins", "check both days")
              for i, r in rows if "from" in r and "to" in r and r["to"] < r["from"]]
    if all("from" in r for _, r in rows):
        rows.sort(key=lambda row: row[1]["from"])
        clashes = [(i, j) for (i, a), (j, b) in zip(rows, rows[1:], strict=False) if "to" in a and b["from"] < a["to"]]
        faults += [Fault(f"period {j}.from", Filled("the period overlaps with period %(number)s", number=i),
                         "check both days") for i, j in clashes]
    if faults:
        raise BadInput(faults)
    return [_period(rows, n, rules, today) for n in range(len(rows))]


def _period(rows: list[tuple[int, dict[str, Any]]], n: int, rules: Law, today: date) -> Period:
    place, row = rows[n]
    first, last, final = row.get("from"), row.get("to"), n == len(rows) - 1
    open_end = final and last is None
    going_on = final and (last is None or last >= today)
    if final and last is None and first:
        last = max(today, first)
    facts = {"stay_has_before": int(n > 0)}
    lacking = {"stay_status": f"period {place}.status", "stay_from": f"period {place}.from",
               "stay_until": f"period {place}.to"}
    if "status" in row:
        facts["stay_status"] = rules.facts["stay_status"].code(row["status"])
    if first:
        facts["stay_from"] = first.toordinal()
    if last:
        facts["stay_until"] = last.toordinal()
    if n:
        before, told = rows[n - 1]
        lacking["stay_before_until"] = f"period {before}.to"
        if "to" in told:
            facts["stay_before_until"] = told["to"].toordinal()
    return Period(place, row.get("status"), first, last, going_on, open_end, Sheet(rules, facts), lacking)


def chain(periods: list[Period]) -> list[Period]:
    """The last periods that follow each other without a break; empty when that cannot be told."""
    out: list[Period] = []
    for period in reversed(periods):
        if period.first is None or period.last is None:
            return []
        out.insert(0, period)
        broken = period.value("jp.stay_return") if period is not periods[0] else 1
        if broken is None:
            return []
        if broken:
            break
    return out


def counting(periods: list[Period]) -> Period | None:
    """The first of the last periods in a row whose status counts as work; None when the last does not."""
    found = None
    for period in reversed(periods):
        if period.value("jp.stay_counts_as_work") != 0:
            break
        found = period
    return found
