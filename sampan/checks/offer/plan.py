"""The plan of an offer: month by month what comes in, what is taken, what the loan costs, and when the debt is gone.

Exact fractions; each amount of a month in yen is rounded once, a half upwards, and what was shown is what is added
up. Where something is missing there is no plan, and it says what is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from sampan.checks.offer.events import Event
from sampan.checks.offer.planpay import Payroll
from sampan.checks.offer.sums import loan_exact
from sampan.checks.offer.worked import Worked
from sampan.rulebook.money import MINOR, rounded, written

STEADY, TOGETHER, LATE = "steady", "together", "not in the plan"
ASSUMES = [
    "the law, the pay and the deductions of the month of entry hold in every month",
    "the first payment of the loan is due in the first month",
    "where the money does not suffice, what there is is paid; the rest is paid later with the same interest only",
    "a sum below zero is money that somebody else must lend",
    "money that was paid before the journey without the loan is not counted",
]
ASSUMES_LOSS = [
    "while there is no work nothing is earned; rent, food, electricity, gas and water, and living costs go on",
    "no benefit is paid, and no insurance or tax is taken, while there is no work",
]
ASSUMES_OVERTIME = ["premiums and tax follow the pay of the month with overtime",
                    "overtime pay is worked out from the base pay"]
DOUBTS = [
    "Resident tax is not in the plan. It is not known here, and is taken from June of the second year on.",
    "Minimum wage, insurance and tax change every year.",
]
DOUBT_LOSS = "After losing work, insurance outside the firm and a benefit may be due. They are not worked out here."


@dataclass
class Debt:
    """A loan on its way, exact, in minor units of its currency: what is left, and what should be left by its terms."""

    currency: str
    left: Fraction
    agreed: Fraction
    rate: Fraction
    payment: Fraction


@dataclass
class Course:
    """One course of events: its months, and when the debt is gone."""

    name: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    free: int | None = None
    behind: list[int] = field(default_factory=list)


def plan(worked: Worked, home: dict[str, Any]) -> dict[str, Any]:
    """The plan under one kind of exchange rate, or what it lacks under `needs`."""
    offer = worked.offer
    payroll = Payroll(worked, home)
    needs, months = _needs(worked, payroll), offer.plain.get("contract_months")
    if needs or months is None or payroll.steady is None:
        return {"needs": needs} if needs else {"needs": [], "why": "No rule is loaded for the pay that is left."}
    kinds = list(dict.fromkeys(e.kind for e in offer.events))
    groups = {STEADY: (), **{k: (k,) for k in kinds}, **({TOGETHER: tuple(kinds)} if len(kinds) > 1 else {})}
    out: dict[str, Any] = {"months": months, "courses": []}
    for name, of in groups.items():
        course = _course(worked, payroll, name, [e for e in offer.events if e.kind in of], months)
        out["courses"].append(_shown(course))
    out["assumes"] = [*ASSUMES, *(ASSUMES_LOSS if "job_loss" in kinds else []),
                      *(ASSUMES_OVERTIME if "overtime" in kinds else []), *_rates_said(worked)]
    out["doubts"] = [*DOUBTS, *([DOUBT_LOSS] if "job_loss" in kinds else []), *payroll.doubts]
    out["citations"], out["working"] = payroll.citations, payroll.working
    return out


def _needs(worked: Worked, payroll: Payroll) -> list[str]:
    """What is missing for a plan, by its keys in the file."""
    offer, out = worked.offer, list(payroll.needs)
    out += [] if offer.living else ["living"]
    out += [] if offer.plain.get("contract_months") else ["contract_months"]
    if offer.living and worked.rates.rate(offer.living.currency, "JPY") is None:
        out.append(worked.rates.needs(offer.living.currency, "JPY"))
    if offer.loan:
        parts = {"principal": offer.loan.principal, "monthly_rate": offer.loan.monthly_rate,
                 "payments": offer.loan.payments}
        out += [f"loan.{name}" for name, value in parts.items() if value is None]
        if offer.loan.principal and worked.rates.rate(offer.loan.principal.currency, "JPY") is None:
            out.append(worked.rates.needs(offer.loan.principal.currency, "JPY"))
    return list(dict.fromkeys(out))


def _debt(worked: Worked) -> Debt | None:
    loan, exact = worked.offer.loan, loan_exact(worked.offer)
    if loan is None or exact is None or loan.principal is None or loan.monthly_rate is None:
        return None
    principal = Fraction(loan.principal.amount)
    return Debt(loan.principal.currency, principal, principal, loan.monthly_rate, exact[0])


def _course(worked: Worked, payroll: Payroll, name: str, events: list[Event], months: int) -> Course:
    course, debt, cash = Course(name), _debt(worked), 0
    living = rounded(worked.rates.exact(worked.offer.living, "JPY") or Fraction(0)) if worked.offer.living else 0
    if debt is None or debt.left == 0:
        course.free = 0
    for month in range(1, months + 1):
        pay = payroll.of(month, events)
        cash += pay.income - pay.deductions - living
        row: dict[str, Any] = {"month": month, "income": pay.income, "deductions": pay.deductions, "living": living}
        if debt is not None:
            yen = yen_of(worked, debt.currency, month, events)
            row["payment"], whole = _pay_off(debt, yen, cash)
            cash -= row["payment"]
            course.behind += [] if whole else [month]
            row["debt"] = {debt.currency: written(rounded(debt.left), debt.currency), "JPY": rounded(debt.left * yen)}
        row["cumulative"] = cash
        course.rows.append(row)
        if course.free is None and debt is not None and debt.left == 0 and cash >= 0:
            course.free = month
    return course


def _pay_off(debt: Debt, yen: Fraction, cash: int) -> tuple[int, bool]:
    """One month of the loan: its interest, then what is due as far as the money goes. In yen; and whether it is whole.

    Due is what brings the debt to what it should be by its terms, so payments that were missed are made up.
    """
    debt.left *= 1 + debt.rate
    debt.agreed = max(Fraction(0), debt.agreed * (1 + debt.rate) - debt.payment)
    due = debt.left - debt.agreed
    shown = rounded(due * yen)
    if cash >= shown:
        debt.left = debt.agreed
        return shown, True
    paid = max(0, cash)
    debt.left -= min(due, paid / yen)
    return paid, False


def yen_of(worked: Worked, currency: str, month: int, events: list[Event]) -> Fraction:
    """One minor unit of the loan's currency in yen, in a month of the course."""
    found = worked.rates.rate(currency, "JPY")
    assert found is not None
    value = found.value
    if currency == "JPY":
        return value
    for event in sorted((e for e in events if e.kind == "rate" and e.month <= month), key=lambda e: e.month):
        assert isinstance(event.value, Fraction)
        if event.percent:
            value = value / (1 - event.value)
        elif _written_from(worked, currency):
            value = event.value / 10 ** MINOR[currency]
        else:
            value = 1 / (event.value * 10 ** MINOR[currency])
    return value


