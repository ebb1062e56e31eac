"""Texts in templates: {% translate %}, {% blocktranslate %} and _("...") inside any tag, by Django's own lexer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split
from django.utils.translation import trim_whitespace

from tools.words.found import Text

_INLINE = re.compile(r"""\b_\((?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\)""")
_ONE = ("translate", "trans")
_BLOCK = ("blocktranslate", "blocktrans")


def texts(source: str, place: str) -> Iterator[Text]:
    """The texts of a template, as Django asks the catalogue for them."""
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        for found in _INLINE.findall(token.contents):
            yield Text(found[0] or found[1], [place])
        words = list(smart_split(token.contents)) if token.token_type == TokenType.BLOCK else [""]
        if words[0] in _ONE and len(words) > 1 and words[1][0] in "\"'":
            yield Text(_plain(words[1]), [place], context=_context(words))
        elif words[0] in _BLOCK:
            yield _block(tokens, words, place)


def of_file(file: Path, top: Path) -> Iterator[Text]:
    """The texts of a template file, named by its place under `top`."""
    return texts(file.read_text(encoding="utf-8"), file.relative_to(top).as_posix())


def _plain(word: str) -> str:
    return word[1:-1].replace(f"\\{word[0]}", word[0])


def _context(words: list[str]) -> str:
    return _plain(words[words.index("context") + 1]) if "context" in words else ""


def _block(tokens: Iterator[Token], words: list[str], place: str) -> Text:
    """A block up to its end: text as it stands, variables as named blanks."""
    forms: list[list[str]] = [[]]
    for token in tokens:
        name = token.contents.split()[0] if token.token_type == TokenType.BLOCK else ""
        if name in ("endblocktranslate", "endblocktrans"):
            break
        if name == "plural":
            forms.append([])
        elif token.token_type == TokenType.VAR:
            forms[-1].append(f"%({token.contents})s")
        elif token.token_type == TokenType.TEXT:
            forms[-1].append(token.contents.replace("%", "%%"))
    said = ["".join(form) for form in forms]
    if "trimmed" in words:
        said = [trim_whitespace(text) for text in said]
    return Text(said[0], [place], said[1] if len(said) > 1 else "", _context(words))
