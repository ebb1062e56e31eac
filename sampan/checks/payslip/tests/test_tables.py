"""The tables behind a payslip, walked row by row: grades of insurance, and the monthly tax table of 2026."""

from __future__ import annotations

import csv
from datetime import date
from fractions import Fraction
from math import ceil
from pathlib import Path

import pytest

from sampan.rulebook.sheet import Sheet
from sampan.rulebook.stored import law

TABLES = Path(__file__).parents[4] / "tests" / "dossier"
PRINTED_AS_NOTHING = {(135000, 1), (215000, 3), (260000, 4), (305000, 5)}


def rows(table: str) -> list[dict[str, str]]:
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def paid(amount: int, month: date, insured: int = 1, **more: int) -> Sheet:
    facts, known = {"allowance_total": 0, "wage_amount": amount}, law().facts
    facts |= {"wage_basis": known["wage_basis"].code("month"), "field": known["field"].code("care")}
    facts |= {name: month.toordinal() for name in ("insured_on", "closed_on", "payday")}
    return Sheet(law(), {**facts, **{f"insured_{n}": insured for n in ("health", "pension", "employment")}, **more})


def half_down(value: Fraction) -> int:
    return ceil(value - Fraction(1, 2))


def edges(row: dict[str, str]) -> list[int]:
    top = int(row["remuneration_below_yen"]) - 1 if row["remuneration_below_yen"] else 3_000_000
    return [int(row["remuneration_from_yen"]), top]


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026])
def test_the_health_premium_agrees_with_every_grade_in_every_prefecture(year: int) -> None:
    grades = [r for r in rows("standard_remuneration_grades") if r["scheme"] == "health"]
    places = [r for r in rows("kyokai_kenpo_health_rate") if r["fiscal_year"] == str(year)]
    assert (len(grades), len(places)) == (50, 47)
    for place in places:
        code = law().facts["prefecture"].code(place["prefecture_en"].lower())
        for row in grades:
            share = half_down(Fraction(row["standard_monthly_yen"]) * Fraction(place["rate_percent_total"]) / 200)
            for amount in edges(row):
                sheet = paid(amount, date(year, 11, 1), prefecture=code)
                assert sheet.value("jp.slip_health") == share, (place["prefecture_en"], row["grade"], amount)


def test_care_and_child_levy_agree_with_every_grade() -> None:
    for row in rows("standard_remuneration_grades"):
        if row["scheme"] == "health":
            for amount in edges(row):
                sheet, standard = paid(amount, date(2026, 10, 1), age=40), Fraction(row["standard_monthly_yen"])
                assert sheet.value("jp.slip_care") == half_down(standard * Fraction("1.62") / 200)
                assert sheet.value("jp.slip_levy") == half_down(standard * Fraction("0.23") / 200)


def test_the_pension_premium_agrees_with_every_grade() -> None:
    grades = [r for r in rows("standard_remuneration_grades") if r["scheme"] == "pension"]
    assert len(grades) == 32
    for row in grades:
        for amount in edges(row):
            value = paid(amount, date(2026, 10, 1)).value("jp.slip_pension")
            assert value == half_down(Fraction(row["standard_monthly_yen"]) * Fraction("18.3") / 200), row["grade"]


def test_employment_insurance_agrees_with_every_rate() -> None:
    known = law().facts["field"]
    fields = {"general": "care", "construction": "construction", "agriculture_fishery_sake": "agriculture"}
    table = rows("employment_insurance_rates")
    assert len(table) == 18
    for row in table:
        field = {"field": known.code(fields[row["industry"]])}
        for day in (row["effective_from"], row["effective_to"] or "2027-03-31"):
            for amount in (150000, 182450, 263333):
                value = paid(amount, date.fromisoformat(day), **field).value("jp.slip_employment")
                assert value == half_down(amount * Fraction(row["employee_per_mille"]) / 1000), (row, day)


def test_every_cell_of_the_monthly_table_is_loaded_and_near_the_calculation() -> None:
    apart, cells = set(), 0
    for row in rows("withholding_monthly_table_2026"):
        low, below = int(row["from_yen"]), int(row["below_yen"])
        for relatives in range(8):
            cell = int(row[f"ko_with_surtax_dep{relatives}"])
            first, last = (paid(a, date(2026, 6, 1), insured=0, dependants=relatives) for a in (low, below - 1))
            assert first.value("jp.tax_by_table") == last.value("jp.tax_by_table") == cell
            least, most = first.value("jp.tax_by_calculation"), last.value("jp.tax_by_calculation")
            assert isinstance(least, int) and isinstance(most, int)
            cells += 1
            if not least - 10 <= cell <= most + 10:
                apart.add((low, relatives))
                assert cell == 0
        assert first.value("jp.tax_without_declaration") == int(row["otsu_base"])
    assert (apart, cells) == (PRINTED_AS_NOTHING, 231 * 8)


def test_the_tax_of_a_payslip_is_that_of_an_offer_where_nobody_depends_on_the_worker() -> None:
    for amount in range(90_000, 2_600_000, 7_919):
        for day in (date(2025, 6, 1), date(2026, 6, 1)):
            place = law().facts["prefecture"].code("aichi")
            sheet = paid(amount, day, age=24, dependants=0, prefecture=place)
            assert sheet.value("jp.tax_by_calculation") == sheet.value("jp.income_tax"), amount
            assert sheet.value("jp.slip_taxed") == sheet.value("jp.taxable")


def test_the_table_has_no_hole_and_stands_for_2026_only() -> None:
    table = rows("withholding_monthly_table_2026")
    assert [r["below_yen"] for r in table[:-1]] == [r["from_yen"] for r in table[1:]]
    for day, speaks in ((date(2025, 12, 31), 0), (date(2026, 1, 1), 1), (date(2026, 12, 31), 1), (date(2027, 1, 1), 0)):
        assert paid(200_000, day, insured=0, dependants=0).value("jp.table_speaks") == speaks
