"""The law explorer in a real browser: narrow and wide, without JavaScript, and no barrier found by axe."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import barriers, small_targets

PAGES = {
    "index": "", "nothing found": "?words=zzzz", "rule": "rule/vn.service_charge_excess",
    "rule that never decides": "rule/jp.esd_payment_excess", "table of values": "values/jp.minimum_wage",
    "cards of values": "values/vn.service_charge", "sources that disagree": "values/vn.deposit",
    "long values": "values/jp.deductions_guidance", "no row": "values/jp.minimum_wage?day=2000-01-01",
    "change of programme": "compare", "many changes": "compare?one=2019-01-01&two=2028-01-01",
    "wages": "compare?one=2026-09-30&two=2026-10-01", "wrong days": "compare?one=x&two=",
    "not verified": "unverified", "checked": "checked",
}
pytestmark = pytest.mark.browser


@pytest.fixture
def law(opened: Callable[..., Page]) -> Callable[..., Page]:
    """Opens a page of the law."""
    def at(path: str, width: int = 360, **how: bool) -> Page:
        page = opened(width, **how)
        page.goto(f"/en/law/{path}")
        return page

    return at


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_scrolls_sideways(law, kind):
    for width in (320, 1280):
        page = law(PAGES[kind], width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", PAGES)
def test_touch_targets_are_44_pixels_high(law, kind):
    assert small_targets(law(PAGES[kind])) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_no_barrier(law, kind, dark):
    assert barriers(law(PAGES[kind], dark=dark)) == []


def test_a_caseworker_finds_the_change_of_programme_without_javascript(law):
    page = law("", script=False)
    page.get_by_role("link", name="Compare two days: the change of April 2027").click()
    text = page.locator("main").inner_text()
    assert text.index("takes no new trainees after 31 March 2027") < text.index("begins on 1 April 2027")
    page.get_by_label("The first day").fill("2026-09-30")
    page.get_by_label("The second day").fill("2026-10-01")
    page.get_by_role("button", name="Compare").click()
    assert "15 values change" in page.locator("main").inner_text()


def test_a_lawyer_narrows_a_long_table_without_javascript(law):
    page = law("?words=minimum+wage", script=False)
    page.get_by_role("link", name="Minimum wage an hour, by prefecture").click()
    page.get_by_label("Prefecture").select_option("aichi")
    page.get_by_label("Only what holds on this day").fill("2026-10-01")
    page.get_by_role("button", name="Show these rows").click()
    assert "1,195 JPY" in page.locator("table").inner_text()
    assert page.locator("tbody tr").count() == 1
