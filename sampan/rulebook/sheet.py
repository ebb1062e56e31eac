"""One case worked through the law: every value with what it rests on, asked for only when needed.

The trace is the sheet itself: each rule's value, the values it asked for, and the rows of law used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from sampan.rulebook.families import DECIDING, Family, NeedsFacts, Row
from sampan.rulebook.ir import Lookup, Op, walk
from sampan.rulebook.kleene import Missing, NoRule, Value, evaluate
from sampan.rulebook.law import Law
from sampan.rulebook.printers.python import Compiled, compiled


@dataclass(frozen=True)
class Used:
    """A row of law that an answer rests on, and the day it was asked for."""

    family: Family
    row: Row
    on: int

    @property
    def vague(self) -> bool:
        """Whether the day lies between the earliest and the certain start of the row."""
        return self.on < self.row.start.certain.toordinal()

    @property
    def decides(self) -> bool:
        """Whether a verdict may rest on this row."""
        return self.family.decides and not self.vague and self.row.confidence in DECIDING


@dataclass
class Step:
    """One worked step: the value and what was asked for on the way, in order."""

    value: Value
    asked: list[str] = field(default_factory=list)
    used: list[Used] = field(default_factory=list)


@cache
def _of_charges(law: Law) -> frozenset[str]:
    """The rules and parameters that ask for a fact of a single charge; all others are the same for the whole offer."""
    single = {f for f in law.facts if f.startswith(("charge_", "yen_", "cent_", "home_")) or f.endswith("_before")}
    rules = {r for r in law.rules if law.needs(r) & single}
    return frozenset(rules | {p for p, f in law.parameters.items() if single & {f.on, *f.by}})


@cache
def _arithmetic(law: Law) -> frozenset[str]:
    """The rules without a choice, a condition or a band: whatever is missing, they stay open."""
    plain = {r.id for r in law.rules.values() if not any(
        isinstance(n, Lookup) or (isinstance(n, Op) and n.op in ("if", "and", "or")) for n in walk(r.body))}
    return frozenset(plain)


@cache
def _program(law: Law) -> tuple[dict[str, Compiled], dict[str, Compiled]]:
    return compiled(law.rules)


class Sheet:
    """A case worked on demand. `facts` are codes by fact name; `readings` picks a reading by row."""

    def __init__(self, law: Law, facts: dict[str, int], readings: dict[Row, int] | None = None,
                 steps: dict[str, Step] | None = None) -> None:
        self.law, self.facts = law, facts
        self.readings = readings or {}
        self.bodies, self.scopes = _program(law)
        self.steps: dict[str, Step] = steps or {}
        self._stack: list[Step] = []

    def with_charge(self, facts: dict[str, int]) -> Sheet:
        """A sheet for one charge of the same offer, which keeps what does not depend on the charge."""
        apart = _of_charges(self.law)
        return Sheet(self.law, facts, steps={n: s for n, s in self.steps.items() if n not in apart})

    def value(self, rule: str) -> Value:
        """The value of a rule, or Missing."""
        try:
            return self.ask(rule)
        except Missing as missing:
            return missing

    def scope(self, rule: str) -> Value:
        """1 when the rule concerns this case, 0 when not, Missing when that cannot be told."""
        try:
            return self.scopes[rule](self.ask, self.band)
        except Missing:
            return evaluate(self.law.rules[rule].scope, self.ask, self.band)

    def ask(self, name: str) -> int:
        """A fact, rule or parameter. Raises Missing."""
        if self._stack:
            self._stack[-1].asked.append(name)
        if name in self.facts:
            return self.facts[name]
        step = self.steps.get(name)
        if step is None:
            if name in self.law.facts:
                raise Missing(frozenset([name]))
            step = self._worked(name)
        if isinstance(step.value, Missing):
            raise step.value
        return step.value

    def _worked(self, name: str) -> Step:
        step = Step(0)
        self._stack.append(step)
        try:
            if name in self.bodies:
                try:
                    step.value = self.bodies[name](self.ask, self.band)
                except Missing:
                    step.asked, step.used = [], []
                    step.value = self._in_spite(name)
            else:
                try:
                    step.value = self._parameter(step, name, None)
                except Missing as missing:
                    step.value = missing
        finally:
            self._stack.pop()
        self.steps[name] = step
        return step

    def _in_spite(self, name: str) -> Value:
        """The value in spite of something missing; arithmetic alone cannot decide, it only adds up what is missing."""
        rule = self.law.rules[name]
        if name not in _arithmetic(self.law):
            return evaluate(rule.body, self.ask, self.band)
        out = Missing()
        for _, asked in rule.deps:
            try:
                self.ask(asked)
            except Missing as missing:
                out = out | missing
        return out

    def band(self, name: str, argument: int) -> int:
        """A parameter of a band table for an argument. Raises Missing."""
        return self._parameter(self._stack[-1] if self._stack else Step(0), name, argument)

    def _parameter(self, step: Step, name: str, argument: int | None) -> int:
        family = self.law.parameters[name]
        dims: dict[str, int | None] = {b: self.facts.get(b) for b in family.by}
        if family.on not in self.facts:
            raise Missing(frozenset([family.on]))
        on = self.facts[family.on]
        try:
            row = family.row(on, dims, argument)
        except NeedsFacts as needs:
            raise Missing(needs.facts) from None
        if row is None:
            raise Missing(no_rule=frozenset([NoRule(self._lacking(family), on)]))
        step.used.append(Used(family, row, on))
        short = name.split(".", 1)[1]
        if row in self.readings:
            return row.readings[self.readings[row]].values[short]
        return row.values[short]

    def _lacking(self, family: Family) -> str:
        facts = self.law.facts
        place = [facts[b].shown(self.facts[b]) for b in family.by if b in self.facts and facts[b].kind == "choice"]
        return " ".join([family.id, *place])

    def rests_on(self, name: str) -> list[Used]:
        """Every row of law a worked value rests on, each once, in the order of use."""
        out: dict[tuple[str, int], Used] = {}
        seen: set[str] = set()
        todo = [name]
        while todo:
            current = todo.pop(0)
            if current in seen or current not in self.steps:
                continue
            seen.add(current)
            step = self.steps[current]
            for used in step.used:
                out[used.family.id, id(used.row)] = used
            todo += step.asked
        return list(out.values())

    def conflicting(self, name: str) -> list[Row]:
        """The conflicting rows a value rests on."""
        return [u.row for u in self.rests_on(name) if u.row.readings]

    def doubts(self, name: str) -> list[str]:
        """The doubts on a value: of the rows it rests on, of their families, and of their dates."""
        out: dict[str, None] = {}
        for used in self.rests_on(name):
            out.update(dict.fromkeys(used.row.doubts))
            for i, doubt in enumerate(used.family.doubts):
                known = all(self.facts.get(k) == v for k, v in doubt.where.items())
                if known and doubt.first <= used.on <= doubt.last and self._holds(used.family.id, i):
                    out[doubt.text] = None
            if used.vague:
                out[f"The first day of this rule is not certain: {used.row.start.written}."] = None
        return list(out)

    def _holds(self, family: str, i: int) -> bool:
        condition = self.law.conditions.get((family, i))
        if condition is None:
            return True
        value = evaluate(condition, self.ask, self.band)
        return isinstance(value, Missing) or bool(value)
