"""A fused loop: the rules asked, and all that they need, as one compiled loop over the rows.

The same tables and the same three-valued logic as the NumPy blocks, written without a jump, so that the
compiler works several rows at once. Each rule is worked once a row and stays in a register. Whole numbers
of 64 bits and quotients of doubles are exact here, because every intermediate is proved to lie below 2^53.
Rules that need `level_payment` are left to the NumPy blocks. Needs the package numba.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from sampan.rulebook.ir import Let, Local, Lookup, Name, Node, Num, Op, is_bool, walk
from sampan.rulebook.law import Law
from sampan.rulebook.printers.columns import Ints, Mask
from sampan.rulebook.printers.compiled import compiled
from sampan.rulebook.printers.numpy import Program
from sampan.rulebook.printers.tables import Table
from sampan.rulebook.words import WORDS

Term = tuple[str, str]  # a value, and where it is decided: "True" in every row, "False" in none
FEW = 16  # so many bounds or changes are compared one by one; more are looked up
STEPS = 1 << 14  # places of the largest table of bands by steps
GROUP = 32  # names worked in one loop; a longer one takes long to compile


class Given(NamedTuple):
    """A fact that is given: the numbers of its column and of its mask (-1: given in every row)."""

    column: int
    mask: int


class _Words:
    """Tables as columns of whole numbers; small numbers of the same place share one, each in bits of its own."""

    def __init__(self) -> None:
        self.columns: list[Ints] = []
        self.used: list[int] = []
        self.open: dict[str, int] = {}

    def put(self, place: str, codes: Ints) -> tuple[int, int, int]:
        """Keep numbers not below zero, one for each value of a place; gives the column, the first bit and how many."""
        bits = int(codes.max(initial=1)).bit_length()
        column = self.open.get(place, -1)
        if column < 0 or self.used[column] + bits > 63:
            column = self.open[place] = len(self.columns)
            self.columns.append(np.zeros_like(codes))
            self.used.append(0)
        shift = self.used[column]
        self.columns[column] |= codes << shift
        self.used[column] += bits
        return column, shift, bits


def needed(law: Law, names: list[str]) -> dict[str, Node]:
    """What is asked, and the rules that it needs, in the order of the law; scopes last."""
    scopes = {n: law.rules[n.removesuffix(" scope")] for n in names if n.endswith(" scope")}
    wanted = {*names, *(n for r in scopes.values() for kind, n in r.scope_deps if kind == "rule")}
    for rule in reversed(law.rules.values()):
        if rule.id in wanted:
            wanted |= {n for kind, n in rule.deps if kind == "rule"}
    return {n: r.body for n, r in law.rules.items() if n in wanted} | {n: r.scope for n, r in scopes.items()}


def fusible(law: Law, names: list[str]) -> list[str]:
    """The names asked that a loop can work: without `level_payment` anywhere below."""
    def heavy(node: Node) -> bool:
        return any(isinstance(part, Op) and part.op == "level_payment" for part in walk(node))

    return [n for n in names if not any(map(heavy, needed(law, [n]).values()))]


def _all(*known: str) -> str:
    parts = [k for k in dict.fromkeys(known) if k != "True"]
    if "False" in parts:
        return "False"
    return f"({' & '.join(parts)})" if len(parts) > 1 else parts[0] if parts else "True"


class _Printer:
    """Writes trees as the straight lines of a loop: for each node its value and where it is decided."""

    def __init__(self, program: Program, given: dict[str, Given]) -> None:
        self.program, self.given = program, given
        self.words = _Words()
        self.kept: dict[Any, str] = {}
        self.lines: list[str] = []
        self.seen: dict[str, str] = {}
        self.rules: dict[str, Term] = {}
        self.local: dict[str, Term] = {}
        self.columns: set[str] = set()

    def keep(self, text: str) -> str:
        """A name for an expression, the same for the same."""
        if text.lstrip("-").isalnum():
            return text
        if text not in self.seen:
            self.seen[text] = f"e{len(self.seen)}"
            self.lines.append(f"{self.seen[text]} = {text}")
        return self.seen[text]

    def code(self, key: Any, place: str, codes: Ints, ordered: bool = False) -> str:
        """The number of a place: out of a table, or, where `ordered` places change it seldom, by comparisons."""
        if (key, place) not in self.kept:
            changes = np.flatnonzero(np.diff(codes)) + 1
            if ordered and len(changes) <= FEW:
                text = str(codes[0])
                for at in changes:
                    text = self.keep(f"pick({place} >= {at}, {codes[at]}, {text})")
            else:
                column, shift, bits = self.words.put(place, codes)
                word = self.keep(f"int64(t{column}[uint64({place})])")
                text = self.keep(f"(({word} >> {shift}) & {2**bits - 1})")
            self.kept[key, place] = text
        return self.kept[key, place]

    def fact(self, name: str) -> Term:
        """A fact; where it is not known its least value stands in, so that no divisor is zero."""
        least = self.program.law.facts[name].low
        if name not in self.given:
            return str(least), "False"
        column, mask = self.given[name]
        self.columns |= {f"f{column}", *([f"k{mask}"] if mask >= 0 else [])}
        value = self.keep(f"int64(f{column}[i])")
        if mask < 0:
            return value, "True"
        known = self.keep(f"k{mask}[i]")
        return self.keep(f"pick({known}, {value}, {least})"), known

    def epoch(self, on: str) -> Term:
        base, days = self.program.days
        day, known = self.fact(on)
        return self.code("days", self.keep(f"inside({day} - {base}, {len(days)})"), days), known

    def place(self, table: Table) -> Term:
        """The place of the row in a table's combinations and epochs."""
        epoch, known = self.epoch(table.family.on)
        place = ""
        for name, size in zip(table.by, table.sizes, strict=True):
            value, sure = self.fact(name)
            code = value if sure == "True" else f"pick({sure}, {value}, {size - 1})"
            place = self.keep(f"({place} * {size} + {code})" if place else code)
        if not place:
            return epoch, known
        size = table.epochs * int(np.prod(table.sizes))
        return self.keep(f"inside({place} * {table.epochs} + {epoch}, {size})"), known

    def band(self, table: Table, at: str, argument: str) -> tuple[str, Ints]:
        """Where the band of an argument stands, and the place in the values of everything that may stand there."""
        sets = self.code((table.family.id, "sets"), at, table.sets, not table.by)
        slots, step = np.arange(table.slots), int(np.gcd.reduce(table.bounds))
        if len(slots) <= FEW or step < 2 or table.bounds[-1] // step >= STEPS:
            slot = " + ".join(f"int64({argument} >= {bound})" for bound in table.bounds)
        else:
            slots = np.searchsorted(table.bounds, np.arange(-step, table.bounds[-1] + step, step), "right")
            slot = f"inside(down({argument}, {step}) + 1, {len(slots)})"
        places = np.arange(table.sets.max() + 1)[:, None] * table.slots + slots
        return self.keep(f"({sets} * {len(slots)} + {self.keep(f'({slot})')})"), places.ravel()

    def look(self, name: str, argument: Term | None) -> Term:
        """A parameter; of a band table, that of an argument."""
        table = self.program.table(name)
        values, row = table.values[name.split(".", 1)[1]], table.known
        at, known = self.place(table)
        least = int(values[row].min(initial=0))
        codes = np.where(row, values - least + 1, 0)  # 0: no row of law is in force
        if argument is not None:
            at, places = self.band(table, at, argument[0])
            codes, known = codes[places], _all(known, argument[1])
        code = self.code(name, at, codes, not table.by and argument is None)
        return self.keep(f"({code} + {least - 1})"), self.keep(_all(known, f"({code} != 0)"))

    def write(self, node: Node) -> Term:
        if isinstance(node, Num):
            return str(node.value), "True"
        if isinstance(node, Local):
            return self.local[node.id]
        if isinstance(node, Name):
            return self.name(node.id)
        if isinstance(node, Lookup):
            return self.look(node.parameter, self.number(node.argument))
        if isinstance(node, Let):
            self.local[node.name] = self.number(node.value)
            return self.write(node.body)
        value, known = self.operation(node)
        return self.keep(value), self.keep(known)

    def name(self, name: str) -> Term:
        """A rule (worked before), a fact or a parameter."""
        if name in self.rules:
            return self.rules[name]
        return self.fact(name) if name in self.program.law.facts else self.look(name, None)

    def number(self, node: Node) -> Term:
        value, known = self.write(node)
        return (self.keep(f"int64({value})") if is_bool(node) else value), known

    def boolean(self, node: Node) -> Term:
        value, known = self.write(node)
        return (value if is_bool(node) else self.keep(f"({value} != 0)")), known

    def operation(self, node: Op) -> Term:
        if node.op == "if":
            return self.choice(self.boolean(node.args[0]), *(self.number(a) for a in node.args[1:]))
        if node.op in ("and", "or"):
            return self.either(node.op, [self.boolean(a) for a in node.args])
        if node.op == "not":
            value, known = self.boolean(node.args[0])
            return f"(not {value})", known
        parts = [self.number(x) for x in node.args]
        a, known = [v for v, _ in parts], _all(*(k for _, k in parts))
        if node.op == "share":
            large = f"large({', '.join(a)})"
            self.lines.append(f"hard |= int64({_all(large, known)})")
        if node.op == "neg":
            return f"(-{a[0]})", known
        if node.op in WORDS or node.op in ("min", "max"):
            return f"{node.op}({', '.join(a)})", known
        return f"({a[0]} {node.op} {a[1]})", known

    def either(self, op: str, parts: list[Term]) -> Term:
        """`and` (`or`): decided where all parts are, or one that is says no (yes)."""
        value = f"({(' & ' if op == 'and' else ' | ').join(v for v, _ in parts)})"
        known = _all(*(k for _, k in parts))
        if known == "True":
            return value, known
        says = [self.keep(_all(v if op == "or" else f"(not {v})", k)) for v, k in parts]
        return value, f"({' | '.join([known, *says])})"

    def choice(self, test: Term, one: Term, two: Term) -> Term:
        """`if`: decided where the branch taken is, or where both are and agree."""
        (t, kt), (a, ka), (b, kb) = test, one, two
        taken = ka if ka == kb else self.keep(f"pick({t}, {ka}, {kb})")
        value = f"pick({t}, {a}, {b})"
        if kt == "True":
            return value, taken
        return value, f"({_all(kt, taken)} | {_all(f'({a} == {b})', ka, kb)})"


