"""Walking any check page by page, for the client and for the browser."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from django import forms

from sampan.checks import every, pages
from sampan.checks.forms import UNKNOWN, DayWidget
from sampan.checks.offer.tests.walk import Page, page
from sampan.checks.question import Fields, Question
from sampan.checks.upload import plain

ROOT = Path(__file__).resolve().parents[3]


def ask(name: str, page: str = "", lang: str = "en") -> str:
    """The address of a page of a check."""
    return f"/{lang}/check/{name.replace('_', '-')}/{page}"


def example(name: str) -> dict[str, Any]:
    """The example file of a check as the pages carry it: dates as text, entries of lists as tables."""
    text = (ROOT / "docs" / "examples" / f"{name}.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = pages.shape(every.find(name)).tidied(plain(tomllib.loads(text)))
    return found


def carried(document: dict[str, Any], **more: str) -> dict[str, str]:
    """The hidden fields of a page."""
    return {"case": json.dumps(document), "seen": "", "then": "", **more}


def typed(fields: Fields, values: dict[str, Any]) -> dict[str, Any]:
    """What a browser sends for some fields with these values; what has none is left open."""
    out: dict[str, Any] = {}
    for name, field in fields.items():
        value = values.get(name)
        if isinstance(field.widget, DayWidget):
            parts = field.widget.decompress(value)
            out |= {f"{name}_{part}": text for part, text in zip(field.widget.parts, parts, strict=True)}
        elif isinstance(field, forms.MultipleChoiceField):
            out[name] = value or [UNKNOWN]
        elif isinstance(field, forms.ChoiceField):
            out[name] = value if value is not None else UNKNOWN if field.valid_value(UNKNOWN) else ""
        else:
            out[name] = "" if value is None else value
    return out


def walk(client: Any, name: str, told: dict[str, Any]) -> Page:
    """Answer every question as `told` does, and nothing else; gives the page "look at your answers"."""
    questions = pages.questions(name)
    here = page(client.get(ask(name)))

    def post(**fields: Any) -> Page:
        response = client.post(ask(name), {**here.hidden, **fields})
        assert response.status_code == 200
        return page(response)

    for _ in range(100):
        if here.hidden["at"] == "check":
            return here
        question: Question = questions.by_name[here.hidden["at"]]
        document = json.loads(here.hidden["case"])
        if question.listed is None:
            values = typed(question.fields(document), question.read(told))
            skip = question.may_skip and not any(v for v in values.values() if v != UNKNOWN)
            here = post(**values, do="skip" if skip else "next")
            continue
        rows = question.listed.rows(told)
        for row in rows:
            here = post(do="add")
            entry = typed(question.listed.fields(document, {}), question.listed.read(row))
            here = post(**entry, do="next")
        none = pages.at(told, question.name) == []
        here = post(do="next" if rows else "none" if none else "skip")
    raise AssertionError(f"{name} asks without end")


NAMES = every.NAMES
