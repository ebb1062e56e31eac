"""The whole law, read once: facts, families, rules, their graph and the hash that names this version."""

from __future__ import annotations

import ast
import hashlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sampan.rulebook.duties import Duty, read_remedies
from sampan.rulebook.errors import LawError
from sampan.rulebook.facts import Fact, read_facts
from sampan.rulebook.families import Family
from sampan.rulebook.ir import Lookup, Name, Node, names, walk
from sampan.rulebook.parser import Rule, RuleParser
from sampan.rulebook.schema import read_family

LAW = Path(__file__).parent.parent / "law"
APART = ("facts", "remedies")  # folders that hold no families


@dataclass(eq=False)
class Law:
    """Facts, families by id, rules by id in an order in which each comes after what it needs."""

    facts: dict[str, Fact]
    families: dict[str, Family]
    rules: dict[str, Rule]
    parameters: dict[str, Family]
    hash: str
    checked: str
    conditions: dict[tuple[str, int], Node] = field(default_factory=dict)
    duties: tuple[Duty, ...] = ()

    def judging(self, kind: str) -> list[Rule]:
        """The rules that judge charges, limits, the offer, or by the international standard."""
        return [r for r in self.rules.values() if r.judges == kind]

    def needs(self, rule: str) -> set[str]:
        """Every fact a rule may ask for, through the rules and parameters it uses."""
        facts: set[str] = set()
        seen: set[str] = set()
        todo = [("rule", rule)]
        while todo:
            kind, name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            if kind == "fact":
                facts.add(name)
            elif kind == "rule":
                todo += self.rules[name].deps + self.rules[name].scope_deps
            else:
                family = self.parameters[name]
                todo += [("fact", family.on), *(("fact", b) for b in family.by)]
        return facts


def read_law(folder: Path = LAW) -> Law:
    """Read a law folder. Raises LawError naming file and place for the first thing that is wrong."""
    facts = read_facts(folder / "facts")
    families: dict[str, Family] = {}
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in (".toml", ".csv", ".py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        if path.suffix == ".toml" and path.parent.name not in APART and not path.name.endswith(".cases.toml"):
            family = read_family(path, path.parent.name, facts)
            families[family.id] = family
    parameters = {f"{f.id.split('.')[0]}.{value}": f for f in families.values() for value in f.units}
    if len(parameters) != sum(len(f.units) for f in families.values()):
        raise LawError("law", "values", "two families of one jurisdiction give the same value name")
    rules, conditions = _rules(folder, facts, families, parameters)
    checked = min((f.checked for f in families.values()), default=None)
    duties = read_remedies(folder / "remedies")
    return Law(facts, families, _ordered(rules), parameters, digest.hexdigest()[:16], str(checked), conditions, duties)


class _Names:
    """What an argument name means: a fact, a rule or parameter of its own folder, or `jp_name` of another."""

    def __init__(self, files: list[Path], facts: dict[str, Fact], parameters: dict[str, Family]) -> None:
        self.facts, self.parameters = facts, parameters
        self.declared = {f"{p.parent.name}.{n}" for p in files for n in _function_names(p)}
        self.folders = sorted({name.split(".")[0] for name in (*self.declared, *parameters)})
        self.known = [*facts, *self.declared, *parameters]

    def resolve(self, home: str, name: str) -> Name | None:
        """The name as a node, or None."""
        if name in self.facts:
            return Name(name, "fact")
        others = [f"{f}.{name[len(f) + 1:]}" for f in self.folders if name.startswith(f"{f}_")]
        for option in (f"{home}.{name}", *others):
            if option in self.declared:
                return Name(option, "rule")
            if option in self.parameters:
                return Name(option, "parameter")
        return None


def _rules(
    folder: Path, facts: dict[str, Fact], families: dict[str, Family], parameters: dict[str, Family]
) -> tuple[list[Rule], dict[tuple[str, int], Node]]:
    files = sorted(p for p in folder.rglob("*.py"))
    known = _Names(files, facts, parameters)
    rules: list[Rule] = []
    for path in files:
        home = path.parent.name
        parser = RuleParser(f"{home}/{path.name}", home, facts, partial(known.resolve, home), known.known)
        for rule in parser.rules(path.read_text(encoding="utf-8")):
            rule.deps, rule.scope_deps = names(rule.body), names(rule.scope)
            rules.append(rule)
            _check_bands(rule, parameters)
    conditions: dict[tuple[str, int], Node] = {}
    for family in families.values():
        parser = RuleParser(family.file, "", facts, partial(known.resolve, ""), known.known)
        for i, doubt in enumerate(family.doubts):
            if doubt.when:
                conditions[family.id, i] = parser.expression(doubt.when, ast.Pass(lineno=0))
    return rules, conditions


def _function_names(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line[4:].split("(")[0].strip() for line in lines if line.startswith("def ")]


def _check_bands(rule: Rule, parameters: dict[str, Family]) -> None:
    for node in walk(rule.body):
        if isinstance(node, Lookup) and not parameters[node.parameter].band:
            raise LawError(rule.file, rule.line, f"{node.parameter} is no band table; write it without an argument")
        if isinstance(node, Name) and node.kind == "parameter" and parameters[node.id].band:
            raise LawError(rule.file, rule.line, f"{node.id} is a band table; look it up with an argument")


def _ordered(rules: list[Rule]) -> dict[str, Rule]:
    by_id: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in by_id:
            raise LawError(rule.file, rule.line, f"the rule {rule.id} exists already in {by_id[rule.id].file}")
        by_id[rule.id] = rule
    out: dict[str, Rule] = {}
    path: list[str] = []

    def visit(rule: Rule) -> None:
        if rule.id in out:
            return
        if rule.id in path:
            circle = " -> ".join([*path[path.index(rule.id):], rule.id])
            raise LawError(rule.file, rule.line, f"the rules go in a circle: {circle}")
        path.append(rule.id)
        targets = [tuple(rule.ceiling.split(":"))] if rule.ceiling else []
        for kind, name in [*rule.deps, *rule.scope_deps, *targets]:
            if kind == "rule":
                visit(by_id[name])
        path.pop()
        out[rule.id] = rule

    for rule in rules:
        visit(rule)
    return out
