"""The words of a check: names of its figures, keys of its questions, codes of its choices, values as people write them.

Needs no Django: the pages and the terminal each bring how they translate, write amounts and write days.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sampan.checks.check import Check
from sampan.checks.fields import Field, Rows
from sampan.checks.verdict import BEHIND
from sampan.rulebook.money import MINOR


class Words:
    """The words of one check in one language."""

    def __init__(
        self, check: Check, say: Callable[[str], str], money: Callable[[dict[str, Any]], str], day: Callable[[str], str]
    ) -> None:
        self._, self.money, self.day, self.names = say, money, day, check.words
        self.asks: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        for asked in check.fields:
            self.asks[asked.key] = asked.ask
            for one in asked.fields if isinstance(asked, Rows) else (asked,):
                self.asks.setdefault(one.key if isinstance(asked, Field) else f"{asked.key}.{one.key}", one.ask)
                self.codes = {**one.words, **self.codes}

    def name(self, name: str) -> str:
        """The label of a name of the answer; a second reading says so."""
        if name in self.names:
            return self._(self.names[name])
        first = name.removesuffix("_other")
        return f"{self.name(first)} ({self._('other reading')})" if first != name else self._(name.replace("_", " "))

    def asked(self, key: str) -> str:
        """The question behind a key that is missing, or the exchange rate."""
        if key.startswith("exchange "):
            one, two = key.split(" ")[1:3]
            return self._("the exchange rate of %(one)s and %(other)s") % {"one": one, "other": two}
        inside = [ask for known, ask in self.asks.items() if known.startswith(f"{key}.")]
        return self._(self.asks.get(key) or next(iter(inside), key))

    def value(self, value: Any) -> str:
        """Any value as people write it."""
        if isinstance(value, bool):
            return self._("Yes") if value else self._("No")
        if isinstance(value, int):
            return f"{value:,}"
        if isinstance(value, list | tuple):
            return ", ".join(self.value(v) for v in value)
        if isinstance(value, dict):
            if value.keys() <= MINOR.keys():
                return self.money(value)
            told = {k: v for k, v in value.items() if k not in BEHIND}
            return "; ".join(f"{self.name(k)}: {self.value(v)}" for k, v in told.items())
        text = "" if value is None else str(value)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return self.day(text)
        return self._(self.codes.get(text, text)) if text else ""

    def more(self, entry: dict[str, Any], known: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
        """What only this check says in an entry, key by key; where it says `what`, the code behind is left out."""
        known |= {"what", "field"} if "what" in entry else set()
        told = {k: v for k, v in entry.items() if k not in BEHIND | known and v not in (None, "")}
        out = [(capital(self.name(k)), self.value(v)) for k, v in told.items()]
        readings = [r for r in entry.get("readings", []) if "exchange" in r and "value" in r]
        return out + [(self.value(r["exchange"]), self.value(r["value"])) for r in readings]


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
