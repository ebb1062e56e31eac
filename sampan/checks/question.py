"""One page of questions, and which pages come before and after it.

A question reads its part of the document into a form and writes the form's answer back. An answer
"I do not know" leaves the fact out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from sampan.checks.carried import Document

Fields = dict[str, forms.Field]
Answer = dict[str, Any]


@dataclass(frozen=True)
class Listed:
    """A list that is filled entry by entry: the words of its pages, its entries, and the form of one.

    `add` and `more` are the words for adding the first entry and another one, `done` those for going on without any.
    `write` takes the place in the list; a place behind the last adds. `tell_none` says that there is none, where that
    is something else than not to know.
    """

    one: Any
    add: Any
    more: Any
    rows: Callable[[Document], list[Document]]
    lines: Callable[[Document], list[str]]
    fields: Callable[[Document, Document], Fields]
    read: Callable[[Document], Answer]
    write: Callable[[Document, int, Answer], None]
    remove: Callable[[Document, int], None]
    done: Any = ""
    tell_none: Callable[[Document], None] | None = None
    most: int = 1000


@dataclass(frozen=True)
class Question:
    """One page: its words, its fields, how it reads and writes the document, and when it is asked at all.

    With `lead` the label of the first field is the title of the page, else the title stands above all fields.
    """

    name: str
    label: Any
    title: Any
    why: Any
    fields: Callable[[Document], Fields]
    read: Callable[[Document], Answer]
    write: Callable[[Document, Answer], None]
    when: Callable[[Document], bool] = lambda document: True
    may_skip: bool = False
    listed: Listed | None = None
    lead: bool = False


class Questions:
    """The questions of a check in their order."""

    def __init__(self, every: tuple[Question, ...]) -> None:
        self.every = every
        self.by_name = {q.name: q for q in every}

    @property
    def first(self) -> Question:
        """The question that a visitor meets first."""
        return self.every[0]

    def asked(self, document: Document) -> list[Question]:
        """The questions that concern this document, in order."""
        return [q for q in self.every if q.when(document)]

    def after(self, document: Document, name: str, seen: list[str], only_open: bool = False) -> Question | None:
        """The next question; with `only_open` the next one that was not answered before."""
        rest = self.every[self._place(name) + 1:]
        return next((q for q in rest if q.when(document) and not (only_open and q.name in seen)), None)

    def before(self, document: Document, name: str) -> Question | None:
        """The question before this one."""
        earlier = [q for q in self.every[:self._place(name)] if q.when(document)]
        return earlier[-1] if earlier else None

    def _place(self, name: str) -> int:
        return self.every.index(self.by_name[name])