class Fused:
    """One compiled loop for the names asked and the facts given."""

    def __init__(self, program: Program, names: list[str], given: dict[str, Given]) -> None:
        printer = _Printer(program, given)
        self.names = names
        for name, body in needed(program.law, names).items():
            printer.rules[name] = printer.number(body)
        for j, name in enumerate(names):
            value, known = printer.name(name)
            printer.lines += [f"v{j}[i] = pick({known}, {value}, 0)", f"m{j}[i] = {known}"]
        self.columns = sorted(printer.columns)
        self.tables = [c.astype(np.int32) if c.max() < 2**31 else c for c in printer.words.columns]
        arguments = [*(f"t{j}" for j in range(len(self.tables))), *self.columns,
                     *(f"{kind}{j}" for kind in "vm" for j in range(len(names)))]
        self.source = "\n".join([
            f"def loop(start, stop, {', '.join(arguments)}):", "    apart()", "    hard = int64(0)",
            "    for row in range(start, stop):", "        i = uint64(row)",
            *(f"        {line}" for line in printer.lines), "    return hard", ""])
        self.loop = compiled(self.source)

    def work(self, columns: list[Any], masks: list[Mask], part: slice, out: dict[str, tuple[Ints, Mask]]) -> bool:
        """Work some rows into values and masks; False where a `share` was too large, so that the values are void."""
        read = [(columns if name[0] == "f" else masks)[int(name[1:])] for name in self.columns]
        into = [out[n][kind] for kind in (0, 1) for n in self.names]
        return not self.loop(part.start, part.stop, *self.tables, *read, *into)


def loops(program: Program, names: list[str], given: dict[str, Given]) -> list[Fused]:
    """The loops for those of the names that can be fused."""
    quick = fusible(program.law, names)
    return [Fused(program, quick[i:i + GROUP], given) for i in range(0, len(quick), GROUP)]
