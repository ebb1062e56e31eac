"""The law told in words: scopes, values in their unit, days, worked cases. English; callers may translate the words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sampan.rulebook.cases import Case
from sampan.rulebook.dates import LAST
from sampan.rulebook.explain import formula
from sampan.rulebook.facts import Fact
from sampan.rulebook.families import Family, Row
from sampan.rulebook.ir import Name, Node, Num, Op
from sampan.rulebook.law import Law
from sampan.rulebook.money import decimals
from sampan.rulebook.parser import Rule

Translate = Callable[[str], str]
Day = Callable[[date], str]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
AMOUNT = re.compile(r"(\d+(?:\.\d+)?) (.+)")
CODES = re.compile(r"(\d+) = ")


@dataclass(frozen=True)
class Measured:
    """A value with its unit, kept apart so that the unit can be translated: 9.93 and percent."""

    number: str
    unit: str

    def said(self, translate: Translate = str) -> str:
        """The value as people read it."""
        return f"{self.number} {translate(self.unit) if self.unit else ''}".strip()


def written_day(day: date) -> str:
    """A day in English: 1 April 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(name: str) -> str:
    """A name of the law files as words."""
    return name.split(".", 1)[-1].replace("_", " ")


def number(value: Fraction) -> str:
    """An exact number with commas, and as many decimals as it has."""
    places = 0
    while (value * 10**places).denominator != 1 and places < 12:
        places += 1
    return grouped(decimals(value, places)) if places else f"{value.numerator:,}"


def grouped(text: str) -> str:
    """A decimal text with commas in its whole part."""
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.isdigit() else text


def measured(value: int, unit: str) -> Measured:
    """A whole number of a unit as people read it: 993 of "0.01 percent" is 9.93 percent."""
    if CODES.match(unit):
        meanings = [part.split(" = ", 1) for part in re.split(r", (?=\d+ = )", unit)]
        return Measured("", dict(meanings)[str(value)]) if str(value) in dict(meanings) else Measured(str(value), unit)
    if unit == "yes or no":
        return Measured("", "yes" if value else "no")
    cents = re.fullmatch(r"(?:1 )?US cent(.*)", unit)
    if cents:
        return Measured(grouped(decimals(Fraction(value, 100), 2)), f"USD{cents[1]}")
    found = AMOUNT.fullmatch(unit)
    return Measured(number(value * Fraction(found[1])), found[2]) if found else Measured(f"{value:,}", unit)


def values_of(family: Family, row: Row, values: dict[str, int] | None = None) -> list[tuple[str, Measured]]:
    """The values of a row (or of one of its readings), each with its name in words."""
    found = row.values if values is None else values
    return [(in_words(n).replace(" tenths", ""), measured(v, family.units[n])) for n, v in found.items()]


def said_values(family: Family, row: Row, translate: Translate = str) -> str:
    """All values of a row in one phrase; the name is left out where there is only one."""
    told = values_of(family, row)
    if len(told) == 1:
        return told[0][1].said(translate)
    return ", ".join(f"{translate(name)}: {value.said(translate)}" for name, value in told)


def scope_of(law: Law, family: Family, row: Row) -> list[tuple[str, str]]:
    """For whom a row holds: each condition as a name and a value; empty for all cases."""
    out = [(name, law.facts[name].shown(code)) for name, code in row.where.items()]
    if family.band:
        low, high = f"{row.at_least:,}", "" if row.below is None else f"{row.below:,}"
        out.append((family.band, f"{low} – {high}" if high else f"{low} +"))
    return out


def conditions(law: Law, scope: Node) -> list[str]:
    """When a rule applies, condition by condition; all of them must be met. Empty: in every case."""
    if scope == Num(1):
        return []
    if isinstance(scope, Op) and scope.op == "and":
        return [text for part in scope.args for text in conditions(law, part)]
    return [_condition(law, scope)]


def _condition(law: Law, node: Node) -> str:
    if isinstance(node, Op) and node.op in ("and", "or"):
        return f" {node.op} ".join(_condition(law, part) for part in node.args)
    if isinstance(node, Op) and len(node.args) == 2:
        one, two = node.args
        words = {">=": "on or after", ">": "after", "<=": "on or before", "<": "before"}.get(node.op)
        dated = isinstance(one, Name) and one.id in law.facts and law.facts[one.id].kind == "date"
        if words and dated and isinstance(one, Name) and isinstance(two, Num):
            return f"{in_words(one.id)} {words} {written_day(date.fromordinal(two.value))}"
    return formula(law, node).replace("_", " ")


def end_of(row: Row) -> date | None:
    """The last day of a row; None when it has no end."""
    return None if row.end == LAST else row.end


def given(law: Law, case: Case) -> list[tuple[Fact, str]]:
    """The facts of a worked case with their values in words."""
    return [(law.facts[name], law.facts[name].shown(code)) for name, code in case.facts.items()]


def expected(rule: Rule, value: int | str) -> tuple[str, str]:
    """What a case expects of a rule, as (words, value): a value, a question, no rule, or not concerned."""
    if isinstance(value, str):
        kind, _, rest = value.partition(": ")
        words = {"unknown": "It cannot be decided without:", "no rule": "No rule is loaded:",
                 "not in scope": "The rule does not apply."}[kind]
        return words, rest.replace("_", " ") if kind == "unknown" else rest
    if rule.unit == "flag" and rule.judges:
        return ("The rule is not kept." if value else "The rule is kept."), ""
    if rule.unit == "flag":
        return "", "yes" if value else "no"
    if rule.unit == "date":
        return "", date.fromordinal(value).isoformat() if value > 0 else str(value)
    if rule.unit == "USD":
        return "", f"{grouped(decimals(Fraction(value, 100), 2))} USD"
    return "", f"{value:,} {rule.unit}" if rule.unit.isupper() else f"{value:,}"
