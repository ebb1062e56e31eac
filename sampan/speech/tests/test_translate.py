"""Sentences in other languages: looked up in both domains, with their blanks, and counted."""

from __future__ import annotations

import copy
import json

import polib
import pytest

from sampan.speech import catalogues, translate
from sampan.speech.translate import Filled, Share, begun, complete, drafted, share, translator


def book(**texts: str) -> polib.POFile:
    """A catalogue with these translations (underscores are spaces); empty ones are open."""
    po = polib.POFile()
    po.extend(polib.POEntry(msgid=english.replace("_", " "), msgstr=said) for english, said in texts.items())
    return po


@pytest.fixture
def lang(tmp_path, monkeypatch):
    """A folder of catalogues that nobody has read yet."""
    monkeypatch.setattr(translate, "LANG", tmp_path)
    monkeypatch.setattr(translate, "SHOWN", translate.LANGUAGES)
    translate._catalogue.cache_clear()
    translator.cache_clear()
    yield tmp_path
    translate._catalogue.cache_clear()
    translator.cache_clear()


def test_a_text_of_either_domain_is_found(lang):
    catalogues.save("vi", "django", book(Day="Ngày"))
    catalogues.save("vi", "law", book(Rent="Tiền thuê nhà"))
    assert translator("vi")("Day") == translator("vi", "django")("Day") == "Ngày"
    assert translator("vi", "django")("Rent") == "Tiền thuê nhà"
    assert translator("vi")("Loan") == "Loan"
    assert translator("vi")("") == ""


def test_blanks_are_filled_in_the_other_language(lang):
    po = polib.POFile()
    po.append(polib.POEntry(msgid="at most %(most)s of %(what)s", msgstr="%(what)s: tối đa %(most)s"))
    po.append(polib.POEntry(msgid="rent", msgstr="tiền thuê"))
    catalogues.save("vi", "django", po)
    text = Filled("at most %(most)s of %(what)s", most=3, what="rent")
    assert text == "at most 3 of rent"
    assert translator("vi")(text) == "tiền thuê: tối đa 3"
    assert translator("en")(text) == "at most 3 of rent"


def test_a_filled_text_is_a_text_and_survives_a_copy():
    text = Filled("more than %(most)s %% is not possible", most=20)
    assert text == "more than 20 % is not possible" and json.dumps(text) == '"more than 20 % is not possible"'
    again = copy.deepcopy(text)
    assert again == text and again.pattern == text.pattern and again.blanks == {"most": 20}


def test_a_text_without_blanks_keeps_its_percent_sign():
    assert Filled("more than 100 % a month") == "more than 100 % a month"
    assert Filled("more than 100 % a month").said(str) == "more than 100 % a month"


def test_the_share_of_a_language_stands_in_its_catalogue(lang):
    po = book(One="Một", Two="Hai", Three="")
    po[0].tcomment = "reviewed Nguyen Thi Lan 2026-11-25"
    catalogues.save("vi", "django", po)
    assert share("vi", "django") == Share(3, 2, 1)
    assert share("vi", "django").percent == 66
    assert share("vi", "law") == Share(0, 0, 0) and share("vi", "law").percent == 0
    assert begun("vi") and not complete("vi", "django") and drafted("vi")


def test_a_language_that_is_not_shown_yet_stays_english(lang, monkeypatch):
    catalogues.save("vi", "django", book(One="Một"))
    monkeypatch.setattr(translate, "SHOWN", ("en",))
    catalogues.save("vi", "django", book(One="Một"))
    assert not catalogues.path("vi", "django", "mo").exists()
    assert translator("vi")("One") == "One" and not begun("vi") and not drafted("vi")
    assert share("vi", "django").translated == 1


def test_a_language_without_texts_has_not_begun(lang):
    catalogues.save("km", "django", book(One=""))
    assert not begun("km") and not complete("km", "django") and not drafted("km")
    assert begun("en") and complete("en") and not drafted("en")


def test_a_proposal_is_not_shown(lang):
    po = book(One="Một")
    po[0].flags.append("fuzzy")
    catalogues.save("vi", "django", po)
    assert translator("vi")("One") == "One" and share("vi", "django").translated == 0
