"""Where texts are looked for: every room's Python and templates, the checks as data, the law, the framework."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sampan.checks.check import Check
from sampan.checks.every import NAMES, find
from sampan.checks.fields import Field, Rows
from sampan.rulebook.law import Law
from sampan.rulebook.stored import law
from tools.words import framework, python, templates
from tools.words import law as of_law
from tools.words.found import Text, together

TOP = Path(__file__).resolve().parent.parent.parent
# Modules of the rulebook whose sentences are read by people as words of the law.
LAW_TALK = ("sampan/rulebook/compared.py", "sampan/rulebook/told.py", "sampan/rulebook/remedies.py",
            "sampan/checks/verdict.py", "sampan/checks/work.py")
RAISES = ("sampan/rulebook/money.py",)
ENGLISH = ("/api.py", "/schema.py", "/vocabulary.py")  # the formats, described for programmers
SILENT = ("sampan/rulebook", "sampan/law", "sampan/lang")  # for maintainers in English, apart from the files above


def every(top: Path = TOP, rules: Law | None = None) -> dict[str, list[Text]]:
    """The texts of each domain; what the law says stands in `law` only."""
    said = together([*of_law.texts(rules or law()), *_files(top, LAW_TALK, sentences=True)])
    taken = {text.key for text in said}
    found = [*_code(top), *_files(top, RAISES, raised=True), *_templates(top), *_checks(), *framework.texts()]
    return {"django": [t for t in together(found) if t.key not in taken], "law": said}


def _files(top: Path, names: tuple[str, ...], sentences: bool = False, raised: bool = False) -> Iterator[Text]:
    for name in names:
        if (top / name).is_file():
            yield from python.of_file(top / name, top, sentences, raised)


def _modules(top: Path) -> Iterator[Path]:
    for file in sorted((top / "sampan").rglob("*.py")):
        if not file.relative_to(top).as_posix().startswith(SILENT) and "tests" not in file.parts:
            yield file


def _code(top: Path) -> Iterator[Text]:
    for file in _modules(top):
        name = file.relative_to(top).as_posix()
        if name not in LAW_TALK:
            speaks = name.startswith("sampan/checks/") and not name.endswith(ENGLISH)
            yield from python.of_file(file, top, sentences=speaks)


def untranslatable(top: Path = TOP) -> list[str]:
    """Places where a text is an f-string, which no catalogue can hold."""
    files = [*_modules(top), *(top / name for name in RAISES)]
    return [at for file in files
            for at in python.untranslatable(file.read_text(encoding="utf-8"), file.relative_to(top).as_posix())]


def _templates(top: Path) -> Iterator[Text]:
    for folder in sorted((top / "sampan").rglob("templates")):
        for file in sorted(folder.rglob("*.html")):
            yield from templates.of_file(file, top)


def _checks() -> Iterator[Text]:
    for name in NAMES:
        yield from check(find(name), f"sampan/checks/{name}/questions.py")


def check(asked: Check, place: str) -> Iterator[Text]:
    """The texts of one check: its title, its questions with their reasons and choices, its result words."""
    said = [asked.title, asked.about, *asked.words.values()]
    for part in asked.fields:
        said += [part.ask, part.why]
        if isinstance(part, Rows):
            said.append(part.one)
        for one in part.fields if isinstance(part, Rows) else (part,):
            said += _field(one)
    yield from (Text(str(english), [place]) for english in said)


def _field(one: Field) -> list[str]:
    return [one.ask, one.why, *(str(word) for word in one.words.values())]
