"""What every page needs: the languages, the address of the style, and in which language it really is."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import get_language

from sampan.speech.translate import begun, drafted


@cache
def asset(name: str) -> str:
    """The address of a static file with the hash of its content, so that it can be kept for long."""
    found = finders.find(name)
    if not found:
        raise LookupError(f"static file {name} is missing")
    with open(found, "rb") as file:
        return f"{static(name)}?v={hashlib.sha256(file.read()).hexdigest()[:8]}"


def translated(code: str) -> bool:
    """Whether the pages have words of their own in this language; if not, they are English as a whole."""
    return begun(code)


def common(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    code = get_language() or settings.LANGUAGE_CODE
    here = request.path_info
    known = any(here.startswith(f"/{c}/") for c, _ in settings.LANGUAGES)
    rest = here.split("/", 2)[2] if known else ""
    names = [{"code": c, "name": n, "address": f"/{c}/{rest}", "here": c == code} for c, n in settings.LANGUAGES]
    return {
        "lang": code if translated(code) else "en",
        "untranslated": not translated(code),
        "partly": translated(code) and code != "en",
        "drafted": drafted(code),
        "languages": names,
        "style": asset("web/sampan.css"),
        "script": asset("web/sampan.js"),
        "icon": asset("web/icon.svg"),
        "leave_to": settings.LEAVE_TO,
    }
