"""The proof that every intermediate stays below 2^53, so that whole numbers in doubles are exact.

Each fact has declared bounds, each parameter the range of its rows. Every operation widens the range
it can reach; one that could pass 2^53, or a divisor that could be zero, is refused with its rule.
"""

from __future__ import annotations

from collections.abc import Callable

from sampan.rulebook.errors import LawError
from sampan.rulebook.ir import BOOLEANS, Let, Local, Lookup, Name, Node, Num, Op
from sampan.rulebook.law import Law
from sampan.rulebook.parser import Rule
from sampan.rulebook.words import CALENDAR, LAST_DAY, LIMIT, WORDS

Range = tuple[int, int]


def prove(law: Law) -> dict[str, Range]:
    """The range of every rule. Raises LawError when an intermediate may reach 2^53 or a divisor zero."""
    ranges: dict[str, Range] = {name: (f.low, f.high) for name, f in law.facts.items()}
    for name, family in law.parameters.items():
        short = name.split(".", 1)[1]
        values = [r.values[short] for r in family.rows]
        values += [reading.values[short] for r in family.rows for reading in r.readings]
        ranges[name] = (min(values, default=0), max(values, default=0))
    for rule in law.rules.values():
        ranges[rule.id] = _Prover(ranges, rule).range(rule.body, {})
    return ranges


class _Prover:
    def __init__(self, ranges: dict[str, Range], rule: Rule) -> None:
        self.ranges, self.rule = ranges, rule

    def fail(self, text: str) -> LawError:
        return LawError(self.rule.file, self.rule.line, f"{self.rule.id}: {text}")

    def checked(self, r: Range, what: str) -> Range:
        if max(abs(r[0]), abs(r[1])) > LIMIT:
            raise self.fail(f"{what} may reach {max(abs(r[0]), abs(r[1])):,}, which is not below 2^53; "
                            "bound a fact in law/facts or use share(a, b, c)")
        return r

    def range(self, node: Node, local: dict[str, Range]) -> Range:
        if isinstance(node, Num):
            return node.value, node.value
        if isinstance(node, Local):
            return local[node.id]
        if isinstance(node, Name):
            return self.ranges[node.id]
        if isinstance(node, Lookup):
            self.range(node.argument, local)
            return self.ranges[node.parameter]
        if isinstance(node, Let):
            return self.range(node.body, {**local, node.name: self.range(node.value, local)})
        assert isinstance(node, Op)
        if node.op == "if":
            return self.branch(node, local)
        return self.operation(node, [self.range(a, local) for a in node.args])

    def branch(self, node: Op, local: dict[str, Range]) -> Range:
        self.range(node.args[0], local)
        a, b = self.range(node.args[1], local), self.range(node.args[2], local)
        return min(a[0], b[0]), max(a[1], b[1])

    def operation(self, node: Op, a: list[Range]) -> Range:
        if node.op in BOOLEANS:
            return 0, 1
        if node.op in ("min", "max"):
            pick = min if node.op == "min" else max
            return pick(x[0] for x in a), pick(x[1] for x in a)
        if node.op == "neg":
            return -a[0][1], -a[0][0]
        if node.op in ("share", "level_payment"):
            return self.exact(node.op, a)
        if node.op in CALENDAR:
            if a[0][0] < 1 or a[0][1] > LAST_DAY:
                raise self.fail(f"{node.op} takes a day between the years 1 and 9999")
            return 1, LAST_DAY
        if node.op in WORDS:
            return self.quotient(node.op, a)
        combine: dict[str, Callable[[int, int], int]] = {
            "+": lambda x, y: x + y, "-": lambda x, y: x - y, "*": lambda x, y: x * y}
        ends = [combine[node.op](x, y) for x in a[0] for y in a[1]]
        return self.checked((min(ends), max(ends)), f"a {node.op} b")

    def exact(self, word: str, a: list[Range]) -> Range:
        if any(x[0] < 0 for x in a):
            raise self.fail(f"{word} takes nothing below zero")
        divisors = [a[2]] if word == "share" else [a[2], a[3], a[5]]
        if any(d[0] < 1 for d in divisors):
            raise self.fail(f"a divisor of {word} may be zero")
        return 0, LIMIT

    def quotient(self, word: str, a: list[Range]) -> Range:
        (low, high), (small, large) = a
        if small < 1:
            raise self.fail(f"the divisor of {word} may be zero or less")
        ten = 10 if word == "to_ten" else 1
        top = max(abs(low), abs(high))
        self.checked((0, 2 * top + 2 * ten * large), f"inside {word}")
        ends = [WORDS[word](x, y) for x in (low, high) for y in (small, large)]
        return min(ends), max(ends)
