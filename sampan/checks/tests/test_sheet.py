"""The sheet of every check: at most two A4 pages with the full working, every sign drawn, no text read as markup."""

from __future__ import annotations

from typing import Any

import pytest

from sampan.checks import every, pages
from sampan.checks.offer.tests.test_pdf import drawn, read, texts
from sampan.checks.sheet import content, sheet
from sampan.checks.tests.walk import NAMES, ask, carried, example


def made(name: str, told: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    check = every.find(name)
    answer, answers = check.answer(told), pages.told(check, told)
    return content(answer, check, answers), sheet(answer, check, answers)


@pytest.mark.parametrize("name", NAMES)
def test_the_example_fits_on_two_pages_with_every_step_and_doubt(name: str) -> None:
    given, pdf = made(name, example(name))
    count, text = read(pdf)
    plain = "".join(text.split())
    assert count <= 2
    for figure in given["figures"]:
        assert "".join(figure["value"].split()) in plain
    answer = every.find(name).answer(example(name))
    assert set(given["steps"]) >= {line for f in answer["figures"] for line in f["working"]}
    assert set(given["doubts"]) >= {doubt for f in answer["figures"] for doubt in f["doubts"]}
    assert all("".join(step.split())[:20].replace("−", "") in plain.replace("−", "") for step in given["steps"])


@pytest.mark.parametrize("name", NAMES)
def test_every_sign_is_in_our_fonts(name: str) -> None:
    given, _ = made(name, example(name))
    known = drawn()
    assert {c for c in texts(given) if ord(c) not in known and not c.isspace()} == set()


@pytest.mark.parametrize("name", NAMES)
def test_without_any_answer_there_is_still_a_sheet(name: str) -> None:
    assert read(made(name, {})[1])[0] <= 2


def test_markup_stays_text() -> None:
    check = every.find("paid_leave")
    answer = check.answer(example("paid_leave"))
    answer["remarks"] = ['#panic("x") *bold* $x$ [a] <b>']
    assert '#panic("x") *bold*' in read(sheet(answer, check, []))[1]


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_sent_as_a_file(client: Any, name: str) -> None:
    response = client.post(ask(name, "pdf"), carried(example(name)))
    assert response.headers["Content-Type"] == "application/pdf" and response.content.startswith(b"%PDF")
    assert response.headers["Cache-Control"] == "no-store"
