"""The two papers side by side: every point in which they differ, and the money of it in a month.

A point of one side only is a difference without an amount. Money is compared exactly; each figure is rounded once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from sampan.checks.contract.questions import FIXED
from sampan.checks.contract.words import POINTS
from sampan.checks.exchange import Rates
from sampan.checks.fields import Told
from sampan.rulebook.explain import working
from sampan.rulebook.law import Law
from sampan.rulebook.money import Money, decimals, rounded, written
from sampan.rulebook.sheet import Sheet

INCOME = {"bonus", "allowance", "pay", "wage", "salary", "premium", "support", "raise"}
COST = {"fee", "cost", "charge", "deduction", "saving", "savings", "insurance", "tax", "loan", "rent", "repayment"}
PAID_TO_YOU, YOU_PAY = "money for you", "money that you pay"
MONTH_IN_YEN = "sums.term_in_yen"
HOURS_OF_A_DAY = 8


@dataclass(frozen=True)
class Part:
    """One amount of a side: pay by the hour, day or month, an allowance, a cost."""

    money: Money
    basis: str = "month"
    hours: int | None = None

    def month(self) -> Fraction:
        """Its part of one month, exact, in minor units of its own currency."""
        if self.basis == "month":
            return Fraction(self.money.amount)
        return Fraction(self.money.amount * (self.hours or 0), 1 if self.basis == "hour" else HOURS_OF_A_DAY)


@dataclass
class Point:
    """One point of comparison. `parts` are the amounts by side, `lacking` the key that is missing to compare them."""

    name: str
    promised: Any = None
    signed: Any = None
    parts: dict[str, list[Part]] = field(default_factory=dict)
    lacking: str = ""

    @property
    def both(self) -> bool:
        """Whether both sides speak of it."""
        return self.promised is not None and self.signed is not None

    @property
    def money(self) -> bool:
        """Whether it is money on a side."""
        return bool(self.parts)

    @property
    def income(self) -> bool:
        """Whether it is money for the worker; else it is a cost."""
        words = set(self.name.split("_"))
        return self.name in ("wage", "overtime_expected") or bool(words & INCOME) and not words & COST

    @property
    def what(self) -> str:
        """What it is called."""
        return POINTS.get(self.name, self.name.replace("_", " ").capitalize())

    def gap(self, rates: Rates) -> Fraction | None:
        """What was promised less what was signed, as the worker's gain or loss of a month in yen, exact."""
        sides = [_yen(self.parts.get(side, []), rates) for side in ("promised", "signed")]
        if sides[0] is None or sides[1] is None:
            return None
        return sides[0] - sides[1] if self.income else sides[1] - sides[0]

    def rate_lacking(self, rates: Rates) -> str:
        """The rate that is missing to compare it, as `needs` names it; empty when none is."""
        used = (p.money.currency for parts in self.parts.values() for p in parts)
        return next((rates.needs(c, "JPY") for c in used if rates.rate(c, "JPY") is None), "")


def _yen(parts: list[Part], rates: Rates) -> Fraction | None:
    out = Fraction(0)
    for part in parts:
        rate = rates.rate(part.money.currency, "JPY")
        if rate is None:
            return None
        out += part.month() * rate.value
    return out


def points(told: Told) -> list[Point]:
    """Every point that a side speaks of, in the order of POINTS, other amounts last."""
    others = dict.fromkeys(key.split(".")[1] for key in told.values
                           if key.startswith(("promised.", "signed.")) and key.count(".") == 1)
    names = [*POINTS, *(n for n in others if n not in FIXED)]
    found = (_wage(told) if name == "wage" else _point(told, name) for name in names)
    return [p for p in found if p.promised is not None or p.signed is not None]


def _point(told: Told, name: str) -> Point:
    point = Point(name, told.get(f"promised.{name}"), told.get(f"signed.{name}"))
    for side, value in (("promised", point.promised), ("signed", point.signed)):
        if isinstance(value, Money):
            point.parts[side] = [Part(value)]
    if point.both and len(point.parts) == 1:
        # Money on one side and another thing on the other cannot be counted against each other.
        point.parts = {}
    return point


