"""A family of law as small integer tables: day -> epoch -> row, so that no row of a block is searched for."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from sampan.rulebook.families import Family, NeedsFacts
from sampan.rulebook.law import Law
from sampan.rulebook.printers.columns import Ints, Known, both
from sampan.rulebook.words import LIMIT


class Block(Protocol):
    """What a table needs of a block of cases."""

    places: dict[tuple[int, tuple[str, ...]], tuple[Ints, Known]]

    def epoch(self, on: str) -> tuple[Ints, Known]:
        """The epoch of a date fact, and where it is known."""

    def fact(self, name: str) -> tuple[Ints, Known]:
        """A fact's column, and where it is known."""


class Table:
    """A family as integer tables: which row is in force for an epoch and a combination of conditions."""

    def __init__(self, law: Law, family: Family, starts: Ints) -> None:
        self.family = family
        self.by = family.by
        # One slot more for "not known": a row may be certain although a condition is not.
        self.sizes = [law.facts[b].high - law.facts[b].low + 2 for b in family.by]
        edges = np.array(sorted({r.first for r in family.rows} | {r.last + 1 for r in family.rows}), np.int64)
        self.epochs = len(starts)
        combos = int(np.prod(self.sizes)) if self.sizes else 1
        sets: dict[tuple[int, ...], int] = {(): 0}
        own = np.zeros((combos, len(edges) + 1), np.int64)
        index = {id(r): i for i, r in enumerate(family.rows)}
        for combo in range(combos):
            dims = self._dims(combo)
            for s, edge in enumerate(edges.tolist(), 1):
                try:
                    found = tuple(index[id(r)] for r in family.in_force(edge, dims))
                except NeedsFacts:
                    continue
                if found:
                    own[combo, s] = sets.setdefault(found if family.band else found[:1], len(sets))
        self.sets = own[:, np.searchsorted(edges, starts, "right")].ravel()
        self._columns(family, list(sets))

    def _columns(self, family: Family, sets: list[tuple[int, ...]]) -> None:
        rows = family.rows
        if family.band:
            bounds = {x for s in sets for i in s for x in (rows[i].at_least, rows[i].below) if x is not None}
            self.bounds = np.array(sorted(bounds), np.int64)
            place = [[next((i for i in s if rows[i].at_least <= x and (rows[i].below is None or x < rows[i].below)),
                           -1) for x in [-LIMIT, *self.bounds.tolist()]] for s in sets]
            self.grid()
        else:
            place = [[s[0] if s else -1] for s in sets]
        self.slots = len(place[0])
        row = np.array(place, np.int64).ravel()
        if not family.band:
            row = row[self.sets]
        self.known = row >= 0
        self.values = {name: np.array([*(r.values[name] for r in rows), 0], np.int64)[row] for name in family.units}

    def grid(self) -> None:
        """Buckets of a power of two in which lies at most one bound, so that no search is needed."""
        gap = int(np.diff(self.bounds).min()) if len(self.bounds) > 1 else LIMIT
        self.shift = gap.bit_length() - 1
        top = int(self.bounds[-1]) >> self.shift
        self.first = None
        if top < 1 << 16:
            starts = np.arange(top + 2, dtype=np.int64) << self.shift
            self.first = np.searchsorted(self.bounds, starts, "left")
            self.first[0] = 0
            self.edge = np.array([*self.bounds.tolist(), LIMIT], np.int64)[self.first]

    def _dims(self, combo: int) -> dict[str, int | None]:
        dims: dict[str, int | None] = {}
        for name, size in zip(reversed(self.by), reversed(self.sizes), strict=True):
            combo, code = divmod(combo, size)
            dims[name] = None if code == size - 1 else code
        return dims

    def place(self, data: Block) -> tuple[Ints, Known]:
        """The place of every row of the block in `sets`, and where its day is known."""
        epoch, known = data.epoch(self.family.on)
        cached = data.places.get((id(epoch), self.by))
        if cached is None:
            place: Any = 0
            for name, size in zip(self.by, self.sizes, strict=True):
                value, sure = data.fact(name)
                code = value if sure is None else np.where(sure, value, size - 1)
                place = place * size + code if name != self.by[0] else code
            cached = data.places[id(epoch), self.by] = (place * self.epochs + epoch if self.by else epoch), known
        return cached

    def row(self, data: Block, argument: Ints | None) -> tuple[Ints, Known]:
        """The place of every case in `values`, and where a row is in force (None: everywhere)."""
        at, sure = self.place(data)
        if argument is not None:
            if self.first is None:
                slot = np.searchsorted(self.bounds, argument, "right")
            else:
                bucket = argument >> self.shift
                slot = self.first.take(bucket, mode="clip")
                slot += argument >= self.edge.take(bucket, mode="clip")
            at = self.sets.take(at, mode="clip") * self.slots
            at += slot
        found = self.known.take(at, mode="clip")
        return at, sure if found.all() else both(found, sure)
