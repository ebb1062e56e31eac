"""Scalar Python: one function a rule, in which `v("name")` asks the sheet for a value when it is needed."""

from __future__ import annotations

from collections.abc import Callable

from sampan.rulebook import words
from sampan.rulebook.ir import Let, Local, Lookup, Name, Node, Num, Op
from sampan.rulebook.parser import Rule

Asks = Callable[[str], int]
Compiled = Callable[[Asks, Callable[[str, int], int]], int]


def expression(node: Node) -> str:
    """A node as a Python expression."""
    if isinstance(node, Num):
        return str(node.value)
    if isinstance(node, Local):
        return f"_{node.id}"
    if isinstance(node, Name):
        return f"v({node.id!r})"
    if isinstance(node, Lookup):
        return f"band({node.parameter!r}, {expression(node.argument)})"
    assert isinstance(node, Op)
    a = [expression(x) for x in node.args]
    if node.op == "if":
        return f"({a[1]} if {a[0]} else {a[2]})"
    if node.op in ("neg", "not"):
        return f"({'-' if node.op == 'neg' else 'not '}{a[0]})"
    if node.op in ("and", "or"):
        return "(" + f" {node.op} ".join(a) + ")"
    if node.op in words.WORDS or node.op in ("min", "max"):
        return f"{node.op}({', '.join(a)})"
    return f"({a[0]} {node.op} {a[1]})"


def _statements(node: Node, indent: str) -> list[str]:
    if isinstance(node, Let):
        return [f"{indent}_{node.name} = {expression(node.value)}", *_statements(node.body, indent)]
    if isinstance(node, Op) and node.op == "if":
        return [f"{indent}if {expression(node.args[0])}:", *_statements(node.args[1], indent + "    "),
                *_statements(node.args[2], indent)]
    return [f"{indent}return int({expression(node)})"]


def function(name: str, node: Node) -> str:
    """A tree as the source of one Python function of (v, band)."""
    return "\n".join([f"def {name}(v, band):", *_statements(node, "    ")])


def compiled(rules: dict[str, Rule]) -> tuple[dict[str, Compiled], dict[str, Compiled]]:
    """Every rule's body and scope as Python functions."""
    source, bodies, scopes = [], {}, {}
    for rule in rules.values():
        name = rule.id.replace(".", "__")
        source += [function(name, rule.body), function(f"{name}__scope", rule.scope)]
    space: dict[str, Compiled] = dict(words.WORDS)
    exec(compile("\n\n".join(source), "<rules>", "exec"), space)  # noqa: S102 (printed from parsed trees only)
    for rule in rules.values():
        name = rule.id.replace(".", "__")
        bodies[rule.id], scopes[rule.id] = space[name], space[f"{name}__scope"]
    return bodies, scopes