def _written_from(worked: Worked, currency: str) -> bool:
    """Whether the file gives the rate as yen for one unit of the loan's currency; else it is for one yen."""
    found = worked.rates.rate(currency, "JPY")
    return bool(found and len(found.legs) == 1 and found.legs[0].source == currency)


def _rates_said(worked: Worked) -> list[str]:
    """Each change of the exchange rate as a sentence."""
    loan, out = worked.offer.loan, []
    for e in worked.offer.events:
        if e.kind == "rate" and loan and loan.principal and loan.principal.currency != "JPY":
            currency = loan.principal.currency
            if e.percent:
                out.append(f"from month {e.month} on one yen buys {_percent(e.value)} % less {currency}")
            elif _written_from(worked, currency):
                out.append(f"from month {e.month} on 1 {currency} = {e.value} JPY")
            else:
                out.append(f"from month {e.month} on 1 JPY = {e.value} {currency}")
    return out


def _percent(value: Any) -> str:
    exact = value * 100
    return str(exact.numerator) if exact.denominator == 1 else str(exact)


def _shown(course: Course) -> dict[str, Any]:
    """A course as the answer shows it."""
    out: dict[str, Any] = {"name": course.name, "months_until_free": LATE if course.free is None else course.free}
    if course.behind:
        out["months_behind"] = course.behind
    out["lowest"] = {"JPY": min((r["cumulative"] for r in course.rows), default=0)}
    out["left_at_end"] = {"JPY": course.rows[-1]["cumulative"] if course.rows else 0}
    out["rows"] = course.rows
    return out

