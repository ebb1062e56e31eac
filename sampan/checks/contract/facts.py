"""A contract as it was told: the fixed points through its fields, then what stands beside them.

`"free"` is an amount of nothing. Any further key of a side with an amount is an amount of one month. A term is a
word or a table. What was not told is not there.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from sampan.checks.contract.questions import COSTS, EXCHANGE, FIELDS, FIXED, FORMAT, SIDES
from sampan.checks.exchange import Exchange, read_exchanges
from sampan.checks.fields import Told, read_into
from sampan.checks.reader import Reader
from sampan.rulebook.money import Money, read_digits
from sampan.speech.translate import Filled

FREE = "free"
MOST_WAGE = 10**9
MOST_OTHER = 50
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
READ = tuple(f for f in FIELDS if f is not EXCHANGE and not f.key.endswith(".hours_per_day"))


def read_contract(document: object) -> Told:
    """A document of the format sampan-contract/1. Raises BadInput with every fault."""
    reader, told = Reader(), Told()
    plain: Any = dict(document) if isinstance(document, dict) else document
    if isinstance(plain, dict):
        told.rows["exchange"] = [asdict(e) for e in read_exchanges(reader, plain.pop("exchange", None))]
        plain["terms"] = _terms(plain.get("terms"))
        for side in SIDES:
            if isinstance(plain.get(side), dict):
                plain[side] = _beside(reader, told, side, dict(plain[side]))
    read_into(reader, told, FORMAT, READ, plain)
    _whole(reader, told, document)
    reader.done()
    return told


def exchanges(told: Told) -> list[Exchange]:
    """The exchange rates that were told."""
    rows: list[Any] = told.rows.get("exchange", [])
    return [Exchange(**row) for row in rows]


def _terms(value: object) -> object:
    """A list of words and tables as a list of tables."""
    return [{"kind": t} if isinstance(t, str) else t for t in value] if isinstance(value, list) else value


def _beside(reader: Reader, told: Told, side: str, table: dict[str, Any]) -> dict[str, Any]:
    """The table with its fixed points alone; what stands beside them goes into `told`."""
    for name in COSTS:
        if _free(table.get(name)):
            table[name] = "0 JPY"
    if (hours := table.pop("hours_per_day", None)) is not None:
        _put(told, f"{side}.hours_per_day", _hours(reader, f"{side}.hours_per_day", hours))
    if isinstance(table.get("overtime_expected"), str) and " " in table["overtime_expected"].strip():
        _put(told, f"{side}.overtime_expected", _amount(reader, side, "overtime_expected", table))
    others = [n for n in table if n not in FIXED]
    if len(others) > MOST_OTHER:
        reader.fault(side, Filled("there are %(count)s other amounts", count=len(others)),
                     Filled("at most %(most)s can be compared", most=MOST_OTHER))
    for name in others[:MOST_OTHER]:
        if NAME.fullmatch(str(name)) and isinstance(table[name], str):
            _put(told, f"{side}.{name}", _amount(reader, side, name, table))
        else:
            reader.fault(f"{side}.{name}"[:80], "this key is not known, and it holds no amount",
                         Filled('write an amount such as "25000 JPY", or one of %(known)s', known=", ".join(FIXED)))
    return {n: v for n, v in table.items() if n in FIXED}


def _amount(reader: Reader, side: str, name: str, table: dict[str, Any]) -> Money | None:
    value = table.pop(name)
    return Money(0, "JPY") if _free(value) else reader.money(f"{side}.{name}", value)


def _free(value: object) -> bool:
    return isinstance(value, str) and value.strip().casefold() == FREE


def _put(told: Told, key: str, value: Any) -> None:
    if value is not None:
        told.values[key] = value


def _hours(reader: Reader, key: str, value: object) -> Fraction | None:
    """Hours of a day: 8, 7.5 or "7.5"."""
    text = read_digits(str(value)).strip() if isinstance(value, int | float | str) else ""
    hours = Fraction(text) if re.fullmatch(r"\d{1,2}(\.\d{1,2})?", text) and not isinstance(value, bool) else None
    if hours is None or not 0 < hours <= 24:
        reader.fault(key, "this number is not possible", "write the hours of one day, for example 8 or 7.5")
        return None
    return hours


def _whole(reader: Reader, told: Told, document: object) -> None:
    """What one field alone cannot say: a wage beyond any, an entry of a list without its kind or amount."""
    for side in SIDES:
        wage = told.get(f"{side}.wage.amount")
        if wage and wage.amount > MOST_WAGE:
            reader.fault(f"{side}.wage.amount", "no wage is this high", "write the pay for one hour, day or month")
        for i, row in enumerate(told.rows.get(f"{side}.wage.allowance", [])):
            for name in ("kind", "amount"):
                if name not in row:
                    _missing(reader, f"{side}.wage.allowance {i + 1}.{name}")
    for i, row in enumerate(told.rows.get("terms", [])):
        if "kind" not in row:
            _missing(reader, f"terms {i + 1}.kind")


def _missing(reader: Reader, key: str) -> None:
    if not any(fault.key == key for fault in reader.faults):
        reader.fault(key, "this is missing", "write it, or take the entry out")

