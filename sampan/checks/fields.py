"""What a check asks: its fields as data, and how a document becomes told values.

The same fields make the file format, its JSON Schema, the questions of the web pages and the list of
what is missing. Texts are English message ids; the pages and the terminal translate them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from sampan.checks.reader import Reader
from sampan.rulebook.facts import Fact
from sampan.rulebook.money import MINOR, Money
from sampan.speech.translate import Filled

KINDS = ("day", "month", "money", "money_or_rate", "whole", "hours", "rate", "flag", "choice", "choices", "text")
Document = Mapping[str, Any]
Value = date | Money | Fraction | int | str | bool | tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """One fact that is asked for.

    `key` is its place in the file ("due", "pay.amount"). `kind` is one of KINDS: a month is read as its first day;
    money is "25000 JPY"; money_or_rate also takes "30%"; hours are 92, "92.5" or "92:30", told as whole minutes;
    choices is a list of words. `ask` is the question or label, `why` the reason for asking, `words` the choices
    with their labels (in order), `low` and `high` the bounds of a whole number or of hours (`high` also of a rate,
    in percent), `fact` the fact of the rulebook it fills (money only in the currency `unit`, flags as 0 or 1),
    `when` tells from the document so far whether the question concerns this case, `page` groups fields that are
    asked together (its first field gives the page its title).
    """

    key: str
    kind: str
    ask: str
    why: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    low: int = 0
    high: int = 0
    fact: str = ""
    unit: str = "JPY"
    currencies: tuple[str, ...] = ("JPY",)
    when: Callable[[Document], bool] | None = None
    page: str = ""


@dataclass(frozen=True)
class Rows:
    """A list of tables, such as [[paid]]: its key, the label of one entry, and the fields of an entry."""

    key: str
    ask: str
    one: str
    fields: tuple[Field, ...]
    why: str = ""
    most: int = 200
    when: Callable[[Document], bool] | None = None


@dataclass
class Told:
    """What was told: values by key, rows by list; what was not told is not there."""

    values: dict[str, Value] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Value]]] = field(default_factory=dict)

    def get(self, key: str) -> Any:
        """A value, or None when it was not told."""
        return self.values.get(key)


def read_told(name: str, fields: tuple[Field | Rows, ...], document: object) -> Told:
    """A document of the format `name` as told values. Raises BadInput with every fault."""
    reader, told = Reader(), Told()
    read_into(reader, told, name, fields, document)
    reader.done()
    return told


def read_into(reader: Reader, told: Told, name: str, fields: tuple[Field | Rows, ...], document: object) -> None:
    """Read a document of the format `name` into told values; faults are left with the reader."""
    if document is None:
        reader.fault("file", "the file is empty",
                     Filled("write the facts; see `sampan formats %(name)s`", name=name.split("-", 1)[-1]))
    tables = {f.key.split(".")[0] for f in fields}
    top = reader.table("", document, ("format", *sorted(tables)))
    if top.get("format", name) != name:
        reader.fault("format", "this is another format", Filled('write format = "%(name)s"', name=name))
    for place, inside in _tables(fields).items():
        reader.table(place, _at(top, place), inside)
    for f in fields:
        found = _at(top, f.key)
        if isinstance(f, Rows):
            _rows(reader, told, f, found)
        elif (value := read_value(reader, f.key, f, found)) is not None:
            told.values[f.key] = value


def _tables(fields: tuple[Field | Rows, ...]) -> dict[str, tuple[str, ...]]:
    """The keys inside each table that the fields name, the outer tables first: "signed", then "signed.wage"."""
    out: dict[str, tuple[str, ...]] = {}
    for f in fields:
        parts = f.key.split(".")
        for i in range(1, len(parts)):
            place = ".".join(parts[:i])
            out[place] = tuple(dict.fromkeys([*out.get(place, ()), parts[i]]))
    return dict(sorted(out.items(), key=lambda entry: (entry[0].count("."), entry[0])))


def _at(top: Mapping[str, Any], key: str) -> object:
    found: Any = top
    for part in key.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _rows(reader: Reader, told: Told, rows: Rows, value: object) -> None:
    entries = reader.rows(rows.key, value)
    if value is None:
        return
    if len(entries) > rows.most:
        reader.fault(rows.key, Filled("there are %(count)s entries", count=len(entries)),
                     Filled("at most %(most)s can be checked at once", most=rows.most))
        return
    out: list[dict[str, Value]] = []
    for i, entry in enumerate(entries):
        place = f"{rows.key} {i + 1}"
        table = reader.table(place, entry, tuple(f.key for f in rows.fields))
        read = {f.key: read_value(reader, f"{place}.{f.key}", f, table.get(f.key)) for f in rows.fields}
        out.append({k: v for k, v in read.items() if v is not None})
    told.rows[rows.key] = out


def read_value(reader: Reader, place: str, f: Field, value: object) -> Value | None:
    """One value of a field; None when it is left out or wrong."""
    if value is None:
        return None
    if f.kind == "money" or (f.kind == "money_or_rate" and "%" not in str(value)):
        return _money(reader, place, f, value)
    read: dict[str, Callable[[], Value | None]] = {
        "day": lambda: reader.day(place, value),
        "month": lambda: reader.month(place, value),
        "whole": lambda: reader.whole(place, value, f.low, f.high),
        "hours": lambda: reader.hours(place, value, f.low, f.high),
        "flag": lambda: reader.flag(place, value),
        "choice": lambda: reader.choice(place, value, tuple(f.words)),
        "choices": lambda: _choices(reader, place, f, value),
        "text": lambda: reader.text(place, value) or None,
        "rate": lambda: _rate(reader, place, f, value),
        "money_or_rate": lambda: _rate(reader, place, f, value),
    }
    return read[f.kind]()


def _rate(reader: Reader, place: str, f: Field, value: object) -> Fraction | None:
    rate = reader.rate(place, value)
    if rate is not None and f.high and rate * 100 > f.high:
        reader.fault(place, Filled("more than %(most)s %% is not possible", most=f.high),
                     Filled('write at most "%(most)s%%"', most=f.high))
        return None
    return rate


def _money(reader: Reader, place: str, f: Field, value: object) -> Money | None:
    money = reader.money(place, value)
    if money and money.currency not in f.currencies:
        reader.fault(place, Filled("the amount is in %(currency)s", currency=money.currency),
                     Filled("write it in one of these: %(known)s", known=", ".join(f.currencies)))
        return None
    return money


def _choices(reader: Reader, place: str, f: Field, value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        reader.fault(place, "this must be a list",
                     Filled('write it in brackets: ["%(word)s"]', word=next(iter(f.words))))
        return None
    found = [reader.choice(f"{place} {i + 1}", word, tuple(f.words)) for i, word in enumerate(value)]
    return tuple(dict.fromkeys(word for word in found if word))


def codes(fields: tuple[Field | Rows, ...], told: Told, facts: dict[str, Fact]) -> dict[str, int]:
    """The facts of the rulebook that the told values fill; a value outside a fact's bounds stays out."""
    out: dict[str, int] = {}
    for f in fields:
        value = told.get(f.key)
        if isinstance(f, Rows) or not f.fact or value is None:
            continue
        fact = facts[f.fact]
        if isinstance(value, Money):
            if value.currency == f.unit and fact.low <= value.amount <= fact.high:
                out[f.fact] = value.amount
        elif not isinstance(value, Fraction | tuple):
            out[f.fact] = fact.code(value)
    return out


def currencies() -> tuple[str, ...]:
    """Every currency that Sampan knows."""
    return tuple(MINOR)
