"""The families that the rules use, written as OpenFisca parameter files (YAML, dated)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sampan.rulebook.families import Family, Row
from sampan.rulebook.law import Law

FAMILIES = [
    "jp.minimum_wage", "jp.health", "jp.child_levy", "jp.pension", "jp.employment_insurance", "jp.grades_health",
    "jp.grades_pension", "jp.withholding_basic", "jp.withholding_salary", "jp.withholding_tax", "jp.esd",
    "jp.bans_deposit", "vn.service_charge", "vn.deposit", "vn.brokerage", "vn.air_ticket", "vn.rent", "ilo.fees",
]
# Where a choice holds nothing, these say 0, so that the whole node can be indexed by the choice.
FILLED = ("deposit_ban", "air_ticket_borne_by_receiving_side", "rent_percent")
Dated = dict[date, dict[str, Any]]


def write(law: Law, folder: Path) -> None:
    """Write the parameters: jp/minimum_wage.yaml and so on, one file a value."""
    for name in FAMILIES:
        family = law.families[name]
        place = folder / name.split(".")[0]
        place.mkdir(parents=True, exist_ok=True)
        for value in family.units:
            if family.band:
                tree = _scale(family, value)
            elif not family.by:
                tree = {"description": family.title, "values": _values(family, {}, value)}
            elif len(family.by) == 1:
                tree = _by_choice(law, family, value)
            else:
                tree = _by_scope(law, family, value)
            (place / f"{value}.yaml").write_text(yaml.safe_dump(tree, sort_keys=False), encoding="utf-8")


def _edges(family: Family) -> list[int]:
    return sorted({e for r in family.rows for e in (r.first, r.last + 1) if e < date(2199, 1, 1).toordinal()})


def _dated(found: list[tuple[int, Any]]) -> Dated:
    """Only the changes; null where nothing is in force any more."""
    out: Dated = {}
    last = None
    for edge, value in found:
        if value != last:
            out[date.fromordinal(edge)] = {"value": value}
        last = value
    return out


def _values(family: Family, dims: dict[str, int | None], value: str) -> Dated:
    found = []
    for edge in _edges(family):
        rows = family.in_force(edge, dims)
        found.append((edge, rows[0].values[value] if rows else None))
    return _dated(found)


def _by_choice(law: Law, family: Family, value: str) -> dict[str, Any]:
    name = family.by[0]
    tree: dict[str, Any] = {"description": family.title}
    for code, choice in enumerate(law.facts[name].of):
        values = _values(family, {name: code}, value)
        if value in FILLED:
            values = {date(2000, 1, 1): {"value": 0}, **{d: {"value": v["value"] or 0} for d, v in values.items()}}
        if values:
            tree[choice] = {"values": values}
    return tree


def _by_scope(law: Law, family: Family, value: str) -> dict[str, Any]:
    scopes: dict[str, list[Row]] = {}
    for row in family.rows:
        key = "_".join(f"{k}_{law.facts[k].shown(v)}" for k, v in row.where.items()) or "general"
        scopes.setdefault(key, []).append(row)
    tree: dict[str, Any] = {"description": family.title}
    for key, rows in scopes.items():
        found = [(e, next((r.values[value] for r in rows if r.first <= e <= r.last), None)) for e in _edges(family)]
        tree[key] = {"values": _dated(found)}
    return tree


def _scale(family: Family, value: str) -> dict[str, Any]:
    edges = _edges(family)
    tables = [sorted(family.in_force(e, {}), key=lambda r: r.at_least) for e in edges]
    brackets = []
    for i in range(max(len(t) for t in tables)):
        at = [(e, t[i] if i < len(t) else None) for e, t in zip(edges, tables, strict=True)]
        brackets.append({"threshold": _dated([(e, r.at_least if r else None) for e, r in at]),
                         "amount": _dated([(e, r.values[value] if r else None) for e, r in at])})
    return {"description": family.title, "metadata": {"type": "single_amount"}, "brackets": brackets}
