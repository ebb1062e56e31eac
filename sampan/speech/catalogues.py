"""The word catalogues as files: what is open, drafted or reviewed, and a spreadsheet for those who review.

A translation is a draft until a native speaker has reviewed it; then its comment says "reviewed NAME DAY". A text whose
English has changed is open again (PO calls it fuzzy), with the earlier translation kept as a proposal.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import polib

from sampan.speech import translate, zawgyi
from sampan.speech.translate import DOMAINS

TRANSLATED = tuple(lang for lang in translate.LANGUAGES if lang != "en")
STATES = ("open", "drafted", "reviewed")
COLUMNS = ("domain", "context", "english", "used in", "translation", "state", "note")
WIDTH = 118
_REVIEWED = re.compile(r"^reviewed (.+) (\d{4}-\d{2}-\d{2})$", re.M)
_BLANK = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%%|%[sd]")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|&\w+;|&#\w+;")
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Wording:
    """One text of a catalogue with its state; `where` names the files that use it."""

    domain: str
    english: str
    translation: str
    state: str
    where: tuple[str, ...]
    context: str = ""
    note: str = ""


@dataclass(frozen=True)
class Wrong:
    """What is wrong in a spreadsheet: where, what, and what to do instead."""

    place: str
    message: str
    remedy: str


class Refused(ValueError):
    """A spreadsheet that cannot be taken; `.wrong` lists everything that is wrong with it."""

    def __init__(self, wrong: list[Wrong]) -> None:
        self.wrong = wrong
        super().__init__("; ".join(f"{w.place}: {w.message}" for w in wrong))


def path(lang: str, domain: str, ending: str = "po", folder: Path | None = None) -> Path:
    """The file of a catalogue."""
    return (folder or translate.LANG) / lang / "LC_MESSAGES" / f"{domain}.{ending}"


def read(lang: str, domain: str, folder: Path | None = None) -> polib.POFile:
    """A catalogue, ready to be changed; empty when its file does not exist yet."""
    file = path(lang, domain, folder=folder)
    if file.is_file():
        return polib.pofile(str(file), encoding="utf-8", wrapwidth=WIDTH)
    return polib.POFile(encoding="utf-8", wrapwidth=WIDTH)


def state(entry: polib.POEntry) -> str:
    """open (not translated, or the English has changed), drafted or reviewed."""
    if not entry.translated() or entry.fuzzy:
        return "open"
    return "reviewed" if _REVIEWED.search(entry.tcomment) else "drafted"


def current(po: polib.POFile) -> list[polib.POEntry]:
    """The texts that are in use."""
    return [e for e in po if not e.obsolete]


def save(lang: str, domain: str, po: polib.POFile, folder: Path | None = None) -> None:
    """Write a catalogue with the counts in its head, and its compiled form if the language is shown."""
    entries = current(po)
    states = [state(e) for e in entries]
    po.metadata = {
        "Project-Id-Version": "sampan", "Language": lang, "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;", "X-Texts": str(len(states)),
        "X-Translated": str(len(states) - states.count("open")), "X-Reviewed": str(states.count("reviewed")),
    }
    file = path(lang, domain, folder=folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    po.save(str(file))
    if lang in translate.SHOWN:
        path(lang, domain, "mo", folder).write_bytes(compiled(file))
    else:
        path(lang, domain, "mo", folder).unlink(missing_ok=True)


def compiled(file: Path) -> bytes:
    """The compiled form of a catalogue: the same bytes for the same file."""
    found: bytes = polib.pofile(str(file), encoding="utf-8").to_binary()
    return found


def wordings(lang: str, folder: Path | None = None) -> tuple[Wording, ...]:
    """Every text of a language, domain by domain; read again when a file has changed."""
    stamp = tuple(f.stat().st_mtime_ns if (f := path(lang, d, folder=folder)).is_file() else 0 for d in DOMAINS)
    return _wordings(lang, folder, stamp)


@lru_cache(maxsize=8)
def _wordings(lang: str, folder: Path | None, stamp: tuple[int, ...]) -> tuple[Wording, ...]:
    return tuple(
        Wording(domain, e.msgid, translation_of(e), state(e), tuple(name for name, _ in e.occurrences),
                e.msgctxt or "", e.tcomment)
        for domain in DOMAINS for e in current(read(lang, domain, folder))
    )


def translation_of(entry: polib.POEntry) -> str:
    """The translation; of a text that is counted, its one form (none of our four languages has a plural)."""
    return str(entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr)


def faults_of(
    english: str, translation: str, lang: str, before: str = "", plural: str = "",
) -> Iterator[tuple[str, str]]:
    """What is wrong with a translation, as (message, remedy)."""
    blanks = sorted(set(_BLANK.findall(translation)))
    if blanks not in (sorted(set(_BLANK.findall(english))), sorted(set(_BLANK.findall(plural or english)))):
        wanted = ", ".join(sorted(set(_BLANK.findall(english)))) or "none"
        yield "the blanks are not those of the English text", f"keep exactly these: {wanted}"
    if sorted(_TAG.findall(translation)) != sorted(_TAG.findall(english)):
        yield "the marks of HTML are not those of the English text", "write plain text"
    if before and "\u200b" in before and translation == before.replace("\u200b", ""):
        yield "the zero-width spaces were lost", "keep them: they show where a line may break"
    if (english[:1] == "\n", english[-1:] == "\n") != (translation[:1] == "\n", translation[-1:] == "\n"):
        yield "the line breaks at the ends are not those of the English text", "begin and end as the English text does"
    if lang == "my" and zawgyi.is_zawgyi(translation):
        yield "this is written in Zawgyi", "write it in Unicode"


def export(lang: str, target: Path, folder: Path | None = None) -> int:
    """Write every text of a language into a spreadsheet (CSV); gives how many there are."""
    rows = wordings(lang, folder)
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(COLUMNS)
        for w in rows:
            cells = (w.domain, w.context, w.english, " ".join(w.where), w.translation, w.state, w.note)
            table.writerow([f"'{c}" if c.startswith(_FORMULA) else c for c in cells])
    return len(rows)


def take_back(lang: str, source: Path, today: date, folder: Path | None = None) -> int:
    """Take a reviewed spreadsheet into the catalogues; gives how many texts changed. Raises Refused, changing nothing.

    A changed translation is a draft. `state` may say "reviewed NAME" or "reviewed NAME DAY"; without a day it is today.
    """
    books = {domain: read(lang, domain, folder) for domain in DOMAINS}
    known = {(d, e.msgctxt or "", e.msgid): e for d, po in books.items() for e in current(po)}
    faults: list[Wrong] = []
    changed: list[tuple[polib.POEntry, str, str]] = []
    for number, row in _rows(source):
        entry = known.get((row["domain"], row["context"], row["english"]))
        if entry is None:
            faults.append(Wrong(f"line {number}", "this English text is not in the catalogue",
                                "do not change the English column; export again if the program has changed"))
            continue
        said = row["translation"]
        found = list(faults_of(entry.msgid, said, lang, translation_of(entry), entry.msgid_plural)) if said else []
        faults += [Wrong(f"line {number}", message, remedy) for message, remedy in found]
        comment = _comment(row["state"], entry, said, today)
        if comment is None:
            faults.append(Wrong(f"line {number}", "this state is not known", "write drafted, or: reviewed NAME"))
        elif (said, comment) != (translation_of(entry), entry.tcomment) or (said and entry.fuzzy):
            changed.append((entry, said, comment))
    if faults:
        raise Refused(faults)
    for entry, said, comment in changed:
        put(entry, said, comment)
    for domain, po in books.items():
        save(lang, domain, po, folder)
    return len(changed)


def _rows(source: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with source.open(encoding="utf-8-sig", newline="") as stream:
        table = csv.DictReader(stream)
        missing = [c for c in COLUMNS[:6] if c not in (table.fieldnames or ())]
        if missing:
            raise Refused([Wrong("line 1", "a column is missing", f"keep the columns {', '.join(COLUMNS)}")])
        for row in table:
            cells = {k: (v or "") for k, v in row.items() if k in COLUMNS}
            yield table.line_num, {k: v[1:] if v[:1] == "'" and v[1:].startswith(_FORMULA) else v
                                   for k, v in cells.items()}


def _comment(told: str, entry: polib.POEntry, said: str, today: date) -> str | None:
    """The comment that carries the state; None when the state is not known."""
    word = told.strip()
    others = unreviewed(entry.tcomment)
    if word == "reviewed" and said == translation_of(entry) and state(entry) == "reviewed":
        return str(entry.tcomment)
    if word in ("", "open", "drafted"):
        return others
    found = re.fullmatch(r"reviewed (?:by )?(.*?\w.*?)(?: (\d{4}-\d{2}-\d{2}))?", word)
    if not found or not said:
        return None
    return "\n".join(filter(None, [others, f"reviewed {found[1]} {found[2] or today.isoformat()}"]))


def unreviewed(comment: str) -> str:
    """A comment without its word of review."""
    return "\n".join(line for line in comment.splitlines() if line and not _REVIEWED.match(line))


def put(entry: polib.POEntry, said: str, comment: str) -> None:
    """Write a translation into its entry; it is no longer a mere proposal."""
    if entry.msgid_plural:
        entry.msgstr_plural = {0: said}
    else:
        entry.msgstr = said
    entry.tcomment = comment
    if entry.fuzzy:
        entry.flags.remove("fuzzy")
        entry.previous_msgid = None
