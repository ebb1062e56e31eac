"""What every answer shows in the same way: amounts with commas, sources numbered once, doubts and working behind.

The page, the print and the PDF all show what stands here; nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

CONFIDENCE: dict[str, _StrPromise] = {
    "official": gettext_lazy("official text"),
    "transcribed": gettext_lazy("official text, read in a copy"),
    "secondary": gettext_lazy("read in another source"),
    "conflicting": gettext_lazy("sources disagree"),
    "memory": gettext_lazy("from memory, not checked"),
    "unknown": gettext_lazy("not known"),
}


def money(amounts: dict[str, Any] | None) -> str:
    """Amounts of one thing in several currencies: 96,000,000 VND (548,571 JPY)."""
    if not amounts:
        return ""
    out = []
    for currency, amount in amounts.items():
        whole, dot, cents = str(amount).partition(".")
        out.append(f"{int(whole):,}{dot}{cents} {currency}" if whole.lstrip("-").isdigit() else f"{amount} {currency}")
    rest = ", ".join(out[1:])
    return f"{out[0]} ({rest})" if rest else out[0]


@dataclass
class Sources:
    """The law that was used, each text once, numbered in the order in which it appears."""

    rows: list[dict[str, Any]] = field(default_factory=list)

    def numbers(self, citations: list[dict[str, Any]]) -> list[int]:
        """The numbers of some citations; new ones are added."""
        return list(dict.fromkeys(self._number(c) for c in citations))

    def together(self, citations: list[dict[str, Any]]) -> list[int]:
        """The numbers of citations that stand behind one table: articles of one text share a number."""
        joined: dict[tuple[Any, ...], dict[str, Any]] = {}
        for cited in citations:
            first = joined.setdefault((cited.get("instrument"), cited.get("source"), cited.get("from")), dict(cited))
            if cited.get("article") and cited["article"] not in str(first["article"]).split("; "):
                first["article"] = f"{first['article']}; {cited['article']}"
        return self.numbers(list(joined.values()))

    def _number(self, cited: dict[str, Any]) -> int:
        key = (cited.get("instrument"), cited.get("article"), cited.get("from"))
        for n, row in enumerate(self.rows, 1):
            if row["key"] == key:
                return n
        confidence = CONFIDENCE.get(str(cited.get("confidence")), CONFIDENCE["unknown"])
        self.rows.append({**cited, "key": key, "sure": confidence})
        return len(self.rows)


@dataclass
class Basis:
    """The doubts and the working behind the verdicts, each rule once."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, block: dict[str, Any], with_working: bool = True) -> None:
        """Remember what stands behind a verdict."""
        doubts = [*block.get("assumes", []), *block.get("doubts", [])]
        working = block.get("working", []) if with_working else []
        rule = str(block.get("rule") or "")
        if rule and (doubts or working) and rule not in self.rows:
            weighty = block.get("verdict", "allowed") != "allowed" and not rule.startswith("ilo.")
            self.rows[rule] = {"rule": rule, "why": block.get("why", ""), "doubts": doubts, "working": working,
                               "weighty": weighty}
