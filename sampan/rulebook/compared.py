"""What changes between two days, in sentences that a caseworker can follow, then row by row.

The sentences come in three parts: what the law's own rows say of their first and last day (`begins` and `ends`
in the law files), which rules begin or no longer apply, and which values change, begin, end or only expire.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sampan.rulebook.families import CONFIDENCES, Family, Row
from sampan.rulebook.graph import rests_on
from sampan.rulebook.kleene import Missing
from sampan.rulebook.law import Law
from sampan.rulebook.parser import Rule
from sampan.rulebook.sheet import Sheet
from sampan.rulebook.told import Day, Translate, end_of, said_values, scope_of, written_day

FEW = 3  # so many changes of one family are told one by one; more are counted

NEVER = "Sampan computes with this figure, but decides nothing by it."


@dataclass(frozen=True)
class Change:
    """The row of one scope in force on the earlier day and on the later day; None where there is none."""

    family: Family
    before: Row | None
    after: Row | None
    renewed: bool = True

    @property
    def kind(self) -> str:
        """changes, begins, ends, or expires (a yearly figure may not be used for longer, no newer one is loaded)."""
        if self.before is None:
            return "begins"
        if self.after is None:
            return "ends" if self.renewed or self.family.kind == "standing" else "expires"
        return "changes"

    @property
    def row(self) -> Row:
        """The row that tells the scope."""
        row = self.after or self.before
        assert row is not None
        return row


@dataclass(frozen=True)
class Comparison:
    """Two days, the rows that differ, and the rules that apply on one of the days only."""

    law: Law
    one: date
    two: date
    changes: tuple[Change, ...]
    begun: tuple[Rule, ...]
    ended: tuple[Rule, ...]


@dataclass(frozen=True)
class Sentence:
    """One sentence of a comparison, with what it rests on."""

    text: str
    family: str = ""
    rule: str = ""
    on: str = ""
    confidence: str = ""
    doubts: tuple[str, ...] = ()


@lru_cache(maxsize=32)
def compare(law: Law, one: date, two: date) -> Comparison:
    """What differs between two days; the earlier day comes first whatever the order."""
    one, two = min(one, two), max(one, two)
    changes = [c for family in law.families.values() for c in _changes(family, one.toordinal(), two.toordinal())]
    here, there = _applying(law, one), _applying(law, two)
    begun = tuple(law.rules[r] for r in law.rules if r in there - here and law.rules[r].judges)
    ended = tuple(law.rules[r] for r in law.rules if r in here - there and law.rules[r].judges)
    return Comparison(law, one, two, tuple(changes), begun, ended)


def _changes(family: Family, one: int, two: int) -> list[Change]:
    before = {_key(r): r for r in family.rows if r.first <= one <= r.last}
    after = {_key(r): r for r in family.rows if r.first <= two <= r.last}
    scopes = {key[0] for key in after}
    return [Change(family, before.get(k), after.get(k), k[0] in scopes)
            for k in dict.fromkeys([*before, *after]) if before.get(k) is not after.get(k)]


def _key(row: Row) -> tuple[tuple[tuple[str, int], ...], int, int | None]:
    return tuple(sorted(row.where.items())), row.at_least, row.below


def _applying(law: Law, day: date) -> set[str]:
    """The rules that may concern a case whose every date is this day."""
    sheet = Sheet(law, {name: day.toordinal() for name, fact in law.facts.items() if fact.kind == "date"})
    scopes = {name: sheet.scope(name) for name in law.rules}
    return {name for name, value in scopes.items() if isinstance(value, Missing) or value}


def sentences(found: Comparison, translate: Translate = str, day: Day = written_day) -> list[Sentence]:
    """The comparison told: the law's own sentences, then the rules, then the values."""
    out = _own(found, translate)
    days = {"one": day(found.one), "two": day(found.two)}
    for rule in found.begun:
        text = translate("On %(two)s a rule applies that did not apply on %(one)s: %(says)s")
        out.append(_of_rule(found, rule, text % {**days, "says": translate(rule.says)}, translate))
    for rule in found.ended:
        text = translate("On %(two)s a rule no longer applies that applied on %(one)s: %(says)s")
        out.append(Sentence(text % {**days, "says": translate(rule.says)}, rule=rule.id))
    families: dict[str, list[Change]] = {}
    for change in found.changes:
        own = (change.before and change.before.ends) or (change.after and change.after.begins)
        if not own:
            families.setdefault(change.family.id, []).append(change)
    for changes in families.values():
        out += _told(found, changes, translate, day)
    return out


