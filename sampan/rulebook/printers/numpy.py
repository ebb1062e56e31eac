"""NumPy blocks: every rule as whole columns, the bulk default.

Each value carries a mask of the rows in which it is decided (None: in every row), worked by
three-valued logic, so that nothing is left to be worked again row by row.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from sampan.rulebook.ir import BOOLEANS, Let, Local, Lookup, Name, Node, Num, Op, is_bool
from sampan.rulebook.law import Law
from sampan.rulebook.printers.columns import SPACE, Ints, Known, Mask, both
from sampan.rulebook.printers.tables import Table


class Block:
    """Columns of one block of cases: facts given, values worked, each with where it is decided."""

    def __init__(self, program: Program, facts: dict[str, Ints], known: dict[str, Mask], size: int) -> None:
        self.program, self.size = program, size
        self.facts, self.known = facts, known
        self.values: dict[str, tuple[Ints, Known]] = {}
        self.given: dict[str, tuple[Ints, Known]] = {}
        self.epochs: dict[tuple[int, int], tuple[Ints, Known]] = {}
        self.places: dict[tuple[int, tuple[str, ...]], tuple[Ints, Known]] = {}
        self.rows: dict[tuple[str, int], tuple[Any, Ints, Known]] = {}

    def fact(self, name: str) -> tuple[Ints, Known]:
        """A fact's column; a fact not given at all is unknown in every row."""
        found = self.given.get(name)
        if found is None:
            # Where a fact is not known its least value stands in, so that no divisor is zero; the mask says so.
            least = self.program.law.facts[name].low
            mask = self.known.get(name)
            if name not in self.facts:
                found = np.full(self.size, least, np.int64), np.zeros(self.size, bool)
            elif mask is None or mask.all():
                found = self.facts[name].astype(np.int64, copy=False), None
            else:
                found = np.where(mask, self.facts[name], least).astype(np.int64, copy=False), mask
            self.given[name] = found
        return found

    def epoch(self, on: str) -> tuple[Ints, Known]:
        """The epoch of a date fact, in which no family changes; date facts that are one column share it."""
        key = id(self.facts.get(on)), id(self.known.get(on))
        found = self.epochs.get(key)
        if found is None:
            day, known = self.fact(on)
            base, table = self.program.days
            found = self.epochs[key] = table.take(day - base, mode="clip"), known
        return found

    def ask(self, name: str) -> tuple[Ints, Known]:
        """A fact, parameter or rule as a column with where it is decided."""
        found = self.values.get(name)
        if found is None:
            body = self.program.bodies.get(name)
            if body is not None:
                found = body(self)
            elif name in self.program.law.facts:
                found = self.fact(name)
            else:
                found = self.look(name, None, None)
            self.values[name] = found
        return found

    def look(self, name: str, argument: Any, known: Known) -> tuple[Ints, Known]:
        """A parameter; of a band table, that of an argument."""
        table = self.program.table(name)
        key = table.family.id, id(argument)
        found = self.rows.get(key)
        if found is None:
            column = None if argument is None else np.asarray(argument, np.int64)
            found = self.rows[key] = argument, *table.row(self, column)
        return table.values[name.split(".", 1)[1]].take(found[1], mode="clip"), both(known, found[2])


