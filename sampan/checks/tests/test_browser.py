"""The checks in a real browser: walked narrow and wide, with and without JavaScript; no barrier found by axe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sampan.checks import every, pages
from sampan.checks.outcome import outcome
from sampan.checks.tests.walk import NAMES, ask, carried, example
from tests.browser import barriers, fill, press, sent, small_targets

pytestmark = pytest.mark.browser

PAID_LEAVE = [
    ("hired", {"hired_day": "15", "hired_month": "4", "hired_year": "2024"}),
    ("on", {"on_day": "25", "on_month": "11", "on_year": "2025"}),
    ("days_a_week", {"days_a_week": "5"}),
    ("attendance", {"attendance": "95"}),
    ("used", {"used": "4"}),
]


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("width", [360, 1280])
def test_paid_leave_is_asked_and_answered(opened: Any, width: int, script: bool) -> None:
    page = opened(width, script)
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto("/en/")
    page.get_by_role("link", name="Paid leave").first.click()
    for name, fields in PAID_LEAVE:
        assert page.locator('[name="at"]').input_value() == name
        fill(page, fields)
        press(page, "Continue")
    press(page, "See the result")
    assert page.url.endswith("/en/check/paid-leave/result")
    assert page.get_by_role("heading", level=1).inner_text() == "✓ Nothing wrong found"
    text = page.locator("main").inner_text()
    for words in ("Days that are left", "7", "15 October 2025", "14 October 2027"):
        assert words in text
    press(page, "Show the working, line by line")
    assert "leave left = max(0, (leave due − leave used)) = 7" in page.locator("main").inner_text()
    press(page, "‹ Back")
    press(page, "Where they are and what they do")
    assert "Labour Standards Inspection Office" in page.locator("main").inner_text()
    assert not troubles and page.context.cookies() == []


def kinds() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each kind of page once: every kind of field, a list and its entry, faults, each paper, every result."""
    seen: set[object] = set()
    for name in NAMES:
        told = carried(example(name))
        for question in pages.questions(name).every:
            fields = tuple(sorted(type(f).__name__ for f in question.fields(example(name)).values()))
            kind = "list" if question.listed else fields
            if kind not in seen:
                seen.add(kind)
                yield f"{name} {question.name}", ask(name), {**told, "do": f"go:{question.name}"}
                if question.listed:
                    yield f"{name} entry", ask(name), {**told, "at": question.name, "do": "add"}
                else:
                    yield f"{name} {question.name} fault", ask(name), {**carried({}), "at": question.name, "do": "next"}
        yield f"{name} result", ask(name, "result"), told
    yield "answers", ask(name), {**told, "at": "check"}
    for paper in ("working", "help", "print"):
        yield paper, ask(name, paper), told


KINDS = {name: (path, fields) for name, path, fields in kinds()}
DARK = [name for name in KINDS if name.startswith(NAMES[0]) or " " not in name]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways_and_what_is_touched_is_high_enough(opened: Any, kind: str) -> None:
    page = opened(320)
    sent(page, *KINDS[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert small_targets(page) == []


@pytest.mark.parametrize(("kind", "dark"), [*((k, False) for k in KINDS), *((k, True) for k in DARK)])
def test_axe_finds_no_barrier(opened: Any, kind: str, dark: bool) -> None:
    page = opened(360, dark=dark)
    sent(page, *KINDS[kind])
    assert barriers(page) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_result_in_the_browser_shows_every_figure(opened: Any, name: str) -> None:
    page = opened(360, script=False)
    sent(page, ask(name, "result"), carried(example(name)))
    text = page.locator("main").inner_text()
    check = every.find(name)
    assert all(f["value"] in text for f in outcome(check.answer(example(name)), check)["figures"])
