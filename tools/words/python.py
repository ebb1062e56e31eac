"""Texts in Python: calls of gettext, texts that a check gives, messages of its readers.

Found in the tree of the module, so that nothing is run. A text must be a plain literal: no catalogue can hold an
f-string, so `untranslatable` names those that stand in a place for texts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.words.found import Text

# Functions of gettext by their name in django.utils.translation: places of context, text and plural (-1: none).
GETTEXT = {
    "gettext": (-1, 0, -1), "gettext_lazy": (-1, 0, -1), "gettext_noop": (-1, 0, -1),
    "ngettext": (-1, 0, 1), "ngettext_lazy": (-1, 0, 1), "pgettext": (0, 1, -1), "pgettext_lazy": (0, 1, -1),
    "npgettext": (0, 1, 2), "npgettext_lazy": (0, 1, 2),
}
# Other calls whose arguments are texts, by the last part of their name: the places of the texts.
CALLS = {"_": (0,), "translate": (0,), "say": (0,), "Filled": (0,), "fault": (1, 2), "bad": (2, 3),
         "refuse": (1, 2), "Fault": (1, 2)}
RAISED = {"ValueError"}
SENTENCE = re.compile(r"[A-Z“][^\n]* [^\n]*[.?!:]")
LABEL = re.compile(r"[A-Z][a-z]+(?:[ ,’'-].*)?")


def texts(source: str, place: str, sentences: bool = False, raised: bool = False) -> Iterator[Text]:
    """The texts of a module. `sentences`: also every literal that is a sentence, and the labels of its tables.

    `raised`: also what a ValueError says, where that is shown to people.
    """
    tree = ast.parse(source)
    names = _names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _called(node, names, place, raised)
    if sentences:
        yield from _sentences(tree, place)


def of_file(file: Path, top: Path, sentences: bool = False, raised: bool = False) -> Iterator[Text]:
    """The texts of a file, named by its place under `top`."""
    return texts(file.read_text(encoding="utf-8"), file.relative_to(top).as_posix(), sentences, raised)


def _names(tree: ast.Module) -> dict[str, str]:
    """The names under which the module knows the functions of gettext."""
    names = {name: name for name in GETTEXT}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django.utils.translation"):
            names |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in GETTEXT}
    return names


def _called(node: ast.Call, names: dict[str, str], place: str, raised: bool) -> Iterator[Text]:
    name = _name(node)
    if name in names:
        context, text, plural = GETTEXT[names[name]]
        for english in _literals(node, text):
            yield Text(english, [place], next(_literals(node, plural), ""),
                       next(_literals(node, context), ""))
    elif name in CALLS or (raised and name in RAISED):
        for number in CALLS.get(name, (0,)):
            for english in _literals(node, number):
                yield Text(english, [place])


def untranslatable(source: str, place: str) -> list[str]:
    """F-strings in places for texts, as "file:line"; `Filled("... %(name)s", name=...)` is what to write instead."""
    tree = ast.parse(source)
    names = _names(tree)
    found = []
    for node in ast.walk(tree):
        name = _name(node) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and (name in names or name in CALLS):
            places = GETTEXT[names[name]] if name in names else CALLS[name]
            arguments = [node.args[n] for n in places if 0 <= n < len(node.args)]
            if any(isinstance(a, ast.JoinedStr) for a in arguments):
                found.append(f"{place}:{node.lineno}")
    return found


def _name(node: ast.Call) -> str:
    """The last part of the name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else str(getattr(node.func, "id", ""))


def _literals(node: ast.Call, number: int) -> Iterator[str]:
    if 0 <= number < len(node.args):
        yield from _strings(node.args[number])


def _strings(node: ast.expr) -> Iterator[str]:
    """The literal, or every literal of a choice; nothing for a name."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_strings(node.body), *_strings(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _strings(value)


def _sentences(tree: ast.Module, place: str) -> Iterator[Text]:
    """Literals that are sentences (docstrings apart), and labels in the tables at the top of a module."""
    apart = _docstrings(tree) | {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
                                 for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart \
                and SENTENCE.fullmatch(node.value):
            yield Text(node.value, [place])
    for top in tree.body:
        value = getattr(top, "value", None)
        if isinstance(top, ast.Assign | ast.AnnAssign) and isinstance(value, ast.Dict):
            for inner in ast.walk(value):
                if isinstance(inner, ast.Dict):
                    yield from (Text(v.value, [place]) for v in inner.values if isinstance(v, ast.Constant)
                                and isinstance(v.value, str) and LABEL.fullmatch(v.value))


def _docstrings(tree: ast.Module) -> set[int]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found
