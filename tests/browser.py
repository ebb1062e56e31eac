"""A real browser for the tests of every room: the served program, Chromium, pages of any width, and axe."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import waitress
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
AXE = Path(__file__).resolve().parent / "node" / "node_modules" / "axe-core" / "axe.min.js"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The program served on loopback."""
    server = waitress.create_server(get_wsgi_application(), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens pages: by width, with or without JavaScript, light or dark."""
    contexts = []

    def open_page(width: int = 360, script: bool = True, dark: bool = False, height: int = 740) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=script,
            color_scheme="dark" if dark else "light", base_url=address,
        )
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def barriers(page: Page) -> list[tuple[str, str]]:
    """What axe finds on a page: the rule and the first element that breaks it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return [(v["id"], v["nodes"][0]["html"]) for v in page.evaluate("axe.run()")["violations"]]


def small_targets(page: Page) -> list[tuple[str, float]]:
    """What can be touched and is under 44 pixels high; links inside running text are not meant."""
    found: list[tuple[str, float]] = page.evaluate(
        """() => [...document.querySelectorAll("button, select, .pick, summary, header a, .back a, a.link, input")]
        .filter(e => !e.matches(".hide, [hidden], [type=hidden], [type=radio], [type=checkbox]"))
        .filter(e => e.getClientRects().length)
        .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height]).filter(([, h]) => h < 44)"""
    )
    return found


def sent(page: Page, path: str, fields: dict[str, str], start: str = "/en/") -> None:
    """Open a page that needs the carried document, as a form of our own on the page `start` would."""
    page.goto(start)
    with page.expect_navigation():
        page.evaluate(
            """([path, fields]) => {
              const form = document.createElement("form");
              Object.assign(form, {method: "post", action: path});
              for (const [name, value] of Object.entries(fields)) {
                form.append(Object.assign(document.createElement("input"), {type: "hidden", name, value}));
              }
              document.body.append(form);
              form.submit();
            }""",
            [path, fields],
        )


def fill(page: Page, fields: dict[str, str]) -> None:
    """Fill fields of a form by name, whatever their kind."""
    for name, value in fields.items():
        field = page.locator(f'[name="{name}"]').first
        if field.get_attribute("type") == "radio":
            page.locator(f'[name="{name}"][value="{value}"]').check()
        elif field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def press(page: Page, words: str) -> None:
    """Press the first button of these words."""
    page.get_by_role("button", name=words, exact=True).first.click()