def _wage(told: Told) -> Point:
    point = Point("wage")
    for side in ("promised", "signed"):
        rows: list[Any] = told.rows.get(f"{side}.wage.allowance", [])
        pay, basis = told.get(f"{side}.wage.amount"), told.get(f"{side}.wage.basis")
        hours = told.get(f"{side}.wage.scheduled_hours")
        if pay is None and not rows and basis is None and hours is None:
            continue
        setattr(point, side, pay or False)
        lacking = [name for name, value in (("amount", pay), ("basis", basis)) if value is None]
        lacking += ["scheduled_hours"] if basis in ("hour", "day") and hours is None else []
        if lacking:
            point.lacking = point.lacking or f"{side}.wage.{lacking[0]}"
            continue
        point.parts[side] = [Part(pay, basis, hours), *(Part(row["amount"]) for row in rows)]
    return point


def differences(found: list[Point], several: list[Rates], rules: Law) -> list[dict[str, Any]]:
    """The entries of `differences`, one for each point in which the papers differ."""
    out = []
    for point in found:
        gaps = [point.gap(rates) if point.both and not point.lacking else None for rates in several]
        known = [g for g in gaps if g is not None]
        if point.both and _same(point, known, len(gaps)):
            continue
        entry: dict[str, Any] = {"field": point.name, "what": point.what}
        entry |= {side: _shown(point, side, several) for side in ("promised", "signed")}
        if point.both and point.money and known:
            entry["counts"] = PAID_TO_YOU if point.income else YOU_PAY
            amounts = [{"JPY": rounded(g)} for g in known]
            if all(a == amounts[0] for a in amounts):
                entry["gap_month"] = amounts[0]
            else:
                entry["readings"] = [{"exchange": r.kind, "value": a} for r, a in zip(several, amounts, strict=False)]
            ways = dict.fromkeys(tuple(_working(point, rates, rules)) for rates in several)
            entry["working"] = [line for way in ways for line in way]
        out.append(entry)
    return out


def _same(point: Point, gaps: list[Fraction], kinds: int) -> bool:
    if point.money or point.lacking:
        return len(gaps) == kinds and not any(gaps)
    one, two = (" ".join(v.casefold().split()) if isinstance(v, str) else v for v in (point.promised, point.signed))
    return bool(one == two)


def worse(found: list[Point], several: list[Rates]) -> int:
    """In how many points both sides speak and the signed one is other than promised, money that grew not counted."""
    out = 0
    for point in found:
        if point.both and point.money and not point.lacking:
            out += any((gap := point.gap(rates)) is not None and gap > 0 for rates in several)
        elif point.both and not point.lacking:
            out += not _same(point, [], len(several))
    return out


def _shown(point: Point, side: str, several: list[Rates]) -> Any:
    """A side of a point as the answer shows it; None when it does not speak."""
    value = getattr(point, side)
    if value is None:
        return None
    parts = point.parts.get(side, [])
    if not parts and isinstance(value, Money):
        parts = [Part(value)]
    if not parts:
        return _plain(value)
    own = {p.money.currency for p in parts}
    out: dict[str, Any] = {}
    if len(own) == 1:
        currency = own.pop()
        out[currency] = written(rounded(sum((p.month() for p in parts), Fraction(0))), currency)
    yen = [_yen(parts, rates) for rates in several]
    if yen[0] is not None and all(y == yen[0] for y in yen):
        out["JPY"] = rounded(yen[0])
    return out or [{p.money.currency: written(p.money.amount, p.money.currency)} for p in parts]


def _plain(value: Any) -> Any:
    if value is False:
        return "told in part"
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else decimals(value, 2).rstrip("0")
    return value


def _working(point: Point, rates: Rates, rules: Law) -> Iterator[str]:
    for side in ("promised", "signed"):
        for part in point.parts.get(side, []):
            yield f"{side}:"
            yield from working(sheet_of(part, rates, rules), MONTH_IN_YEN)


def sheet_of(part: Part, rates: Rates, rules: Law) -> Sheet:
    """The sheet that works out one amount as money of a month in yen."""
    facts = {"term_basis": rules.facts["term_basis"].code(part.basis), "term_amount": part.money.amount}
    if part.hours is not None:
        facts["term_hours"] = part.hours
    rate = rates.rate(part.money.currency, "JPY")
    if rate is not None and max(rate.value.numerator, rate.value.denominator) <= rules.facts["term_num"].high:
        facts["term_num"], facts["term_den"] = rate.value.numerator, rate.value.denominator
    sheet = Sheet(rules, facts)
    sheet.value(MONTH_IN_YEN)
    return sheet

