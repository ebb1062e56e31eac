"""Texts into catalogues: what is translated stays, what changed becomes a proposal, what is gone is kept apart."""

from __future__ import annotations

import difflib
from pathlib import Path

import polib

from sampan.speech import catalogues
from sampan.speech import translate as speech
from tools.words.found import Text

ALIKE = 0.75  # so much of the English must have stayed for an old translation to be proposed again


def template(texts: list[Text], file: Path) -> None:
    """Write the list of all texts (.pot), without translations."""
    po = polib.POFile(wrapwidth=catalogues.WIDTH)
    po.metadata = {"Project-Id-Version": "sampan", "Content-Type": "text/plain; charset=UTF-8"}
    po.extend(entry_of(text) for text in texts)
    file.parent.mkdir(parents=True, exist_ok=True)
    po.save(str(file))


def entry_of(text: Text) -> polib.POEntry:
    """A text as an entry without translation."""
    entry = polib.POEntry(msgid=text.english, msgctxt=text.context or None,
                          occurrences=[(where, "") for where in text.where])
    if text.plural:
        entry.msgid_plural, entry.msgstr_plural = text.plural, {0: ""}
    if "%(" in text.english:
        entry.flags.append("python-format")
    return entry


def merge(lang: str, domain: str, texts: list[Text], folder: Path | None = None) -> polib.POFile:
    """The catalogue of a language brought in step with the texts, written and compiled.

    A text that is gone keeps its translation in the comment block at the end, and comes back with it.
    """
    known = {(e.msgctxt or "", e.msgid): e for e in catalogues.read(lang, domain, folder)}
    wanted = {text.key for text in texts}
    gone = {e.msgid: e for key, e in known.items() if key not in wanted and catalogues.translation_of(e)}
    new = polib.POFile(encoding="utf-8", wrapwidth=catalogues.WIDTH)
    for text in texts:
        entry = entry_of(text)
        if text.key in known:
            _keep(entry, known[text.key])
        elif near := difflib.get_close_matches(text.english, gone, 1, ALIKE):
            _propose(entry, gone.pop(near[0]))
        new.append(entry)
    for entry in gone.values():
        entry.obsolete, entry.occurrences = True, []
        new.append(entry)
    catalogues.save(lang, domain, new, folder)
    return new


def _keep(entry: polib.POEntry, old: polib.POEntry) -> None:
    """The same English: translation, comment and state stay."""
    catalogues.put(entry, catalogues.translation_of(old), old.tcomment)
    entry.comment = old.comment
    if old.fuzzy:
        entry.flags.append("fuzzy")
        entry.previous_msgid = old.previous_msgid


def _propose(entry: polib.POEntry, old: polib.POEntry) -> None:
    """Other English: the translation is a mere proposal, and no longer reviewed."""
    catalogues.put(entry, catalogues.translation_of(old), catalogues.unreviewed(old.tcomment))
    entry.flags.append("fuzzy")
    entry.previous_msgid = old.previous_msgid if old.fuzzy else old.msgid


def all_languages(found: dict[str, list[Text]], folder: Path = speech.LANG) -> dict[tuple[str, str], polib.POFile]:
    """Write the lists of texts and every catalogue."""
    for domain, texts in found.items():
        template(texts, folder / f"{domain}.pot")
    return {(lang, domain): merge(lang, domain, texts, folder)
            for lang in catalogues.TRANSLATED for domain, texts in found.items()}
