"""What an article is: its words, its facts, its sources. English is the master; a translation carries words only."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date

DRAFT = "draft"


@dataclass(frozen=True)
class Source:
    """Where something was read: the instrument or page, its address (or where it was seen), and how sure it is."""

    key: str
    instrument: str
    url: str
    confidence: str


@dataclass(frozen=True)
class Cite:
    """One source as an article uses it, with the article of the law where there is one."""

    source: Source
    article: str
    confidence: str


@dataclass(frozen=True)
class Number:
    """A telephone number that a card may show: whose it is, with its source and the day it was seen."""

    key: str
    who: str
    number: str
    about: str
    as_of: str
    source: Source

    @property
    def dial(self) -> str:
        """The number as a telephone takes it."""
        return self.number.replace("-", "").replace("#", "%23")


@dataclass(frozen=True)
class Step:
    """One step of a journey: what happens, the papers of the step, and the trick that is usual there."""

    what: str
    papers: str
    trick: str


@dataclass(frozen=True)
class Say:
    """A Japanese sentence to show or to say, and what it means."""

    japanese: str
    means: str


@dataclass(frozen=True)
class Words:
    """What is read or heard, in one language."""

    title: str
    answer: str
    paragraphs: tuple[str, ...]
    steps: tuple[Step, ...]
    do: tuple[str, ...]
    says: tuple[Say, ...]
    doubts: tuple[str, ...]

    def version(self) -> str:
        """The name of exactly these words; a translation says which version it translates."""
        parts = [self.title, self.answer, self.paragraphs, [(s.what, s.papers, s.trick) for s in self.steps], self.do,
                 [(s.japanese, s.means) for s in self.says], self.doubts]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:12]

    def shape(self) -> tuple[int, ...]:
        """How many of each part; a translation has the same."""
        return tuple(len(p) for p in (self.paragraphs, self.steps, self.do, self.says, self.doubts))

    def everything(self) -> str:
        """All words in one text, in the order of reading."""
        journey = [t for s in self.steps for t in (s.what, s.papers, s.trick)]
        said = [t for s in self.says for t in (s.japanese, s.means)]
        parts = [self.title, self.answer, *self.paragraphs, *journey, *self.do, *said, *self.doubts]
        return "\n".join(filter(None, parts))


@dataclass(frozen=True)
class Text:
    """The words in one language and who has read them over: `draft`, or the name and day of the reviewer."""

    lang: str
    words: Words
    review: str


@dataclass(frozen=True)
class Article:
    """One guide: where it stands, whom it concerns, what it rests on, and its words in English."""

    slug: str
    group: str
    place: int
    countries: tuple[str, ...]
    programmes: tuple[str, ...]
    topics: tuple[str, ...]
    help: tuple[str, ...]
    check: str
    danger: bool
    call: tuple[Number, ...]
    law: tuple[str, ...]
    cites: tuple[Cite, ...]
    see: tuple[str, ...]
    checked: date
    english: Text
