"""One text that was found, and the order in which texts are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Text:
    """A message id with its plural and context, and the files that use it."""

    english: str
    where: list[str] = field(default_factory=list)
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other text."""
        return self.context, self.english


def together(texts: Iterable[Text]) -> list[Text]:
    """Each text once, in the order of the files that use it first; empty texts are left out."""
    known: dict[tuple[str, str], Text] = {}
    for text in texts:
        if not text.english.strip():
            continue
        one = known.setdefault(text.key, Text(text.english, [], text.plural, text.context))
        one.where += [w for w in text.where if w not in one.where]
        one.plural = one.plural or text.plural
    for text in known.values():
        text.where.sort()
    return sorted(known.values(), key=lambda t: t.where[0])
