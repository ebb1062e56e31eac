"""The same case through the library, the command line, the API and JavaScript gives the same integers."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from sampan import cli
from sampan.checks import every
from sampan.checks.upload import plain
from sampan.rulebook.sheet import Sheet
from sampan.rulebook.stored import law
from tests import printers

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"
SHOWN = ("headline", "amounts", "dates", "findings", "unknown", "no_rule")


def example(name: str) -> dict[str, Any]:
    """The worked example of a check."""
    return tomllib.loads((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[dict[str, int], str, int | None]]]:
    """Every value that is asked of a sheet while a case is worked: the facts, the rule and its answer."""
    found: list[tuple[dict[str, int], str, int | None]] = []
    real = Sheet.value

    def value(sheet: Sheet, rule: str) -> Any:
        answer = real(sheet, rule)
        if not sheet.readings and rule in sheet.law.rules:
            found.append((dict(sheet.facts), rule, answer if isinstance(answer, int) else None))
        return answer

    monkeypatch.setattr(Sheet, "value", value)
    yield found


@pytest.mark.parametrize("name", every.NAMES)
def test_command_line_and_api_give_what_the_library_gives(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = every.find(name).answer(example(name))
    cli.main(["check", str(EXAMPLES / f"{name}.toml"), "--json"])
    told = json.loads(capsys.readouterr().out)
    sent = Client().post(f"/api/check/{name.replace('_', '-')}", json.dumps(plain(example(name))), "application/json")
    assert sent.status_code == 200
    for part in SHOWN:
        assert json.loads(json.dumps(whole[part])) == told[part] == sent.json()[part], part


@pytest.mark.parametrize("name", every.NAMES)
def test_javascript_gives_every_value_behind_the_answer(
    name: str, asked: list[tuple[dict[str, int], str, int | None]]
) -> None:
    every.find(name).answer(example(name), today=date(2026, 11, 25))
    assert asked
    rules = law()
    names = sorted({rule for _, rule, _ in asked})
    facts = [facts for facts, _, _ in asked]
    for (_, rule, value), script in zip(asked, printers.javascript(rules, facts, names), strict=True):
        assert script[rule] == value, rule
