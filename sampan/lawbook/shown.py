"""The law as pages show it: a rule with what it rests on, a family with its rows, the changes between two days."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import Any

from sampan.rulebook import told
from sampan.rulebook.cases import answer
from sampan.rulebook.compared import Change
from sampan.rulebook.dates import Start
from sampan.rulebook.explain import rule_formula
from sampan.rulebook.families import Family, Row
from sampan.rulebook.graph import rests_on, used_by, used_in, uses, worked_cases
from sampan.rulebook.law import Law
from sampan.rulebook.parser import Rule

ORDER = ("jp", "vn", "kh", "mm", "ilo", "sums", "fx")
SHORT, WORD = 26, 8  # letters of a value and of its words; longer ones stand in cards, not in narrow columns
FEW_ROWS, FEW_RULES, FEW_ARTICLES, FEW_DOUBTS = 20, 12, 10, 12


@dataclass(frozen=True)
class Entry:
    """One rule or family of the index."""

    id: str
    place: str
    kind: str
    title: str
    rows: int = 0


@dataclass
class Sources:
    """The sources of the rows on one page, each once, numbered as they appear."""

    rows: list[tuple[str, str]] = field(default_factory=list)

    def number(self, instrument: str, url: str) -> int:
        """The number of a source; a new one is added."""
        if (instrument, url) not in self.rows:
            self.rows.append((instrument, url))
        return self.rows.index((instrument, url)) + 1


class Few:
    """The first of a list, and how many more there are."""

    def __init__(self, rows: list[Any], most: int) -> None:
        self.rows, self.more = rows[:most], max(0, len(rows) - most)


@cache
def entries(law: Law) -> tuple[Entry, ...]:
    """Every rule and family, by whose law it is; rules that judge come first."""
    rules = sorted(law.rules.values(), key=lambda r: not r.judges)
    found = [Entry(r.id, r.id.split(".")[0], "rule", r.says) for r in rules]
    found += [Entry(f.id, f.id.split(".")[0], "values", f.title, len(f.rows)) for f in law.families.values()]
    place = {name: n for n, name in enumerate(ORDER)}
    return tuple(sorted(found, key=lambda e: (place.get(e.place, len(ORDER)), e.place, e.kind)))


def row_of(law: Law, family: Family, row: Row, sources: Sources) -> dict[str, Any]:
    """A dated row: for whom, from when to when, its values, where it was read and how sure it is."""
    return {
        "id": row.id, "scope": told.scope_of(law, family, row), "other": special(family),
        "start": row.start, "vague": vague(row.start),
        "end": told.end_of(row), "open": row.open, "values": told.values_of(family, row), "article": row.article,
        "confidence": row.confidence, "ref": sources.number(row.source.instrument, row.source.url),
        "doubts": row.doubts,
        "readings": [{"values": told.values_of(family, row, r.values), "article": r.article,
                      "confidence": r.source.confidence, "ref": sources.number(r.source.instrument, r.source.url)}
                     for r in row.readings],
    }


def special(family: Family) -> bool:
    """Whether some rows hold for special cases only, so that a general row is for all other cases."""
    return any(row.where for row in family.rows)


def vague(start: Start) -> bool:
    """Whether the first day is not certain."""
    return start.earliest != start.certain


def short(values: list[tuple[str, told.Measured]]) -> bool:
    """Whether values fit into the narrow column of a table."""
    return len(values) == 1 and len(values[0][1].said()) <= SHORT


def shorter(values: list[tuple[str, told.Measured]]) -> bool:
    """Whether values fit into one of two narrow columns."""
    return short(values) and all(len(word) <= WORD for word in values[0][1].said().split())


def rows_of(law: Law, family: Family, wanted: dict[str, Any]) -> list[Row]:
    """The rows of a family that meet what was asked for, the newest first."""
    day = wanted.get("day")
    where = {n: law.facts[n].code(_typed(v)) for n, v in wanted.items() if n != "day" and v}
    found = [r for r in family.rows if all(r.where.get(n) == c for n, c in where.items())
             and (day is None or r.first <= day.toordinal() <= r.last)]
    return sorted(found, key=lambda r: -r.first)


def _typed(word: str) -> str | bool:
    return {"yes": True, "no": False}.get(word, word)


def family_of(law: Law, family: Family) -> dict[str, Any]:
    """What stands above and below the rows of a family."""
    doubts = [{"text": d.text, "where": [(n, law.facts[n].shown(c)) for n, c in d.where.items()]}
              for d in family.doubts]
    return {"family": family, "doubts": doubts, "used_by": [law.rules[r] for r in used_by(law, family)],
            "units": [(told.in_words(n), u) for n, u in family.units.items()]}


@cache
def rule_of(law: Law, rule: Rule) -> dict[str, Any]:
    """A rule: what it means, where it applies, how it is worked out, and all that it rests on."""
    own = uses(law, rule.id)[0]
    deeper, families = rests_on(law, rule.id)
    articles = dict.fromkeys((r.source.instrument, r.article, r.source.url, r.confidence)
                             for f in families for r in f.rows)
    doubts = dict.fromkeys((f.id, text) for f in families for text in
                           [*f.assumes, *(d.text for d in f.doubts), *(d for r in f.rows for d in r.doubts)])
    return {
        "rule": rule, "place": rule.id.split(".")[0],
        "conditions": told.conditions(law, rule.scope), "formula": rule_formula(law, rule.id),
        "needs": sorted(law.needs(rule.id)), "rules": [law.rules[r] for r in own],
        "deeper": Few([law.rules[r] for r in deeper if r not in own], FEW_RULES),
        "used_in": Few([law.rules[r] for r in used_in(law, rule.id)], FEW_RULES),
        "families": _with_rows(law, families), "articles": Few(list(articles), FEW_ARTICLES),
        "doubts": Few(list(doubts), FEW_DOUBTS), "undecided": [f for f in families if not f.decides],
    }


def _with_rows(law: Law, families: list[Family]) -> list[dict[str, Any]]:
    """Families with their rows; a page holds a few rows, long tables stand on their own pages."""
    out, left, sources = [], FEW_ROWS, Sources()
    for family in families:
        some = len(family.rows) <= min(left, FEW_ROWS // 2)
        left -= len(family.rows) if some else 0
        rows = [row_of(law, family, r, sources) for r in family.rows] if some else []
        out.append({"family": family, "count": len(family.rows), "rows": rows})
    return out


@cache
def cases_of(law: Law, rule: Rule) -> tuple[dict[str, Any], ...]:
    """The worked cases of a rule as readable tests, each with what Sampan answers now."""
    out = []
    for case in worked_cases(law).get(rule.id, []):
        found = answer(law, case.facts, rule.id)
        out.append({"say": case.say, "source": case.source, "given": told.given(law, case),
                    "expect": told.expected(rule, case.expect[rule.id]), "holds": found == case.expect[rule.id],
                    "found": told.expected(rule, found)})
    return tuple(out)


def changes_of(law: Law, changes: list[Change]) -> list[dict[str, Any]]:
    """Changes by family: for whom, before and after; `table` when all of a family are short."""
    out = []
    for family, found in groupby(changes, key=lambda c: c.family):
        other = special(family)
        rows = [(told.scope_of(law, family, c.row), _side(family, c.before), _side(family, c.after), c.kind)
                for c in found]
        table = all(shorter(side) for _, before, after, _ in rows for side in (before, after) if side)
        out.append({"family": family, "table": table, "rows": [
            {"scope": scope, "other": other, "before": before, "after": after, "kind": kind}
            for scope, before, after, kind in rows]})
    return out


def _side(family: Family, row: Row | None) -> list[tuple[str, told.Measured]]:
    return told.values_of(family, row) if row else []
