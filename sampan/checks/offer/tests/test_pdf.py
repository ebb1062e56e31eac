"""The sheet: one A4 page, every sign drawn, text from the offer never read as markup."""

from __future__ import annotations

from functools import cache

import pypdfium2 as pdfium
import pytest
from fontTools.ttLib import TTFont

from sampan.checks.offer import sheet as module
from sampan.checks.offer.result import check_offer
from sampan.checks.offer.sheet import content, sheet
from sampan.checks.offer.tests.walk import carried, linh
from sampan.web import fonts


def texts(value: object) -> str:
    """Every text of the data of a sheet."""
    if isinstance(value, dict):
        return "".join(texts(v) for v in value.values())
    if isinstance(value, list | tuple):
        return "".join(texts(v) for v in value)
    return str(value)


@cache
def drawn() -> set[int]:
    """The characters that our fonts can draw."""
    found: set[int] = set()
    for file in fonts.ONLY_OURS["font_paths"][0].glob("*.ttf"):
        with TTFont(file) as font:
            found |= set(font.getBestCmap())
    return found


def read(pdf: bytes) -> tuple[int, str]:
    document = pdfium.PdfDocument(pdf)
    try:
        pages = [document[i].get_textpage() for i in range(len(document))]
        return len(document), " ".join(p.get_text_bounded() for p in pages)
    finally:
        document.close()


def test_linhs_result_is_one_a4_page():
    pages, text = read(sheet(check_offer(linh()), linh()))
    assert pages == 1
    for words in ("Not allowed", "96,000,000 VND", "190,500,000 VND", "121,374", "16.5", "Law 69/2020/QH14"):
        assert words in text


def test_every_sign_of_the_sheet_is_in_our_fonts():
    known = drawn()
    lacking = {c for c in texts(content(check_offer(linh()), linh())) if ord(c) not in known and not c.isspace()}
    assert not lacking


@pytest.mark.parametrize("text", ["ខ្ញុំ ស្ត្រី ម៉ៃ", "အင်္ဂ ဒုက္ခ ကြွယ်", "Nhật Bản đồng", "技能実習 送出機関 カタカナ"])
def test_every_language_has_its_signs_and_no_box_is_drawn(text, monkeypatch):
    assert {ord(c) for c in text} <= drawn() | {32}
    monkeypatch.setattr(module, "_words", lambda real=module._words: {**real(), "title": text})
    given = content(check_offer(linh()), linh())
    assert given["words"]["title"] == text
    pdf = sheet(check_offer(linh()), linh())
    assert read(pdf)[0] == 1


def test_markup_in_the_offer_stays_text():
    offer = {**linh(), "origin": "vn"}
    answer = check_offer(offer)
    answer["next"] = [{"who": "you", "where": '#panic("x") *bold* $x$ [a] <b>'}]
    assert '#panic("x") *bold*' in read(sheet(answer, offer))[1]


def test_an_offer_without_anything_still_gives_a_sheet():
    assert read(sheet(check_offer({}), {}))[0] == 1


def test_the_pdf_is_sent_as_a_file(client):
    response = client.post("/en/check/offer/pdf", carried())
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.content.startswith(b"%PDF")