class _Printer:
    """Writes one tree as the body of a function of a Block: for each node its value and where it is decided."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.count = 0
        self.asked: dict[str, tuple[str, str]] = {}
        self.local: dict[str, tuple[str, str]] = {}

    def fresh(self, value: str, known: str) -> tuple[str, str]:
        self.count += 1
        name = f"v{self.count}"
        self.lines.append(f"{name} = {value}")
        if known == "None":
            return name, known
        self.lines.append(f"k{self.count} = {known}")
        return name, f"k{self.count}"

    def write(self, node: Node) -> tuple[str, str]:
        if isinstance(node, Num):
            return str(node.value), "None"
        if isinstance(node, Local):
            return self.local[node.id]
        if isinstance(node, Name):
            return self.name(node.id)
        if isinstance(node, Lookup):
            value, known = self.write(node.argument)
            self.count += 1
            self.lines.append(f"v{self.count}, k{self.count} = d.look({node.parameter!r}, {value}, {known})")
            return f"v{self.count}", f"k{self.count}"
        if isinstance(node, Let):
            self.local[node.name] = self.fresh(*self.write(node.value))
            return self.write(node.body)
        return self.operation(node)

    def name(self, name: str) -> tuple[str, str]:
        if name not in self.asked:
            i = len(self.asked)
            self.asked[name] = f"a{i}", f"m{i}"
            self.lines.append(f"a{i}, m{i} = d.ask({name!r})")
        return self.asked[name]

    def boolean(self, node: Node) -> tuple[str, str]:
        value, known = self.write(node)
        return (value, known) if is_bool(node) else (f"({value} != 0)", known)

    @staticmethod
    def both(parts: list[tuple[str, str]]) -> str:
        known = list(dict.fromkeys(k for _, k in parts if k != "None"))
        return "None" if not known else known[0] if len(known) == 1 else f"both({', '.join(known)})"

    def operation(self, node: Op) -> tuple[str, str]:
        if node.op == "if":
            # Named, because both the value and the mask use the parts.
            parts = [self.fresh(*self.boolean(node.args[0])), *(self.fresh(*self.write(a)) for a in node.args[1:])]
            pairs = ", ".join(f"({v}, {k})" for v, k in parts)
            return self.fresh(f"np.where({', '.join(v for v, _ in parts)})", f"choice({pairs})")
        if node.op in ("and", "or"):
            parts = [self.fresh(*self.boolean(a)) for a in node.args]
            sign = " & " if node.op == "and" else " | "
            pairs = ", ".join(f"({v}, {k})" for v, k in parts)
            return self.fresh(sign.join(v for v, _ in parts), f"either({node.op == 'or'}, {pairs})")
        if node.op == "not":
            value, known = self.boolean(node.args[0])
            return f"np.logical_not({value})", known
        parts = [self.write(x) for x in node.args]
        return self.plain(node, [v for v, _ in parts]), self.both(parts)

    def plain(self, node: Op, a: list[str]) -> str:
        if node.op in ("min", "max"):
            return reduce(lambda x, y: f"np.{node.op}imum({x}, {y})", a)
        if node.op == "neg":
            return f"(-{a[0]})"
        if node.op in BOOLEANS or node.op in ("+", "-", "*"):
            return f"({a[0]} {node.op} {a[1]})"
        return f"{node.op}({', '.join(a)})"


def function(name: str, node: Node) -> str:
    """A tree as the source of one function of a Block, giving (values, where decided)."""
    printer = _Printer()
    value, known = printer.write(node)
    lines = [*printer.lines, f"return column({value}, d.size), {known}"]
    return "\n".join([f"def {name}(d):", *(f"    {line}" for line in lines)])


class Program:
    """The whole law as NumPy functions and tables."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.tables: dict[str, Table] = {}
        rows = [r for f in law.families.values() for r in f.rows]
        edges = sorted({r.first for r in rows} | {r.last + 1 for r in rows})
        self.starts = np.array([0, *edges], np.int64)
        last = max(e for e in edges if e < edges[0] + 80000)
        self.days = edges[0] - 1, np.searchsorted(self.starts, np.arange(edges[0] - 1, last + 1), "right") - 1
        space = dict(SPACE)
        source = []
        for rule in law.rules.values():
            name = rule.id.replace(".", "__")
            source += [function(name, rule.body), function(f"{name}__scope", rule.scope)]
        exec(compile("\n\n".join(source), "<blocks>", "exec"), space)  # noqa: S102 (printed from parsed trees)
        self.bodies: dict[str, Callable[[Block], tuple[Ints, Known]]] = {}
        for rule in law.rules.values():
            name = rule.id.replace(".", "__")
            self.bodies[rule.id], self.bodies[f"{rule.id} scope"] = space[name], space[f"{name}__scope"]

    def table(self, name: str) -> Table:
        """The table that holds a parameter, made when first asked for."""
        family = self.law.parameters[name]
        found = self.tables.get(family.id)
        if found is None:
            found = self.tables[family.id] = Table(self.law, family, self.starts)
        return found
