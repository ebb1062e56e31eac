"""What comes in and what is taken in a month of a plan: as offered, with overtime, and without work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sampan.checks.offer.events import Event
from sampan.checks.offer.takehome import PREMIUMS, TAX
from sampan.checks.offer.worked import Worked
from sampan.checks.verdict import needed
from sampan.rulebook.explain import citation, working
from sampan.rulebook.kleene import Missing
from sampan.rulebook.money import Money, rounded
from sampan.rulebook.sheet import Sheet

OVERTIME = "jp.plan_overtime_pay"
# The fields that stand outside the rules on hours are industries of the same name.
OUTSIDE = ("agriculture", "fishery")
LONG = "jp.plan_overtime_over_limit"
GO_ON = ("rent", "utilities", "food")
LINES = {**PREMIUMS, "income_tax": TAX}


@dataclass(frozen=True)
class Pay:
    """One month in yen."""

    income: int
    deductions: int


@dataclass
class Payroll:
    """The pay of each month of a plan; `needs` is what is missing, `steady` the pay as offered."""

    worked: Worked
    home: dict[str, Any]
    needs: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    citations: list[dict[str, object]] = field(default_factory=list)
    working: list[str] = field(default_factory=list)
    steady: Pay | None = None

    def __post_init__(self) -> None:
        if "net" in self.home:
            self.steady = Pay(self.home["gross"], self.home["gross"] - self.home["net"])
        else:
            self._ask(self.worked.sheet, ["jp.gross", *LINES.values()])
        self.idle = Pay(0, sum(v for k, v in self.home.get("told", {}).items() if k in GO_ON))
        self.extra: dict[Event, Pay] = {}
        for event in self.worked.offer.events if self.steady else []:
            if event.kind == "overtime" and (found := self._with_overtime(event)) is not None:
                self.extra[event] = found

    def of(self, month: int, events: list[Event]) -> Pay:
        """The pay of a month under some events."""
        assert self.steady is not None
        for e in events:
            if e.kind == "job_loss" and e.month <= month and (e.value is None or month < e.month + _whole(e.value)):
                return self.idle
        overtime = [e for e in events if e.kind == "overtime" and e.month <= month]
        last = max(overtime, key=lambda e: e.month, default=None)
        return self.extra[last] if last is not None else self.steady

    def _with_overtime(self, event: Event) -> Pay | None:
        """The pay of a month with overtime; None and noted when it cannot be worked out."""
        more = self._overtime(event)
        if more is None:
            return None
        facts = dict(self.worked.sheet.facts)
        facts["allowance_total"] = facts.get("allowance_total", 0) + more
        sheet = Sheet(self.worked.rules, facts)
        computed = {name: sheet.value(rule) for name, rule in LINES.items()}
        before = {name: self.worked.sheet.value(rule) for name, rule in LINES.items()}
        told, taken = dict(self.home.get("told", {})), 0
        for name in dict.fromkeys([*LINES, *told]):
            now, then = computed.get(name, 0), before.get(name, 0)
            if name in told:
                # What was told stays; what the law takes more because of the overtime comes on top.
                taken += told[name]
                taken += max(0, now - then) if isinstance(now, int) and isinstance(then, int) else 0
            elif isinstance(now, Missing):
                self._ask(sheet, [LINES[name]])
                return None
            else:
                taken += now
        assert self.steady is not None
        return Pay(self.steady.income + more, taken)

    def _overtime(self, event: Event) -> int | None:
        if isinstance(event.value, Money):
            exact = self.worked.rates.exact(event.value, "JPY")
            if exact is None:
                self.needs.append(self.worked.rates.needs(event.value.currency, "JPY"))
                return None
            return rounded(exact)
        hours = _whole(event.value)
        if hours == 0:
            return 0
        field = self.worked.offer.plain.get("field")
        facts = {**self.worked.sheet.facts, "plan_overtime_hours": hours}
        if field is not None:
            facts["industry"] = self.worked.rules.facts["industry"].code(field if field in OUTSIDE else "other")
        sheet = Sheet(self.worked.rules, facts)
        value = sheet.value(OVERTIME)
        if isinstance(value, Missing):
            self._ask(sheet, [OVERTIME])
            return None
        long = sheet.value(LONG)
        found = [*sheet.doubts(OVERTIME), *([self.worked.rules.rules[LONG].says] if long else [])]
        self.doubts += [d for d in found if d not in self.doubts]
        cited = [citation(u) for u in sheet.rests_on(OVERTIME)]
        self.citations += [c for c in cited if c not in self.citations]
        self.working += [line for line in working(sheet, OVERTIME) if line not in self.working]
        return value

    def _ask(self, sheet: Sheet, rules: list[str]) -> None:
        """Remember which facts are missing behind some rules; the told deductions need none."""
        for rule in rules:
            name = next((n for n, r in LINES.items() if r == rule), "")
            value = sheet.value(rule)
            if isinstance(value, Missing) and name not in self.home.get("told", {}):
                self.needs += needed(sheet, value, {**self.worked.lacking, "industry": "field"})
        self.needs = list(dict.fromkeys(self.needs))
        if not self.needs:
            self.steady = None


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value
