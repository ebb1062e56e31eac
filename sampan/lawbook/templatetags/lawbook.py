"""Words of the law in the reader's language: sentences by the catalogue of the law, codes by our own lists."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from sampan.lawbook import words
from sampan.rulebook.review import Open
from sampan.rulebook.speech import translator
from sampan.rulebook.stored import law
from sampan.web.page import translated

register = template.Library()


@register.filter
def spoken(text: object) -> SafeString | str:
    """A sentence of the law, translated; marked as English where it has no translation."""
    sentence = str(text or "")
    code = get_language() or "en"
    found = translator(code)(sentence) if sentence else ""
    if found != sentence or not sentence or code == "en" or not translated(code):
        return found
    return format_html('<span lang="en">{}</span>', sentence)


@register.filter
def fact(name: str) -> SafeString | str:
    """The name of a fact, in words."""
    return str(words.FACTS[name]) if name in words.FACTS else spoken(name.replace("_", " "))


@register.filter
def choice(value: str) -> SafeString | str:
    """A code of the law files, in words."""
    if value in words.CHOICES:
        return str(words.CHOICES[value])
    if value in law().facts["prefecture"].of:
        return gettext(value.capitalize())
    return spoken(value.replace("_", " "))


def plain(text: str) -> str:
    """A sentence, name or code of the law in the reader's language, without marks."""
    if text in words.CHOICES or text in words.FACTS or text in law().facts["prefecture"].of:
        return str(fact(text) if text in words.FACTS else choice(text))
    return translator(get_language() or "en")(text) if text else ""


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
