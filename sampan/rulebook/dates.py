"""Days, vague days and the last day a yearly figure may be used. A day is its ordinal number inside rules."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime

FIRST, LAST = date(1900, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True)
class Start:
    """The first day of a row: the earliest day it may be, and the day from which it is certain."""

    earliest: date
    certain: date
    written: str


def today() -> date:
    """The day at the place where the program runs."""
    return datetime.now().astimezone().date()


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def read_start(value: object) -> Start:
    """A row's `from`: a day, a month "2023-05", a year "2017", or "unknown". Raises ValueError."""
    if isinstance(value, date):
        return Start(value, value, value.isoformat())
    text = str(value)
    if text == "unknown":
        return Start(FIRST, LAST, text)
    if found := re.fullmatch(r"(\d{4})-(\d{2})", text):
        year, month = int(found[1]), int(found[2])
        return Start(date(year, month, 1), month_end(year, month), text)
    if re.fullmatch(r"\d{4}", text):
        return Start(date(int(text), 1, 1), date(int(text), 12, 31), text)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        day = date.fromisoformat(text)
        return Start(day, day, text)
    raise ValueError(f'"{text}" is no date; write 2023-05-01, "2023-05", "2017" or "unknown"')


def until_day(start: date, rule: str) -> date:
    """The last day an open yearly row may be used: "09-30+1" is 30 September of the year after its start."""
    found = re.fullmatch(r"(\d{2})-(\d{2}|last)\+(\d)", rule)
    if not found:
        raise ValueError(f'until = "{rule}" is not of the form "MM-DD+N" or "MM-last+N"')
    year, month = start.year + int(found[3]), int(found[1])
    return month_end(year, month) if found[2] == "last" else date(year, month, int(found[2]))
