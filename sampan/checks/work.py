"""A case worked: figures, days and findings of its sheet, each with working, sources and doubts.

A check asks for what it shows; what cannot be decided is noted with the facts or the law it lacks.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from sampan.checks.verdict import Judged, judge, needed, shown_readings, stale
from sampan.rulebook.explain import citation, cite, working
from sampan.rulebook.kleene import Missing
from sampan.rulebook.law import Law
from sampan.rulebook.money import MINOR, decimals, written
from sampan.rulebook.sheet import Sheet

Entry = dict[str, Any]


class Work:
    """One case in work. `lacking` names the key to ask for where it is not the fact's own key.

    `topics` grow with the findings and choose who can help; `steps` are what the person can do alone;
    nobody in `do_not_contact` ("employer") is proposed. `extra` holds what only this check says in its answer; `lead`
    is a headline that stands whatever else is found.
    """

    def __init__(self, rules: Law, facts: dict[str, int], today: date, lacking: dict[str, str] | None = None) -> None:
        self.rules, self.today, self.lacking = rules, today, lacking or {}
        self.sheet = Sheet(rules, facts)
        self.findings: list[Entry] = []
        self.figures: list[Entry] = []
        self.amounts: Entry = {}
        self.dates: dict[str, str] = {}
        self.unknown: list[Entry] = []
        self.no_rule: list[Entry] = []
        self.remarks: list[str] = []
        self.topics: list[str] = []
        self.steps: list[str] = []
        self.do_not_contact: tuple[str, ...] = ()
        self.extra: Entry = {}
        self.lead = ""

    def judge(self, kind: str, topics: dict[str, tuple[str, ...]] | None = None, sheet: Sheet | None = None,
              only: tuple[str, ...] = ()) -> list[Entry]:
        """Every rule that judges this kind of paper, as findings; `topics` says which remedies a rule calls for.

        Another `sheet` judges one part (a deduction, a term); `only` narrows it to some rules.
        """
        out = []
        for rule in self.rules.judging(kind):
            if only and rule.id not in only:
                continue
            judged = judge(sheet or self.sheet, rule, self.lacking, self.today)
            if judged is None:
                continue
            self.note(judged.rule, judged.needs, judged.missing)
            entry = finding(judged)
            self.findings.append(entry)
            out.append(entry)
            if judged.verdict not in ("allowed", "no_rule"):
                self.topic(*(topics or {}).get(rule.id, ()))
        return out

    def topic(self, *names: str) -> None:
        """Remember what help is needed for."""
        self.topics += [n for n in names if n not in self.topics]

    def note(self, rule: str, needs: list[str], missing: list[tuple[str, int]], later: bool = False) -> None:
        """Remember what a rule could not be decided for want of; `later`: it does not hold up the answer."""
        if needs:
            entry: Entry = {"rule": rule, "needs": needs, **({"later": True} if later else {})}
            if entry not in self.unknown:
                self.unknown.append(entry)
        for what, on in missing:
            entry = {"rule": rule, "on": date.fromordinal(on).isoformat(), "missing": what,
                     **({"later": True} if later else {})}
            if entry not in self.no_rule:
                self.no_rule.append(entry)

    def figure(self, name: str, rule: str, unit: str = "JPY", later: bool = False, sheet: Sheet | None = None,
               scale: int = 1) -> int | None:
        """A figure or day of the law under its name in `amounts` or `dates`, with everything behind it.

        `unit` is a currency, "date" or "" (a plain number). With `scale` the rule counts parts of the unit and the
        figure is a decimal text: 100 gives two digits. None: not decided, and noted.
        """
        sheet = sheet or self.sheet
        value = sheet.value(rule)
        if isinstance(value, Missing):
            lines = sorted((n.missing, n.on) for n in value.no_rule)
            self.note(rule, needed(sheet, value, self.lacking), lines, later)
            return None
        shown = self.shown(value, unit, scale)
        entry: Entry = {"name": name, "rule": rule, "value": shown, "why": self.rules.rules[rule].says,
                        **behind(sheet, rule, self.today)}
        readings = self._readings(sheet, rule, unit, scale)
        if readings:
            entry["verdict"], entry["readings"] = "conflicting", readings
            shown = readings[0]["value"]
            entry["value"] = shown
            if readings[1]["value"] != shown:
                self._put(f"{name}_other", readings[1]["value"], unit)
        self._put(name, shown, unit)
        self.figures.append(entry)
        return value

    def _put(self, name: str, shown: Any, unit: str) -> None:
        (self.dates if unit == "date" else self.amounts)[name] = shown

    def _readings(self, sheet: Sheet, rule: str, unit: str, scale: int) -> list[Entry]:
        rows = sheet.conflicting(rule)
        if not rows:
            return []
        checked = next(u.family.checked for u in sheet.rests_on(rule) if u.row is rows[0]).isoformat()
        out = []
        for i, reading in enumerate(rows[0].readings):
            value = Sheet(self.rules, sheet.facts, {rows[0]: i}).value(rule)
            if not isinstance(value, Missing):
                out.append({"value": self.shown(value, unit, scale), "citations": [cite(rows[0], checked, reading)]})
        return out

    @staticmethod
    def shown(value: int, unit: str, scale: int = 1) -> Any:
        """A value as the formats write it."""
        if unit == "date":
            return date.fromordinal(value).isoformat()
        if scale > 1:
            text = decimals(Fraction(value, scale), len(str(scale)) - 1)
            return {unit: text} if unit else text
        return {unit: written(value, unit)} if unit in MINOR else value


def behind(sheet: Sheet, rule: str, today: date) -> Entry:
    """What stands behind a value: working, sources, doubts and assumptions; not_verified where the law is unsure."""
    used = sheet.rests_on(rule)
    out: Entry = {"working": working(sheet, rule), "citations": [citation(u) for u in used],
                  "doubts": [*sheet.doubts(rule), *stale(used, today)]}
    assumes = list(dict.fromkeys(a for u in used for a in u.family.assumes))
    if assumes:
        out["assumes"] = assumes
    if any(not u.decides for u in used):
        out["verdict"], out["note"] = "not_verified", "computed from an unchecked rule"
    return out


def finding(judged: Judged) -> Entry:
    """A verdict as an entry of `findings`."""
    unit = judged.unit if judged.unit in MINOR else ""
    amount = {unit: written(judged.amount, unit)} if judged.amount > 0 and unit else {}
    entry: Entry = {"rule": judged.rule, "verdict": judged.verdict, "amount": amount, "why": judged.why,
                    "working": [], "citations": []}
    entry.update(shown_readings(judged.extra, unit or "JPY"))
    if judged.needs:
        entry["needs"] = judged.needs
    return entry
