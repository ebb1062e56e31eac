"""What travels from page to page in the form: the offer itself (sampan-offer/1 as JSON) and the place in the flow.

It is the visitor's own text coming back, so it is read as carefully as any other input.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest

from sampan.checks.offer.facts import FORMAT

Document = dict[str, Any]
TABLES = {"wage": dict, "loan": dict, "living": dict, "charge": list, "deduction": list, "exchange": list,
          "event": list}


@dataclass
class Carried:
    """The offer so far, the questions that were answered (also with "I do not know"), and the way back."""

    offer: Document = field(default_factory=lambda: {"format": FORMAT})
    seen: list[str] = field(default_factory=list)
    then: str = ""

    def fields(self, at: str) -> list[tuple[str, str]]:
        """The hidden fields of a page that shows the question `at`."""
        offer = json.dumps(self.offer, ensure_ascii=False, separators=(",", ":"))
        return [("offer", offer), ("seen", " ".join(self.seen)), ("then", self.then), ("at", at)]

    def mark(self, name: str) -> None:
        """Remember that a question was answered."""
        if name not in self.seen:
            self.seen.append(name)


def carried(request: HttpRequest) -> Carried:
    """What the form brought; BadRequest when it cannot be read."""
    try:
        offer = json.loads(request.POST.get("offer") or "{}")
    except (ValueError, RecursionError):
        raise BadRequest("the carried offer is not JSON") from None
    if not isinstance(offer, dict) or not well_formed(offer):
        raise BadRequest("the carried offer has another shape")
    offer.setdefault("format", FORMAT)
    return Carried(offer, request.POST.get("seen", "")[:500].split(), request.POST.get("then", "")[:20])


def well_formed(offer: Document) -> bool:
    """Whether the tables of an offer are tables and its lists are lists of tables."""
    for name, kind in TABLES.items():
        if name in offer and not isinstance(offer[name], kind):
            return False
    rows = [r for name in ("charge", "deduction", "exchange", "event") for r in offer.get(name, [])]
    rows += allowances if isinstance(allowances := offer.get("wage", {}).get("allowance", []), list) else [None]
    return all(isinstance(r, dict) for r in rows)
