"""The measures of the house: short files and functions, docstrings, and names that say something."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
LOOKED_AT = ("sampan", "tests", "tools", "bench", "docs", ".ci", "conftest.py", "pyproject.toml")
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MEASURED = {".py", ".html", ".toml", ".css", ".js", ".typ"}
MADE_ELSEWHERE = {"node_modules", "__pycache__"}
BANNED = set("Manager Helper Handler Processor Service Util Data Info Base Common Core".split())


def files(*suffixes: str) -> Iterator[Path]:
    """Every file of ours with one of these suffixes."""
    for name in LOOKED_AT:
        entry = TOP / name
        for file in [entry] if entry.is_file() else sorted(entry.rglob("*")):
            if file.is_file() and file.suffix in suffixes and not MADE_ELSEWHERE & set(file.parts):
                yield file


def shown(file: Path) -> str:
    """The path as written in a message."""
    return str(file.relative_to(TOP))


def is_test(file: Path) -> bool:
    """Tests need no docstring: their names are sentences."""
    return "tests" in file.relative_to(TOP).parts


def functions(module: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(module):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def parsed(file: Path) -> ast.Module:
    """The module as a tree; rule files of the law too."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=shown(file))


def words(name: str) -> set[str]:
    """The words of a CamelCase or snake_case name, as in the banned list (singular, capital first)."""
    found = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return {w.capitalize() for w in found} | {w.capitalize().removesuffix("s") for w in found}


def long_files() -> list[str]:
    """Files over the measure, with their length."""
    lengths = ((file, len(file.read_text(encoding="utf-8").splitlines())) for file in files(*MEASURED))
    return [f"{shown(file)}: {length} lines" for file, length in lengths if length > LONGEST_FILE]


def long_functions() -> list[str]:
    """Functions over the measure, with their length, decorators and docstring included."""
    found = []
    for file in files(".py"):
        for function in functions(parsed(file)):
            start = min([function.lineno, *(d.lineno for d in function.decorator_list)])
            length = (function.end_lineno or start) - start + 1
            if length > LONGEST_FUNCTION:
                found.append(f"{shown(file)}:{start} {function.name}: {length} lines")
    return found


def wordless() -> list[str]:
    """Modules, and public functions and classes at their top level, without a docstring."""
    found = []
    for file in files(".py"):
        if is_test(file):
            continue
        module = parsed(file)
        if module.body and not ast.get_docstring(module):
            found.append(shown(file))
        for node in module.body:
            if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                continue
            if not node.name.startswith("_") and not ast.get_docstring(node):
                found.append(f"{shown(file)}:{node.lineno} {node.name}")
    return found


def empty_names() -> list[str]:
    """Modules, packages and classes whose names hold a banned word; law is named in the law's own words."""
    found = []
    for file in files(".py"):
        if (TOP / "sampan" / "law") in file.parents:
            continue
        place = file.relative_to(TOP).with_suffix("").parts
        found += [f"{shown(file)}: the name {part}" for part in place if words(part) & BANNED]
        found += [
            f"{shown(file)}:{node.lineno} {node.name}"
            for node in ast.walk(parsed(file))
            if isinstance(node, ast.ClassDef) and words(node.name) & BANNED
        ]
    return found


def test_no_file_is_longer_than_300_lines() -> None:
    found = long_files()
    assert not found, "\n".join(["", *found, "Divide by topic; big tables go into CSV beside the TOML."])


def test_no_function_is_longer_than_40_lines() -> None:
    found = long_functions()
    assert not found, "\n".join(["", *found])


def test_every_module_and_public_function_says_what_it_is() -> None:
    found = wordless()
    assert not found, "\n".join(["", *found, "A docstring is missing."])


def test_names_say_something() -> None:
    found = empty_names()
    assert not found, "\n".join(["", *found, "Say what it does instead: docs/house.md, “Names”."])


@pytest.mark.parametrize(
    "name", ["OfferManager", "DataTable", "utils", "web_helpers", "BaseRule", "PDFService"]
)
def test_an_empty_word_is_found(name: str) -> None:
    assert words(name) & BANNED


@pytest.mark.parametrize("name", ["Database", "Informed", "Scored", "Serviceable", "RecruitmentCost"])
def test_a_longer_word_that_holds_one_is_not(name: str) -> None:
    assert not words(name) & BANNED
