"""Linh's offer in a real browser, narrow and wide, with and without JavaScript, and no barrier found by axe."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import waitress
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, Page, Route, sync_playwright

from sampan.checks.offer.tests.walk import ANSWERS, CHARGES, ROOT, carried

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
AXE = ROOT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = waitress.create_server(get_wsgi_application(), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, address: str) -> Iterator[Any]:
    contexts = []

    def open_page(width: int, script: bool = True, dark: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 740}, java_script_enabled=script,
            color_scheme="dark" if dark else "light", base_url=address,
        )
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def fill(page: Page, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        field = page.locator(f'[name="{name}"]').first
        if field.get_attribute("type") == "radio":
            page.locator(f'[name="{name}"][value="{value}"]').check()
        elif field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).first.click()


def answer_all(page: Page) -> None:
    page.goto("/en/")
    page.get_by_role("link", name="Check a job offer").click()
    for name, fields in ANSWERS:
        assert page.locator('[name="at"]').input_value() == name
        if name == "charges":
            for i, (kind, amount, paid_to, receipt) in enumerate(CHARGES):
                press(page, "Add another payment" if i else "Add a payment")
                fill(page, {"kind": kind, "amount": amount, "currency": "VND", "paid_to": paid_to, "receipt": receipt})
                press(page, "Continue")
            press(page, "That is all, continue")
        elif name == "allowances":
            press(page, "None, or I do not know")
        else:
            fill(page, fields)
            press(page, "Continue")
    press(page, "See the result")


def sent(page: Page, path: str, **fields: str) -> None:
    """Open a page that needs the carried offer, as a form of our own would."""
    body = json.dumps(carried() | fields)
    page.goto("/en/")
    with page.expect_navigation():
        page.evaluate(
            """([path, body]) => {
              const form = document.createElement("form");
              Object.assign(form, {method: "post", action: path});
              for (const [name, value] of Object.entries(JSON.parse(body))) {
                form.append(Object.assign(document.createElement("input"), {type: "hidden", name, value}));
              }
              document.body.append(form);
              form.submit();
            }""",
            [path, body],
        )


PAGES = {
    "home": ("/en/", None), "first question": ("/en/check/offer/", None), "not found": ("/en/nothing", None),
    "drop-down": ("/en/check/offer/", {"do": "go:prefecture"}),
    "day": ("/en/check/offer/", {"do": "go:signed"}), "pay": ("/en/check/offer/", {"do": "go:wage"}),
    "payments": ("/en/check/offer/", {"do": "go:charges"}),
    "one payment": ("/en/check/offer/", {"at": "charges", "do": "edit:0"}),
    "deductions": ("/en/check/offer/", {"do": "go:deductions"}), "rates": ("/en/check/offer/", {"do": "go:rates"}),
    "answers": ("/en/check/offer/", {"at": "check"}), "result": ("/en/check/offer/result", {"at": "check"}),
    "print": ("/en/check/offer/print", {"at": "check"}), "working": ("/en/check/offer/working", {"at": "check"}),
    "error": ("/en/check/offer/", {"at": "wage", "amount": "1.140", "do": "next"}),
}


def show(page: Page, kind: str) -> None:
    path, fields = PAGES[kind]
    if fields is None:
        page.goto(path)
    else:
        sent(page, path, **fields)


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("width", [360, 1280])
def test_linh_gets_her_result(opened, address, width, script):
    page = opened(width, script)
    outside: list[str] = []

    def watch(route: Route) -> None:
        if not route.request.url.startswith(address):
            outside.append(route.request.url)
        route.continue_()

    page.route("**/*", watch)
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    answer_all(page)
    assert page.url == f"{address}/en/check/offer/result"
    assert page.get_by_role("heading", level=1).inner_text() == "✕ Not allowed"
    text = page.locator("main").inner_text()
    for words in ("4 of 8 payments", "240,000 VND over the limit", "190,500,000 VND", "121,374", "76,374", "16.5"):
        assert words in text
    assert not outside
    assert not troubles
    assert page.context.cookies() == []


def test_the_enter_key_continues(opened):
    page = opened(360)
    page.goto("/en/check/offer/")
    sent(page, "/en/check/offer/", do="go:contract_months")
    page.locator('[name="contract_months"]').press("Enter")
    page.wait_for_load_state()
    assert page.locator('[name="at"]').input_value() != "contract_months"
    assert "/en/" in page.url


def test_changing_the_language_keeps_what_is_typed_but_not_yet_sent(opened):
    page = opened(360, script=False)
    page.goto("/en/check/offer/")
    page.locator('[name="origin"][value="kh"]').check()
    page.locator("nav button, nav a").get_by_text("Tiếng Việt").click()
    assert page.url.endswith("/vi/check/offer/")
    assert page.locator('[name="origin"][value="kh"]').is_checked()


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_scrolls_sideways_at_320_pixels(opened, kind):
    page = opened(320)
    show(page, kind)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", PAGES)
def test_touch_targets_are_44_pixels_high(opened, kind):
    page = opened(360)
    show(page, kind)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, select, .pick, summary, header a, .back a, input[type=text]")]
        .filter(e => !e.matches(".hide, [hidden]") && e.getClientRects().length)
        .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height]).filter(([, h]) => h < 44)"""
    )
    assert not small


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_no_barrier(opened, kind, dark):
    page = opened(360, dark=dark)
    show(page, kind)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 120))]))")
    assert not found
