"""Deciding in spite of missing facts: three-valued evaluation of one tree.

`a and b` is no when either is no, whatever the other; an `if` whose branches agree needs no condition.
Otherwise the answer is Missing, which names the facts to ask for and the families without a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sampan.rulebook.ir import Let, Local, Lookup, Name, Node, Num, Op
from sampan.rulebook.words import WORDS


@dataclass(frozen=True)
class NoRule:
    """A family that holds no rule for the day: its id with the place, and the day."""

    missing: str
    on: int


class Missing(Exception):
    """No answer: facts that were not given, and families without a rule on the day."""

    def __init__(self, facts: frozenset[str] = frozenset(), no_rule: frozenset[NoRule] = frozenset()) -> None:
        self.facts, self.no_rule = facts, no_rule
        super().__init__(facts, no_rule)

    def __or__(self, other: Missing) -> Missing:
        return Missing(self.facts | other.facts, self.no_rule | other.no_rule)


Value = int | Missing
_SIMPLE: dict[str, Callable[..., int]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "neg": lambda a: -a,
    "<": lambda a, b: int(a < b), "<=": lambda a, b: int(a <= b), ">": lambda a, b: int(a > b),
    ">=": lambda a, b: int(a >= b), "==": lambda a, b: int(a == b), "!=": lambda a, b: int(a != b),
    "not": lambda a: int(not a), "min": min, "max": max, **WORDS,
}


def evaluate(
    node: Node, ask: Callable[[str], int], band: Callable[[str, int], int], local: dict[str, Value] | None = None
) -> Value:
    """The value of a tree, or Missing with what it would need."""
    local = local or {}
    if isinstance(node, Num):
        return node.value
    if isinstance(node, Local):
        return local[node.id]
    if isinstance(node, Let):
        value = evaluate(node.value, ask, band, local)
        return evaluate(node.body, ask, band, {**local, node.name: value})
    if isinstance(node, Name):
        return _asked(ask, node.id)
    if isinstance(node, Lookup):
        argument = evaluate(node.argument, ask, band, local)
        return argument if isinstance(argument, Missing) else _asked(band, node.parameter, argument)
    assert isinstance(node, Op)
    if node.op == "if":
        return _if(node, ask, band, local)
    args = [evaluate(a, ask, band, local) for a in node.args]
    if node.op in ("and", "or"):
        return _logic(node.op, args)
    missing = _all(args)
    return missing if missing is not None else _SIMPLE[node.op](*args)


def _asked(ask: Callable[..., int], *args: object) -> Value:
    try:
        return ask(*args)
    except Missing as missing:
        return missing


def _all(args: list[Value]) -> Missing | None:
    out: Missing | None = None
    for a in args:
        if isinstance(a, Missing):
            out = a if out is None else out | a
    return out


def _logic(op: str, args: list[Value]) -> Value:
    decisive = op == "or"
    if any(not isinstance(a, Missing) and bool(a) == decisive for a in args):
        return int(decisive)
    missing = _all(args)
    return missing if missing is not None else int(not decisive)


def _if(
    node: Op, ask: Callable[[str], int], band: Callable[[str, int], int], local: dict[str, Value]
) -> Value:
    condition = evaluate(node.args[0], ask, band, local)
    if not isinstance(condition, Missing):
        return evaluate(node.args[1 if condition else 2], ask, band, local)
    one, two = (evaluate(n, ask, band, local) for n in node.args[1:])
    return one if not isinstance(one, Missing) and one == two else condition
