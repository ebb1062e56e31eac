"""The named words of the rule language: rounding and the calendar, for Python integers of any size.

Each word holds its quotient inside, so that no fraction ever exists. Every printer writes the same
words in its own runtime; shared vectors in the tests prove them equal. Source of `half_down`: Act 42
of 1987, art. 3, as the premium tables read it (0.50 or less is dropped).
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date

LIMIT = 2**53 - 1
LAST_DAY = date.max.toordinal()


def down(a: int, b: int) -> int:
    """a/b rounded towards minus infinity; b is above zero."""
    return a // b


def up(a: int, b: int) -> int:
    """a/b rounded towards plus infinity; b is above zero."""
    return -(-a // b)


def half_up(a: int, b: int) -> int:
    """a/b to the nearest whole number, a half upwards; b is above zero."""
    return (2 * a + b) // (2 * b)


def half_down(a: int, b: int) -> int:
    """a/b to the nearest whole number, a half downwards; b is above zero."""
    return -((b - 2 * a) // (2 * b))


def to_ten(a: int, b: int) -> int:
    """a/b to the nearest ten, a half upwards; b is above zero."""
    return 10 * half_up(a, 10 * b)


def share(a: int, b: int, c: int) -> int:
    """a*b/c, a half upwards, exact whatever the size in between, never above LIMIT; a >= 0, b and c > 0."""
    return min(LIMIT, half_up(a * b, c))


def level_payment(principal: int, rate_num: int, rate_den: int, payments: int, to_num: int, to_den: int) -> int:
    """The level payment of a loan times to_num/to_den, a half upwards, exact, never above LIMIT.

    p = P*i/(1-(1+i)^-n) with i = rate_num/rate_den a period; without interest p = P/n.
    """
    if rate_num == 0:
        return min(LIMIT, half_up(principal * to_num, payments * to_den))
    grown = (rate_num + rate_den) ** payments
    top = principal * rate_num * grown * to_num
    return min(LIMIT, half_up(top, rate_den * (grown - rate_den**payments) * to_den))


def months_after(day: int, months: int) -> int:
    """The same day of the month so many months later (earlier when below zero), or the last day of a shorter month.

    Days are ordinals; the answer stays between 0001-01-01 and 9999-12-31. Source: Civil Code art. 143(2).
    """
    at = date.fromordinal(day)
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return 1 if year < 1 else LAST_DAY
    return date(year, month + 1, min(at.day, calendar.monthrange(year, month + 1)[1])).toordinal()


def month_start(day: int) -> int:
    """The first day of the month of a day."""
    return date.fromordinal(day).replace(day=1).toordinal()


def year_start(day: int) -> int:
    """The first day of January of the year of a day."""
    return date.fromordinal(day).replace(month=1, day=1).toordinal()


WORDS: dict[str, Callable[..., int]] = {
    "down": down, "up": up, "half_up": half_up, "half_down": half_down, "to_ten": to_ten,
    "share": share, "level_payment": level_payment,
    "months_after": months_after, "month_start": month_start, "year_start": year_start,
}
ARGUMENTS = {"down": 2, "up": 2, "half_up": 2, "half_down": 2, "to_ten": 2, "share": 3, "level_payment": 6,
             "months_after": 2, "month_start": 1, "year_start": 1}
CALENDAR = ("months_after", "month_start", "year_start")
