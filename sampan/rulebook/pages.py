"""`sampan law`: the law that is loaded, as text or JSON: list, show, history, diff, cases, stale, doubts, verify.

`import` takes a new minimum-wage table (`imported.py`).
"""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

from sampan.rulebook.cases import answer
from sampan.rulebook.compared import compare, sentences
from sampan.rulebook.dates import LAST, today
from sampan.rulebook.explain import formula
from sampan.rulebook.families import Family, Row
from sampan.rulebook.graph import worked_cases
from sampan.rulebook.imported import take_table
from sampan.rulebook.law import Law
from sampan.rulebook.money import read_digits
from sampan.rulebook.review import checks, unverified
from sampan.rulebook.stored import law
from sampan.rulebook.told import expected, given, written_day


def command(what: str, which: list[str], as_json: bool, take: bool = False) -> int:
    """Run one of the law commands; prints, and returns the exit status."""
    if what == "import":
        return take_table(which, take)
    rules = law()
    try:
        lines = {"list": _list, "show": _show, "history": _history, "diff": _diff, "cases": _cases, "stale": _stale,
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
    if "given" in entry:
        facts = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in entry["given"].items())
        holds = "Sampan answers so" if entry["holds"] else "SAMPAN ANSWERS OTHERWISE"
        return f"{entry['case']} ({entry['source']})\n    given   {facts}\n    expect  {entry['expect']}: {holds}"
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
    """What changes between two days: first in sentences, then rows that end (-) and rows that begin (+)."""
    found = compare(rules, *_days(which))
    one, two = written_day(found.one), written_day(found.two)
    out: list[Any] = [f"Each rule looks at a day of its own, such as signing, entry or payday. Here it is {one}, "
                      f"then {two}.", ""]
    for sentence in sentences(found):
        sure = [sentence.confidence] if sentence.confidence else []
        looked = [f"by {sentence.on.replace('_', ' ')}"] if sentence.on else []
        ends = "; ".join([*([sentence.rule or sentence.family]), *looked, *sure])
        out += [f"{sentence.text} [{ends}]", *(f"    doubt: {d}" for d in sentence.doubts)]
    if not found.changes:
        return [*out, "Nothing that is loaded differs between the two days."]
    out.append("")
    for change in found.changes:
        out += [{"change": sign, **shown(rules, change.family, row)}
                for sign, row in (("-", change.before), ("+", change.after)) if row]
    return out


def _cases(rules: Law, which: list[str]) -> list[Any]:
    """The worked cases of a rule: what is given, what is expected, and whether Sampan answers so."""
    name = _named(rules, which)
    if name not in rules.rules:
        raise ValueError(f"{name} is a family of values; worked cases belong to a rule")
    out: list[Any] = []
    for case in worked_cases(rules).get(name, []):
        out.append({"case": case.say, "source": case.source,
                    "given": {fact.name: value for fact, value in given(rules, case)},
                    "expect": " ".join(expected(rules.rules[name], case.expect[name])).strip(),
                    "holds": answer(rules, case.facts, name) == case.expect[name]})
    return out or [f"{name} has no worked case of its own"]


def _stale(rules: Law, which: list[str]) -> list[Any]:
    """Families not checked for long, and yearly families whose last row has ended or soon ends."""
    try:
        day = date.fromisoformat(read_digits(which[0])) if which else today()
    except ValueError:
        raise ValueError("write a day: sampan law stale 2028-06-01") from None
    out: list[Any] = []
    for found in checks(rules, day):
        family = found.family
        if found.stale:
            out.append({"family": family.id, "why": f"not checked since {family.checked} ({found.days} days)"})
        if found.ending:
            out.append({"family": family.id, "why": f"its last figure may be used until {family.newest()}"})
    return out or ["nothing is stale"]


def _doubts(rules: Law, which: list[str]) -> list[Any]:
    """Every doubt that the law carries."""
    return [{"family": o.family.id, "doubt": o.text} for o in unverified(rules)
            if o.kind == "doubt" and (not which or any(o.family.id.startswith(w) for w in which))]


def _verify(rules: Law, which: list[str]) -> list[Any]:
    """What is not verified: rows below `secondary`, vague dates, and families that never decide."""
    words = {"undecided": "computed, never decided", "vague": "vague first day"}
    return [{"family": o.family.id, **({"row": o.row.id or o.row.start.written} if o.row else {}),
             "why": words.get(o.kind, o.kind)} for o in unverified(rules) if o.kind != "doubt"]
