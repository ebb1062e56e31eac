"""The lines of a Japanese payslip: what a printed line means, and which kind of the file format it is."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """A line as printed: its meaning, the list it belongs to (paid, deduction, hours, sum) and its kind there."""

    list: str
    kind: str
    meaning: str


@cache
def words() -> dict[str, Line]:
    """Every known word of a payslip with its line, the longest words first."""
    raw = tomllib.loads((Path(__file__).parent / "lines.toml").read_text(encoding="utf-8"))
    found = {_plain(word): Line(entry["list"], entry.get("kind", ""), entry["meaning"])
             for entry in raw["line"] for word in entry["words"]}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def read_line(label: str) -> Line | None:
    """The line that a printed label names: the longest known word in it decides. None: not known."""
    plain = _plain(label)
    return next((line for word, line in words().items() if word in plain), None)


def _plain(text: str) -> str:
    """Half-width letters as full ones and no blanks, so that a label is found as it is printed."""
    return "".join(unicodedata.normalize("NFKC", text).split())
