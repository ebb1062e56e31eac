"""`sampan law`: the law that is loaded, as text or JSON: list, show, history, diff, stale, doubts, verify."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

from sampan.rulebook.dates import LAST, today
from sampan.rulebook.explain import formula
from sampan.rulebook.families import DECIDING, Family, Row
from sampan.rulebook.law import Law
from sampan.rulebook.money import read_digits
from sampan.rulebook.stored import law

STALE_DAYS = 400


def command(what: str, which: list[str], as_json: bool) -> int:
    """Run one of the law commands; prints, and returns the exit status."""
    rules = law()
    try:
        lines = {"list": _list, "show": _show, "history": _history, "diff": _diff, "stale": _stale,
                 "doubts": _doubts, "verify": _verify}[what](rules, which)
    except ValueError as error:
        print(f"sampan law {what}: {error}", file=sys.stderr)
        return 2
    if as_json:
        print(json.dumps(lines, ensure_ascii=False, indent=1))
    else:
        for line in lines:
            print(line if isinstance(line, str) else _flat(line))
    return 0


def _flat(entry: dict[str, Any]) -> str:
    return "  ".join(str(v) for v in entry.values() if v not in ("", None, []))


def shown(rules: Law, family: Family, row: Row) -> dict[str, Any]:
    """A row of law in one line: where it holds, from when to when, its values and its source."""
    where = {k: rules.facts[k].shown(v) for k, v in row.where.items()}
    scope = " ".join(f"{k}={v}" for k, v in where.items()) or "all"
    end = "open" if row.end == LAST else row.end.isoformat()
    band = ""
    if family.band:
        band = f"{row.at_least:,} to under {row.below:,}" if row.below is not None else f"{row.at_least:,} and over"
    values = ", ".join(f"{k} = {v:,} ({family.units[k]})" for k, v in row.values.items())
    return {"family": family.id, "id": row.id, "scope": scope, "from": row.start.written, "to": end, "band": band,
            "values": values, "confidence": row.confidence,
            "source": f"{row.source.instrument} {row.article}".strip() + f" <{row.source.url}>"}


def _list(rules: Law, which: list[str]) -> list[Any]:
    out: list[Any] = [f"law {rules.hash}: {len(rules.families)} families, {len(rules.rules)} rules"]
    for family in rules.families.values():
        out.append({"id": family.id, "kind": family.kind, "rows": f"{len(family.rows)} rows", "title": family.title})
    for rule in rules.rules.values():
        out.append({"id": rule.id, "kind": rule.judges or "computes", "says": rule.says})
    return [o for o in out if not which or any(w in str(o) for w in which)]


def _named(rules: Law, which: list[str]) -> str:
    if len(which) != 1 or which[0] not in {**rules.rules, **rules.families}:
        near = [n for n in (*rules.rules, *rules.families) if which and which[0].split(".")[-1] in n][:5]
        raise ValueError(f"name one rule or family of `sampan law list`{'; near: ' + ', '.join(near) if near else ''}")
    return which[0]


def _show(rules: Law, which: list[str]) -> list[Any]:
    name = _named(rules, which)
    out: list[Any] = []
    if name in rules.rules:
        rule = rules.rules[name]
        out += [f"{rule.id}  ({rule.file}, line {rule.line})", f"  {rule.says}",
                f"  = {formula(rules, rule.body)}", f"  applies when {formula(rules, rule.scope)}",
                f"  needs {', '.join(sorted(rules.needs(name)))}"]
        used = {p: rules.parameters[p] for k, p in rule.deps if k == "parameter"}
        families = list(dict.fromkeys(f.id for f in used.values()))
    else:
        families = [name]
    for family_id in families:
        out += _family(rules, rules.families[family_id])
    return out


def _family(rules: Law, family: Family) -> list[Any]:
    out: list[Any] = [f"{family.id}: {family.title} ({family.kind}, chosen by {family.on}, "
                      f"last checked {family.checked})"]
    if not family.decides:
        out.append("  computed, never decided")
    rows = sorted(family.rows, key=lambda r: (sorted(r.where.items()), r.first))
    out += [shown(rules, family, r) for r in rows]
    out += [f"  doubt: {d}" for r in family.rows for d in r.doubts]
    out += [f"  doubt: {d.text}" for d in family.doubts]
    return out


def _history(rules: Law, which: list[str]) -> list[Any]:
    name = _named(rules, which)
    families = [rules.families[name]] if name in rules.families else [
        rules.parameters[p] for k, p in rules.rules[name].deps if k == "parameter"]
    rows = [(f, r) for f in dict.fromkeys(families) for r in f.rows]
    return [shown(rules, f, r) for f, r in sorted(rows, key=lambda fr: (fr[1].first, fr[0].id))]


def _days(which: list[str]) -> list[date]:
    try:
        days = [date.fromisoformat(read_digits(w)) for w in which]
    except ValueError:
        raise ValueError("write two dates: sampan law diff 2027-03-31 2027-04-01") from None
    if len(days) != 2:
        raise ValueError("write two dates: sampan law diff 2027-03-31 2027-04-01")
    return days


def _diff(rules: Law, which: list[str]) -> list[Any]:
    """What changes between two days: rows that end and rows that begin."""
    one, two = (d.toordinal() for d in _days(which))
    out: list[Any] = []
    for family in rules.families.values():
        before = [r for r in family.rows if r.first <= one <= r.last]
        after = [r for r in family.rows if r.first <= two <= r.last]
        for sign, rows, others in (("-", before, after), ("+", after, before)):
            out += [{"change": sign, **shown(rules, family, r)} for r in rows if r not in others]
    return out


def _stale(rules: Law, which: list[str]) -> list[Any]:
    """Families not checked for long, and yearly families whose last row has ended or soon ends."""
    day = date.fromisoformat(which[0]) if which else today()
    out: list[Any] = []
    for family in rules.families.values():
        age = (day - family.checked).days
        if age > STALE_DAYS:
            out.append({"family": family.id, "why": f"not checked since {family.checked} ({age} days)"})
        if family.kind == "yearly":
            left = (family.newest() - day).days
            if left < 60:
                out.append({"family": family.id, "why": f"its last figure may be used until {family.newest()}"})
    return out or ["nothing is stale"]


def _doubts(rules: Law, which: list[str]) -> list[Any]:
    """Every doubt that the law carries."""
    out: list[Any] = []
    for family in rules.families.values():
        if which and not any(family.id.startswith(w) for w in which):
            continue
        texts = [d for r in family.rows for d in r.doubts] + [d.text for d in family.doubts] + list(family.assumes)
        out += [{"family": family.id, "doubt": t} for t in dict.fromkeys(texts)]
    return out


def _verify(rules: Law, which: list[str]) -> list[Any]:
    """What is not verified: rows below `secondary`, vague dates, and families that never decide."""
    out: list[Any] = []
    for family in rules.families.values():
        if not family.decides:
            out.append({"family": family.id, "why": "computed, never decided"})
        for row in family.rows:
            if row.confidence not in DECIDING:
                out.append({"family": family.id, "row": row.id or row.start.written, "why": row.confidence})
            if row.start.earliest != row.start.certain:
                out.append({"family": family.id, "row": row.id or row.start.written, "why": "vague first day"})
    return out


