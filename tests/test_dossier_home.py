"""The law of Viet Nam, Cambodia and Myanmar, the exchange rates and the ILO codes beside the raw tables.

Each row of the law is paired with the raw row of the same id; tests/test_dossier.py judges the pairs.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from sampan.rulebook.dates import month_end
from sampan.rulebook.families import Family, Row
from sampan.rulebook.law import Law, read_law

TABLES = Path(__file__).resolve().parent / "dossier"
WITH_IDS = (
    "vietnam_service_fee_ceilings", "vietnam_deposit_and_brokerage_ceilings",
    "vietnam_japan_supply_contract_minimums", "vietnam_parameters", "vietnam_exchange_rates",
    "cambodia_parameters", "myanmar_parameters",
)
# Which value of a family with several answers to which id.
VALUE_OF = {
    "SVC-14": "service_charge_usd_3_years", "SVC-15": "service_charge_usd_1_year",
    "KH-1-12": "deposit_ban",
    "KH-2-02": "instalment_interview_percent", "KH-2-03": "instalment_visa_percent",
    "KH-2-04": "instalment_ticket_percent", "MM-2-06": "part_letter_visa_cents",
    "MM-2-07": "part_care_travel_cents", "MM-2-08": "part_eligibility_cents",
    "MM-2-09": "part_health_cents", "MM-2-10": "part_agency_fee_cents",
    "MM-3-14": "card_fee_kyat", "MM-3-15": "card_lost_fee_kyat",
}
ILO_GROUPS = {
    "recruitment fee": "A. Recruitment fees", "related cost": "B. Related costs",
    "illegitimate cost": "C. Illegitimate costs", "not in the ILO definition": "outside the definition",
}


@dataclass(frozen=True)
class Pair:
    """A row of the law and the raw row it comes from, each as texts by name of the cell."""

    family: str
    row: str
    table: str
    key: str
    raw: dict[str, str]
    here: dict[str, str]

    def differences(self) -> Iterator[tuple[str, str, str, str]]:
        """Family, row, raw cell and cell here, for every cell that is not the same."""
        for name, raw in self.raw.items():
            if raw != self.here[name]:
                yield self.family, self.row, f"{name}: {raw}", f"{name}: {self.here[name]}"


@cache
def raw_rows(table: str) -> list[dict[str, str]]:
    """The rows of a raw table."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return [{k: v or "" for k, v in row.items() if k} for row in csv.DictReader(stream)]


@cache
def law() -> Law:
    """The law, read once for all tests of the dossier."""
    return read_law()


def number(text: str) -> str:
    """A number in one spelling; a text that is no number as it is."""
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text


def natural(family: Family, row: Row, name: str) -> str:
    """A value of the law in the unit people use: 993 of "0.01 percent" is 9.93."""
    unit = family.units[name]
    step = re.match(r"[\d.]+", unit)
    scale = Decimal("0.01") if "US cent" in unit else Decimal(step[0] if step else 1)
    return number(str(row.values[name] * scale))


def end(text: str) -> str:
    """The last day of a raw row: a year ends on its last day, an empty cell is open."""
    return f"{text}-12-31" if re.fullmatch(r"\d{4}", text) else text or "open"


def here(row: Row, value: str, raw_address: str) -> dict[str, str]:
    """The cells of a row of the law."""
    return {
        "value": value, "from": row.start.written, "to": "open" if row.open else row.end.isoformat(),
        "confidence": row.confidence, "address": address_here(raw_address, row),
    }


def address_here(raw: str, row: Row) -> str:
    """The address of a row of the law; says so when only a note or further addresses were moved."""
    places = re.findall(r"https?://[^\s;,]+", raw)
    told = " ".join((row.source.instrument, *row.doubts))
    if raw == row.source.url:
        return raw
    if len(places) > 1 and places[0] == row.source.url and all(p in told for p in places[1:]):
        return "the first address; the others in the instrument"
    if len(places) < 2 and raw.startswith(row.source.url) and row.source.url:
        return "the address alone"
    return row.source.url


def raw_address(raw: str, row: Row) -> str:
    """The raw address cell, shortened when only a note or further addresses were moved."""
    short = {"the first address; the others in the instrument": "several addresses",
             "the address alone": "an address and a note"}
    return short.get(address_here(raw, row), raw)


def confidence(raw: dict[str, str]) -> str:
    """The raw confidence; official text read in somebody else's copy is called transcribed here."""
    copied = raw.get("text_seen") == "transcription" or "github.com/d" in raw["source_url"].lower()
    return "transcribed" if raw["confidence"] == "official" and copied else raw["confidence"]


