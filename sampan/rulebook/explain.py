"""The working of an answer: the formula of each rule as people write it, with the values put in."""

from __future__ import annotations

from datetime import date
from functools import cache

from sampan.rulebook.families import Reading, Row
from sampan.rulebook.ir import COMPARISONS, Let, Local, Lookup, Name, Node, Num, Op
from sampan.rulebook.kleene import Missing
from sampan.rulebook.law import Law
from sampan.rulebook.sheet import Sheet, Used


def short(name: str) -> str:
    """A rule or parameter without its jurisdiction, as words."""
    return name.split(".", 1)[-1].replace("_", " ")


@cache
def rule_formula(law: Law, rule: str) -> str:
    """The formula of a rule, worked out once."""
    return formula(law, law.rules[rule].body)


def formula(law: Law, node: Node) -> str:
    """A tree as a formula in words."""
    if isinstance(node, Num):
        return f"{node.value:,}"
    if isinstance(node, Local):
        return node.id.replace("_", " ")
    if isinstance(node, Name):
        return short(node.id)
    if isinstance(node, Lookup):
        return f"{short(node.parameter)} for {formula(law, node.argument)}"
    if isinstance(node, Let):
        return f"{formula(law, node.body)}, with {node.name.replace('_', ' ')} = {formula(law, node.value)}"
    return _operation(law, node)


def _operation(law: Law, node: Op) -> str:
    if node.op in COMPARISONS and isinstance(node.args[0], Name) and isinstance(node.args[1], Num):
        fact = law.facts.get(node.args[0].id)
        if fact is not None:
            sign = {"==": "is", "!=": "is not"}.get(node.op, node.op)
            return f"{short(fact.name)} {sign} {fact.shown(node.args[1].value)}"
    a = [formula(law, x) for x in node.args]
    if node.op == "if":
        return f"{a[1]} if {a[0]}, else {a[2]}"
    if node.op in ("and", "or"):
        return f" {node.op} ".join(a)
    if node.op in ("neg", "not"):
        return f"{'-' if node.op == 'neg' else 'not '}{a[0]}"
    signs = {"*": "×", "-": "−"}
    if len(a) == 2 and not node.op.isidentifier():
        return f"({a[0]} {signs.get(node.op, node.op)} {a[1]})"
    return f"{node.op.replace('_', ' ')}({', '.join(a)})"


def working(sheet: Sheet, rule: str) -> list[str]:
    """The steps behind a rule's value, the last step first worked out: "name = formula = value"."""
    lines: dict[str, str] = {}
    law = sheet.law

    def visit(name: str) -> None:
        if name in lines:
            return
        step = sheet.steps.get(name)
        if name in law.facts:
            value = sheet.facts.get(name)
            lines[name] = f"{short(name)} = {'not known' if value is None else law.facts[name].shown(value)}"
            return
        if step is None:
            return
        for asked in step.asked:
            visit(asked)
        worked = "not known" if isinstance(step.value, Missing) else f"{step.value:,}"
        if name in law.rules and law.rules[name].unit == "date" and not isinstance(step.value, Missing):
            worked = date.fromordinal(step.value).isoformat()
        if name in law.rules:
            lines[name] = f"{short(name)} = {rule_formula(law, name)} = {worked}"
        else:
            lines[name] = f"{short(name)} = {worked} ({law.parameters[name].units[short_key(name)]})"

    visit(rule)
    return list(lines.values())


def short_key(name: str) -> str:
    """A parameter's own name, without its jurisdiction."""
    return name.split(".", 1)[1]


def citation(used: Used) -> dict[str, object]:
    """The citation of a row of law: instrument, article, address, confidence, first day, last checked."""
    return cite(used.row, used.family.checked.isoformat())


def cite(row: Row, checked: str, reading: Reading | None = None) -> dict[str, object]:
    """A row (or one reading of it) as a citation."""
    source = reading.source if reading else row.source
    out: dict[str, object] = {
        "instrument": source.instrument, "article": (reading.article if reading else row.article) or "not seen",
        "source": source.url, "confidence": source.confidence if reading else row.confidence,
        "from": row.start.written, "checked": checked,
    }
    if row.id:
        out["id"] = row.id
    return out
