"""NumPy blocks: every rule as whole columns, the bulk default.

Every look-up becomes day -> segment -> row by small integer tables made once. Each value carries a
mask: whether everything it may rest on is known. A row that is not known here is worked again by the
scalar sheet, which decides in spite of gaps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sampan.rulebook.families import Family
from sampan.rulebook.ir import BOOLEANS, Let, Local, Lookup, Name, Node, Num, Op, is_bool
from sampan.rulebook.law import Law
from sampan.rulebook.words import LIMIT, level_payment, share

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


def down(a: Any, b: Any) -> Any:
    """a/b towards minus infinity."""
    return np.floor_divide(a, b)


def up(a: Any, b: Any) -> Any:
    """a/b towards plus infinity."""
    return -np.floor_divide(-a, b)


def half_up(a: Any, b: Any) -> Any:
    """a/b, a half upwards."""
    return np.floor_divide(2 * a + b, 2 * b)


def half_down(a: Any, b: Any) -> Any:
    """a/b, a half downwards."""
    return -np.floor_divide(b - 2 * a, 2 * b)


def to_ten(a: Any, b: Any) -> Any:
    """a/b to the nearest ten, a half upwards."""
    return 10 * half_up(a, 10 * b)


def share_columns(a: Any, b: Any, c: Any) -> Any:
    """a*b/c by splitting a; rows too large for 64 bits are worked with big integers."""
    a, b, c = np.broadcast_arrays(np.asarray(a, np.int64), np.asarray(b, np.int64), np.asarray(c, np.int64))
    whole, rest = np.divmod(a, c)
    large = (b.astype(float) * c > 2.0**61) | (whole.astype(float) * b > 2.0**62)
    safe_b, safe_c = np.where(large, 1, b), np.where(large, 1, c)
    out = np.minimum(LIMIT, np.where(large, 0, whole) * safe_b + half_up(np.where(large, 0, rest) * safe_b, safe_c))
    for i in np.flatnonzero(large):
        out.flat[i] = share(int(a.flat[i]), int(b.flat[i]), int(c.flat[i]))
    return out


def level_payment_columns(*args: Any) -> Any:
    """The level payment, row by row with big integers (exact; loans are not the hot path)."""
    columns = np.broadcast_arrays(*(np.asarray(a, np.int64) for a in args))
    flat = zip(*(c.ravel().tolist() for c in columns), strict=True)
    return np.fromiter((level_payment(*row) for row in flat), np.int64, columns[0].size).reshape(columns[0].shape)


SPACE: dict[str, Any] = {"np": np, "down": down, "up": up, "half_up": half_up, "half_down": half_down,
                         "to_ten": to_ten, "share": share_columns, "level_payment": level_payment_columns}


class Table:
    """A family as integer tables: which row is in force for a day and a combination of conditions."""

    def __init__(self, law: Law, family: Family) -> None:
        self.family = family
        self.by = family.by
        sizes = [law.facts[b].high - law.facts[b].low + 1 for b in family.by]
        edges = {r.first for r in family.rows} | {r.last + 1 for r in family.rows}
        self.edges = np.array(sorted(edges), np.int64)
        self.base = int(self.edges[0]) - 1
        days = np.arange(self.base, int(min(self.edges[-1], self.base + 60000)) + 2)
        self.segment = np.searchsorted(self.edges, days, "right").astype(np.int16)
        self.sizes = sizes
        self.columns = {name: np.array([*(r.values[name] for r in family.rows), 0], np.int64) for name in family.units}
        combos = int(np.prod(sizes)) if sizes else 1
        index = {id(r): i for i, r in enumerate(family.rows)}
        self.rows = np.full((combos, len(self.edges) + 1), -1, np.int32)
        self.sets: dict[tuple[int, int], tuple[Ints, Ints, Ints]] = {}
        for combo in range(combos):
            dims = self._dims(combo)
            for s, edge in enumerate(self.edges, 1):
                found = family.in_force(int(edge), dims)
                if found and family.band:
                    found = sorted(found, key=lambda r: r.at_least)
                    self.sets[combo, s] = (
                        np.array([r.at_least for r in found], np.int64),
                        np.array([LIMIT if r.below is None else r.below for r in found], np.int64),
                        np.array([index[id(r)] for r in found], np.int64))
                elif found:
                    self.rows[combo, s] = index[id(found[0])]

    def _dims(self, combo: int) -> dict[str, int | None]:
        dims: dict[str, int | None] = {}
        for name, size in zip(reversed(self.by), reversed(self.sizes), strict=True):
            combo, dims[name] = divmod(combo, size)
        return dims

    def place(self, data: Block) -> tuple[Ints, Ints, Mask]:
        """Combination and segment of every row of the block, and whether both are known."""
        on, known = data.fact(self.family.on)
        day = np.clip(on - self.base, 0, len(self.segment) - 1)
        segment = self.segment[day].astype(np.int64)
        combo = np.zeros(len(on), np.int64)
        for name, size in zip(self.by, self.sizes, strict=True):
            value, sure = data.fact(name)
            combo = combo * size + value
            known = known & sure
        return np.where(known, combo, 0), segment, known

    def row(self, data: Block, argument: Ints | None) -> tuple[Ints, Mask]:
        """The row of every case (-1 none), and whether it is known."""
        combo, segment, known = self.place(data)
        if argument is None:
            row = self.rows[combo, segment].astype(np.int64)
            return row, known & (row >= 0)
        row = np.full(len(combo), -1, np.int64)
        key = combo * (len(self.edges) + 1) + segment
        for k in np.unique(key):
            bands = self.sets.get((int(k) // (len(self.edges) + 1), int(k) % (len(self.edges) + 1)))
            if bands is None:
                continue
            at = np.flatnonzero(key == k)
            slot = np.searchsorted(bands[0], argument[at], "right") - 1
            inside = (slot >= 0) & (argument[at] < bands[1][np.maximum(slot, 0)])
            row[at] = np.where(inside, bands[2][np.maximum(slot, 0)], -1)
        return row, known & (row >= 0)


class Block:
    """Columns of one block of cases: facts given, values worked, each with its mask of known rows."""

    def __init__(self, program: Program, facts: dict[str, Ints], known: dict[str, Mask], size: int) -> None:
        self.program, self.size = program, size
        self.facts, self.known = facts, known
        self.values: dict[str, tuple[Ints, Mask]] = {}
        self.table_rows: dict[str, tuple[Ints, Mask]] = {}

    def fact(self, name: str) -> tuple[Ints, Mask]:
        """A fact's column; a fact not given at all is unknown in every row."""
        # Where a fact is not known its least value stands in, so that no divisor is zero; the mask says so.
        least = self.program.law.facts[name].low
        if name not in self.facts:
            return np.full(self.size, least, np.int64), np.zeros(self.size, bool)
        mask = self.known.get(name)
        if mask is None:
            return self.facts[name], np.ones(self.size, bool)
        return np.where(mask, self.facts[name], least), mask

    def ask(self, name: str) -> tuple[Ints, Mask]:
        """A fact, parameter or rule as a column with its mask."""
        if name in self.values:
            return self.values[name]
        law = self.program.law
        if name in law.facts:
            found = self.fact(name)
        elif name in law.parameters:
            table = self.program.tables[law.parameters[name].id]
            if table.family.id not in self.table_rows:
                self.table_rows[table.family.id] = table.row(self, None)
            row, known = self.table_rows[table.family.id]
            found = table.columns[name.split(".", 1)[1]][row], known
        else:
            found = self.program.bodies[name](self)
        self.values[name] = found
        return found

    def band(self, name: str, argument: Any, known: Mask) -> tuple[Ints, Mask]:
        """A band look-up as a column."""
        table = self.program.tables[self.program.law.parameters[name].id]
        row, sure = table.row(self, np.broadcast_to(np.asarray(argument, np.int64), (self.size,)))
        return table.columns[name.split(".", 1)[1]][row], known & sure


