"""What rests on what: the rules and values behind a rule, the rules that use a value, the worked cases of a rule.

Worked out once for a law and kept with it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sampan.rulebook.cases import Case, read_cases
from sampan.rulebook.families import Family
from sampan.rulebook.law import LAW, Law


@cache
def uses(law: Law, rule: str) -> tuple[list[str], list[Family]]:
    """The rules and families that a rule names itself, its ceiling included."""
    found = law.rules[rule]
    target = [(found.ceiling.split(":")[0], found.ceiling.split(":")[1])] if found.ceiling else []
    links = dict.fromkeys([*found.deps, *found.scope_deps, *target])
    families = dict.fromkeys(law.parameters[name] for kind, name in links if kind == "parameter")
    return [name for kind, name in links if kind == "rule"], list(families)


@cache
def rests_on(law: Law, rule: str) -> tuple[list[str], list[Family]]:
    """Every rule and family that a rule rests on, its own first, then those behind the rules it uses."""
    rules, families = dict.fromkeys(uses(law, rule)[0]), dict.fromkeys(uses(law, rule)[1])
    for name in list(rules):
        deeper, values = rests_on(law, name)
        rules.update(dict.fromkeys(deeper))
        families.update(dict.fromkeys(values))
    return list(rules), list(families)


@cache
def used_by(law: Law, family: Family) -> list[str]:
    """The rules that look up a value of a family themselves."""
    return [name for name in law.rules if family in uses(law, name)[1]]


@cache
def used_in(law: Law, rule: str) -> list[str]:
    """The rules that use a rule themselves."""
    return [name for name in law.rules if rule in uses(law, name)[0]]


@cache
def worked_cases(law: Law, folder: Path = LAW) -> dict[str, list[Case]]:
    """The worked cases of each rule that has any."""
    out: dict[str, list[Case]] = {}
    for case in read_cases(law, folder):
        for rule in case.expect:
            out.setdefault(rule, []).append(case)
    return out
