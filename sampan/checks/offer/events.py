"""What may happen on the way, as [[event]] tells it: overtime, another exchange rate, work that is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from sampan.checks.reader import Reader
from sampan.rulebook.money import Money, read_digits
from sampan.speech.translate import Filled

EVENTS = ("overtime", "rate", "job_loss")
MOST_EVENTS = 50
MOST_MONTHS = 120
HOURS = "write the hours of overtime a month, such as 20, or an amount such as \"30000 JPY\""


@dataclass(frozen=True)
class Event:
    """Something that begins in a month of the contract.

    overtime: hours a month, or an amount a month, until the next one. rate: the new rate, or with `percent` the share
    by which the yen falls. job_loss: for so many months; None is until the end.
    """

    month: int
    kind: str
    value: int | Money | Fraction | None
    percent: bool = False


def read_events(reader: Reader, value: object) -> list[Event]:
    """The events of [[event]]; faults are left with the reader."""
    rows = reader.rows("event", value)
    if len(rows) > MOST_EVENTS:
        reader.fault("event", Filled("there are %(count)s events", count=len(rows)),
                     Filled("at most %(most)s can be planned", most=MOST_EVENTS))
        return []
    return [e for i, row in enumerate(rows) if (e := _event(reader, f"event {i + 1}", row))]


def _event(reader: Reader, key: str, row: object) -> Event | None:
    table = reader.table(key, row, ("month", "kind", "value"))
    month = reader.whole(f"{key}.month", table.get("month"), 1, MOST_MONTHS)
    kind = reader.choice(f"{key}.kind", table.get("kind"), EVENTS)
    for name in ("month", "kind"):
        if table.get(name) is None:
            reader.fault(f"{key}.{name}", "this is missing", 'write month = 6 and kind = "job_loss"')
    value = table.get("value")
    if month is None or kind is None:
        return None
    if kind == "job_loss":
        return Event(month, kind, reader.whole(f"{key}.value", value, 1, MOST_MONTHS))
    if value is None:
        remedy = HOURS if kind == "overtime" else 'write the new rate, such as "150", or a fall of the yen: "10%"'
        reader.fault(f"{key}.value", "this is missing", remedy)
        return None
    return _overtime(reader, key, month, value) if kind == "overtime" else _rate(reader, key, month, value)


def _overtime(reader: Reader, key: str, month: int, value: object) -> Event | None:
    if isinstance(value, str) and not re.fullmatch(r"\d{1,3}", read_digits(value).strip()):
        money = reader.money(f"{key}.value", value)
        return Event(month, "overtime", money) if money else None
    hours = reader.whole(f"{key}.value", value, 0, 744)
    return None if hours is None else Event(month, "overtime", hours)


def _rate(reader: Reader, key: str, month: int, value: object) -> Event | None:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    rate = reader.rate(f"{key}.value", text)
    if rate is None:
        return None
    percent = isinstance(text, str) and text.strip().endswith("%")
    if percent and rate >= 1:
        reader.fault(f"{key}.value", "a rate cannot fall by 100 % or more", 'write the fall of the yen, such as "10%"')
        return None
    if not percent and not Fraction(1, 10**6) <= rate <= 10**6:
        reader.fault(f"{key}.value", "no rate is this small or large", 'write the new rate, such as "150"')
        return None
    return Event(month, "rate", rate, percent)
