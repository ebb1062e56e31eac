"""The agreed words: `lang/glossary.csv` names each term in five languages, and where a translation must use it.

`binds` holds the English forms of a term; where one stands in a text, the translation uses one of the agreed wordings
(parted by " / "). A term without `binds` is advice only. A text whose comment says "free: TERM" is excused.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sampan.speech.translate import LANG

FILE = LANG / "glossary.csv"


@dataclass(frozen=True)
class Term:
    """One term: its English forms that bind, its wordings and its state by language."""

    id: str
    binds: tuple[str, ...]
    wordings: dict[str, tuple[str, ...]]
    states: dict[str, str]


@cache
def terms(file: Path = FILE) -> tuple[Term, ...]:
    """Every term of the glossary."""
    with file.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Term(row["id"], _parts(row["binds"]), {lang: _parts(row[lang]) for lang in ("ja", "vi", "km", "my")},
                 {lang: row[f"state_{lang}"] for lang in ("ja", "vi", "km", "my")})
            for row in csv.DictReader(stream)
        )


def called_for(english: str) -> list[Term]:
    """The terms that an English text uses; a longer term hides the shorter ones inside it."""
    found, rest = [], english
    for form, term in _forms():
        left = form.sub(" · ", rest)
        if left != rest and term not in found:
            found.append(term)
        rest = left
    return found


def not_used(english: str, translation: str, lang: str, comment: str = "") -> list[Term]:
    """The terms whose agreed wording a translation lacks, apart from those that its comment sets free."""
    free = set(re.findall(r"^free: (\w+)", comment, re.M))
    said = _compared(translation)
    return [t for t in called_for(english) if t.id not in free and t.wordings[lang]
            and not any(_compared(w) in said for w in t.wordings[lang])]


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Term], ...]:
    pairs = sorted(((form, term) for term in terms() for form in term.binds), key=lambda p: -len(p[0]))
    return tuple((re.compile(rf"\b{re.escape(form)}(?:s|es)?\b", re.I), term) for form, term in pairs)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(" / ") if part.strip())


def _compared(text: str) -> str:
    """A wording without what is in brackets, spaces and zero-width signs, in small letters."""
    plain = re.sub(r"[(（][^)）]*[)）]", "", unicodedata.normalize("NFC", text))
    return re.sub(r"[\s\u200b-\u200d]", "", plain).casefold()
