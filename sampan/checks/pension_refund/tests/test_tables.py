"""Every row of both raw tables of the lump sum, walked at its first and last month, and at the days around it."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from sampan.checks.pension_refund.result import CHECK
from sampan.rulebook.words import half_up

TABLES = Path(__file__).resolve().parents[4] / "tests/dossier"
AVERAGE = 187_513


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a raw table."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


EMPLOYEES, NATIONAL = rows("pension_lump_sum_epi_multipliers"), rows("pension_lump_sum_national_pension")


def lump_sum(scheme: str, months: int, month: date) -> int | None:
    """The lump sum of a month as the check answers it."""
    found = CHECK.answer({
        "scheme": scheme, "months_insured": months, "last_insured_month": f"{month:%Y-%m}",
        "average_standard_remuneration": f"{AVERAGE} JPY",
    })["amounts"].get("lump_sum")
    return found["JPY"] if found else None


def test_the_tables_have_ten_and_sixty_rows() -> None:
    assert (len(EMPLOYEES), len(NATIONAL)) == (10, 60)


@pytest.mark.parametrize("row", EMPLOYEES, ids=lambda r: r["months_from"])
def test_every_rate_of_the_employees_table(row: dict[str, str]) -> None:
    rate = Fraction(row["payment_rate_times_average_standard_remuneration"])
    exact = AVERAGE * rate
    wanted = half_up(exact.numerator, exact.denominator)
    for months in (int(row["months_from"]), int(row["months_to"] or 119)):
        assert lump_sum("employees", months, date.fromisoformat(row["effective_from"])) == wanted


@pytest.mark.parametrize("row", EMPLOYEES, ids=lambda r: r["months_from"])
def test_every_rate_follows_from_the_premium(row: dict[str, str]) -> None:
    exact = Fraction(row["premium_rate_percent_used"]) / 100 / 2 * int(row["statutory_number"]) * 10
    rate = Fraction(row["payment_rate_times_average_standard_remuneration"]) * 10
    assert half_up(exact.numerator, exact.denominator) == rate


@pytest.mark.parametrize("row", NATIONAL, ids=lambda r: f"{r['fiscal_year_of_last_paid_month']}-{r['months_from']}")
def test_every_amount_of_the_national_table(row: dict[str, str]) -> None:
    wanted = int(row["lump_sum_yen"])
    assert wanted == int(row["monthly_premium_yen"]) * int(row["statutory_number"]) // 2
    first, last = date.fromisoformat(row["paid_month_from"]), date.fromisoformat(row["paid_month_to"])
    for months in (int(row["months_from"]), int(row["months_to"] or 119)):
        for month in (first, last):
            assert lump_sum("national", months, month) == wanted
    before = lump_sum("national", int(row["months_from"]), first - timedelta(1))
    assert before != wanted and lump_sum("national", int(row["months_from"]), last + timedelta(1)) != wanted
