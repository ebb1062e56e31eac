"""Reads the articles strictly: an unknown key, a missing source or an answer of two sentences is refused.

The English file holds everything. A file of another language holds words only and names the version of the
English that it translates.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from sampan.rights.article import DRAFT, Article, Cite, Number, Say, Source, Step, Text, Words
from sampan.rulebook.duties import ORIGINS, PROGRAMMES, TOPICS

GROUPS = ("emergency", "health", "before", "journey", "work", "home")
CONFIDENCES = ("official", "transcribed", "secondary", "conflicting", "memory", "unknown")
TELLABLE = ("official", "transcribed", "secondary")
LONGEST_ANSWER = 160
FROM_MEMORY = "from memory"

WORDS = {"title", "answer", "paragraphs", "do", "doubts", "step", "japanese", "review"}
ENGLISH = (
    WORDS | {"group", "place", "countries", "programmes", "topics", "help", "check", "danger", "call", "law", "cite",
             "see", "checked"},
    {"title", "answer", "group", "place", "checked", "review", "cite"},
)
OTHER = (WORDS | {"of"}, {"title", "answer", "of", "review"})
SOURCE = ({"instrument", "url", "seen", "confidence"}, {"instrument", "confidence"})
NUMBER = ({"who", "number", "about", "as_of", "source"}, {"who", "number", "source"})
CITE = ({"source", "article", "confidence"}, {"source"})
STEP = ({"what", "papers", "trick"}, {"what"})
SAY = ({"say", "means"}, {"say", "means"})


class ArticleError(ValueError):
    """A file of the guides is not as it should be; the message says where and what to write instead."""


class File:
    """One TOML file, with a message for everything that is not as it should be."""

    def __init__(self, path: Path, allowed: tuple[set[str], set[str]] | None = None) -> None:
        self.name = f"{path.parent.name}/{path.name}"
        try:
            self.raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise self.fail("TOML", str(error)) from None
        if allowed:
            self.keys("top", self.raw, allowed)

    def fail(self, place: str, message: str) -> ArticleError:
        """The error to raise."""
        return ArticleError(f"{self.name}, {place}: {message}")

    def keys(self, place: str, raw: object, allowed: tuple[set[str], set[str]]) -> None:
        """Refuse unknown keys and missing ones."""
        known, needed = allowed
        if not isinstance(raw, dict):
            raise self.fail(place, f"write a table with {', '.join(sorted(needed))}")
        for key in raw:
            if key not in known:
                raise self.fail(place, f"the key {key!r} is not known; known are {', '.join(sorted(known))}")
        for key in sorted(needed - set(raw)):
            raise self.fail(place, f"the key {key!r} is missing")

    def text(self, raw: dict[str, Any], key: str, place: str = "top") -> str:
        """Words in quotes, not empty; "" where the key is left out."""
        found = raw.get(key, "")
        if not isinstance(found, str) or (key in raw and not found.strip()):
            raise self.fail(place, f"{key!r} must be words in quotes, and not empty; leave the key out otherwise")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        found = self.raw.get(key, [])
        if not isinstance(found, list) or not all(isinstance(t, str) and t.strip() for t in found):
            raise self.fail(key, "write a list of words in quotes")
        return tuple(found)

    def choices(self, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """A list of words out of a known list."""
        for word in self.texts(key):
            if word not in known:
                raise self.fail(key, f"{word!r} is not one of {', '.join(known)}")
        return self.texts(key)

    def tables(self, key: str, allowed: tuple[set[str], set[str]]) -> list[dict[str, str]]:
        """The tables under `[[key]]`, each of words only."""
        found = self.raw.get(key, [])
        if not isinstance(found, list):
            raise self.fail(key, f"write [[{key}]] with two brackets before each entry")
        for number, raw in enumerate(found, 1):
            self.keys(f"{key} {number}", raw, allowed)
            for word in raw:
                self.text(raw, word, f"{key} {number}")
        return found

    def words(self) -> Words:
        """What is read, with the answer first and in one sentence."""
        answer = self.text(self.raw, "answer")
        if len(answer) > LONGEST_ANSWER:
            raise self.fail("answer", f"{len(answer)} signs; one sentence of at most {LONGEST_ANSWER}")
        ends = re.findall(r"[.!?](?:\s|$)|[។။。]", answer)
        if len(ends) != 1 or not answer.endswith((".", "!", "?", "។", "။", "。")):
            raise self.fail("answer", "write exactly one sentence, with its full stop")
        steps = [Step(s["what"], s.get("papers", ""), s.get("trick", "")) for s in self.tables("step", STEP)]
        says = [Say(s["say"], s["means"]) for s in self.tables("japanese", SAY)]
        return Words(self.text(self.raw, "title"), answer, self.texts("paragraphs"), tuple(steps), self.texts("do"),
                     tuple(says), self.texts("doubts"))

    def review(self) -> str:
        """`draft`, or who has read it over and when."""
        found = self.text(self.raw, "review")
        if found != DRAFT and not re.fullmatch(r".+, \d{4}-\d{2}-\d{2}", found):
            raise self.fail("review", f"write {DRAFT!r}, or the name of the reviewer and the day: 'Name, 2026-11-23'")
        return found


def read_sources(path: Path) -> dict[str, Source]:
    """The sources that articles may name."""
    file = File(path)
    found = {}
    for key, raw in file.raw.items():
        file.keys(key, raw, SOURCE)
        url, seen = file.text(raw, "url", key), file.text(raw, "seen", key)
        if bool(url) == bool(seen):
            raise file.fail(key, "give `url`, or, where there is no address, `seen`: in words where it was read")
        if raw["confidence"] not in CONFIDENCES:
            raise file.fail(key, f"confidence {raw['confidence']!r} is not one of {', '.join(CONFIDENCES)}")
        found[key] = Source(key, file.text(raw, "instrument", key), url or seen, raw["confidence"])
    return found


def read_numbers(path: Path, sources: dict[str, Source]) -> dict[str, Number]:
    """The telephone numbers that cards may show; one that is only remembered is refused."""
    file = File(path)
    found = {}
    for key, raw in file.raw.items():
        file.keys(key, raw, NUMBER)
        source = sources.get(raw["source"])
        if source is None:
            raise file.fail(key, f"source {raw['source']!r} is not in sources.toml")
        if source.confidence not in TELLABLE:
            raise file.fail(key, f"a number whose source is {source.confidence!r} may not be shown to a worker")
        found[key] = Number(key, file.text(raw, "who", key), file.text(raw, "number", key),
                            file.text(raw, "about", key), file.text(raw, "as_of", key), source)
    return found


def read_article(path: Path, sources: dict[str, Source], numbers: dict[str, Number]) -> Article:
    """One English article. Raises ArticleError naming file and place."""
    file = File(path, ENGLISH)
    raw, words = file.raw, file.words()
    cites = tuple(_cite(file, c, sources) for c in file.tables("cite", CITE))
    if not cites:
        raise file.fail("cite", "an article without a source is not shown; write [[cite]]")
    if any(c.confidence == "memory" for c in cites) and FROM_MEMORY not in words.everything().lower():
        raise file.fail("cite", f"what rests on memory says so in the text: {FROM_MEMORY!r}")
    if raw["group"] not in GROUPS:
        raise file.fail("group", f"{raw['group']!r} is not one of {', '.join(GROUPS)}")
    if type(raw["checked"]) is not date:
        raise file.fail("checked", "write a day, like 2026-11-23 without quotes")
    if type(raw["place"]) is not int:
        raise file.fail("place", "write a whole number; it orders the articles of a group")
    if type(raw.get("danger", False)) is not bool:
        raise file.fail("danger", "write true or false")
    called = file.choices("call", tuple(numbers))
    return Article(
        path.stem, raw["group"], raw["place"], file.choices("countries", ORIGINS),
        file.choices("programmes", PROGRAMMES), file.choices("topics", TOPICS), file.choices("help", TOPICS),
        file.text(raw, "check"), raw.get("danger", False), tuple(numbers[c] for c in called), file.texts("law"), cites,
        file.texts("see"), raw["checked"], Text("en", words, file.review()),
    )


def _cite(file: File, raw: dict[str, str], sources: dict[str, Source]) -> Cite:
    if raw["source"] not in sources:
        raise file.fail("cite", f"source {raw['source']!r} is not in sources.toml")
    source = sources[raw["source"]]
    confidence = raw.get("confidence", source.confidence)
    if confidence not in CONFIDENCES:
        raise file.fail("cite", f"confidence {confidence!r} is not one of {', '.join(CONFIDENCES)}")
    return Cite(source, raw.get("article", ""), confidence)


def read_translation(path: Path, lang: str, english: Words) -> Text | None:
    """The words in another language; None when they translate an older English (stale)."""
    file = File(path, OTHER)
    if file.text(file.raw, "of") != english.version():
        return None
    words = file.words()
    if words.shape() != english.shape():
        raise file.fail("top", "translate every paragraph, step and doubt of the English, and add none: "
                               f"{words.shape()} here, {english.shape()} there")
    return Text(lang, words, file.review())
