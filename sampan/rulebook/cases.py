"""Worked cases beside the rules: read, then run through a printer, compared to the last unit."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sampan.rulebook.errors import LawError
from sampan.rulebook.kleene import Missing
from sampan.rulebook.law import LAW, Law
from sampan.rulebook.sheet import Sheet


@dataclass(frozen=True)
class Case:
    """One worked case: facts as codes, and what each rule must answer."""

    file: str
    say: str
    source: str
    facts: dict[str, int]
    expect: dict[str, int | str]


def read_cases(law: Law, folder: Path = LAW) -> Iterator[Case]:
    """Every case of a law folder. Raises LawError for an unknown key, fact or rule."""
    for path in sorted(folder.rglob("*.cases.toml")):
        file, home = f"{path.parent.name}/{path.name}", path.parent.name
        for i, raw in enumerate(tomllib.loads(path.read_text(encoding="utf-8")).get("case", [])):
            place = f"case {i + 1}"
            if set(raw) != {"say", "source", "facts", "expect"}:
                raise LawError(file, place, "a case has say, source, facts and expect")
            facts = {}
            for name, value in raw["facts"].items():
                if name not in law.facts:
                    raise LawError(file, place, f"{name!r} is no fact of the folder facts")
                facts[name] = law.facts[name].code(value)
            expect = {}
            for name, value in raw["expect"].items():
                rule = name if "." in name else f"{home}.{name}"
                if rule not in law.rules:
                    raise LawError(file, place, f"{rule!r} is no rule")
                expect[rule] = ordered(value) if isinstance(value, str) else value
            yield Case(file, raw["say"], raw["source"], facts, expect)


def answer(law: Law, facts: dict[str, int], rule: str) -> int | str:
    """What the scalar sheet answers, written as an expectation of a case."""
    sheet = Sheet(law, facts)
    scope = sheet.scope(rule)
    if isinstance(scope, Missing):
        return written(scope)
    if not scope:
        return "not in scope"
    value = sheet.value(rule)
    return written(value) if isinstance(value, Missing) else value


def written(missing: Missing) -> str:
    """A missing answer as cases write it: the facts, or the families, in alphabetical order."""
    if missing.facts:
        return "unknown: " + ", ".join(sorted(missing.facts))
    return "no rule: " + ", ".join(sorted({n.missing.split()[0] for n in missing.no_rule}))


def ordered(expectation: str) -> str:
    """An expectation with its names in alphabetical order."""
    kind, _, rest = expectation.partition(": ")
    return f"{kind}: {', '.join(sorted(rest.split(', ')))}" if rest else expectation
