"""The facts that rules may ask for: their kinds, bounds, and their keys in the file formats."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sampan.rulebook.errors import LawError
from sampan.rulebook.words import LIMIT

LATEST = date(2200, 12, 31).toordinal()


@dataclass(frozen=True)
class Fact:
    """One fact: choice (of a list), flag, date (an ordinal) or int, with its bounds."""

    name: str
    kind: str
    key: str
    of: tuple[str, ...] = ()
    unit: str = ""
    low: int = 0
    high: int = 1

    def code(self, value: object) -> int:
        """The whole number that stands for a value inside rules. Raises ValueError."""
        if self.kind == "choice":
            if str(value) not in self.of:
                raise ValueError(f"{value!r} is not one of {', '.join(self.of)}")
            return self.of.index(str(value))
        if self.kind == "date":
            if not isinstance(value, date):
                raise ValueError(f"{value!r} is not a date")
            return value.toordinal()
        if self.kind == "flag":
            if not isinstance(value, bool):
                raise ValueError(f"{value!r} is not true or false")
            return int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise ValueError(f"{value!r} is not a whole number from {self.low} to {self.high}")
        return value

    def shown(self, code: int) -> str:
        """A code as people read it."""
        if self.kind == "choice":
            return self.of[code]
        if self.kind == "date":
            return date.fromordinal(code).isoformat()
        return ("no", "yes")[code] if self.kind == "flag" else f"{code:,}"


def read_facts(folder: Path) -> dict[str, Fact]:
    """Read the facts of every file of the folder. Raises LawError for an unknown kind or key, or a name given twice."""
    facts: dict[str, Fact] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, raw in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if name in facts:
                raise LawError(f"facts/{path.name}", name, "this fact stands in another file already")
            facts[name] = _fact(f"facts/{path.name}", name, raw)
    return facts


def _fact(file: str, name: str, raw: dict[str, Any]) -> Fact:
    extra = set(raw) - {"kind", "key", "of", "unit", "min", "max"}
    if extra or raw.get("kind") not in ("choice", "flag", "date", "int") or "key" not in raw:
        raise LawError(file, name, f"check kind and key; not known: {sorted(extra)}")
    low, high = raw.get("min", 0), raw.get("max", 1)
    if raw["kind"] == "choice":
        low, high = 0, len(raw["of"]) - 1
    elif raw["kind"] == "date":
        low, high = 1, LATEST
    if abs(low) > LIMIT or abs(high) > LIMIT:
        raise LawError(file, name, "the bounds must lie below 2^53")
    return Fact(name, raw["kind"], raw["key"], tuple(raw.get("of", ())), raw.get("unit", ""), low, high)
