"""One offer is checked on an old laptop, and soon on a phone: the command may not wake anything heavy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sampan.checks.every import NAMES

TOP = Path(__file__).resolve().parent.parent
LINH = TOP / "docs" / "examples" / "linh.toml"
HEAVY = {"django", "ninja", "pydantic", "waitress", "typst", "numpy", "pyarrow", "numba", "asyncio"}

RUN = """
import contextlib, io, json, sys
import sampan.cli
arguments = json.loads(sys.argv[1])
said = io.StringIO()
status = 0
with contextlib.redirect_stdout(said):
    try:
        status = sampan.cli.main(arguments) or 0
    except SystemExit as end:
        status = end.code or 0
roots = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps({"status": status, "said": said.getvalue(), "roots": roots}))
"""


def after(*arguments: str) -> dict[str, object]:
    """What a fresh interpreter has said and imported after one command."""
    line = [sys.executable, "-c", RUN, json.dumps(arguments)]
    done = subprocess.run(line, capture_output=True, text=True, cwd=TOP, timeout=60)
    assert done.returncode == 0, done.stderr
    result: dict[str, object] = json.loads(done.stdout)
    return result


def heavy(result: dict[str, object]) -> set[str]:
    """What was imported and should not have been."""
    roots = result["roots"]
    assert isinstance(roots, list)
    return HEAVY & set(roots)


def test_a_check_imports_neither_django_nor_numpy() -> None:
    result = after("check", str(LINH), "--json")
    assert result["status"] == 1, result["said"]
    assert json.loads(str(result["said"]))["headline"] == "not_allowed"
    assert heavy(result) == set()


@pytest.mark.parametrize("name", NAMES)
def test_neither_does_any_other_check(name: str) -> None:
    for arguments in ((), ("--json",)):
        result = after("check", str(TOP / "docs" / "examples" / f"{name}.toml"), *arguments)
        assert result["said"] and heavy(result) == set()


@pytest.mark.parametrize("command", ["formats", "--help"])
def test_neither_does_a_question_about_the_program(command: str) -> None:
    result = after(command)
    assert result["status"] == 0, result["said"]
    assert heavy(result) == set()
