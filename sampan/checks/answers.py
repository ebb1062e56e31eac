"""Told values in words: for the page "look at your answers", under a result, and on paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sampan.checks.fields import Field, Rows
from sampan.checks.forms import split
from sampan.checks.kinds import YES_NO, lazy, percent
from sampan.web.templatetags.sampan import day


def lines(field: Field | Rows, value: Any) -> list[str]:
    """The answer line by line; no line when it is not known."""
    if value is None:
        return []
    if isinstance(field, Rows):
        return [entry(field, row) for row in value] if value else [_("None")]
    if field.kind == "choices" and isinstance(value, list):
        return [word(field, code) for code in value] or [_("None of these")]
    return [said(field, value)]


def entry(rows: Rows, row: dict[str, Any]) -> str:
    """One entry of a list in one line."""
    parts = []
    for field in rows.fields:
        value = row.get(field.key)
        if value is not None:
            text = ", ".join(lines(field, value))
            parts.append(f"{lazy(field.ask)} {text}" if field.kind in ("flag", "day", "month", "hours") else text)
    return f"{parts[0]}: {', '.join(parts[1:])}" if len(parts) > 1 else "".join(parts)


def word(field: Field, code: Any) -> str:
    """The word for a code; the code itself when it is not known."""
    return str(lazy(field.words[str(code)])) if str(code) in field.words else str(code)


def said(field: Field, value: Any) -> str:
    """One value in words."""
    text = str(value)
    if field.kind == "flag" and isinstance(value, bool):
        return str(YES_NO["yes" if value else "no"])
    if field.kind == "choice":
        return word(field, value)
    if field.kind == "day":
        return day(text)
    if field.kind == "month":
        return month(text)
    if field.kind == "rate":
        return f"{percent(text)} %"
    if field.kind.startswith("money") and "%" not in text:
        return " ".join(filter(None, split(text)))
    return text


def month(text: str) -> str:
    """A month in the reader's language: August 2026."""
    try:
        return str(date_format(date.fromisoformat(f"{text}-01"), "YEAR_MONTH_FORMAT"))
    except ValueError:
        return text
