"""What is English on a page of another language is marked, told, and invisible where no mark can stand."""

from __future__ import annotations

import gzip
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from sampan.speech.catalogues import wordings
from sampan.web import fallback, page, words
from sampan.web.fallback import BEGIN, END, QUOTED, in_spans
from sampan.web.templatetags.sampan import day, number

OTHERS = [code for code, _ in settings.LANGUAGES if code != "en"]
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BARE = {"script", "style", "title", "option", "textarea", "code"}


class Visible(HTMLParser):
    """The texts of a page with Latin words that are not marked as English, and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.unmarked: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a":
            self.links.append(str(found.get("href")))
        if tag not in EMPTY:
            self.open.append((tag, found.get("lang")))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text: str) -> None:
        lang = next((code for _, code in reversed(self.open) if code), None)
        if lang != "en" and not {t for t, _ in self.open} & BARE and re.search("[A-Za-z]{3,}", text):
            self.unmarked.append(text.strip())


@pytest.fixture
def begun(monkeypatch):
    """Every language has words of its own, so that what has none must be marked."""
    monkeypatch.setattr(page, "begun", lambda _code: True)


def pages(code: str, most: int = 45) -> dict[str, str]:
    """Pages of a language, found by following links from the first one."""
    found: dict[str, str] = {}
    todo = [f"/{code}/", f"/{code}/words/"]
    while todo and len(found) < most:
        address = todo.pop(0)
        response = Client().get(address)
        if address in found or response.status_code != 200:
            continue
        found[address] = response.content.decode()
        todo += [x for x in Visible(found[address]).links if x.startswith(f"/{code}/") and x not in found]
    return found


@pytest.mark.parametrize("code", ["km", "my", "ja"])
def test_no_english_stands_on_a_page_without_its_mark(begun, code):
    plain = re.compile(r"Sampan|[0-9a-f]{16}|[A-Z]{3}(?:-[A-Z0-9]+)+:?|[\d,. –]*(?:JPY|VND|USD|KHR|MMK)[\d,. ]*")
    for address, html in pages(code).items():
        # The list of the words shows every language; a guide keeps words to be said aloud in Latin letters.
        if any(part in address for part in ("/words/", "/rights/", "/emergency/")):
            continue
        left = [text for text in Visible(html).unmarked if not plain.fullmatch(text)]
        assert left == [], f"{address}: these texts pass by the catalogues"
        assert not {BEGIN, QUOTED, END} & set(html)


@pytest.mark.parametrize("code", OTHERS)
def test_a_page_says_when_a_sentence_is_still_english(begun, code):
    html = Client().get(f"/{code}/").content.decode()
    counted = html.count('<span lang="en">') > 0
    assert (fallback.PARTLY in html or "class=\"note\"" in html) == counted
    assert f'<html lang="{code}">' in html


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_without_words_is_english_as_a_whole(monkeypatch, code):
    monkeypatch.setattr(page, "begun", lambda code: code == "en")
    html = Client().get(f"/{code}/").content.decode()
    assert '<html lang="en">' in html and '<span lang="en">' not in html
    assert "This page is not yet translated" in html and fallback.NOTE not in html


def test_an_english_page_has_no_mark():
    html = Client().get("/en/").content.decode()
    assert 'span lang="en"' not in html and fallback.NOTE not in html


def test_a_page_that_does_not_exist_is_marked_as_well(begun):
    assert '<span lang="en">This page does not exist' in Client().get("/km/no").content.decode()


@pytest.mark.parametrize(("html", "marked"), [
    (f"<p>{BEGIN}Rent{END}</p>", '<p><span lang="en">Rent</span></p>'),
    (f'<a title="{BEGIN}Rent{END}">x</a>', '<a title="Rent">x</a>'),
    (f"<title>{BEGIN}Rent{END}</title>", "<title>Rent</title>"),
    (f"<option>{BEGIN}Rent{END}</option>", "<option>Rent</option>"),
    (f"<p>{BEGIN}Keep <b>every</b> paper{END} x</p>",
     '<p><span lang="en">Keep </span><b><span lang="en">every</span></b><span lang="en"> paper</span> x</p>'),
    (f"<p>{BEGIN}cut off</p><p>ok</p>", '<p><span lang="en">cut off</span></p><p>ok</p>'),
    (f"<p>1 {QUOTED}Act 5{END} 2</p>", '<p>1 <span lang="en">Act 5</span> 2</p>'),
    (f"<p>x{END}y</p>", "<p>xy</p>"),
])
def test_signs_become_marks_where_marks_can_stand(html, marked):
    assert in_spans(html) == marked


def test_the_title_of_a_law_is_no_missing_translation():
    assert "class=\"note\"" in in_spans(f"{fallback.NOTE}<p>{BEGIN}Rent{END}</p>")
    assert in_spans(f"{fallback.NOTE}<p>{QUOTED}Act 5{END}</p>") == '<p><span lang="en">Act 5</span></p>'


# The page of the words.


@pytest.mark.parametrize("code", ["en", *OTHERS])
def test_the_page_of_the_words_is_light_and_open_to_all(code):
    for query in ("", "?state=open", "?state=drafted&page=2", "?state=x&page=y"):
        response = Client().get(f"/{code}/words/{query}")
        assert response.status_code == 200
        assert len(gzip.compress(response.content, 6)) <= 6 * 1024


def test_every_open_text_is_listed():
    listed = words._texts("km", "open")
    assert len(listed) == sum(w.state == "open" for w in wordings("km"))
    if listed:
        assert listed[0][0] in Client().get("/km/words/?state=open").content.decode().replace("&#x27;", "'")


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_is_told_on_every_page(monkeypatch, draft):
    monkeypatch.setattr(page, "drafted", lambda _code: draft)
    html = Client().get("/km/").content.decode()
    assert ("This translation is a draft" in html) == draft
    assert ('href="/km/words/"' in html) == draft


# Dates and numbers.


@pytest.mark.parametrize(("code", "told"), [
    ("en", "20 August 2026"), ("ja", "2026年8月20日"), ("vi", "20 tháng 8 năm 2026"),
])
def test_a_day_is_written_as_the_language_does(begun, code, told):
    with override(code):
        assert day("2026-08-20") == day(date(2026, 8, 20)) == told


def test_khmer_and_burmese_days_name_the_month(begun):
    for code in ("km", "my"):
        with override(code):
            assert re.fullmatch(r"20 \S+ 2026", day("2026-08-20"))


def test_an_untranslated_page_has_english_days(monkeypatch):
    monkeypatch.setattr(page, "begun", lambda _code: False)
    with override("vi"):
        assert day("2026-08-20") == "20 August 2026"


@pytest.mark.parametrize(("code", "told"), [
    ("en", "95,760,000 VND = 1,250.50 USD"), ("vi", "95.760.000 VND = 1.250,50 USD"),
    ("my", "95,760,000 VND = 1,250.50 USD"),
])
def test_numbers_have_the_separators_of_the_language(code, told):
    with override(code):
        assert number("95,760,000 VND = 1,250.50 USD") == told
        assert number("2026-08-20, 14:30") == "2026-08-20, 14:30"
