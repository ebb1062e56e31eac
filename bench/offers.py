"""Made-up offers as columns of whole numbers, and the rules that are asked of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sampan.rulebook.law import Law

Column = NDArray[Any]
RULES = [
    "jp.base_pay", "jp.gross", "jp.minimum_month", "jp.minimum_wage_shortfall", "jp.short_per_hour",
    "jp.health_premium", "jp.child_levy", "jp.pension_premium", "jp.employment_premium", "jp.taxable",
    "jp.withholding_basis", "jp.income_tax", "vn.service_charge_ceiling", "vn.service_charge_excess",
    "vn.deposit_forbidden", "vn.brokerage_on_worker", "vn.air_ticket_on_worker", "vn.rent_ceiling",
    "vn.rent_excess", "jp.esd_ceiling", "jp.esd_payment_excess", "jp.deposit_forbidden", "ilo.not_on_worker",
    "ilo.never",
]
# The days of an offer that select a row of law beside that of signing; all are the day of entry.
ENTERED = ("entry", "worked_on", "insured_on", "closed_on", "payday")
ONE_DAY = date(2026, 6, 1)
FIRST_DAY, LAST_DAY = date(2024, 6, 1), date(2026, 8, 31)
DAYS = {"one": "one day for all rows", "own": "a day for each row", "two": "two days for each row"}
PROGRAMMES = ["titp", "ssw1", "ssw2", "engineer"]


def offers(law: Law, rows: int, days: str, seed: int = 1) -> dict[str, Column]:
    """Columns of facts for so many offers in narrow types; `days` is a key of DAYS."""
    rng = np.random.default_rng(seed)
    facts = law.facts

    def of(name: str, without: tuple[str, ...] = ()) -> Column:
        codes = [i for i, choice in enumerate(facts[name].of) if choice not in without]
        return rng.choice(np.array(codes, np.int8), rows)

    def between(low: int, high: int, kind: type = np.int32) -> Column:
        return rng.integers(low, high, rows, kind)

    programmes = np.array([facts["programme"].of.index(p) for p in PROGRAMMES], np.int8)
    columns = {
        "origin": np.full(rows, facts["origin"].of.index("vn"), np.int8),
        "programme": rng.choice(programmes, rows), "stage": of("stage"), "field": of("field"),
        "prefecture": of("prefecture"), "charge_kind": of("charge_kind", ("other",)),
        "contract_months": between(6, 61, np.int8), "scheduled_hours": between(140, 178, np.int16),
        "wage_basis": of("wage_basis"), "charge_amount": between(0, 100_000_000), "rent": between(0, 60_000),
        "service_charge_before": between(0, 2) * between(0, 20_000_000), "yen_num": between(150, 190, np.int16),
        "yen_den": np.ones(rows, np.int8), "sending_total_yen": between(0, 900_000),
        "allowance_counted": between(0, 2) * between(0, 20_000),
        "allowance_unclear": between(0, 2) * between(0, 9_000),
    }
    for flag in ("completed_titp", "same_employer_again", "allowance_other_counts"):
        columns[flag] = between(0, 2, np.int8)
    columns["allowance_total"] = columns["allowance_counted"] + columns["allowance_unclear"]
    hour, day, month = between(900, 1800), between(7_200, 14_400), between(150_000, 300_000)
    columns["wage_amount"] = np.choose(columns["wage_basis"], [hour, day, month])
    columns |= _days(rng, rows, days)
    return columns


def _days(rng: np.random.Generator, rows: int, days: str) -> dict[str, Column]:
    if days == "one":
        same = np.full(rows, ONE_DAY.toordinal(), np.int32)
        return {"signed": same, **dict.fromkeys(ENTERED, same)}
    signed = rng.integers(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1, rows, np.int32)
    entry = signed if days == "own" else signed + rng.integers(0, 180, rows, np.int32)
    return {"signed": signed, **dict.fromkeys(ENTERED, entry)}


def row(columns: dict[str, Column], i: int) -> dict[str, int]:
    """One offer of the columns, as the scalar sheet takes it."""
    return {name: int(column[i]) for name, column in columns.items()}