class _Printer:
    """Writes one tree as the body of a function of a Block."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.count = 0
        self.asked: dict[str, str] = {}

    def write(self, node: Node) -> str:
        if isinstance(node, Num):
            return str(node.value)
        if isinstance(node, Local):
            return f"_{node.id}"
        if isinstance(node, Name):
            return self.name(node.id)
        if isinstance(node, Lookup):
            self.count += 1
            self.lines.append(f"b{self.count}, k = d.band({node.parameter!r}, {self.write(node.argument)}, k)")
            return f"b{self.count}"
        if isinstance(node, Let):
            self.lines.append(f"_{node.name} = {self.write(node.value)}")
            return self.write(node.body)
        return self.operation(node)

    def name(self, name: str) -> str:
        if name not in self.asked:
            self.asked[name] = f"a{len(self.asked)}"
            self.lines.append(f"{self.asked[name]}, m = d.ask({name!r}); k = k & m")
        return self.asked[name]

    def boolean(self, node: Node) -> str:
        return self.write(node) if is_bool(node) else f"({self.write(node)} != 0)"

    def operation(self, node: Op) -> str:
        if node.op == "if":
            test = self.boolean(node.args[0])
            return f"np.where({test}, {self.write(node.args[1])}, {self.write(node.args[2])})"
        if node.op in ("and", "or"):
            return "(" + (" & " if node.op == "and" else " | ").join(self.boolean(a) for a in node.args) + ")"
        if node.op == "not":
            return f"np.logical_not({self.boolean(node.args[0])})"
        a = [self.write(x) for x in node.args]
        if node.op in ("min", "max"):
            out = a[0]
            for other in a[1:]:
                out = f"np.{node.op}imum({out}, {other})"
            return out
        if node.op == "neg":
            return f"(-{a[0]})"
        if node.op in BOOLEANS or node.op in ("+", "-", "*"):
            return f"({a[0]} {node.op} {a[1]})"
        return f"{node.op}({', '.join(a)})"


def function(name: str, node: Node) -> str:
    """A tree as the source of one function of a Block, giving (values, known)."""
    printer = _Printer()
    result = printer.write(node)
    lines = ["k = np.ones(d.size, bool)", *printer.lines,
             f"return np.broadcast_to(np.asarray({result}, np.int64), (d.size,)), k"]
    return "\n".join([f"def {name}(d):", *(f"    {line}" for line in lines)])


class Program:
    """The whole law as NumPy functions and tables."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.tables = {f.id: Table(law, f) for f in law.families.values()}
        space = dict(SPACE)
        source = []
        for rule in law.rules.values():
            name = rule.id.replace(".", "__")
            source += [function(name, rule.body), function(f"{name}__scope", rule.scope)]
        exec(compile("\n\n".join(source), "<blocks>", "exec"), space)  # noqa: S102 (printed from parsed trees)
        self.bodies: dict[str, Callable[[Block], tuple[Ints, Mask]]] = {}
        self.scopes: dict[str, Callable[[Block], tuple[Ints, Mask]]] = {}
        for rule in law.rules.values():
            name = rule.id.replace(".", "__")
            self.bodies[rule.id], self.scopes[rule.id] = space[name], space[f"{name}__scope"]
