"""Words that templates may use: amounts, days, law texts in their own language, verdict marks."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django import template
from django.utils.formats import date_format, get_format
from django.utils.translation import get_language, override

from sampan.speech.translate import translator
from sampan.web import fallback
from sampan.web.page import translated
from sampan.web.verdicts import MARKS, Mark

register = template.Library()
_GROUPED = re.compile(r"(?<![\d.,])(\d{1,3}(,\d{3})*)(?:\.(\d+))?(?![\d,]*\d)")


@register.filter
def said(text: str) -> str:
    """A sentence translated: of the law, of a check, or of a reader of files; marked as English where it has none."""
    sentence = text if isinstance(text, str) else str(text or "")
    code = get_language() or "en"
    if code == "en" or not sentence or not translated(code):
        return sentence
    found = translator(code)(sentence)
    return found if found != sentence else fallback.marked(sentence)


@register.filter
def quoted(text: object) -> str:
    """The title or article of a law, as its source writes it in English."""
    return fallback.quoted(str(text or ""))


@register.filter
def mark(verdict: str) -> Mark:
    """The shape, tone and word of a verdict."""
    return MARKS.get(verdict, MARKS["unknown"])


@register.filter
def day(value: Any) -> str:
    """A date in the reader's language: 2 November 2026; in English on a page that is English as a whole."""
    if isinstance(value, str):
        try:
            value = datetime.date.fromisoformat(value)
        except ValueError:
            return str(value)
    if not isinstance(value, datetime.date):
        return str(value)
    if not translated(get_language() or "en"):
        with override("en"):
            return str(date_format(value, "DATE_FORMAT"))
    return str(date_format(value, "DATE_FORMAT"))


@register.filter
def number(text: object) -> str:
    """Numbers in a text with the reader's separators: 95,760,000 VND is 95.760.000 VND in Vietnamese."""
    comma, dot = get_format("THOUSAND_SEPARATOR"), get_format("DECIMAL_SEPARATOR")
    return _GROUPED.sub(lambda m: m[1].replace(",", comma) + (f"{dot}{m[3]}" if m[3] else ""), str(text))
