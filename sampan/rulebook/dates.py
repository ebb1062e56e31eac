"""Days, vague days and the last day a yearly figure may be used. A day is its ordinal number inside rules."""

from __future__ import annotations

import calendar
import re
import unicodedata
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


ERAS = (  # first day of each era of Japan, the newest first
    (("令和", "R"), date(2019, 5, 1)),
    (("平成", "H"), date(1989, 1, 8)),
    (("昭和", "S"), date(1926, 12, 25)),
)
_ERA = re.compile(r"(令和|平成|昭和|[RHSrhs])\s*\.?\s*(元|\d{1,2})")
_DAY = re.compile(r"(?P<year>\S.*?)\s*(?:年|[-./])\s*(?P<month>\d{1,2})\s*(?:月|[-./])\s*(?P<day>\d{1,2})\s*日?")


def western_year(text: str) -> int | None:
    """A year as people write it: 2026, 2026年, 令和8年, 令和元年, R8, H31. None when it is no year."""
    clean = _latin(text).removesuffix("年").strip()
    if clean.isascii() and clean.isdecimal() and len(clean) == 4:
        return int(clean)
    found = _ERA.fullmatch(clean)
    if not found:
        return None
    first = next(first for names, first in ERAS if found[1].upper() in names)
    number = 1 if found[2] == "元" else int(found[2])
    return first.year + number - 1 if number else None


def read_day(text: str) -> date | None:
    """A day as people write it: 2026-08-20, 2026年8月20日, 令和8年8月20日, R8.8.20, in digits of any script.

    The year stands first; "8/9/2026" is not read, since it means two days. A day before its era does not exist; a day
    after its end does, on papers written earlier (平成33年).
    """
    clean = _latin(text)
    found = _DAY.fullmatch(clean)
    year = western_year(found["year"]) if found else None
    if found is None or year is None:
        return None
    try:
        day = date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    era = _ERA.match(clean)
    first = next((first for names, first in ERAS if era and era[1].upper() in names), day)
    return day if day >= first else None


def told_day(day: str, month: str, year: str) -> tuple[str, str, str]:
    """Three boxes of a form in Latin digits and the western year: a year R8 or 令和8, or a whole day in one box."""
    whole = [box for box in (day, month, year) if box.strip()]
    found = read_day(whole[0] if len(whole) == 1 else f"{year}-{month}-{day}") if whole else None
    if found:
        return str(found.day), str(found.month), str(found.year)
    return _latin(day), _latin(month), _latin(year)


def _latin(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain).strip()
