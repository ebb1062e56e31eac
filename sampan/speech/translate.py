"""Words for people: the catalogues of `lang/` read by the standard library, English where a text has none.

Two domains: `law` for what the law says, `django` for everything else. A text is looked up in the asked domain first,
then in the other. How much is translated and reviewed stands in the head of each catalogue.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Self

LANGUAGES = ("en", "km", "my", "vi", "ja")
DOMAINS = ("django", "law")
LANG = Path(__file__).parent.parent / "lang"
# The languages whose words are shown. A draft joins when its pages keep their weight (docs/languages.md): only then
# `make words` compiles its catalogues, and without a compiled catalogue neither Django nor gettext finds a word.
SHOWN: tuple[str, ...] = ("en",)


class Filled(str):
    """An English sentence with its blanks filled, which can still be said in another language.

    The pattern is the message id, with named blanks: Filled("at most %(most)s can be checked", most=200). Where only
    the text counts (JSON, a log), it is the English sentence.
    """

    pattern: str
    blanks: dict[str, object]

    def __new__(cls, pattern: str, **blanks: object) -> Self:
        """The sentence in English."""
        self = super().__new__(cls, pattern % blanks if blanks else pattern)
        self.pattern, self.blanks = pattern, blanks
        return self

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence by a translation; a blank that is a sentence or word of the catalogue is translated as well."""
        known = {name: translate(value) if isinstance(value, str) and value else value
                 for name, value in self.blanks.items()}
        return translate(self.pattern) % known if known else translate(self.pattern)


@dataclass(frozen=True)
class Share:
    """How many texts of a catalogue there are, are translated, and were reviewed by a native speaker."""

    texts: int
    translated: int
    reviewed: int

    @property
    def percent(self) -> int:
        """The translated share, rounded down, so that 100 means all."""
        return 100 * self.translated // self.texts if self.texts else 0


@cache
def _catalogue(lang: str, domain: str) -> gettext.NullTranslations:
    return gettext.translation(domain, LANG, [lang], fallback=True)


@cache
def translator(lang: str, domain: str = "law") -> Callable[[str], str]:
    """A function from the English sentence to the sentence of a language (itself where none exists)."""
    chain = [_catalogue(lang, d) for d in (domain, *DOMAINS)]

    def one(text: str) -> str:
        return next((said for c in chain if (said := c.gettext(text)) != text), text) if text else ""

    def translate(text: str) -> str:
        return text.said(one) if isinstance(text, Filled) else one(text)

    return translate


def share(lang: str, domain: str) -> Share:
    """How far a language is in a domain. English is the original: nothing to translate."""
    file = LANG / lang / "LC_MESSAGES" / f"{domain}.po"
    return _counted(file, file.stat().st_mtime_ns) if file.is_file() else Share(0, 0, 0)


@lru_cache(maxsize=32)
def _counted(file: Path, _changed: int) -> Share:
    with file.open(encoding="utf-8") as catalogue:
        head = catalogue.read(2000).partition("\n\n")[0]
    found = dict(re.findall(r'"X-(Texts|Translated|Reviewed): (\d+)', head))
    return Share(*(int(found.get(name, 0)) for name in ("Texts", "Translated", "Reviewed")))


def begun(lang: str, domain: str = "django") -> bool:
    """Whether a language has any text of its own in a domain; if not, pages are English as a whole."""
    return lang == "en" or (lang in SHOWN and share(lang, domain).translated > 0)


def complete(lang: str, domain: str = "law") -> bool:
    """Whether every text of a domain is translated; if not, readers are told so."""
    found = share(lang, domain)
    return lang == "en" or (lang in SHOWN and found.texts > 0 and found.translated == found.texts)


def drafted(lang: str) -> bool:
    """Whether a reader may meet a translation that no native speaker has reviewed yet."""
    return lang in SHOWN and any(share(lang, d).reviewed < share(lang, d).translated for d in DOMAINS)
