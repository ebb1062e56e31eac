"""The guides in a real browser: narrow, without barriers, heard with the device's voices, whole without script."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import waitress
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
AXE = Path(__file__).resolve().parents[3] / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"]
PATHS = ("rights/", "emergency/", "rights/journey-vn-1/", "rights/forced-return/", "rights/pay/", "rights/pay/print")
VOICES = """
  const said = window.said = [];
  const voices = [{lang: "en-US"}, {lang: "ja_JP"}];
  Object.defineProperty(window, "speechSynthesis", {value: {
    speaking: false, getVoices: () => voices, cancel() {}, speak: u => said.push([u.lang, u.text])}});
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
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
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 320, "height": 640}, base_url=address)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("code", ["en", "km", "my"])
@pytest.mark.parametrize("path", PATHS)
def test_no_barrier_and_no_sideways_scroll_at_320_px(page, code, path):
    page.goto(f"/{code}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert not [(v["id"], v["nodes"][0]["html"]) for v in found]


def test_targets_on_the_emergency_page_are_large(page):
    page.goto("/en/emergency/")
    for call in page.locator('a[href^="tel:"]').all():
        box = call.bounding_box()
        assert box
        assert box["height"] >= 44


def test_a_card_is_heard_in_two_languages(page):
    page.add_init_script(VOICES)
    page.goto("/en/emergency/")
    page.locator("#forced-return [data-listen]").click()
    said = page.evaluate("said")
    assert ["ja_JP", "私は帰国したくありません。"] in said
    assert ["en-US", "Nobody may force you onto an aeroplane."] in said
    assert not any("pregnan" in text for _lang, text in said)


def test_a_phone_without_a_voice_says_so(page):
    page.add_init_script(VOICES.replace('{lang: "en-US"}, ', ""))
    page.goto("/en/rights/pay/")
    page.locator("[data-listen]").click()
    assert page.locator("[role=status]").inner_text() == "This phone has no voice for this language."
    assert page.evaluate("said") == []


def test_without_script_the_article_is_whole_and_no_dead_button_shows(chromium, address):
    context = chromium.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("/en/rights/pay/")
    assert not page.locator("[data-listen]").is_visible()
    assert page.get_by_role("heading", level=1).inner_text() == "How must my pay be paid?"
    context.close()
