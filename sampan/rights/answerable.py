"""Who can help with an article: names and places from the map of duty-bearers, never typed into an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sampan.rights.article import Article
from sampan.rulebook.duties import ORIGINS
from sampan.rulebook.remedies import remedies_for
from sampan.rulebook.stored import law

AT_HOME = {"vi": "vn", "km": "kh", "my": "mm"}


@dataclass(frozen=True)
class Office:
    """One office, union or group: its name, the places where it is reached, and for which programmes only."""

    who: str
    places: tuple[tuple[str, str], ...]
    only_for: tuple[str, ...]

    def with_places_of(self, other: Office) -> Office:
        """The same office with the places that were found for a worker of another country too."""
        return replace(self, places=tuple(dict.fromkeys([*other.places, *self.places])))


def origins(article: Article, lang: str) -> tuple[str, ...]:
    """The countries whose offices are named: those of the article, else that of the language, else all three."""
    if article.countries:
        return article.countries
    return (AT_HOME[lang],) if lang in AT_HOME else ORIGINS


@lru_cache(maxsize=512)
def offices(topics: tuple[str, ...], programme: str | None, countries: tuple[str, ...],
            on: date) -> dict[str, tuple[Office, ...]]:
    """Per country, Japan first, who can act on these topics on a day. A country without anybody is left out."""
    found: dict[str, dict[str, Office]] = {"jp": {}, **{c: {} for c in countries}}
    for origin in countries if topics else ():
        for entry in remedies_for(law().duties, topics, origin, programme, on, {}):
            if "blank" not in entry:
                here, office = found[str(entry["country"])], _office(entry)
                here[office.who] = office.with_places_of(here.get(office.who, office))
    return {country: tuple(some.values()) for country, some in found.items() if some}


def _office(entry: dict[str, Any]) -> Office:
    places = tuple((c["where"], _seen(c.get("as_of", ""))) for c in entry.get("contacts", []))
    return Office(str(entry["who"]), places, tuple(entry.get("only_for", ())))


def _seen(as_of: str) -> str:
    """The last day, month or year that a place was seen; "" where the page has no date."""
    days = re.findall(r"\d{4}(?:-\d{2}){0,2}", as_of)
    return days[-1] if days else ""
