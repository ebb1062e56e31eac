"""A payslip as told becomes facts of the rulebook: sums of its rows, and what is not possible is refused."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

from sampan.checks.fields import Told
from sampan.checks.payslip.lines import read_line
from sampan.rulebook.errors import BadInput, Fault
from sampan.rulebook.facts import Fact
from sampan.rulebook.money import Money
from sampan.speech.translate import Filled

KINDS = ("regular", "overtime", "night", "holiday")
ALLOWANCES = ("fixed", "attendance", "other", "family", "commuting")
FIELD = {"manufacturing": "industrial_products"}  # other industries carry the name of their field
TAKEN = {"health": "health", "care": "care", "child_levy": "levy", "pension": "pension", "employment": "employment",
         "income_tax": "income_tax", "resident_tax": "resident_tax"}
MOST_PAY = 10**11
Row = dict[str, Any]


def refuse(key: str, message: str, remedy: str) -> BadInput:
    """A BadInput with one fault."""
    return BadInput([Fault(key, message, remedy)])


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_pay(told: Told, facts: dict[str, int], known: dict[str, Fact]) -> None:
    """The agreed pay and its allowances, by kind. Raises BadInput for more than can be checked."""
    basis, amount = told.get("pay.basis"), told.get("pay.amount")
    if basis and isinstance(amount, Money):
        _put(facts, known[f"pay_{basis}"], amount.amount, "pay.amount")
    rows = told.rows.get("pay.allowance", [])
    for kind in ALLOWANCES:
        sums = [row.get("amount") for row in rows if row.get("kind") in (kind, None)]
        if all(isinstance(m, Money) for m in sums) and all(row.get("kind") for row in rows):
            _put(facts, known[f"allowance_{kind}"], sum(m.amount for m in sums if isinstance(m, Money)),
                 "pay.allowance")


def _put(facts: dict[str, int], fact: Fact, value: int, key: str) -> None:
    if value > fact.high:
        most = Filled("at most %(most)s JPY can be checked", most=f"{fact.high:,}")
        raise refuse(key, most, "write the amount for the time it is agreed for")
    facts[fact.name] = value


def with_kinds(rows: list[Row], place: str) -> list[Row]:
    """Rows with the kind that the printed label names, where the kind was not told."""
    out = []
    for row in rows:
        line = read_line(row["label"]) if row.get("label") and not row.get("kind") else None
        out.append({**row, "kind": line.kind} if line and line.list == place and line.kind else row)
    return out


def add_paid(told: Told, facts: dict[str, int]) -> int | None:
    """What was paid for hours and as allowances; the whole pay, or None where it is not known."""
    if "paid" not in told.rows:
        return None
    rows = with_kinds(told.rows["paid"], "paid")
    amounts = [m.amount for row in rows if isinstance(m := row.get("amount"), Money)]
    if len(amounts) < len(rows):
        return None
    whole = sum(amounts)
    if whole > MOST_PAY:
        most = Filled("at most %(most)s JPY can be checked", most=f"{MOST_PAY:,}")
        raise refuse("paid", most, "write the pay of one month")
    if all(row.get("kind") for row in rows):
        facts["paid_allowances"] = sum(r["amount"].amount for r in rows if r["kind"] == "allowance")
        facts["paid_for_hours"] = sum(r["amount"].amount for r in rows if r["kind"] not in ("allowance", "other"))
    return whole


def add_taken(told: Told, facts: dict[str, int]) -> list[Row]:
    """The sums of what was taken for insurance and tax; all rows that were taken."""
    rows = with_kinds(told.rows.get("deduction", []), "deduction")
    complete = all(row.get("kind") for row in rows)
    for kind, name in TAKEN.items():
        own = [row.get("amount") for row in rows if row.get("kind") == kind]
        if complete and all(isinstance(m, Money) for m in own):
            facts[f"taken_{name}"] = min(MOST_PAY, sum(m.amount for m in own if isinstance(m, Money)))
    if complete:
        facts["care_apart"] = int(any(row["kind"] == "care" for row in rows))
        facts["levy_apart"] = int(any(row["kind"] == "child_levy" for row in rows))
    return rows


def insurance(facts: dict[str, int], known: dict[str, Fact], month: date | None, whole: int | None) -> dict[str, int]:
    """The facts of insurance and tax: the pay as it was paid stands as the pay of the month."""
    out = {**facts, "wage_basis": known["wage_basis"].code("month"), "allowance_total": 0}
    if whole is not None:
        out["wage_amount"] = min(whole, known["wage_amount"].high)
    if "industry" in facts:
        industry = known["industry"].of[facts["industry"]]
        out["field"] = known["field"].code(FIELD.get(industry, industry))
    if month is not None:
        out["insured_on"], out["closed_on"] = month.toordinal(), month_end(month).toordinal()
    return out
