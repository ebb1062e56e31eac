"""What a lawyer has still to look at: what is not verified, what is doubtful, and what was last checked when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from sampan.rulebook.families import DECIDING, Family, Row
from sampan.rulebook.law import LAW, Law

STALE_DAYS = 400
SOON_DAYS = 60
KINDS = ("memory", "conflicting", "unknown", "vague", "undecided", "doubt")


@dataclass(frozen=True)
class Open:
    """One thing that is not verified: of which kind, in which family, at which row, and the words of a doubt."""

    kind: str
    family: Family
    row: Row | None = None
    text: str = ""


@dataclass(frozen=True)
class Checked:
    """When a family was last compared with its source, and until when its last figure may be used."""

    family: Family
    days: int
    left: int | None

    @property
    def stale(self) -> bool:
        """Whether nobody has checked the family for more than 400 days."""
        return self.days > STALE_DAYS

    @property
    def ending(self) -> bool:
        """Whether the last figure has ended or ends soon, so that a new one is needed."""
        return self.left is not None and self.left < SOON_DAYS


@cache
def unverified(law: Law) -> tuple[Open, ...]:
    """Rows below `secondary`, vague first days, families that never decide, and every open question."""
    out: list[Open] = []
    for family in law.families.values():
        if not family.decides:
            out.append(Open("undecided", family))
            out += [Open("doubt", family, text=text) for text in family.assumes]
        for row in family.rows:
            if row.confidence not in DECIDING:
                out.append(Open(row.confidence, family, row))
            if row.start.earliest != row.start.certain:
                out.append(Open("vague", family, row))
        texts = dict.fromkeys([*(d.text for d in family.doubts), *(d for r in family.rows for d in r.doubts)])
        out += [Open("doubt", family, text=text) for text in texts]
    return tuple(out)


def checks(law: Law, day: date) -> list[Checked]:
    """Every family with its age on a day, the longest unchecked first."""
    found = [Checked(f, (day - f.checked).days, (f.newest() - day).days if f.kind == "yearly" else None)
             for f in law.families.values()]
    return sorted(found, key=lambda c: (-c.days, c.left is None, c.left or 0, c.family.id))


@cache
def checked_line(family: Family, folder: Path = LAW) -> int:
    """The line of the family's file that says when it was last checked."""
    lines = (folder / family.file).read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if re.match(r"checked\s*=", line)), 1)
