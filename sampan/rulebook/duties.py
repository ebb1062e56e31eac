"""The duty-bearer map of `law/remedies/`: who can act, by country and programme, read strictly.

A body is an office, a firm or a group, with the places where it is reached. A duty says what a body can do
for one or more topics, by which source. Nothing whose source is only remembered is accepted.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sampan.rulebook.dates import FIRST, LAST, Start, read_start
from sampan.rulebook.errors import LawError
from sampan.rulebook.families import DECIDING, Source

TOPICS = (
    "overcharge", "deposit", "broker", "penalty", "forced_saving", "documents_kept", "substitution", "void_term",
    "minimum_wage", "unpaid_wages", "deductions", "insurance_not_joined", "unpaid_advance", "dismissal", "leaving",
    "kept_money", "pregnancy", "maternity_allowance", "childbirth_lump_sum", "injury", "sickness", "transfer",
    "violence", "pension_refund", "pension_tax_refund", "paid_leave", "status", "esd_cap",
)
COUNTRIES = ("jp", "vn", "kh", "mm")
ORIGINS = ("vn", "kh", "mm")
PROGRAMMES = ("titp", "ssw1", "ssw2", "esd", "engineer", "student", "other")
KINDS = ("state", "court", "employer", "supervising", "sending", "insurer", "embassy", "union", "group", "help_line")

SOURCE = ({"instrument", "url", "seen", "confidence"}, {"instrument", "confidence"})
BODY = ({"who", "country", "kind", "contact", "caution", "doubts"}, {"who", "country", "kind"})
CONTACT = ({"text", "source", "as_of", "origin", "from", "to", "doubts"}, {"text", "source"})
DUTY = ({"id", "body", "topics", "does", "origin", "programme", "form", "letter", "from", "to", "source", "article",
         "confidence", "doubts", "checked", "deadline"}, {"id", "body", "topics", "does", "source"})
DEADLINE = ({"text", "date", "whose", "source", "article", "doubts"}, {"text"})
WHOSE = ("yours", "theirs")  # who must keep a time limit: the worker, or the body


@dataclass(frozen=True)
class Contact:
    """One place where a body is reached: a telephone number, an address or a page."""

    text: str
    source: Source
    as_of: str
    origin: tuple[str, ...]
    first: date
    last: date
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class Body:
    """Somebody who can act. A body with a caution is named only to those who ask for it."""

    key: str
    who: str
    country: str
    kind: str
    contacts: tuple[Contact, ...]
    caution: str
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class Deadline:
    """A time limit in words, who must keep it, and the name under `dates` of an answer that carries its day."""

    text: str
    date: str
    whose: str
    source: Source
    article: str
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class Duty:
    """What one body can do for some topics, for whom, from when, and by which source."""

    id: str
    body: Body
    topics: tuple[str, ...]
    does: str
    origin: tuple[str, ...]
    programme: tuple[str, ...]
    form: str
    letter: str
    start: Start
    last: date
    source: Source
    article: str
    doubts: tuple[str, ...]
    checked: date
    deadline: Deadline | None


def read_remedies(folder: Path) -> tuple[Duty, ...]:
    """Every duty of a folder, file by file. Raises LawError naming file and entry. No folder: no duties."""
    files = [_File(path) for path in sorted(folder.glob("*.toml"))]
    bodies: dict[str, Body] = {}
    for file in files:
        for key, raw in file.table("bodies").items():
            if key in bodies:
                raise file.fail(f"bodies.{key}", "this body is described twice; keep one and use its name")
            bodies[key] = file.body(key, raw)
    duties: dict[str, Duty] = {}
    for file in files:
        for number, raw in enumerate(file.tables("duty", file.raw, "top"), 1):
            duty = file.duty(raw, f"duty {number}", bodies)
            if duty.id in duties:
                raise file.fail(duty.id, "this id is used twice; give each duty its own")
            duties[duty.id] = duty
    named = {d.body.key for d in duties.values()}
    for file in files:
        file.nothing_idle(named)
    return tuple(duties.values())


class _File:
    """One file of the folder: its sources by key, and a message for everything that is not as it should be."""

    def __init__(self, path: Path) -> None:
        self.file = f"remedies/{path.name}"
        try:
            self.raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise self.fail("TOML", str(error)) from None
        self.keys("top", self.raw, ({"checked", "sources", "bodies", "duty"}, {"checked", "sources"}))
        self.checked = self.day(self.raw, "checked", "top", LAST)
        self.sources = {k: self.source_of(k, s) for k, s in self.table("sources").items()}
        self.used: set[str] = set()

    def fail(self, place: str, message: str) -> LawError:
        return LawError(self.file, place, message)

    def keys(self, place: str, raw: object, allowed: tuple[set[str], set[str]]) -> None:
        known, needed = allowed
        if not isinstance(raw, dict):
            raise self.fail(place, f"write a table with {', '.join(sorted(needed))}")
        for key in raw:
            if key not in known:
                raise self.fail(place, f"the key {key!r} is not known; known are {', '.join(sorted(known))}")
        for key in sorted(needed - set(raw)):
            raise self.fail(place, f"the key {key!r} is missing")

    def table(self, key: str) -> dict[str, Any]:
        found = self.raw.get(key, {})
        if not isinstance(found, dict):
            raise self.fail(key, f"write [{key}.NAME] before each entry")
        return found

    def tables(self, key: str, raw: dict[str, Any], place: str) -> list[Any]:
        found = raw.get(key, [])
        if not isinstance(found, list):
            raise self.fail(place, f"write [[{key}]] with two brackets before each entry")
        return found

    def text(self, raw: dict[str, Any], key: str, place: str) -> str:
        found = raw.get(key, "")
        if not isinstance(found, str) or (key in raw and not found.strip()):
            raise self.fail(place, f"{key!r} must be words in quotes, and not empty; leave the key out otherwise")
        return found

    def sentences(self, raw: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
        found = raw.get(key, [])
        if not isinstance(found, list) or not all(isinstance(t, str) and t.endswith(".") for t in found):
            raise self.fail(place, f"{key!r} must be a list of sentences, each with a full stop")
        return tuple(found)

    def day(self, raw: dict[str, Any], key: str, place: str, default: date) -> date:
        found = raw.get(key, default)
        if type(found) is not date:
            raise self.fail(place, f"{key!r} must be a day, like 2026-11-23 without quotes")
        return found

    def choices(self, raw: dict[str, Any], key: str, place: str, known: tuple[str, ...]) -> tuple[str, ...]:
        found = raw.get(key, [])
        if not isinstance(found, list) or (key in raw and not found):
            raise self.fail(place, f"{key!r} must be a list that is not empty, like [{known[0]!r}]")
        for word in found:
            if word not in known:
                raise self.fail(place, f"{key}: {word!r} is not one of {', '.join(known)}")
        return tuple(found)

    def choice(self, raw: dict[str, Any], key: str, place: str, known: tuple[str, ...]) -> str:
        if raw[key] not in known:
            raise self.fail(place, f"{key}: {raw[key]!r} is not one of {', '.join(known)}")
        return str(raw[key])

    def source_of(self, key: str, raw: dict[str, Any]) -> Source:
        place = f"sources.{key}"
        self.keys(place, raw, SOURCE)
        url, seen = self.text(raw, "url", place), self.text(raw, "seen", place)
        if bool(url) == bool(seen):
            raise self.fail(place, "give `url`, or, where there is no address, `seen`: in words where it was read")
        if url and not url.startswith(("https://", "http://")):
            raise self.fail(place, f"the address {url!r} must begin with https:// or http://")
        return Source(self.text(raw, "instrument", place), url or seen, self.confidence(raw, place))

    def confidence(self, raw: dict[str, Any], place: str) -> str:
        if raw["confidence"] not in DECIDING:
            raise self.fail(place, f"confidence {raw['confidence']!r} may not be shown to a worker; only "
                                   f"{', '.join(DECIDING)} may. Leave the entry out until somebody has checked it")
        return str(raw["confidence"])

    def source(self, raw: dict[str, Any], place: str) -> Source:
        if raw["source"] not in self.sources:
            raise self.fail(place, f"source {raw['source']!r} is not in [sources]")
        self.used.add(raw["source"])
        found = self.sources[raw["source"]]
        if "confidence" in raw:
            return Source(found.instrument, found.url, self.confidence(raw, place))
        return found

    def body(self, key: str, raw: dict[str, Any]) -> Body:
        place = f"bodies.{key}"
        self.keys(place, raw, BODY)
        contacts = tuple(self.contact(c, f"{place} contact {i}")
                         for i, c in enumerate(self.tables("contact", raw, place), 1))
        return Body(key, self.text(raw, "who", place), self.choice(raw, "country", place, COUNTRIES),
                    self.choice(raw, "kind", place, KINDS), contacts, self.text(raw, "caution", place),
                    self.sentences(raw, "doubts", place))

    def contact(self, raw: dict[str, Any], place: str) -> Contact:
        self.keys(place, raw, CONTACT)
        first, last = self.day(raw, "from", place, FIRST), self.day(raw, "to", place, LAST)
        self.in_order(first, last, place)
        return Contact(self.text(raw, "text", place), self.source(raw, place), self.text(raw, "as_of", place),
                       self.choices(raw, "origin", place, ORIGINS), first, last, self.sentences(raw, "doubts", place))

    def in_order(self, first: date, last: date, place: str) -> None:
        if last < first:
            raise self.fail(place, f"`to` = {last} is before `from` = {first}")

    def duty(self, raw: dict[str, Any], place: str, bodies: dict[str, Body]) -> Duty:
        self.keys(place, raw, DUTY)
        place = self.text(raw, "id", place) or place
        if raw["body"] not in bodies:
            raise self.fail(place, f"the body {raw['body']!r} is not described; write [bodies.{raw['body']}]")
        body, origin = bodies[raw["body"]], self.choices(raw, "origin", place, ORIGINS)
        if body.country != "jp" and origin not in ((), (body.country,)):
            raise self.fail(place, f"this body is in {body.country}; it acts only for workers of that country")
        try:
            start = read_start(raw["from"]) if "from" in raw else Start(FIRST, FIRST, "unknown")
        except ValueError as error:
            raise self.fail(place, str(error)) from None
        last = self.day(raw, "to", place, LAST)
        self.in_order(start.earliest, last, place)
        does = self.text(raw, "does", place)
        if not does.endswith("."):
            raise self.fail(place, "`does` must be one or two whole sentences, with a full stop")
        return Duty(place, body, self.choices(raw, "topics", place, TOPICS), does, origin,
                    self.choices(raw, "programme", place, PROGRAMMES), self.text(raw, "form", place),
                    self.slug(raw, "letter", place), start, last, self.source(raw, place),
                    self.text(raw, "article", place), self.sentences(raw, "doubts", place),
                    self.day(raw, "checked", place, self.checked), self.deadline(raw, place))

    def slug(self, raw: dict[str, Any], key: str, place: str) -> str:
        found = self.text(raw, key, place)
        if found and not re.fullmatch("[a-z][a-z_]*", found):
            raise self.fail(place, f"{key}: {found!r} must be small letters and underscores, like unpaid_wages_demand")
        return found

    def deadline(self, duty: dict[str, Any], place: str) -> Deadline | None:
        if "deadline" not in duty:
            return None
        raw, place = duty["deadline"], f"{place} deadline"
        self.keys(place, raw, DEADLINE)
        if not str(raw["text"]).endswith("."):
            raise self.fail(place, "`text` must be a whole sentence, with a full stop")
        source = self.source(raw if "source" in raw else {"source": duty["source"]}, place)
        whose = self.choice({"whose": "yours", **raw}, "whose", place, WHOSE)
        return Deadline(self.text(raw, "text", place), self.slug(raw, "date", place), whose, source,
                        self.text(raw if "article" in raw else duty, "article", place),
                        self.sentences(raw, "doubts", place))

    def nothing_idle(self, named: set[str]) -> None:
        """A body without a duty, or a source that nothing uses, is a slip of the pen."""
        for key in self.table("bodies"):
            if key not in named:
                raise self.fail(f"bodies.{key}", "no duty names this body; write one or take the body away")
        for key in self.sources:
            if key not in self.used:
                raise self.fail(f"sources.{key}", "nothing uses this source; take it away")
