"""Words of the law in the reader's language: sentences by the catalogue of the law, codes by our own lists."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

from sampan.lawbook import words
from sampan.rulebook.review import Open
from sampan.rulebook.stored import law
from sampan.web import fallback
from sampan.web.fallback import unmarked
from sampan.web.templatetags.sampan import said

register = template.Library()


@register.filter
def spoken(text: object) -> str:
    """A sentence of the law, translated; marked as English where it has no translation."""
    return said(str(text or ""))


@register.filter
def brief(text: str, most: int) -> str:
    """The first letters of a text, marked as English if the text is."""
    whole = unmarked(text)
    cut = whole if len(whole) <= most else f"{whole[:most - 1].rstrip()}…"
    return fallback.marked(cut) if text.startswith(fallback.BEGIN) else cut


@register.filter
def fact(name: str) -> str:
    """The name of a fact, in words."""
    return str(words.FACTS[name]) if name in words.FACTS else spoken(name.replace("_", " "))


@register.filter
def choice(value: str) -> str:
    """A code of the law files, in words."""
    if value in words.CHOICES:
        return str(words.CHOICES[value])
    if value in law().facts["prefecture"].of:
        return gettext(value.capitalize())
    return spoken(value.replace("_", " "))


def known(text: str) -> str:
    """A sentence, name or code of the law in the reader's language."""
    if text in words.CHOICES or text in words.FACTS or text in law().facts["prefecture"].of:
        return fact(text) if text in words.FACTS else choice(text)
    return said(text)


def plain(text: str) -> str:
    """The same without the mark of English, to be searched or compared."""
    return unmarked(known(text))


@register.filter
def sure(confidence: str) -> str:
    """How sure a value is, in words."""
    return str(words.CONFIDENCE.get(confidence, confidence))


@register.filter
def place(jurisdiction: str) -> str:
    """The name of a jurisdiction."""
    return str(words.PLACES.get(jurisdiction, jurisdiction))


@register.filter
def open_word(found: Open) -> str:
    """Why something is not verified."""
    return str(words.OPEN[found.kind])
