"""What travels from page to page in the form: the document so far (as JSON) and the place in the flow.

It is the visitor's own text coming back, so it is read as carefully as any other input.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest

Document = dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """The format of the carried document, and which of its keys ("pay", "pay.allowance") hold a table or a list.

    `name` is that of the form field that carries it. In a list named in `words` an entry may be a word alone; it
    stands for a table with that word under the key given there.
    """

    format: str
    tables: Mapping[str, type]
    name: str = "case"
    words: Mapping[str, str] = field(default_factory=dict)

    def tidied(self, document: Any) -> Any:
        """The document with every entry that is a word alone as a table."""
        if not isinstance(document, dict):
            return document
        wordy = {key: name for key, name in self.words.items() if isinstance(document.get(key), list)}
        return {**document, **{key: [{name: e} if isinstance(e, str) else e for e in document[key]]
                               for key, name in wordy.items()}}

    def fits(self, document: object) -> bool:
        """Whether it is a document whose tables are tables and whose lists are lists of tables."""
        return isinstance(document, dict) and all(
            isinstance(found, kind) and (not isinstance(found, list) or all(isinstance(row, dict) for row in found))
            for key, kind in self.tables.items() for found in _at(document, key)
        )


def _at(document: Document, key: str) -> list[Any]:
    """What stands at a key of the document: one value, or none."""
    first, _dot, rest = key.partition(".")
    if first not in document:
        return []
    found = document[first]
    return (_at(found, rest) if isinstance(found, dict) else []) if rest else [found]


@dataclass
class Carried:
    """The document so far, the questions that were answered (also with "I do not know"), and the way back."""

    shape: Shape
    document: Document = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    then: str = ""

    def __post_init__(self) -> None:
        self.document.setdefault("format", self.shape.format)

    def fields(self, at: str) -> list[tuple[str, str]]:
        """The hidden fields of a page that shows the question `at`."""
        document = json.dumps(self.document, ensure_ascii=False, separators=(",", ":"))
        return [(self.shape.name, document), ("seen", " ".join(self.seen)), ("then", self.then), ("at", at)]

    def mark(self, name: str) -> None:
        """Remember that a question was answered."""
        if name not in self.seen:
            self.seen.append(name)


def carried(request: HttpRequest, shape: Shape) -> Carried:
    """What the form brought; BadRequest when it cannot be read."""
    try:
        document = shape.tidied(json.loads(request.POST.get(shape.name) or "{}"))
    except (ValueError, RecursionError):
        raise BadRequest("the carried document is not JSON") from None
    if not shape.fits(document):
        raise BadRequest("the carried document has another shape")
    return Carried(shape, document, request.POST.get("seen", "")[:2000].split(), request.POST.get("then", "")[:20])
