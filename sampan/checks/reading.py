"""Case files from the disk: TOML, JSON or CSV, one case or many, each with the place it came from."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sampan.rulebook.errors import BadInput, Fault

MOST_BYTES = 5_000_000
MOST_CASES = 10_000


def read_cases(path: str) -> Iterator[tuple[str, object]]:
    """The documents of a file with their names: "FILE", or "FILE case 2" where there are several.

    Raises BadInput, naming file, place and remedy, when the file cannot be read.
    """
    text = _text(path)
    if path.lower().endswith(".csv"):
        documents: list[object] = list(_csv(path, text))
    else:
        document = _parsed(path, text)
        cases = document.get("case") if isinstance(document, dict) and set(document) == {"case"} else None
        if cases is None:
            yield path, document
            return
        if not isinstance(cases, list):
            raise bad(path, "case", "`case` must be a list of tables", "write [[case]] before each case")
        documents = cases
    if len(documents) > MOST_CASES:
        raise bad(path, "case", f"the file holds {len(documents)} cases", f"check at most {MOST_CASES} in one file")
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
        raise bad(path, "file", f"the file cannot be opened: {error.strerror}", "check its name and folder") from None
    if len(raw) > MOST_BYTES:
        raise bad(path, "file", "the file is larger than 5 MB", "an offer is a few kB; split large batches")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise bad(path, "file", "the file is not UTF-8 text", "save it as UTF-8") from None


def _parsed(path: str, text: str) -> Any:
    try:
        if text.lstrip().startswith("{"):
            return json.loads(text, parse_constant=_no_constant)
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise bad(path, "TOML", str(error), "compare with `sampan formats offer`") from None
    except (json.JSONDecodeError, ValueError) as error:
        raise bad(path, "JSON", str(error), "compare with `sampan formats offer`") from None
    except RecursionError:
        raise bad(path, "file", "the file is nested too deeply", "write plain tables") from None


def _no_constant(word: str) -> object:
    raise ValueError(f"{word} is not a number that can be checked")


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
    for column, cell in cells.items():
        parts = column.split(".")
        if parts[0] in ("charge", "deduction", "allowance") and len(parts) in (2, 3):
            entry = lists.setdefault((parts[0], parts[1]), {"kind": parts[1].rstrip("0123456789")})
            entry[parts[2] if len(parts) == 3 else "amount"] = _value(cell)
        elif parts[0] == "exchange" and len(parts) in (3, 4):
            entry = lists.setdefault(("exchange", parts[1], parts[2]), {"from": parts[1], "to": parts[2]})
            entry[parts[3] if len(parts) == 4 else "rate"] = cell
        elif len(parts) == 2:
            out.setdefault(parts[0], {})[parts[1]] = _value(cell)
        elif len(parts) == 1:
            out[column] = _value(cell)
        else:
            raise bad(path, f"line {number}", f"the column {column!r} is not known", "see `sampan formats csv`")
    for key, entry in lists.items():
        if key[0] == "allowance":
            out.setdefault("wage", {}).setdefault("allowance", []).append(entry)
        else:
            out.setdefault(key[0], []).append(entry)
    return out


def _value(cell: str) -> object:
    if cell.lower() in ("true", "false", "yes", "no"):
        return cell.lower() in ("true", "yes")
    return int(cell) if cell.isdecimal() and len(cell) <= 6 else cell
