"""Case files from the disk: TOML, JSON or CSV, one case or many, each with the place it came from."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sampan.rulebook.errors import BadInput, Fault
from sampan.speech.translate import Filled

MOST_BYTES = 2_000_000
MOST_CASES = 10_000
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LONG_KEY = re.compile(r"(?:[\w-]{0,80}\s{0,4}\.\s{0,4}){20}")


def read_cases(path: str) -> Iterator[tuple[str, object]]:
    """The documents of a file with their names: "FILE", or "FILE case 2" where there are several.

    Raises BadInput, naming file, place and remedy, when the file cannot be read.
    """
    text = _text(path)
    if path.lower().endswith(".csv"):
        documents: list[object] = list(_csv(path, text))
    else:
        document = read_document(path, text)
        cases = document.get("case") if isinstance(document, dict) and set(document) == {"case"} else None
        if document == {}:
            raise bad(path, "file", "the file is empty", "write an offer; see `sampan formats offer`")
        if cases is None:
            yield path, document
            return
        if not isinstance(cases, list):
            raise bad(path, "case", "`case` must be a list of tables", "write [[case]] before each case")
        documents = cases
    if not documents:
        raise bad(path, "case", "the file holds no case", "write at least one case; see `sampan formats`")
    if len(documents) > MOST_CASES:
        raise bad(path, "case", Filled("the file holds %(count)s cases", count=len(documents)),
                  Filled("check at most %(most)s in one file", most=MOST_CASES))
    for i, case in enumerate(documents):
        yield f"{path} case {i + 1}", case


def bad(file: str, key: str, message: str, remedy: str) -> BadInput:
    """A BadInput with one fault."""
    return BadInput([Fault(key, message, remedy, file)])


def _text(path: str) -> str:
    try:
        with Path(path).open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise bad(path, "file", Filled("the file cannot be opened: %(why)s", why=error.strerror),
                  "check its name and folder") from None
    if len(raw) > MOST_BYTES:
        raise bad(path, "file", "the file is larger than 2 MB", "an offer is a few kB; split large batches")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise bad(path, "file", "the file is not UTF-8 text", "save it as UTF-8") from None


def read_document(path: str, text: str) -> Any:
    """A TOML or JSON document of a file. Raises BadInput."""
    try:
        if path.lower().endswith(".json") or text.lstrip().startswith(("{", "[{")):
            return read_json(path, text)
        _no_bomb(path, text)
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _toml_fault(path, text, str(error)) from None
    except ValueError:
        raise bad(path, "TOML", "a number is too long to be read", "write amounts as texts: \"25000 JPY\"") from None
    except RecursionError:
        raise bad(path, "file", "the file is nested too deeply", "write plain tables") from None


def read_json(path: str, text: str) -> Any:
    """A JSON document. Raises BadInput for bad JSON, a key given twice, or text that is no Unicode."""
    try:
        document = json.loads(text, parse_constant=_no_constant, parse_float=str, object_pairs_hook=_once)
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise bad(path, "JSON", "a text holds half a character", "write the text anew") from None
    except json.JSONDecodeError as error:
        raise bad(path, "JSON", str(error), "compare with `sampan formats offer`") from None
    except ValueError as error:
        raise bad(path, "JSON", _short(error), "compare with `sampan formats offer`") from None
    except RecursionError:
        raise bad(path, "file", "the document is nested too deeply", "write plain tables") from None
    return document


def _short(error: ValueError) -> str:
    """Our own message as it is; a long one of the JSON reader cut."""
    message = error.args[0] if error.args else ""
    return message if isinstance(message, Filled) else str(error)[:200]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    out = dict(pairs)
    if len(out) != len(pairs):
        twice = next(k for i, (k, _) in enumerate(pairs) if k in [p[0] for p in pairs[:i]])
        raise ValueError(Filled("the key %(key)s is given twice", key=repr(twice[:40])))
    return out


def _no_constant(word: str) -> object:
    raise ValueError(Filled("%(word)s is not a number that can be checked", word=word))


def _no_bomb(path: str, text: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        if line.count(".") > 20 and _LONG_KEY.search(_QUOTED.sub("", line).partition("#")[0]):
            raise bad(path, f"line {number}", "the key has too many parts", "a key has at most two: wage.amount")


def _toml_fault(path: str, text: str, message: str) -> BadInput:
    found = re.search(r"at line (\d+)", message)
    line = text.splitlines()[int(found[1]) - 1] if found and int(found[1]) <= len(text.splitlines()) else ""
    key = line.partition("=")[0].strip()[:40] if "=" in line else "TOML"
    if "date" in message:
        return bad(path, key, "this is not a possible date", "write year-month-day, for example 2026-08-20")
    return bad(path, key, message, "compare with `sampan formats offer`; texts stand in quotes")


def _csv(path: str, text: str) -> Iterator[dict[str, Any]]:
    try:
        lines = list(csv.DictReader(io.StringIO(text), strict=True))
    except csv.Error as error:
        raise bad(path, "CSV", str(error), "save the sheet as CSV with a header line") from None
    for i, line in enumerate(lines):
        if None in line or None in line.values():
            raise bad(path, f"line {i + 2}", "the line has more or fewer cells than the header", "mend the line")
        yield _document(path, i + 2, {k.strip(): v.strip() for k, v in line.items() if k and v and v.strip()})


def _document(path: str, number: int, cells: dict[str, str]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    lists: dict[tuple[str, ...], dict[str, Any]] = {}
    allowances: list[dict[str, Any]] = []
    for column, cell in cells.items():
        parts = column.split(".")
        if len(parts) == 1 and parts[0] in ("wage", "charge", "deduction", "allowance", "living", "loan", "exchange"):
            raise _column(path, number, column)
        if parts[0] in ("charge", "deduction", "allowance") and len(parts) in (2, 3):
            entry = lists.setdefault((parts[0], parts[1]), {"kind": parts[1].rstrip("0123456789")})
            entry[parts[2] if len(parts) == 3 else "amount"] = _value(cell)
        elif parts[0] == "exchange" and len(parts) in (3, 4):
            entry = lists.setdefault(("exchange", parts[1], parts[2]), {"from": parts[1], "to": parts[2]})
            entry[parts[3] if len(parts) == 4 else "rate"] = cell
        elif len(parts) == 2 and parts[0] in ("wage", "living", "loan") and parts[1] != "allowance":
            out.setdefault(parts[0], {})[parts[1]] = _value(cell)
        elif len(parts) == 1:
            out[column] = _value(cell)
        else:
            raise _column(path, number, column)
    for key, entry in lists.items():
        if key[0] == "allowance":
            out.setdefault("wage", {})["allowance"] = [*allowances, entry]
            allowances.append(entry)
        else:
            out.setdefault(key[0], []).append(entry)
    return out


def _column(path: str, number: int, column: str) -> BadInput:
    unknown = Filled("the column %(column)s is not known", column=repr(column))
    return bad(path, f"line {number}", unknown, "see `sampan formats csv`")


def _value(cell: str) -> object:
    if cell.lower() in ("true", "false", "yes", "no"):
        return cell.lower() in ("true", "yes")
    return int(cell) if cell.isdecimal() and len(cell) <= 6 else cell
