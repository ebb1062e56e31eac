"""Words that templates may use: amounts, days, law texts in their own language, verdict marks."""

from __future__ import annotations

import datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from sampan.web.page import translated
from sampan.web.verdicts import MARKS, Mark

register = template.Library()


@register.filter
def said(text: str) -> SafeString | str:
    """A sentence of the law's words, translated; where no translation exists, marked as English."""
    if not text:
        return ""
    found = gettext(text)
    code = get_language() or "en"
    if code == "en" or found != text or not translated(code):
        return found
    return format_html('<span lang="en">{}</span>', text)


@register.filter
def mark(verdict: str) -> Mark:
    """The shape, tone and word of a verdict."""
    return MARKS.get(verdict, MARKS["unknown"])


@register.filter
def day(value: Any) -> str:
    """A date in the reader's language: 2 November 2026."""
    if isinstance(value, str):
        try:
            value = datetime.date.fromisoformat(value)
        except ValueError:
            return str(value)
    if not isinstance(value, datetime.date):
        return str(value)
    own = (get_language() or "en") in ("vi", "ja", "km")
    return str(date_format(value, "DATE_FORMAT" if own else "j F Y"))
