"""The law explorer in a real browser: narrow and wide, without JavaScript, and no barrier found by axe."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import waitress
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ROOT = Path(__file__).resolve().parents[3]
AXE = ROOT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"]
PAGES = {
    "index": "", "nothing found": "?words=zzzz", "rule": "rule/vn.service_charge_excess",
    "rule that never decides": "rule/jp.esd_payment_excess", "table of values": "values/jp.minimum_wage",
    "cards of values": "values/vn.service_charge", "sources that disagree": "values/vn.deposit",
    "long values": "values/jp.deductions_guidance", "no row": "values/jp.minimum_wage?day=2000-01-01",
    "change of programme": "compare", "many changes": "compare?one=2019-01-01&two=2028-01-01",
    "wages": "compare?one=2026-09-30&two=2026-10-01", "wrong days": "compare?one=x&two=",
    "not verified": "unverified", "checked": "checked",
}
SMALL = """() => [...document.querySelectorAll("button, select, summary, header a, .back a, a.link, input")]
  .filter(e => !e.matches(".hide, [hidden], [type=hidden]") && e.getClientRects().length)
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height]).filter(([, h]) => h < 44)"""
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

    def open_page(path: str, width: int = 360, script: bool = True, dark: bool = False) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": 740}, java_script_enabled=script,
            color_scheme="dark" if dark else "light", base_url=address,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"/en/law/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_scrolls_sideways(opened, kind):
    for width in (320, 1280):
        page = opened(PAGES[kind], width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", PAGES)
def test_touch_targets_are_44_pixels_high(opened, kind):
    assert opened(PAGES[kind]).evaluate(SMALL) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_no_barrier(opened, kind, dark):
    page = opened(PAGES[kind], dark=dark)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 120))]))")
    assert not found


def test_a_caseworker_finds_the_change_of_programme_without_javascript(opened):
    page = opened("", script=False)
    page.get_by_role("link", name="Compare two days: the change of April 2027").click()
    text = page.locator("main").inner_text()
    assert text.index("takes no new trainees after 31 March 2027") < text.index("begins on 1 April 2027")
    page.get_by_label("The first day").fill("2026-09-30")
    page.get_by_label("The second day").fill("2026-10-01")
    page.get_by_role("button", name="Compare").click()
    assert "15 values change" in page.locator("main").inner_text()


def test_a_lawyer_narrows_a_long_table_without_javascript(opened):
    page = opened("?words=minimum+wage", script=False)
    page.get_by_role("link", name="Minimum wage an hour, by prefecture").click()
    page.get_by_label("Prefecture").select_option("aichi")
    page.get_by_label("Only what holds on this day").fill("2026-10-01")
    page.get_by_role("button", name="Show these rows").click()
    assert "1,195 JPY" in page.locator("table").inner_text()
    assert page.locator("tbody tr").count() == 1
