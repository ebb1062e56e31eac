"""Who can act on a finding: in the country of origin first, then in Japan, each with what to do and by when.

`remedies_for` gives the entries of `next` in sampan-verdict/1. Each body stands once; `parts` keeps what it
does for each topic apart, so that every sentence can be translated. Where the map names nobody for a topic,
an entry says so. A body with a caution is given only when it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sampan.rulebook.duties import COUNTRIES, TOPICS, Body, Contact, Duty, read_remedies
from sampan.speech.translate import Filled

__all__ = ["BLANK", "HELD_BACK", "TOPICS", "VAGUE", "Duty", "read_remedies", "remedies_for"]

STALE = 400
ORDER = {  # who comes first where no time limit decides: those who can order, then those who owe, then those who help
    "state": 0, "insurer": 0, "court": 1, "employer": 2, "supervising": 2, "sending": 2, "union": 3, "embassy": 4,
    "group": 5, "help_line": 6,
}
VAGUE = "The first day of this rule is not certain."
NOT_CHECKED = "Not checked since %(day)s."
BLANK = {
    "jp": "Japan: no office is loaded for this.",
    "vn": "Viet Nam: no office is loaded for this.",
    "kh": "Cambodia: no office is loaded for this.",
    "mm": "Myanmar: no office is loaded for this.",
}
HELD_BACK = "Some offices of this country are named only on request, because going there can be a risk."


def remedies_for(
    duties: Sequence[Duty], topics: Sequence[str], origin: str | None, programme: str | None, on: date,
    dates: dict[str, str], cautious: bool = False,
) -> list[dict[str, object]]:
    """The entries of `next` for some topics, on the day when somebody acts (today, not the day of the wrong).

    Within a country the nearest time limit leads; one that the worker has missed comes last. `cautious` also gives the
    bodies that carry a caution. Raises ValueError for a topic that does not exist.
    """
    unknown = sorted(set(topics) - set(TOPICS))
    if unknown:
        raise ValueError(f"no such topic: {', '.join(unknown)}; known are {', '.join(TOPICS)}")
    fitting = [d for d in duties if _fits(d, topics, origin, programme, on)]
    entries: list[dict[str, object]] = []
    for country in [*([origin] if origin in COUNTRIES else []), "jp"]:
        here = [d for d in fitting if d.body.country == country]
        shown = [d for d in here if cautious or not d.body.caution]
        bodies = {d.body.key: d.body for d in shown}
        found = [_entry(b, [d for d in shown if d.body is b], topics, origin, programme, on, dates)
                 for b in bodies.values()]
        entries += sorted(found, key=_place)
        bare = [t for t in dict.fromkeys(topics) if not any(t in d.topics for d in shown)]
        if bare:
            entries.append(_blank(country, bare, held_back=len(shown) < len(here)))
    return entries


def _fits(duty: Duty, topics: Sequence[str], origin: str | None, programme: str | None, on: date) -> bool:
    return (
        bool(set(duty.topics) & set(topics))
        and (not duty.origin or origin in duty.origin)
        and (programme is None or not duty.programme or programme in duty.programme)
        and duty.start.earliest <= on <= duty.last
    )


def _blank(country: str, topics: list[str], held_back: bool) -> dict[str, object]:
    entry: dict[str, object] = {"who": BLANK[country], "where": "", "blank": True, "country": country, "topics": topics}
    if held_back:
        entry["doubts"] = [HELD_BACK]
    return entry


def _urgency(part: dict[str, object]) -> tuple[bool, str]:
    return "passed" in part, str(part.get("by", "9999"))


def _place(entry: dict[str, object]) -> tuple[bool, tuple[bool, str], int]:
    parts = entry["parts"]
    assert isinstance(parts, list)
    return "caution" in entry, _urgency(parts[0]), ORDER[str(entry["kind"])]


def _entry(
    body: Body, duties: list[Duty], topics: Sequence[str], origin: str | None, programme: str | None, on: date,
    dates: dict[str, str],
) -> dict[str, object]:
    """One body with everything it can do for these topics, the most urgent first."""
    parts = sorted((_part(d, topics, on, dates) for d in duties), key=_urgency)
    first = next((p for p in parts if "by" in p), parts[0])
    entry: dict[str, object] = {
        "id": first["id"], "who": body.who, "does": " ".join(dict.fromkeys(str(p["does"]) for p in parts)),
        "country": body.country, "kind": body.kind, "topics": [t for t in TOPICS if _names(parts, t)],
        "citation": first["citation"],
    }
    entry |= {k: first[k] for k in ("by", "passed", "overdue", "deadline", "form", "letter") if k in first}
    reached = [c for c in body.contacts if c.first <= on <= c.last and (not c.origin or origin in c.origin)]
    entry["where"] = "; ".join(c.text for c in reached)
    if reached:
        entry["contacts"] = [_contact(c) for c in reached]
    if body.caution:
        entry["caution"] = body.caution
        entry["does"] = f"{body.caution} {entry['does']}"
    only = [d.programme for d in duties]
    if programme is None and all(only):
        entry["only_for"] = sorted({p for some in only for p in some})
    entry["doubts"] = list(dict.fromkeys([*body.doubts, *(t for c in reached for t in c.doubts),
                                          *(t for d in duties for t in _doubts(d, on))]))
    entry["parts"] = parts
    return entry


def _names(parts: list[dict[str, object]], topic: str) -> bool:
    return any(topic in p["topics"] for p in parts if isinstance(p["topics"], list))


def _part(duty: Duty, topics: Sequence[str], on: date, dates: dict[str, str]) -> dict[str, object]:
    part: dict[str, object] = {
        "id": duty.id, "topics": [t for t in duty.topics if t in topics], "does": duty.does,
        "citation": {
            "instrument": duty.source.instrument, "article": duty.article or "not seen", "source": duty.source.url,
            "confidence": duty.source.confidence, "from": duty.start.written, "checked": duty.checked.isoformat(),
        },
    }
    part |= {key: words for key, words in (("form", duty.form), ("letter", duty.letter)) if words}
    if duty.deadline:
        limit = duty.deadline
        part["deadline"] = {
            "text": limit.text, "whose": limit.whose, "instrument": limit.source.instrument,
            "article": limit.article or "not seen", "source": limit.source.url, "confidence": limit.source.confidence,
        }
        by = dates.get(limit.date, "")
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", by):
            part["by"] = by
            if by < on.isoformat():
                part["passed" if limit.whose == "yours" else "overdue"] = True
    return part


def _doubts(duty: Duty, on: date) -> list[str]:
    found = [*duty.doubts, *(duty.deadline.doubts if duty.deadline else ())]
    if on < duty.start.certain:
        found.append(VAGUE)
    if (on - duty.checked).days > STALE:
        found.append(Filled(NOT_CHECKED, day=duty.checked.isoformat()))
    return found


def _contact(contact: Contact) -> dict[str, str]:
    found = {"where": contact.text, "source": contact.source.url, "confidence": contact.source.confidence}
    return found | ({"as_of": contact.as_of} if contact.as_of else {})
