"""Linh's offer in a real browser, narrow and wide, with and without JavaScript, and no barrier found by axe."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from sampan.checks.offer.tests.walk import ANSWERS, CHARGES, carried
from tests.browser import barriers, fill, press, sent, small_targets

pytestmark = pytest.mark.browser


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
        sent(page, path, carried() | fields)


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
    sent(page, "/en/check/offer/", carried(do="go:contract_months"))
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
    assert small_targets(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_no_barrier(opened, kind, dark):
    page = opened(360, dark=dark)
    show(page, kind)
    assert barriers(page) == []
