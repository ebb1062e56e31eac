"""A family of dated values: its rows, and which row is in force for a case.

The row in force is the one with most conditions among those whose dates and conditions match.
A missing fact is no match and no mismatch: then the answer is which fact is needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sampan.rulebook.dates import LAST, Start

CONFIDENCES = ("official", "transcribed", "secondary", "conflicting", "memory", "unknown")
DECIDING = ("official", "transcribed", "secondary")


@dataclass(frozen=True)
class Source:
    """Where a value was read: the instrument, its address and how sure the reading is."""

    instrument: str
    url: str
    confidence: str


@dataclass(frozen=True)
class Reading:
    """One of several readings of a conflicting row."""

    values: dict[str, int]
    source: Source
    article: str


@dataclass(frozen=True, eq=False)
class Row:
    """One dated row: values that hold from a day to a day, for cases that meet its conditions.

    `begins` and `ends` say in sentences what changes on its first day and after its last.
    """

    start: Start
    end: date
    open: bool
    where: dict[str, int]
    values: dict[str, int]
    source: Source
    confidence: str
    article: str = ""
    id: str = ""
    doubts: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    at_least: int = 0
    below: int | None = None
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    @cached_property
    def first(self) -> int:
        """The earliest day as an ordinal."""
        return self.start.earliest.toordinal()

    @cached_property
    def last(self) -> int:
        """The last day as an ordinal."""
        return self.end.toordinal()


@dataclass(frozen=True)
class Doubt:
    """A doubt on a family, for the cases and days it concerns."""

    text: str
    where: dict[str, int]
    first: int
    last: int
    when: str = ""


class NeedsFacts(Exception):
    """The row cannot be chosen without these facts."""

    def __init__(self, facts: frozenset[str]) -> None:
        self.facts = facts


@dataclass(eq=False)
class Family:
    """A family of rows that answer one question of the law."""

    id: str
    title: str
    kind: str
    on: str
    by: tuple[str, ...]
    checked: date
    units: dict[str, str]
    rows: list[Row]
    doubts: list[Doubt] = field(default_factory=list)
    gaps: list[dict[str, object]] = field(default_factory=list)
    band: str = ""
    decides: bool = True
    assumes: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    file: str = ""
    _shapes: list[tuple[tuple[str, ...], dict[tuple[int, ...], list[Row]]]] = field(default_factory=list)

    def index(self) -> None:
        """Sort the rows by their conditions, the most special first, so that a look-up is short."""
        shapes: dict[tuple[str, ...], dict[tuple[int, ...], list[Row]]] = {}
        for row in self.rows:
            names = tuple(sorted(row.where))
            shapes.setdefault(names, {}).setdefault(tuple(row.where[n] for n in names), []).append(row)
        self._shapes = sorted(shapes.items(), key=lambda item: -len(item[0]))

    def in_force(self, on: int, dims: dict[str, int | None]) -> list[Row]:
        """The most special rows in force on a day (several only for bands). Empty: no rule.

        Raises NeedsFacts when a missing fact decides which row it is.
        """
        wanting: set[str] = set()
        for names, groups in self._shapes:
            missing = [n for n in names if dims.get(n) is None]
            if missing:
                if self._may_match(names, groups, on, dims):
                    wanting.update(missing)
                continue
            rows = [r for r in groups.get(tuple(dims[n] or 0 for n in names), ()) if r.first <= on <= r.last]
            if rows:
                if wanting:
                    raise NeedsFacts(frozenset(wanting))
                return rows
        if wanting:
            raise NeedsFacts(frozenset(wanting))
        return []

    @staticmethod
    def _may_match(
        names: tuple[str, ...], groups: dict[tuple[int, ...], list[Row]], on: int, dims: dict[str, int | None]
    ) -> bool:
        for key, rows in groups.items():
            known = all(dims.get(n) is None or dims[n] == value for n, value in zip(names, key, strict=True))
            if known and any(r.first <= on <= r.last for r in rows):
                return True
        return False

    def row(self, on: int, dims: dict[str, int | None], argument: int | None = None) -> Row | None:
        """The row in force, in a family of bands the one that holds the argument; None: no rule."""
        rows = self.in_force(on, dims)
        if not self.band:
            return rows[0] if rows else None
        assert argument is not None
        for row in rows:
            if row.at_least <= argument and (row.below is None or argument < row.below):
                return row
        return None

    def newest(self) -> date:
        """The last day any row of this family may be used; date.max for standing law."""
        return max((r.end for r in self.rows), default=LAST)
