"""An answer of a check as its result page, its working, its print and its sheet show it.

Figures with their labels, findings, doubts and sources numbered once, steps, and what is still open. Lists
that only one check gives are shown as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from sampan.checks.check import Check
from sampan.checks.fields import Field, Rows
from sampan.checks.kinds import YES_NO, lazy
from sampan.checks.shown import Sources, money
from sampan.checks.verdict import BEHIND, ORDER, PARTS, WRONG
from sampan.rulebook.money import MINOR
from sampan.web import after, topics
from sampan.web.templatetags.sampan import day
from sampan.web.verdicts import MARKS

Shown = dict[str, Any]


@dataclass
class Doubts:
    """What is doubtful or taken for granted, each sentence once, numbered as it appears."""

    rows: list[str] = field(default_factory=list)

    def numbers(self, *sentences: str) -> list[int]:
        """The numbers of some sentences; new ones are added."""
        self.rows += [s for s in dict.fromkeys(sentences) if s not in self.rows]
        return sorted(self.rows.index(s) + 1 for s in dict.fromkeys(sentences))


@dataclass
class Steps:
    """The working line by line, each line once; an entry names the number of its own last line."""

    rows: list[str] = field(default_factory=list)

    def last(self, working: list[str]) -> int:
        """The number of the last line of a working; 0 when there is none."""
        self.rows += [w for w in dict.fromkeys(working) if w not in self.rows]
        return self.rows.index(working[-1]) + 1 if working else 0


@dataclass
class Behind:
    """What stands behind the entries of one answer, numbered as they are shown."""

    sources: Sources = field(default_factory=Sources)
    doubts: Doubts = field(default_factory=Doubts)
    steps: Steps = field(default_factory=Steps)


class Words:
    """The labels of a check: names of its figures, keys of its questions, codes of its choices."""

    def __init__(self, check: Check) -> None:
        self.names = check.words
        self.asks: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        for asked in check.fields:
            self.asks[asked.key] = asked.ask
            for one in asked.fields if isinstance(asked, Rows) else (asked,):
                self.asks.setdefault(one.key if isinstance(asked, Field) else f"{asked.key}.{one.key}", one.ask)
                self.codes = {**one.words, **self.codes}

    def name(self, name: str) -> str:
        """The label of a name in `amounts` or `dates`; a second reading says so."""
        if name in self.names:
            return str(lazy(self.names[name]))
        first = name.removesuffix("_other")
        return f"{self.name(first)} ({_('other reading')})" if first != name else name.replace("_", " ")

    def asked(self, key: str) -> str:
        """The question behind a key that is missing, or the exchange rate."""
        if key.startswith("exchange "):
            one, two = key.split(" ")[1:3]
            return _("the exchange rate of %(one)s and %(other)s") % {"one": one, "other": two}
        inside = [ask for known, ask in self.asks.items() if known.startswith(f"{key}.")]
        return str(lazy(self.asks.get(key) or next(iter(inside), key)))

    def value(self, value: Any) -> str:
        """Any value as people write it."""
        if isinstance(value, bool):
            return str(YES_NO["yes" if value else "no"])
        if isinstance(value, int):
            return f"{value:,}"
        if isinstance(value, list | tuple):
            return ", ".join(self.value(v) for v in value)
        if isinstance(value, dict):
            if value.keys() <= MINOR.keys():
                return money(value)
            return "; ".join(f"{self.name(k)}: {self.value(v)}" for k, v in value.items())
        text = "" if value is None else str(value)
        return day(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else str(lazy(self.codes.get(text, text)))


def outcome(answer: Shown, check: Check, help_too: bool = False) -> Shown:
    """Everything that a result page shows. `help_too`: the sources and doubts of who can help stand there as well."""
    behind, words = Behind(), Words(check)
    figures = [_figure(f, words, behind) for f in answer["figures"]]
    named = {f["name"] for f in answer["figures"]}
    figures += [{"label": words.name(name), "value": words.value(value)}
                for name, value in {**answer["amounts"], **answer["dates"]}.items()
                if name.removesuffix("_other") not in named]
    found = sorted([*answer["limits"], *answer["findings"]], key=lambda f: ORDER.index(f["verdict"]))
    findings = [_finding(f, words, behind) for f in found]
    extras = _extras(answer, words, behind)
    steps = [_step(n, words, behind if help_too else Behind()) for n in answer["next"]]
    needs = [n for u in answer["unknown"] for n in u["needs"]]
    return {
        "title": lazy(check.title), "headline": answer["headline"], "lead": _lead(answer, figures),
        "figures": figures, "findings": [f for f in findings if f["verdict"] not in ("unknown", "no_rule")],
        "extras": extras,
        "next": steps, "helpers": [s for s in steps if not s["you"]],
        "needs": list(dict.fromkeys(words.asked(n) for n in needs)),
        "missing": list(dict.fromkeys((n["missing"], n["on"]) for n in answer["no_rule"])),
        "remarks": answer["remarks"], "assumes": answer.get("assumes", []),
        "steps": behind.steps.rows, "doubts": behind.doubts.rows, "sources": behind.sources.rows,
        "law": answer["law"], "law_checked": answer["law_checked"],
        "acts": after.acts(answer["of"]),
    }


def helpers(answer: Shown, check: Check) -> Shown:
    """Who can help, each with where, how and until when, and the sources and doubts of that alone."""
    behind, words = Behind(), Words(check)
    found = [_step(n, words, behind) for n in answer["next"] if n["who"] != "you"]
    return {"title": lazy(check.title), "helpers": found, "doubts": behind.doubts.rows,
            "sources": behind.sources.rows, "law_checked": answer["law_checked"]}


def _behind(entry: Shown, behind: Behind) -> Shown:
    return {
        "why": entry.get("why", ""), "refs": sorted(behind.sources.numbers(entry.get("citations", []))),
        "doubts": behind.doubts.numbers(*entry.get("doubts", []), *entry.get("assumes", [])),
        "step": behind.steps.last(entry.get("working", [])), "verdict": entry.get("verdict", ""),
        "note": entry.get("note", ""),
        "topic": topics.address(str(entry.get("rule") or "")),
    }


def _figure(figure: Shown, words: Words, behind: Behind) -> Shown:
    readings = [{"value": words.value(r["value"]), "refs": behind.sources.numbers(r["citations"])}
                for r in figure.get("readings", [])]
    return {"label": words.name(figure["name"]), "value": words.value(figure["value"]), "readings": readings,
            **_behind(figure, behind)}


def _finding(finding: Shown, words: Words, behind: Behind) -> Shown:
    amount = finding.get("amount")
    readings = [{"verdict": r.get("verdict", "conflicting"), "value": money(r.get("over")),
                 "refs": behind.sources.numbers(r.get("citations", []))} for r in finding.get("readings", [])]
    return {
        "amount": money(amount) if isinstance(amount, dict) else "", "readings": readings,
        "needs": [words.asked(n) for n in finding.get("needs", [])], "more": _more(finding, words, {"amount"}),
        **_behind(finding, behind),
    }


def _more(entry: Shown, words: Words, known: set[str]) -> list[tuple[str, str]]:
    """What only this check says in an entry, key by key."""
    told = {k: v for k, v in entry.items() if k not in BEHIND | known and v not in (None, "")}
    return [(capital(words.name(k)), words.value(v)) for k, v in told.items()]


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _extras(answer: Shown, words: Words, behind: Behind) -> list[Shown]:
    """Lists that only one check gives, such as the differences of a contract."""
    out = []
    for key, entries in answer.items():
        if key in PARTS or not isinstance(entries, list) or not entries:
            continue
        rows = [_behind(e, behind) | _extra(e, words) if isinstance(e, dict)
                else {"more": [("", words.value(e))]} for e in entries]
        out.append({"title": capital(words.name(key)), "rows": rows})
    return out


def _extra(entry: Shown, words: Words) -> Shown:
    """An entry of such a list: what it is about, and what is said of it, under each reading where there are several."""
    more = _more(entry, words, {"what", *(["field"] if "what" in entry else [])})
    more += [(words.value(r.get("exchange") or ""), words.value(r["value"])) for r in entry.get("readings", [])
             if "value" in r]
    return {"what": words.value(entry.get("what")), "more": more}


def _step(step: Shown, words: Words, behind: Behind) -> Shown:
    """One thing to do now: alone, or with somebody who can help."""
    limit = step.get("deadline") or {}
    cited = [c for c in (step.get("citation"), {**limit, "from": ""} if limit.get("instrument") else None) if c]
    return {
        "you": step["who"] == "you", "who": step["who"], "where": step.get("where", ""), "does": step.get("does", ""),
        "form": step.get("form", ""), "by": step.get("by", ""), "limit": limit.get("text", ""),
        "late": step.get("passed") or step.get("overdue") or False, "blank": step.get("blank", False),
        "needs": [words.asked(n) for n in step.get("needs", [])], "refs": behind.sources.numbers(cited),
        "doubts": behind.doubts.numbers(*step.get("doubts", [])),
    }


def _lead(answer: Shown, figures: list[Shown]) -> list[str]:
    """The sentences under the headline: the sums that are wrong, or the first figures."""
    wrong = [f for f in (*answer["limits"], *answer["findings"]) if f["verdict"] in WRONG]
    sums = [f"{MARKS[f['verdict']].word}: {money(f['amount'])}." for f in wrong if f.get("amount")]
    if wrong:
        return [_("What is against the law stands below, each with its reason."), *dict.fromkeys(sums)]
    said = _("Nothing in what you told us is against the rules that are loaded.")
    if answer["headline"] == "unknown":
        said = _("Something is missing to decide. What can be decided is decided below.")
    return [said, *(f"{f['label']}: {f['value']}." for f in figures[:2])]
