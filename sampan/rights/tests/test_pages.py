"""The pages of the guides: every language, fallback marked, weight, boards, leaflets."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta

import pypdfium2 as pdfium
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.utils.translation import override

from sampan.rights import shown
from sampan.rights.shelf import Shelf, shelf
from sampan.rights.tests.stand_in import stand_in
from sampan.rulebook.duties import TOPICS
from sampan.web import offline, search, topics
from sampan.web.page import translated

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PATHS = ["rights/", "emergency/", *(f"rights/{slug}/" for slug in shelf().articles)]
in_all_languages = pytest.mark.parametrize("code", LANGUAGES)


def weight(body: bytes) -> int:
    return len(gzip.compress(body, 6))


def static(name: str) -> bytes:
    found = finders.find(name)
    assert isinstance(found, str)
    with open(found, "rb") as file:
        return file.read()


@in_all_languages
def test_every_page_stands_in_every_language_and_weighs_at_most_6_kb(client, code):
    heavy = {}
    for path in PATHS:
        response = client.get(f"/{code}/{path}")
        assert response.status_code == 200, path
        if weight(response.content) > 6 * 1024:
            heavy[path] = weight(response.content)
    assert not heavy


def test_pages_in_burmese_letters_keep_the_budget(client, monkeypatch):
    held = shelf()
    texts = {(slug, "my"): stand_in(article) for slug, article in held.articles.items()}
    full = Shelf(held.articles, texts, held.numbers, held.sources)
    monkeypatch.setattr("sampan.rights.views.shelf", lambda: full)
    weights = {path: weight(client.get(f"/my/{path}").content) for path in PATHS}
    assert {p: w for p, w in weights.items() if w > 5 * 1024} == {}, "leave 1 kB for the words around the text"


def test_a_first_view_is_four_requests_and_14_kb(client):
    for path in PATHS:
        text = client.get(f"/my/{path}").content.decode()
        fetched = re.findall(r'<script src="|<link rel="(?:stylesheet|icon)"', text)
        assert len(fetched) + 1 <= 4
    files = [static(n) for n in ("web/sampan.css", "rights/listen.js", "web/icon.svg")]
    assert 6 * 1024 + sum(map(weight, files)) <= 14 * 1024
    assert len(static("rights/listen.js")) <= 1024


@pytest.mark.parametrize("code", ["km", "my", "vi", "ja"])
def test_a_text_that_is_not_translated_says_so_and_carries_its_language(client, code):
    for slug in shelf().articles:
        if shelf().text(slug, code).lang == "en":
            text = client.get(f"/{code}/rights/{slug}/").content.decode()
            assert '<article lang="en">' in text
            assert "shown in English" in text or translated(code)
            assert text.count('class="note"') == 1


def test_a_translation_is_shown_in_its_own_language_with_its_mark(client, monkeypatch):
    held = shelf()
    texts = {("pay", "my"): stand_in(held.articles["pay"])}
    monkeypatch.setattr("sampan.rights.views.shelf", lambda: Shelf(held.articles, texts, held.numbers, held.sources))
    text = client.get("/my/rights/pay/").content.decode()
    assert '<article lang="my">' in text
    assert texts["pay", "my"].words.answer in text


def test_the_question_is_the_heading_and_the_answer_comes_first(client):
    text = client.get("/en/rights/pregnancy-and-job/").content.decode()
    words = shelf().articles["pregnancy-and-job"].english.words
    heading, answer, rest = (text.index(w) for w in (f"{words.title}</h1>", words.answer, words.paragraphs[0]))
    assert heading < answer < rest
    for part in ("Who can help", "The law we used", "What is not certain", "23 November 2026", "Drafted, not yet"):
        assert part in text


def test_a_text_that_nobody_checked_for_400_days_says_so():
    article = shelf().articles["pay"]
    assert not shown.page_of(shelf(), article, article.checked + timedelta(400))["stale"]
    assert shown.page_of(shelf(), article, article.checked + timedelta(401))["stale"]


def test_the_file_name_of_a_leaflet_tells_nobody_what_it_is_on(client):
    assert "abortion" not in client.get("/en/rights/abortion-law/pdf").headers["Content-Disposition"]


def test_offices_are_those_of_the_readers_country(client):
    khmer = client.get("/km/rights/deposits/").content.decode()
    assert "Ministry of Labour and Vocational Training" in khmer
    assert "Department of Overseas Labour (DOLAB)" not in khmer
    english = client.get("/en/rights/deposits/").content.decode()
    assert "Department of Overseas Labour (DOLAB)" in english
    assert "<details><summary>In Viet Nam</summary>" in english
    assert "Ministry of Labour" not in client.get("/km/rights/journey-vn-1/").content.decode()


def test_the_embassy_of_myanmar_is_not_named_unasked(client):
    for path in PATHS:
        assert "Embassy of Myanmar in" not in client.get(f"/my/{path}").content.decode()


def test_an_article_leads_to_the_check_that_fits(client):
    with override("en"):
        assert topics.address("check.offer") in client.get("/en/rights/deposits/").content.decode()
        assert shown.checking(shelf().articles["pay"]) is None or topics.address("check.payslip")


def test_the_emergency_page_has_numbers_first_and_every_japanese_sentence(client):
    text = client.get("/my/emergency/").content.decode()
    assert text.index('href="tel:110"') < text.index("<article")
    assert text.index('href="tel:119"') < text.index("<article")
    for card in shelf().group("emergency"):
        assert f'id="{card.slug}"' in text
        for say in card.english.words.says:
            assert f'<p class="say" lang="ja" data-say><strong>{say.japanese}</strong></p>' in text
    assert text.count("tel:110") == 1


def test_the_boards_know_the_guides():
    with override("vi"):
        assert topics.address("rights.deposits") == "/vi/rights/deposits/"
        assert topics.address("emergency") == "/vi/emergency/"
        for topic in TOPICS:
            assert topics.address(topic).startswith("/vi/rights/")
        titles = {str(t.title) for t in search.texts()}
        assert shelf().text("deposits", "vi").words.title in titles
    assert {"/km/rights/", "/km/emergency/", "/km/rights/forced-return/"} <= set(offline.addresses())


def test_a_page_asks_no_database_and_sets_no_cookie(client):
    def refuse(*_args: object) -> None:
        raise AssertionError("a public page made a query")

    with connection.execute_wrapper(refuse):
        for path in (*PATHS[:4], "rights/pay/print", "rights/pay/pdf"):
            response = client.get(f"/en/{path}")
            assert response.status_code == 200
            assert not response.cookies


def test_an_unknown_article_is_not_found(client):
    for path in ("nothing/", "nothing/print", "nothing/pdf"):
        assert client.get(f"/en/rights/{path}").status_code == 404


def test_the_print_has_a_button_and_no_way_out(client):
    text = client.get("/en/rights/pay/print").content.decode()
    assert "data-print" in text
    assert "data-listen" not in text
    assert "https://laws.e-gov.go.jp/law/322AC0000000049" in text


def read(pdf: bytes) -> tuple[int, str]:
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document), " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("slug", shelf().articles)
def test_every_leaflet_is_one_page_with_the_answer(client, slug):
    response = client.get(f"/en/rights/{slug}/pdf")
    assert response.headers["Content-Type"] == "application/pdf"
    pages, text = read(response.content)
    assert pages == 1
    answer = shelf().articles[slug].english.words.answer
    assert re.sub(r"\s+", "", answer)[:40] in re.sub(r"\s+", "", text)


def test_a_leaflet_in_burmese_letters_is_one_page(client, monkeypatch):
    held = shelf()
    texts = {(slug, "my"): stand_in(article) for slug, article in held.articles.items()}
    monkeypatch.setattr("sampan.rights.views.shelf", lambda: Shelf(held.articles, texts, held.numbers, held.sources))
    for slug in ("journey-vn-1", "recruitment-costs", "forced-return"):
        assert read(client.get(f"/my/rights/{slug}/pdf").content)[0] == 1


@pytest.mark.parametrize("path", ["rights/", "rights/pay/", "emergency/"])
def test_a_translated_guide_is_not_called_english_because_the_words_around_it_are(client, path):
    text = client.get(f"/my/{path}").content.decode()
    assert ("The words around it are still English." in text) == (not translated("my"))
    assert "It is shown in English." not in text
