"""The questions of a check made from its fields: one on a page, or those that name the same page together."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy

from sampan.checks import answers, kinds
from sampan.checks.carried import Document, Shape
from sampan.checks.check import Check
from sampan.checks.every import find
from sampan.checks.fields import Field, Rows
from sampan.checks.kinds import lazy
from sampan.checks.question import Answer, Fields, Listed, Question, Questions


def concerns(field: Field | Rows, told: Document) -> bool:
    """Whether a field is asked for; a condition that cannot read what was told asks."""
    if field.when is None:
        return True
    try:
        return bool(field.when(told))
    except (TypeError, ValueError, AttributeError):
        return True


def shape(check: Check) -> Shape:
    """Which keys of the check's documents hold tables and lists."""
    parents = (f.key.split(".")[:i] for f in check.fields for i in range(1, f.key.count(".") + 1))
    tables: dict[str, type] = {".".join(p): dict for p in parents}
    lists = [f for f in check.fields if isinstance(f, Rows)]
    words = {f.key: f.fields[0].key for f in lists if f.fields[0].kind == "choice"}
    return Shape(check.format, tables | {f.key: list for f in lists}, words=words)


@cache
def questions(name: str) -> Questions:
    """The question pages of a check."""
    groups: dict[str, list[Field | Rows]] = {}
    for field in find(name).fields:
        page = getattr(field, "page", "") or field.key
        groups.setdefault(page, []).append(field)
    return Questions(tuple(_question(page, group) for page, group in groups.items()))


def _question(page: str, group: list[Field | Rows]) -> Question:
    if isinstance(group[0], Rows):
        return _rows(group[0])
    fields = [f for f in group if isinstance(f, Field)]

    def make(document: Document) -> Fields:
        here = [f for f in fields if concerns(f, document)]
        out: Fields = {}
        for field in here:
            out |= kinds.form_fields(field, alone=len(here) == 1)
        return out

    def read(document: Document) -> Answer:
        out: Answer = {}
        for field in fields:
            out |= kinds.initial(field, at(document, field.key))
        return out

    def write(document: Document, answer: Answer) -> None:
        for field in fields:
            if concerns(field, document):
                put(document, field.key, kinds.told(field, answer))

    chosen = len(fields) == 1 and fields[0].kind in ("flag", "choice", "choices")
    return Question(page, lazy(fields[0].ask), lazy(fields[0].ask), "", make, read, write,
                    lambda document: any(concerns(f, document) for f in fields), not chosen, lead=True)


def _rows(rows: Rows) -> Question:
    def listed(document: Document) -> list[Document]:
        found: list[Document] = at(document, rows.key) or []
        return found

    def make(document: Document, row: Document) -> Fields:
        out: Fields = {}
        for field in rows.fields:
            if concerns(field, row):
                out |= kinds.form_fields(field, alone=False)
        return out

    def read(row: Document) -> Answer:
        out: Answer = {}
        for field in rows.fields:
            out |= kinds.initial(field, row.get(field.key))
        return out

    def write(document: Document, index: int, answer: Answer) -> None:
        """An entry without any answer is no entry."""
        told = {f.key: kinds.told(f, answer) for f in rows.fields}
        row = {key: value for key, value in told.items() if value is not None}
        entries = listed(document)
        put(document, rows.key, [*entries[:index], *([row] if row else []), *entries[index + 1:]] or None)

    def remove(document: Document, index: int) -> None:
        entries = listed(document)
        put(document, rows.key, [*entries[:index], *entries[index + 1:]] or None)

    entry = Listed(
        lazy(rows.one), gettext_lazy("Add one"), gettext_lazy("Add another one"), listed,
        lambda document: [answers.entry(rows, row) for row in listed(document)], make, read, write, remove,
        tell_none=lambda document: put(document, rows.key, []), most=rows.most,
    )

    def skip(document: Document, answer: Answer) -> None:
        put(document, rows.key, None)

    return Question(rows.key, lazy(rows.ask), lazy(rows.ask), lazy(rows.why), lambda document: {},
                    lambda document: {}, skip, lambda document: concerns(rows, document), listed=entry)


def told(check: Check, document: Document) -> list[dict[str, Any]]:
    """Every field that concerns the document, with its answer in words and the page where it can be changed.

    What a file told beside the questions comes last, without a page.
    """
    asked = [
        {"name": getattr(f, "page", "") or f.key, "label": lazy(f.ask), "lines": answers.lines(f, at(document, f.key))}
        for f in check.fields if concerns(f, document)
    ]
    known = {f.key for f in check.fields} | {"format"}
    rest = [key for key in keys(document) if not any(k == key or k.startswith(f"{key}.") for k in known)]
    return asked + [{"name": "", "label": key.replace(".", ": ").replace("_", " "), "lines": [str(at(document, key))]}
                    for key in rest]


def keys(document: Document) -> list[str]:
    """Every key of a document, those of its tables with a dot."""
    out = []
    for key, value in document.items():
        out += [f"{key}.{inner}" for inner in keys(value)] if isinstance(value, dict) else [key]
    return out


def prune(check: Check, document: Document, before: Document) -> None:
    """Take out what was asked before the last answer and does not concern the case any more."""
    for field in check.fields:
        if at(document, field.key) is not None and concerns(field, before) and not concerns(field, document):
            put(document, field.key, None)


def at(document: Document, key: str) -> Any:
    """What was told under a key such as "pay.amount"; None when nothing was."""
    found: Any = document
    for part in key.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def put(document: Document, key: str, value: Any) -> None:
    """Write a value under its key, or take it out when it is None; a table left empty goes too."""
    first, _dot, rest = key.partition(".")
    if rest:
        table = {**document.get(first, {})}
        put(table, rest, value)
        value = table or None
    document.pop(first, None)
    if value is not None:
        document[first] = value
