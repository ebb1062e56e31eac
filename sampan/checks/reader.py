"""Reading a case document key by key: every fault is collected with its key and what to write instead.

Nothing is guessed and nothing is half read; a value that is left out stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from sampan.rulebook.dates import read_day
from sampan.rulebook.errors import BadInput, Fault
from sampan.rulebook.money import MINOR, Money, read_digits, read_money, read_rate, read_whole
from sampan.speech.translate import Filled
from sampan.speech.zawgyi import mended

MOST_FAULTS = 100


class Reader:
    """Reads values and remembers faults. A method gives None for what is left out or wrong."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, key: str, message: str, remedy: str) -> None:
        """Remember a fault."""
        self.faults.append(Fault(key, message, remedy))

    def done(self) -> None:
        """Raise BadInput with every fault found, if there is one."""
        if self.faults:
            raise BadInput(self.faults[:MOST_FAULTS])

    def table(self, key: str, value: object, known: tuple[str, ...]) -> dict[str, Any]:
        """A table whose keys are all known."""
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fault(key or "file", "this must be a table of keys and values", "see `sampan formats`")
            return {}
        for name in value:
            if name not in known:
                place = f"{key}.{name}" if key else str(name)
                self.fault(place[:80], "this key is not known",
                           Filled("known keys are %(known)s", known=", ".join(known)))
        return value

    def rows(self, key: str, value: object) -> list[object]:
        """A list of tables."""
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(key, "this must be a list of tables", Filled("write [[%(key)s]] before each one", key=key))
            return []
        return value

    def day(self, key: str, value: object) -> date | None:
        """A date, or its text."""
        if value is None:
            return None
        if isinstance(value, str):
            value = read_day(value)
        if not isinstance(value, date) or not 1900 <= value.year <= 2200:
            self.fault(key, "this is not a possible date", "write year-month-day, for example 2026-08-20")
            return None
        return date(value.year, value.month, value.day)

    def month(self, key: str, value: object) -> date | None:
        """A month such as "2025-11", as its first day."""
        if value is None:
            return None
        text = read_digits(value).strip() if isinstance(value, str) else ""
        try:
            found = date.fromisoformat(f"{text}-01") if len(text) == 7 else None
        except ValueError:
            found = None
        if found is None or not 1900 <= found.year <= 2200:
            self.fault(key, "this is not a possible month", 'write year and month in quotes: "2026-09"')
            return None
        return found

    def money(self, key: str, value: object, needed: bool = False) -> Money | None:
        """An amount with its currency."""
        if value is None:
            if needed:
                self.fault(key, "the amount is missing", 'write an amount such as "25000 JPY"')
            return None
        try:
            return read_money(value)
        except ValueError as error:
            self.fault(key, error.args[0], Filled('write an amount such as "25000 JPY"; currencies: %(known)s',
                                                  known=" ".join(MINOR)))
            return None

    def choice(self, key: str, value: object, of: tuple[str, ...]) -> str | None:
        """One word of a list."""
        if value is None:
            return None
        word = read_digits(str(value)).strip() if isinstance(value, str | int) else ""
        found = next((o for o in of if o.casefold() == word.casefold()), None)
        if found is None:
            self.fault(key, "this value is not possible",
                       Filled("write one of %(known)s; leave it out if not known", known=", ".join(of)))
        return found

    def flag(self, key: str, value: object) -> bool | None:
        """True or false."""
        if value is None or isinstance(value, bool):
            return value
        self.fault(key, "this is neither true nor false", "write true or false; leave it out if you do not know")
        return None

    def whole(self, key: str, value: object, low: int, high: int) -> int | None:
        """A whole number within bounds."""
        if value is None:
            return None
        value = read_whole(value)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.fault(key, "this number is not possible",
                       Filled("write a whole number from %(low)s to %(high)s", low=low, high=high))
            return None
        return value

    def hours(self, key: str, value: object, low: int, high: int) -> int | None:
        """Hours such as 92, "92.5" or "92:30", as whole minutes within bounds of hours."""
        if value is None:
            return None
        text = read_digits(str(value)).strip() if isinstance(value, int | float | str) else ""
        found = None if isinstance(value, bool) else re.fullmatch(r"(\d{1,4})(?::([0-5]\d)|\.(\d{1,4}))?", text)
        if found is None:
            self.fault(key, "these hours cannot be read", 'write hours such as 92, "92.5" or "92:30"')
            return None
        minutes = int(found[1]) * 60 + int(found[2] or 0) + Fraction(f"0.{found[3] or 0}") * 60
        if minutes.denominator > 1:
            near = f'"{found[1]}:{int(minutes % 60):02d}"'
            self.fault(key, "these hours are no whole minutes", Filled("write hours and minutes: %(near)s", near=near))
            return None
        if not low * 60 <= minutes <= high * 60:
            self.fault(key, "this number of hours is not possible",
                       Filled("write hours from %(low)s to %(high)s", low=low, high=high))
            return None
        return int(minutes)

    def rate(self, key: str, value: object, read: Callable[[object], Fraction] = read_rate) -> Fraction | None:
        """An exact rate."""
        if value is None:
            return None
        try:
            return read(value)
        except ValueError as error:
            self.fault(key, error.args[0], 'write an exact rate such as "1.5%", "3/200" or "175"')
            return None

    def text(self, key: str, value: object) -> str:
        """A text, at most 500 signs of it; Burmese in Zawgyi is turned into Unicode where it surely is Zawgyi."""
        if value is not None and not isinstance(value, str):
            self.fault(key, "this must be a text", 'write it in quotes: "..."')
            return ""
        text = (value or "")[:500]
        return mended(text) or text
