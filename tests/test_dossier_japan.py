"""The law of Japan beside the raw tables: minimum wage by prefecture, insurance, grades, withholding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cache

from sampan.rulebook.families import Family, Row
from tests.test_dossier_home import Pair, end, here, law, natural, number, raw_address, raw_rows

RATES = {"jp.pension": "pension_total", "jp.care_insurance": "long_term_care_total",
         "jp.child_levy": "child_support_levy_total"}
WITHHOLDING = {"jp.withholding_salary": "table1_salary_income_deduction",
               "jp.withholding_basic": "table3_basic_deduction", "jp.withholding_tax": "table4_tax"}
SAME_RATE = {"": "general", "construction": "construction", "agriculture": "agriculture_fishery_sake",
             "fishery": "agriculture_fishery_sake", "forestry": "agriculture_fishery_sake"}


@cache
def keys(table: str) -> list[str]:
    """The name of each row of a raw table of Japan, in its order."""
    named: dict[str, Callable[[dict[str, str]], str]] = {
        "minimum_wage_prefecture": lambda r: f"{r['prefecture_en'].lower()} {r['fiscal_year']}",
        "kyokai_kenpo_health_rate": lambda r: f"{r['prefecture_en'].lower()} {r['fiscal_year']}",
        "standard_remuneration_grades": lambda r: f"{r['scheme']}-{r['grade']}",
        "employment_insurance_rates": lambda r: f"{r['industry']} {r['effective_from']}",
        "social_insurance_and_tax_rates": lambda r: f"{r['item']} {r['effective_from']}",
        "withholding_machine_calc_params": lambda r: f"{r['table']} {r['lower_yen']} {r['effective_from']}",
    }
    return [named[table](row) for row in raw_rows(table)]


def choice(row: Row, name: str) -> str:
    """The word of a condition of a row, empty when the row has none."""
    return str(law().facts[name].of[row.where[name]]) if name in row.where else ""


def pair(family: Family, row: Row, name: str, table: str, raw: dict[str, str], worth: tuple[str, str]) -> Pair:
    """A pair of the same shape for every table of Japan; the cells of dates have several names."""
    first = raw.get("effective_from") or raw.get("from_insurance_month", "")
    last = end(raw.get("effective_to") or raw.get("to_insurance_month", ""))
    given = {"value": worth[0], "from": first, "to": last, "confidence": raw["confidence"],
             "address": raw_address(raw["source_url"], row)}
    key = keys(table)[raw_rows(table).index(raw)]
    return Pair(family.id, name, table, key, given, here(row, worth[1], raw["source_url"]))


def only(rows: list[dict[str, str]]) -> dict[str, str]:
    """The one row of a list."""
    (row,) = rows
    return row


def backwards(row: dict[str, str]) -> bool:
    """Whether a raw wage row ends before it starts."""
    return "" < row["effective_to"] < row["effective_from"]


def wage(family: Family, row: Row) -> list[Pair]:
    """A minimum wage by prefecture and first day."""
    place, table = choice(row, "prefecture"), "minimum_wage_prefecture"
    raw = only([r for r in raw_rows(table) if r["prefecture_en"].lower() == place
                and r["effective_from"] == row.start.written and not backwards(r)])
    worth = (number(raw["yen_per_hour"]), natural(family, row, "minimum_wage"))
    return [pair(family, row, f"{place} {row.start.written}", table, raw, worth)]


def health(family: Family, row: Row) -> list[Pair]:
    """A health insurance rate by prefecture and first day."""
    place, table = choice(row, "prefecture"), "kyokai_kenpo_health_rate"
    raw = only([r for r in raw_rows(table) if r["prefecture_en"].lower() == place
                and r["from_insurance_month"] == row.start.written])
    worth = (number(raw["rate_percent_total"]), natural(family, row, "health_rate"))
    return [pair(family, row, f"{place} {row.start.written}", table, raw, worth)]


def grade(family: Family, row: Row) -> list[Pair]:
    """A grade of standard remuneration by scheme and number."""
    table = "standard_remuneration_grades"
    raw = raw_rows(table)[keys(table).index(row.id)]
    given = f"{raw['standard_monthly_yen']} for {raw['remuneration_from_yen']}-{raw['remuneration_below_yen']}"
    (value,) = row.values.values()
    worth = (given, f"{value} for {row.at_least}-{row.below or ''}")
    return [pair(family, row, row.id, table, raw, worth)]


def employment(family: Family, row: Row) -> list[Pair]:
    """A rate of employment insurance by field and first day."""
    field, table = choice(row, "field"), "employment_insurance_rates"
    raw = only([r for r in raw_rows(table) if r["industry"] == SAME_RATE[field]
                and r["effective_from"] == row.start.written])
    rate = number(raw["employee_per_mille"])
    scope = (f"{rate} in agriculture_fishery_sake", "{} in forestry") if field == "forestry" else (rate, "{}")
    worth = (scope[0], scope[1].format(natural(family, row, "employment_rate")))
    return [pair(family, row, f"{field or 'general'} {row.start.written}", table, raw, worth)]


def rate(family: Family, row: Row) -> list[Pair]:
    """A rate of the table of social insurance by item and first day."""
    table = "social_insurance_and_tax_rates"
    raw = only([r for r in raw_rows(table) if r["item"] == RATES[family.id]
                and r["effective_from"] == row.start.written])
    (name,) = family.units
    return [pair(family, row, row.start.written, table, raw, (number(raw["value"]), natural(family, row, name)))]


def withholding(family: Family, row: Row) -> list[Pair]:
    """A bracket of a withholding table by table, first day and lower end."""
    table = "withholding_machine_calc_params"
    raw = only([r for r in raw_rows(table) if r["table"] == WITHHOLDING[family.id]
                and r["effective_from"] == row.start.written and r["lower_yen"] == str(row.at_least)])
    given = [raw["rate_percent"], raw["constant_yen"]] if raw["rate_percent"] else [raw["constant_yen"]]
    top = "" if row.below is None else str(row.below - 1)
    worth = (" ".join([raw["upper_yen"], *map(number, given)]),
             " ".join([top, *(natural(family, row, n) for n in family.units)]))
    return [pair(family, row, f"{row.start.written} {row.at_least}", table, raw, worth)]


def relatives(family: Family, row: Row) -> list[Pair]:
    """The deductions for spouse and relatives by first day."""
    table, out = "withholding_machine_calc_params", []
    for name, there in (("spouse", "table2_spouse"), ("dependent", "table2_per_dependent")):
        raw = only([r for r in raw_rows(table) if r["table"] == there and r["effective_from"] == row.start.written])
        worth = (number(raw["constant_yen"]), natural(family, row, f"withholding_{name}"))
        out.append(pair(family, row, f"{row.start.written} {name}", table, raw, worth))
    return out


READERS: dict[str, Callable[[Family, Row], list[Pair]]] = {
    "jp.minimum_wage": wage, "jp.health": health, "jp.grades_health": grade, "jp.grades_pension": grade,
    "jp.employment_insurance": employment, "jp.withholding_family": relatives,
    **dict.fromkeys(RATES, rate), **dict.fromkeys(WITHHOLDING, withholding),
}


def pairs(family: Family) -> tuple[list[Pair], list[str]]:
    """The pairs of a family, and the rows (by name) that no raw table holds."""
    if family.id not in READERS:
        return [], [row.id or row.start.written for row in family.rows]
    return [pair for row in family.rows for pair in READERS[family.id](family, row)], []


def dropped() -> list[tuple[str, str, str, str]]:
    """The raw wage rows that end before they start, as differences."""
    table = "minimum_wage_prefecture"
    return [("jp.minimum_wage", key, "ends the day before it starts", "dropped")
            for key, row in zip(keys(table), raw_rows(table), strict=True) if backwards(row)]


def test_a_dropped_wage_row_is_covered_by_a_row_with_the_same_amount() -> None:
    rows = raw_rows("minimum_wage_prefecture")
    for row in filter(backwards, rows):
        same = [r for r in rows if r["prefecture_en"] == row["prefecture_en"] and not backwards(r)
                and r["effective_from"] == row["effective_from"]]
        assert [r["yen_per_hour"] for r in same] == [row["yen_per_hour"]]


def test_every_prefecture_has_a_wage_on_each_day_from_its_first_row() -> None:
    rows: dict[int, list[Row]] = {}
    for row in law().families["jp.minimum_wage"].rows:
        rows.setdefault(row.where["prefecture"], []).append(row)
    assert len(rows) == 47
    for own in rows.values():
        own.sort(key=lambda row: row.first)
        for before, after in zip(own, own[1:], strict=False):
            assert before.end + timedelta(days=1) == after.start.earliest


def test_the_second_table_of_employment_insurance_agrees_with_the_first() -> None:
    first = {(r["industry"], r["effective_from"]): r for r in raw_rows("employment_insurance_rates")}
    for row in raw_rows("social_insurance_and_tax_rates"):
        _, found, rest = row["item"].partition("employment_insurance_")
        side, _, industry = rest.partition("_")
        for name in ("agriculture_fishery_sake", "construction", "general"):
            short = {"agriculture_fishery_sake": "agri_sake"}.get(name, name)
            if found and short in industry:
                assert number(first[name, row["effective_from"]][f"{side}_per_mille"]) == number(row["value"])
