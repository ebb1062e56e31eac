"""With the network cut: the kept pages open, a result is never kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, sync_playwright

from tests.browser import ARGS, CHROMIUM
from tests.pictures import server, submit

pytestmark = pytest.mark.browser


def test_kept_pages_open_without_a_network_and_a_result_does_not() -> None:
    with server(8792) as base, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        context = browser.new_context(viewport={"width": 360, "height": 800})
        page = context.new_page()
        page.goto(f"{base}/en/")
        keep = page.locator("[data-keep]")
        keep.click()
        page.get_by_text("These pages are kept on this phone.").wait_for()
        submit(page, base, "en", "offer", "check/offer/result")
        context.set_offline(True)
        for path, title in (("/en/", "Before you sign"), ("/en/check/offer/", "Which country")):
            page.goto(base + path)
            assert title in page.title()
        with pytest.raises(Error):
            page.goto(f"{base}/en/check/offer/result")
        browser.close()
