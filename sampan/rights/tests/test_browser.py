"""The guides in a real browser: narrow, without barriers, heard with the device's voices, whole without script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import barriers

PATHS = ("rights/", "emergency/", "rights/journey-vn-1/", "rights/forced-return/", "rights/pay/", "rights/pay/print")
VOICES = """
  const said = window.said = [];
  const voices = [{lang: "en-US"}, {lang: "ja_JP"}];
  Object.defineProperty(window, "speechSynthesis", {value: {
    speaking: false, getVoices: () => voices, cancel() {}, speak: u => said.push([u.lang, u.text])}});
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
pytestmark = pytest.mark.browser


@pytest.fixture
def page(opened: Callable[..., Page]) -> Page:
    """A narrow page."""
    return opened(320, height=640)


@pytest.mark.parametrize("code", ["en", "km", "my"])
@pytest.mark.parametrize("path", PATHS)
def test_no_barrier_and_no_sideways_scroll_at_320_px(page, code, path):
    page.goto(f"/{code}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert barriers(page) == []


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


def test_without_script_the_article_is_whole_and_no_dead_button_shows(opened):
    page = opened(script=False)
    page.goto("/en/rights/pay/")
    assert not page.locator("[data-listen]").is_visible()
    assert page.get_by_role("heading", level=1).inner_text() == "How must my pay be paid?"
