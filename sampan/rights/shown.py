"""What the page, the print and the leaflet of an article show, put together once for all three."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, gettext

from sampan.rights import labels
from sampan.rights.answerable import offices, origins
from sampan.rights.article import Article, Cite
from sampan.rights.shelf import Shelf
from sampan.rulebook.stored import law
from sampan.web import topics
from sampan.web.page import translated

Page = dict[str, Any]
STALE = 400  # days after which the reader is told that nobody has looked since


def language() -> str:
    """The reader's language."""
    return get_language() or "en"


def frame() -> str:
    """The language of the words around an article: English where the house has no catalogue."""
    return language() if translated(language()) else "en"


def page_of(shelf: Shelf, article: Article, today: date | None = None) -> Page:
    """Everything that is shown of one article, in the reader's language."""
    text, today = shelf.text(article.slug, language()), today or timezone.localdate()
    return {
        "article": article, "text": text, "words": text.words, "fallback": text.lang != language(),
        "review": labels.review(text.review),
        "stale": (today - article.checked).days > STALE, "help": helping(article, today),
        "check": checking(article), "law": lawful(article),
        "see": [(a.slug, shelf.text(a.slug, language())) for a in map(shelf.articles.__getitem__, article.see)],
    }


def helping(article: Article, today: date) -> list[Page]:
    """The offices per country, with their names for countries and programmes."""
    programme = article.programmes[0] if len(article.programmes) == 1 else None
    found = offices(article.help, programme, origins(article, language()), today)
    return [
        {"country": str(labels.COUNTRY[country]), "folded": country != "jp" and len(found) > 2,
         "offices": [{"who": o.who, "places": o.places,
                      "only": ", ".join(str(labels.PROGRAMME[p]) for p in o.only_for)} for o in some]}
        for country, some in found.items()
    ]


def checking(article: Article) -> Page | None:
    """The check that fits, when a room offers it."""
    address = topics.address(f"check.{article.check}") if article.check else ""
    return {"address": address, "title": str(labels.CHECK[article.check])} if address else None


def lawful(article: Article) -> list[Page]:
    """The law used and the other sources: families of the law first, each with its day, then what was cited."""
    families = law().families
    rows = [
        {"title": families[key].title, "article": "", "sure": "", "day": families[key].checked,
         "address": topics.address(key), "outside": False}
        for key in article.law
    ]
    return rows + [_cited(c, article) for c in article.cites]


def _cited(cite: Cite, article: Article) -> Page:
    url = cite.source.url if cite.source.url.startswith("http") else ""
    return {"title": cite.source.instrument, "article": cite.article and gettext("article %(number)s") % {
                "number": cite.article},
            "sure": str(labels.SURE[cite.confidence]), "day": article.checked, "address": url, "outside": bool(url)}
