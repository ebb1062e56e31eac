"""The parts of a month in which one minimum wage holds, each with its hours and its share of the days.

A month without a change is one part. A month with a change is split by calendar days, unless [[hours.part]] gives
the hours before and after. Nothing is rounded here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sampan.checks.fields import Told
from sampan.checks.payslip.facts import KINDS, Row, month_end, refuse
from sampan.rulebook.law import Law

CHANGING = ("jp.minimum_wage", "jp.premium_over_60", "jp.premium_exempt", "jp.premium_night")
Span = tuple[date, date]


@dataclass(frozen=True)
class Part:
    """A stretch of days under one law, its facts, and how many of `of` days it counts."""

    first: date
    last: date
    facts: dict[str, int]
    days: int = 1
    of: int = 1


def parts(told: Told, facts: dict[str, int], rules: Law) -> list[Part]:
    """The parts of the month of a payslip. Raises BadInput for parts that cannot be."""
    month, rows = told.get("month"), told.rows.get("hours.part")
    if not isinstance(month, date):
        return [Part(date.min, date.min, {**facts, "overtime_earlier": 0})]
    if not rows:
        return _spread((month, month_end(month)), {**facts, "overtime_earlier": 0}, rules, 1)
    spans, inside = _spans(rows, month), _kinds(rows, facts)
    whole = (min(span[0] for span in spans), max(span[1] for span in spans))
    if not changes(whole, facts, rules):
        return _spread(whole, {**facts, **total(told, facts), "overtime_earlier": 0}, rules, 1)
    return _told_parts(spans, inside, facts, rules)


def total(told: Told, facts: dict[str, int]) -> dict[str, int]:
    """The minutes of the whole month by kind, from the month or from its parts. Raises BadInput for too many."""
    rows, out = told.rows.get("hours.part", []), {}
    inside = _kinds(rows, facts)
    for kind in KINDS:
        name = f"{kind}_minutes"
        if name in facts:
            out[name] = facts[name]
        elif rows and all(kind in row for row in inside):
            out[name] = sum(row[kind] for row in inside)
    if sum(v for k, v in out.items() if k != "night_minutes") > 744 * 60 or out.get("night_minutes", 0) > 744 * 60:
        raise refuse("hours", "these are more hours than a month has",
                     "count each hour once; only night hours are on top")
    return out


def changes(span: Span, facts: dict[str, int], rules: Law) -> list[date]:
    """The days after the first on which another row of law starts for these facts."""
    days = {row.start.certain for name in CHANGING for row in rules.families[name].rows
            if span[0] < row.start.certain <= span[1] and all(facts.get(k) == v for k, v in row.where.items())}
    return sorted(days)


def _spread(span: Span, facts: dict[str, int], rules: Law, of: int) -> list[Part]:
    cuts = changes(span, facts, rules)
    starts, ends = [span[0], *cuts], [*(day - timedelta(days=1) for day in cuts), span[1]]
    whole = (span[1] - span[0]).days + 1
    out = []
    for first, last in zip(starts, ends, strict=True):
        own = {**facts, "worked_on": first.toordinal()}
        days = ((last - first).days + 1, whole) if cuts else (of, of)
        out.append(Part(first, last, own, *days))
    return out


def _told_parts(spans: list[Span], inside: list[dict[str, int]], facts: dict[str, int], rules: Law) -> list[Part]:
    cut = [span for span in spans if changes(span, facts, rules)]
    if len(cut) > 1:
        raise refuse("hours.part", "the law changes inside more than one part", "let one part end and one begin there")
    of = (cut[0][1] - cut[0][0]).days + 1 if cut else 1
    out: list[Part] = []
    earlier: int | None = 0
    for span, row in sorted(zip(spans, inside, strict=True), key=lambda pair: pair[0]):
        own = {k: v for k, v in facts.items() if k.removesuffix("_minutes") not in KINDS}
        own |= {f"{kind}_minutes": minutes for kind, minutes in row.items()}
        if earlier is not None:
            own["overtime_earlier"] = earlier
        out += _spread(span, own, rules, of)
        earlier = earlier + row["overtime"] if earlier is not None and "overtime" in row else None
    return out


def _spans(rows: list[Row], month: date) -> list[Span]:
    spans: list[Span] = []
    low, high = (month - timedelta(days=1)).replace(day=1), month_end(month_end(month) + timedelta(days=1))
    for i, row in enumerate(rows):
        place, first, last = f"hours.part {i + 1}", row.get("from"), row.get("to")
        if not isinstance(first, date) or not isinstance(last, date):
            raise refuse(f"{place}.from", "a part needs its first and last day", "write from = and to = with dates")
        if not low <= first <= last <= high or (last - first).days > 30:
            raise refuse(place, "this part does not fit the month of the payslip",
                         "write first and last day, at most 31 days, in or beside that month")
        if any(first <= b and a <= last for a, b in spans):
            raise refuse(place, "this part overlaps another one", "give each day to one part")
        spans.append((first, last))
    return spans


def _kinds(rows: list[Row], facts: dict[str, int]) -> list[dict[str, int]]:
    """The minutes of each part by kind; a kind that no part tells is known only where the month has none."""
    out: list[dict[str, int]] = [{} for _ in rows]
    for kind in KINDS:
        told, whole = [row.get(kind) for row in rows], facts.get(f"{kind}_minutes")
        known = [m for m in told if m is not None]
        if len(known) == len(rows) - 1 and whole is not None and whole >= sum(known):
            told = [whole - sum(known) if m is None else m for m in told]  # one part is what the others leave
        elif not known and whole == 0:
            told = [0 for _ in rows]
        elif rows and len(known) == len(rows) and whole not in (None, sum(known)):
            raise refuse(f"hours.{kind}", "the hours of the parts do not add up to these hours", "mend one of them")
        for entry, minutes in zip(out, told, strict=True):
            if minutes is not None:
                entry[kind] = minutes
    return out
