"""The shelf with all articles, read once a process, and the text of each in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings

from sampan.rights.article import DRAFT, Article, Number, Source, Text
from sampan.rights.reading import GROUPS, ArticleError, read_article, read_numbers, read_sources, read_translation

FOLDER = Path(__file__).parent / "articles"


@dataclass(frozen=True)
class Shelf:
    """Articles by slug in the order of reading, their translations, the numbers of the cards, all sources."""

    articles: dict[str, Article]
    texts: dict[tuple[str, str], Text] = field(default_factory=dict)
    numbers: dict[str, Number] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def group(self, name: str) -> list[Article]:
        """The articles of one group."""
        return [a for a in self.articles.values() if a.group == name]

    def text(self, slug: str, lang: str) -> Text:
        """The words in a language. English where there is no translation, it is stale, or it is held back."""
        found = self.texts.get((slug, lang))
        held_back = lang in getattr(settings, "HOLD_BACK", ())
        if found is None or (held_back and found.review == DRAFT):
            return self.articles[slug].english
        return found


def read_shelf(folder: Path) -> Shelf:
    """Read all articles of a folder. Raises ArticleError for the first thing that is wrong."""
    sources = read_sources(folder / "sources.toml")
    numbers = read_numbers(folder / "numbers.toml", sources)
    found = [read_article(p, sources, numbers) for p in sorted((folder / "en").glob("*.toml"))]
    articles = {a.slug: a for a in sorted(found, key=lambda a: (GROUPS.index(a.group), a.place, a.slug))}
    _linked(articles)
    texts = {}
    for place in sorted(p for p in folder.iterdir() if p.is_dir() and p.name != "en"):
        for path in sorted(place.glob("*.toml")):
            if path.stem not in articles:
                raise ArticleError(f"{place.name}/{path.name}: there is no English article of this name")
            text = read_translation(path, place.name, articles[path.stem].english.words)
            if text:
                texts[path.stem, place.name] = text
    return Shelf(articles, texts, numbers, sources)


def _linked(articles: dict[str, Article]) -> None:
    explained: dict[str, str] = {}
    for article in articles.values():
        for slug in article.see:
            if slug not in articles:
                raise ArticleError(f"en/{article.slug}.toml, see: there is no article {slug!r}")
        for topic in article.topics:
            if topic in explained:
                raise ArticleError(f"en/{article.slug}.toml, topics: {explained[topic]} explains {topic!r} already")
            explained[topic] = article.slug


@cache
def shelf() -> Shelf:
    """The shipped articles."""
    return read_shelf(FOLDER)
