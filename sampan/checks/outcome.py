"""An answer of a check as its result page, its working, its print and its sheet show it.

Figures with their labels, findings, doubts and sources numbered once, steps, and what is still open. Lists
that only one check gives are shown as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from sampan.checks.check import Check
from sampan.checks.kinds import lazy
from sampan.checks.shown import Sources, money
from sampan.checks.verdict import ORDER, PARTS, WRONG
from sampan.checks.words import Words, capital
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
    """The working line by line; an entry names the number of its own last line.

    A step that several entries share stands once. Where a name has another value than before (another part of the
    month, another side of a contract), the whole working stands anew, so that it can be followed.
    """

    rows: list[str] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)

    def last(self, working: list[str]) -> int:
        """The number of the last line of a working; 0 when there is none."""
        if not working:
            return 0
        anew, values = False, dict(self.known)
        for line in working:
            name, equals, _value = line.partition(" = ")
            anew = anew or not equals or values.setdefault(name, line) != line
            values[name] = line
        self.known = values
        self.rows += working if anew else [line for line in working if line not in self.rows]
        return len(self.rows) - self.rows[::-1].index(working[-1])


@dataclass
class Behind:
    """What stands behind the entries of one answer, numbered as they are shown."""

    sources: Sources = field(default_factory=Sources)
    doubts: Doubts = field(default_factory=Doubts)
    steps: Steps = field(default_factory=Steps)


def words_of(check: Check) -> Words:
    """The words of a check in the reader's language."""
    return Words(check, lambda text: str(lazy(text)), money, day)


def outcome(answer: Shown, check: Check, help_too: bool = False, brief: bool = False) -> Shown:
    """Everything that a result page shows. `help_too`: the sources and doubts of who can help stand there as well.

    `brief` leaves what stands behind an allowed finding to the working and the print, so that the page stays small.
    """
    behind, words = Behind(), words_of(check)
    figures = [_figure(f, words, behind) for f in answer["figures"]]
    named = {f["name"] for f in answer["figures"]}
    figures += [{"label": words.name(name), "value": words.value(value)}
                for name, value in {**answer["amounts"], **answer["dates"]}.items()
                if name.removesuffix("_other") not in named]
    found = sorted([*answer["limits"], *answer["findings"]], key=lambda f: ORDER.index(f["verdict"]))
    findings = [_bare(f, words) if brief and f["verdict"] == "allowed" else _finding(f, words, behind) for f in found]
    extras = _extras(answer, words, behind)
    steps = [step_of(n, words.asked, behind if help_too else Behind()) for n in answer["next"]]
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


def helpers(answer: Shown, title: str) -> Shown:
    """Who can help, each with where, how and until when, and the sources and doubts of that alone."""
    behind = Behind()
    found = [step_of(n, str, behind) for n in answer["next"] if n["who"] != "you"]
    return {"title": title, "helpers": found, "doubts": behind.doubts.rows,
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
        "needs": [words.asked(n) for n in finding.get("needs", [])],
        "more": words.more(finding, frozenset(("amount",))),
        **_behind(finding, behind),
    }


def _bare(finding: Shown, words: Words) -> Shown:
    """A finding without its numbers of sources and doubts."""
    return {**_finding(finding, words, Behind()), "refs": [], "doubts": []}


def _extras(answer: Shown, words: Words, behind: Behind) -> list[Shown]:
    """Lists that only one check gives, such as the differences of a contract."""
    out = []
    for key, entries in answer.items():
        if key in PARTS or not isinstance(entries, list) or not entries:
            continue
        rows = [{**_behind(e, behind), "what": words.value(e.get("what")), "more": words.more(e)}
                if isinstance(e, dict) else {"more": [("", words.value(e))]} for e in entries]
        out.append({"title": capital(words.name(key)), "rows": rows})
    return out


def step_of(step: Shown, asked: Callable[[str], str], behind: Behind) -> Shown:
    """One thing to do now: alone, or with somebody who can help."""
    limit = step.get("deadline") or {}
    cited = [c for c in (step.get("citation"), {**limit, "from": ""} if limit.get("instrument") else None) if c]
    return {
        "you": step["who"] == "you", "who": step["who"], "where": step.get("where", ""),
        "near": _near(step.get("where", "")),
        "does": step.get("does", ""),
        "form": step.get("form", ""), "by": step.get("by", ""), "limit": limit.get("text", ""),
        "late": step.get("passed") or step.get("overdue") or False, "blank": step.get("blank", False),
        "needs": [asked(n) for n in step.get("needs", [])], "refs": behind.sources.numbers(cited),
        "doubts": behind.doubts.numbers(*step.get("doubts", [])),
    }


def _near(where: str) -> str:
    """The first number or address of a place, without hours, for where there is little room; else nothing."""
    first = re.split(r"; |, | \(", where, maxsplit=1)[0]
    return first if re.search(r"[\d.]", first) else ""


def _lead(answer: Shown, figures: list[Shown]) -> list[str]:
    """The sentences under the headline: the sums that are wrong, or the first figures."""
    wrong = [f for f in (*answer["limits"], *answer["findings"]) if f["verdict"] in WRONG and not f.get("aside")]
    sums = [f"{MARKS[f['verdict']].word}: {money(f['amount'])}." for f in wrong if f.get("amount")]
    if answer["headline"] in ("not_allowed", "short"):
        return [_("What is against the law stands below, each with its reason."), *dict.fromkeys(sums)]
    said = _("Nothing in what you told us is against the rules that are loaded.")
    if answer["headline"] == "unknown":
        said = _("Something is missing to decide. What can be decided is decided below.")
    return [said, *(f"{f['label']}: {f['value']}." for f in figures[:2])]