def span(period: str) -> tuple[str, str]:
    """The first and the last day of a period such as 2024, 2025-01, 2021-09-28/30 or "A to B"."""
    found = re.findall(r"\d{4}(?:-\d{2}){0,2}", period)
    first, last = found[0], found[-1]
    if "/" in period:
        return first, first[:8] + period.split("/")[1]
    if len(first) == 4:
        return f"{first}-01-01", f"{last}-12-31"
    if len(first) == 7:
        return f"{first}-01", month_end(int(last[:4]), int(last[5:])).isoformat()
    return first, last


@cache
def raw_by_id() -> dict[str, tuple[str, dict[str, str]]]:
    """Every raw row that has an id, with its table."""
    return {row["id"]: (table, row) for table in WITH_IDS for row in raw_rows(table)}


def pairs(family: Family) -> tuple[list[Pair], list[str]]:
    """The pairs of a family, and the rows (by name) that no raw row answers to."""
    if family.id == "ilo.fees":
        return [ilo_pair(family, row) for row in family.rows], []
    if family.id.startswith("fx.mmk"):
        return [kyat_pair(family, row) for row in family.rows], []
    found, alone = [], []
    for row in family.rows:
        ids = re.sub(r" \(.*?\)", "", row.id).split(", ")
        if not all(name in raw_by_id() for name in ids):
            alone.append(row.id or row.start.written)
            continue
        found += [id_pair(family, row, name) for name in ids]
    return found, alone


def id_pair(family: Family, row: Row, name: str) -> Pair:
    """The raw row of an id beside the row of the law."""
    table, raw = raw_by_id()[name]
    first, last = span(raw["period"]) if "period" in raw else (raw["effective_from"], end(raw["effective_to"]))
    words = {"full": "1", "required": "1", "prohibited": "1"}
    worth = number(words.get(raw["value"], raw["value"]).removeprefix("about "))
    names = [VALUE_OF[name]] if name in VALUE_OF else list(family.units)
    value = "-".join(natural(family, row, n) for n in names)
    if "cap_total" in raw and name not in VALUE_OF:
        worth, value = f"{worth}, in all {number(raw['cap_total'])}", value.replace("-", ", in all ")
    given = {"value": worth, "from": first, "to": last, "confidence": confidence(raw),
             "address": raw_address(raw["source_url"], row)}
    own = row.id if name in row.id and "(" in row.id else name
    return Pair(family.id, own, table, name, given, here(row, value, raw["source_url"]))


def kyat_pair(family: Family, row: Row) -> Pair:
    """A kyat rate beside the raw row of the same kind and first day."""
    kind = "official" if family.id.endswith("official") else "market"
    (raw,) = [r for r in raw_rows("myanmar_exchange_rates") if r["kind"].startswith(kind)
              and r["mmk_per_usd_low"] and span(r["period"])[0] == row.start.written]
    names = list(family.units) * (3 - len(family.units))
    value = "-".join(natural(family, row, n) for n in names[:2])
    first, last = span(raw["period"])
    given = {"value": f"{raw['mmk_per_usd_low']}-{raw['mmk_per_usd_high']}", "from": first, "to": last,
             "confidence": raw["confidence"], "address": raw_address(raw["source_url"], row)}
    return Pair(family.id, row.start.written, "myanmar_exchange_rates", f"{raw['period']} {raw['kind']}",
                given, here(row, value, raw["source_url"]))


def ilo_pair(family: Family, row: Row) -> Pair:
    """An ILO code beside the raw table, which has neither dates nor addresses."""
    (raw,) = [r for r in raw_rows("ilo_fee_taxonomy") if r["code"] == row.id]
    code = family.codes[row.values["ilo_code"] - 1]
    return Pair(family.id, row.id, "ilo_fee_taxonomy", row.id,
                {"value": f"{raw['code']} {ILO_GROUPS[raw['group']]}"}, {"value": f"{code} {row.article}"})


def test_every_id_stands_in_one_raw_table_only() -> None:
    assert len(raw_by_id()) == sum(len(raw_rows(table)) for table in WITH_IDS)


def test_the_yen_rates_of_cambodia_repeat_those_of_viet_nam() -> None:
    rates = {r["period"]: number(r["value"]) for r in raw_rows("vietnam_exchange_rates") if "JPY_per_USD" in r["pair"]}
    for row in raw_rows("cambodia_jpy_usd"):
        assert rates[row["period"]] == number(row["jpy_per_usd_average"])