def _of_rule(found: Comparison, rule: Rule, text: str, translate: Translate) -> Sentence:
    """A rule that begins, with the weakest source of the values that it rests on."""
    day, families = found.two.toordinal(), rests_on(found.law, rule.id)[1]
    words = [r.confidence for f in families for r in f.rows if r.first <= day <= r.last]
    weakest = max(words, key=CONFIDENCES.index, default="")
    doubts = () if all(f.decides for f in families) else (translate(NEVER),)
    return Sentence(text, rule=rule.id, confidence=weakest, doubts=doubts)


def _own(found: Comparison, translate: Translate) -> list[Sentence]:
    """What the law says of the first and last days that lie between, by day; what ends comes before what begins."""
    dated: list[tuple[date, bool, str, int, Family, Row, tuple[str, ...]]] = []
    for family in found.law.families.values():
        ends = [(end_of(r) or found.two, r) for r in family.rows if r.ends]
        ending = {last + timedelta(days=1) for last, _ in ends if found.one <= last < found.two}
        for last, row in ends:
            if found.one <= last < found.two:
                dated.append((last + timedelta(days=1), False, family.id, 0, family, row, row.ends))
        for row in family.rows:
            first = row.start.earliest
            if row.begins and found.one < first <= found.two:
                dated.append((first, first not in ending, family.id, 1, family, row, row.begins))
    out = []
    for *_, family, row, texts in sorted(dated, key=lambda d: d[:4]):
        doubts = _doubts(family, row, translate)
        for i, text in enumerate(texts):
            out.append(Sentence(translate(text), family.id, on=family.on, confidence=row.confidence,
                                doubts=() if i else doubts))
    return out


def _doubts(family: Family, row: Row, translate: Translate) -> tuple[str, ...]:
    never = () if family.decides else (NEVER,)
    return tuple(translate(d) for d in (*never, *row.doubts))


def _told(found: Comparison, changes: list[Change], translate: Translate, day: Day) -> list[Sentence]:
    """The changes of one family: each when they are few, else counted by kind."""
    out = []
    for kind in ("ends", "expires", "changes", "begins"):
        some = [c for c in changes if c.kind == kind]
        if kind == "expires" and some:
            out.append(_expired(found.two, some[0], translate, day))
        elif len(some) > FEW:
            out.append(_counted(kind, some, translate))
        else:
            out += [_one(found.law, c, translate, day) for c in some]
    return out


def _expired(two: date, change: Change, translate: Translate, day: Day) -> Sentence:
    text = translate("%(title)s: the figures for %(day)s are not loaded. This does not mean that the law ends.")
    words = {"title": translate(change.family.title), "day": day(two)}
    return Sentence(text % words, family=change.family.id, on=change.family.on)


def _counted(kind: str, changes: list[Change], translate: Translate) -> Sentence:
    text = {"changes": translate("%(title)s: %(count)s values change. They are in the list below."),
            "begins": translate("%(title)s: %(count)s values are new. They are in the list below."),
            "ends": translate("%(title)s: %(count)s values end. They are in the list below.")}[kind]
    words = {"title": translate(changes[0].family.title), "count": f"{len(changes):,}"}
    return Sentence(text % words, family=changes[0].family.id, on=changes[0].family.on)


def _one(law: Law, change: Change, translate: Translate, day: Day) -> Sentence:
    family, row = change.family, change.row
    text = {
        "changes": translate("%(what)s: from %(day)s it is “%(after)s”. Before, it was “%(before)s”."),
        "begins": translate("%(what)s: new from %(day)s, “%(after)s”."),
        "ends": translate("%(what)s: “%(before)s” ends after %(day)s."),
    }[change.kind]
    words = {
        "what": what(law, family, row, translate),
        "day": day(row.start.earliest if change.kind != "ends" else row.end),
        "before": said_values(family, change.before, translate) if change.before else "",
        "after": said_values(family, change.after, translate) if change.after else "",
    }
    doubts = _doubts(family, row, translate) if change.kind != "ends" else ()
    return Sentence(text % words, family=family.id, on=family.on, confidence=row.confidence, doubts=doubts)


def what(law: Law, family: Family, row: Row, translate: Translate = str) -> str:
    """A family with the scope of one of its rows: Who bears the travel home (programme: titp)."""
    title = translate(family.title)
    scope = ", ".join(f"{translate(n.replace('_', ' '))}: {translate(v.replace('_', ' '))}"
                      for n, v in scope_of(law, family, row))
    return f"{title} ({scope})" if scope else title
