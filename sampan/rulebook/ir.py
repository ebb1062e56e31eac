"""The rule as a tree: the small language that every printer writes in its own runtime.

Ops: + - * neg, comparisons, and or not, min max, if (condition, a, b) and the rounding words.
Let names a value; it appears only at the top of a function or of a branch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
BOOLEANS = (*COMPARISONS, "and", "or", "not")


@dataclass(frozen=True)
class Num:
    """A whole number."""

    value: int


@dataclass(frozen=True)
class Name:
    """A fact, a rule ("vn.rent_ceiling") or a parameter ("vn.rent.rent_percent")."""

    id: str
    kind: str  # fact, rule, parameter


@dataclass(frozen=True)
class Local:
    """A local name of the function."""

    id: str


@dataclass(frozen=True)
class Op:
    """An operation on its arguments."""

    op: str
    args: tuple[Node, ...]


@dataclass(frozen=True)
class Lookup:
    """A band look-up: the parameter's value for an argument."""

    parameter: str
    argument: Node


@dataclass(frozen=True)
class Let:
    """A local name for a value, used in the body."""

    name: str
    value: Node
    body: Node


Node = Num | Name | Local | Op | Lookup | Let


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it."""
    yield node
    if isinstance(node, Op):
        for arg in node.args:
            yield from walk(arg)
    elif isinstance(node, Lookup):
        yield from walk(node.argument)
    elif isinstance(node, Let):
        yield from walk(node.value)
        yield from walk(node.body)


def names(node: Node) -> list[tuple[str, str]]:
    """Every (kind, id) the node asks for, in order, each once; look-ups count as parameters."""
    out: dict[tuple[str, str], None] = {}
    for n in walk(node):
        if isinstance(n, Name):
            out[(n.kind, n.id)] = None
        elif isinstance(n, Lookup):
            out[("parameter", n.parameter)] = None
    return list(out)


def is_bool(node: Node) -> bool:
    """Whether the node is a yes/no answer."""
    return isinstance(node, Op) and node.op in BOOLEANS
