"""Words for people: the catalogues of `lang/` read by the standard library, English where a text has none."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "km", "my", "vi", "ja")
LANG = Path(__file__).parent.parent / "lang"


@cache
def translator(lang: str, domain: str = "law") -> Callable[[str], str]:
    """A function from the English sentence to the sentence of a language (itself where none exists)."""
    return gettext.translation(domain, LANG, [lang], fallback=True).gettext


def complete(lang: str, domain: str = "law") -> bool:
    """Whether a catalogue of the language exists at all; if not, readers are told so."""
    return lang == "en" or gettext.find(domain, str(LANG), [lang]) is not None
