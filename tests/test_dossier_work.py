"""The law of leave, injury, monthly tax, pension refund and transfer beside the raw tables of these checks.

Two raw tables, paid leave and the monthly tax, hold figures only: no dates and no addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sampan.rulebook.families import Family, Row
from tests.test_dossier_home import Pair, end, here, law, natural, number, raw_address, raw_rows

RATES = "social_insurance_and_tax_rates"
LEAVE, MONTHLY = "annual_paid_leave", "withholding_monthly_table_2026"
INJURY, FIELDS = "work_injury_minimum_daily_amount", "esd_transfer_restriction_by_field"
MULTIPLIERS, NATIONAL = "pension_lump_sum_epi_multipliers", "pension_lump_sum_national_pension"
SCHEDULES = {"full": "leave_full", "4_days_week": "leave_four", "3_days_week": "leave_three",
             "2_days_week": "leave_two", "1_days_week": "leave_one"}
FIELD_WORDS = {"care": "nursing care", "wood": "wood industry", "food_manufacturing": "food and beverage manufacturing",
               "shipbuilding": "shipbuilding and ship machinery",
               "industrial_products": "industrial product manufacturing"}
NAMED: dict[str, Callable[[dict[str, str]], str]] = {
    LEAVE: lambda r: f"{r['schedule']} {r['service_years']}",
    MONTHLY: lambda r: r["from_yen"],
    INJURY: lambda r: r["effective_from"],
    MULTIPLIERS: lambda r: r["months_from"],
    NATIONAL: lambda r: f"{r['fiscal_year_of_last_paid_month']} {r['months_from']}",
    FIELDS: lambda r: r["field"],
}


@cache
def keys(table: str) -> list[str]:
    """The name of each row of a raw table, in its order."""
    return [NAMED[table](row) for row in raw_rows(table)]


def months(service_years: str) -> int:
    """Half-years as months: 1.5 years are 18 months."""
    years, _, half = service_years.partition(".")
    return int(years) * 12 + (6 if half == "5" else 0)


def only(rows: list[dict[str, str]]) -> dict[str, str]:
    """The one row of a list."""
    (row,) = rows
    return row


def band(first: str, last: str) -> str:
    """A band of whole numbers as the law writes it: 6 to 11 is 6-12, an open end is empty."""
    return f"{first}-{int(last) + 1 if last else ''}"


def band_here(row: Row) -> str:
    """The band of a row of the law."""
    return f"{row.at_least}-{'' if row.below is None else row.below}"


def dated(family: Family, row: Row, table: str, raw: dict[str, str], worth: tuple[str, str]) -> Pair:
    """A pair with dates, confidence and address; the cells of dates have several names."""
    first = raw.get("effective_from") or raw["paid_month_from"]
    last = end(raw.get("effective_to") or raw.get("paid_month_to", ""))
    given = {"value": worth[0], "from": first, "to": last, "confidence": raw["confidence"],
             "address": raw_address(raw["source_url"], row)}
    key = f"{raw['item']} {first}" if table == RATES else NAMED[table](raw)
    return Pair(family.id, row.id or row.start.written, table, key, given, here(row, worth[1], raw["source_url"]))


def leave(family: Family, row: Row) -> list[Pair]:
    """Days of leave by length of service, one pair for each number of days a week; not those of a copy of 2020."""
    out: list[Pair] = []
    if row.confidence == "secondary":
        return out
    for raw in raw_rows(LEAVE):
        if months(raw["service_years"]) == row.at_least:
            name = SCHEDULES[raw["schedule"]]
            out.append(Pair(family.id, f"{row.id} {name}", LEAVE, NAMED[LEAVE](raw),
                            {"value": raw["leave_days"], "confidence": raw["confidence"]},
                            {"value": natural(family, row, name), "confidence": row.confidence}))
    return out


def monthly(family: Family, row: Row) -> list[Pair]:
    """A line of the monthly tax table: eight columns with the surtax, one without a declaration."""
    raw = only([r for r in raw_rows(MONTHLY) if r["from_yen"] == str(row.at_least)])
    given = [raw[f"ko_with_surtax_dep{n}"] for n in range(8)] + [raw["otsu_base"]]
    taken = [natural(family, row, f"monthly_tax_{n}") for n in (*range(8), "otsu")]
    return [Pair(family.id, str(row.at_least), MONTHLY, raw["from_yen"],
                 {"value": f"{raw['from_yen']}-{raw['below_yen']}: {' '.join(given)}"},
                 {"value": f"{band_here(row)}: {' '.join(taken)}"})]


def injury(family: Family, row: Row) -> list[Pair]:
    """The smallest base daily amount by first day."""
    raw = only([r for r in raw_rows(INJURY) if r["effective_from"] == row.start.written])
    worth = (number(raw["minimum_base_daily_amount_yen"]), natural(family, row, "minimum_daily"))
    return [dated(family, row, INJURY, raw, worth)]


def multiplier(family: Family, row: Row) -> list[Pair]:
    """A rate of the lump sum by months; rows before April 2021 stand in no raw table."""
    found = [r for r in raw_rows(MULTIPLIERS)
             if r["months_from"] == str(row.at_least) and r["effective_from"] == row.start.written]
    return [dated(family, row, MULTIPLIERS, raw, (
        f"{number(raw['payment_rate_times_average_standard_remuneration'])} "
        f"for {band(raw['months_from'], raw['months_to'])}",
        f"{natural(family, row, 'refund_rate')} for {band_here(row)}")) for raw in found]


def national(family: Family, row: Row) -> list[Pair]:
    """A lump sum of the National Pension by year and months, and once a year the premium it comes from."""
    raw = only([r for r in raw_rows(NATIONAL)
                if r["paid_month_from"] == row.start.written and r["months_from"] == str(row.at_least)])
    premium = natural(family, row, "national_premium")
    worth = (f"{raw['lump_sum_yen']} of {raw['monthly_premium_yen']} for {band(raw['months_from'], raw['months_to'])}",
             f"{natural(family, row, 'national_lump_sum')} of {premium} for {band_here(row)}")
    first = [r for r in raw_rows(RATES) if row.at_least == 6 and r["item"] == "national_pension_monthly"
             and r["effective_from"] == row.start.written]
    return [dated(family, row, NATIONAL, raw, worth),
            *(dated(family, row, RATES, r, (number(r["value"]), premium)) for r in first)]


def transfer(family: Family, row: Row) -> list[Pair]:
    """The least time with the first employer, by field."""
    field = str(law().facts["field"].of[row.where["field"]])
    words = FIELD_WORDS.get(field, field.replace("_", " "))
    raw = only([r for r in raw_rows(FIELDS) if r["field"].lower() == words])
    return [dated(family, row, FIELDS, raw, (raw["restriction_years"], natural(family, row, "esd_wait_years")))]


READERS: dict[str, Callable[[Family, Row], list[Pair]]] = {
    "jp.paid_leave": leave, "jp.withholding_monthly": monthly, "jp.injury_minimum": injury,
    "jp.pension_multiplier": multiplier, "jp.pension_national": national, "jp.transfer_fields": transfer,
}


def pairs(family: Family) -> tuple[list[Pair], list[str]]:
    """The pairs of a family, and the rows (by name) that no raw row answers to."""
    found: list[Pair] = []
    alone: list[str] = []
    for row in family.rows:
        own = READERS[family.id](family, row)
        found += own
        alone += [] if own else [row.id or row.start.written]
    return found, alone


def test_the_days_a_week_of_paid_leave_are_those_of_the_regulation() -> None:
    spans = {(r["schedule"], r["year_days_from"], r["year_days_to"]) for r in raw_rows(LEAVE)}
    assert spans == {("full", "", ""), ("4_days_week", "169", "216"), ("3_days_week", "121", "168"),
                     ("2_days_week", "73", "120"), ("1_days_week", "48", "72")}


def test_the_days_of_paid_leave_before_june_2025_are_those_after_it() -> None:
    rows = law().families["jp.paid_leave"].rows
    days = {copy: [(r.at_least, r.below, r.values) for r in rows if (r.confidence == "secondary") is copy]
            for copy in (True, False)}
    assert days[True] == days[False] and len(days[True]) == 8


def test_the_surtax_columns_are_the_base_columns_times_1021_to_ten_yen() -> None:
    for row in raw_rows(MONTHLY):
        for n in range(8):
            base = int(row[f"ko_base_dep{n}"])
            assert (base * 1021 + 5000) // 10000 * 10 == int(row[f"ko_with_surtax_dep{n}"]), row["from_yen"]


def test_no_smallest_daily_amount_is_loaded_after_the_last_known_year() -> None:
    unknown = only([r for r in raw_rows(INJURY) if r["minimum_base_daily_amount_yen"] == "unknown"])
    last = max(row.end for row in law().families["jp.injury_minimum"].rows)
    assert last.isoformat() < unknown["effective_from"]
