"""One kind of check as data, and how a document becomes the answer of the format sampan-verdict/1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sampan.checks.fields import Field, Rows, Told, codes, read_told
from sampan.checks.steps import alone, helped
from sampan.checks.verdict import WRONG
from sampan.checks.work import Work
from sampan.rulebook import dates
from sampan.rulebook.law import Law
from sampan.rulebook.stored import law


@dataclass(frozen=True)
class Check:
    """A check: its name, its format, its words, what it asks and how it is worked.

    `work` gets what was told, the facts it fills, the law and the day of today, and gives the worked case.
    `words` are the labels of the names it gives in `amounts` and `dates`. `read` reads a document that holds more
    than the fields can say.
    """

    name: str
    title: str
    about: str
    fields: tuple[Field | Rows, ...]
    work: Callable[[Told, dict[str, int], Law, date], Work]
    words: Mapping[str, str]
    icon: str = "paper"
    read: Callable[[object], Told] | None = None

    @property
    def format(self) -> str:
        """The name of its file format."""
        return f"sampan-{self.name.replace('_', '-')}/1"

    def answer(self, document: object, rules: Law | None = None, today: date | None = None) -> dict[str, Any]:
        """The answer for a document. Raises BadInput with every fault of the document."""
        rules, today = rules or law(), today or dates.today()
        told = self.read(document) if self.read else read_told(self.format, self.fields, document)
        work = self.work(told, codes(self.fields, told, rules.facts), rules, today)
        answer = {
            "format": "sampan-verdict/1", "of": self.format, "law": rules.hash, "law_checked": rules.checked,
            "headline": headline(work), "charges": [], "limits": [], "findings": work.findings,
            "figures": work.figures, "amounts": work.amounts, "dates": work.dates, "unknown": work.unknown,
            "no_rule": work.no_rule, "remarks": work.remarks, **assumed(work),
        }
        answer.update(work.extra)
        answer["next"] = alone(work.steps, work.unknown) + helped(
            rules, work.topics, told.get("origin"), told.get("programme"), today, work.dates, work.do_not_contact)
        return answer


def assumed(work: Work) -> dict[str, list[str]]:
    """What the figures and findings take for granted, each once; nothing when there is nothing."""
    found = [a for entry in (*work.figures, *work.findings) for a in entry.get("assumes", [])]
    return {"assumes": list(dict.fromkeys(found))} if found else {}


def headline(work: Work) -> str:
    """The worst leads, unless the case itself says what does.

    A finding that stands aside (what one paper cannot decide) does not hold up the answer.
    """
    if work.lead:
        return work.lead
    found = [f["verdict"] for f in work.findings if not f.get("aside")]
    if any(v in WRONG and v != "short" for v in found):
        return "not_allowed"
    if "short" in found:
        return "short"
    unsure = {"unknown", "conflicting", "not_verified", "no_rule"} & set(found)
    conflicting = any(f.get("verdict") == "conflicting" for f in work.figures)
    asked = [u for u in (*work.unknown, *work.no_rule) if not u.get("later")]
    return "unknown" if unsure or conflicting or asked else "nothing_wrong_found"


def exit_status(answer: dict[str, Any]) -> int:
    """1 when something is not allowed or short, 3 when undecided, else 0; what stands aside does not count."""
    parts = [*(c["national"] for c in answer["charges"]), *answer["limits"], *answer["findings"]]
    if any(p["verdict"] in WRONG and not p.get("aside") for p in parts):
        return 1
    return 3 if answer["headline"] == "unknown" else 0
