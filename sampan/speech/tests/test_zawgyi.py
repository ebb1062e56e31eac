"""Zawgyi: found only when sure, converted exactly, and everything else left alone.

`zawgyi.csv` holds the Burmese wordings of the glossary, joined by fives, in both ways of writing; the Zawgyi side was
made with ICU's transliterator, which also gives the Unicode side back.
"""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sampan.speech.glossary import terms
from sampan.speech.zawgyi import is_zawgyi, mended, to_unicode

with Path(__file__).with_name("zawgyi.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = [(row["zawgyi"], row["unicode"]) for row in csv.DictReader(stream)]


@pytest.mark.parametrize(("zawgyi", "unicode"), PAIRS)
def test_a_phrase_in_zawgyi_is_found_and_converted(zawgyi, unicode):
    assert mended(zawgyi) == unicodedata.normalize("NFC", unicode)


@pytest.mark.parametrize("unicode", [u for _, u in PAIRS])
def test_a_phrase_in_unicode_is_left_alone(unicode):
    assert mended(unicode) is None


def test_no_agreed_wording_is_taken_for_zawgyi():
    assert [w for t in terms() for w in t.wordings["my"] if is_zawgyi(w)] == []


@pytest.mark.parametrize("text", [
    "", "Hello", "ကို", "က", "၂၀၂၆", "မြန်မာ", "ျမ", "ၽြန္",  # too short to be sure
    "ၵႂၢမ်းတႆး ႁဝ်းၶႃႈ ယူႇလီၵိၼ်ဝၢၼ်",  # Shan
    "ကညီကျိာ် ထံကီၢ် ပှၤကညီဖိ",  # Karen
    "ဘာသာမန် ဂကောံမန် ၚာ်",  # Mon
    "Xin chào", "សួស្តី", "こんにちは",
])
def test_other_scripts_languages_and_short_texts_are_never_zawgyi(text):
    assert not is_zawgyi(text)


def test_a_text_that_holds_both_is_left_alone():
    zawgyi, unicode = PAIRS[0]
    assert mended(f"{zawgyi} {unicode}") is None


@pytest.mark.parametrize(("zawgyi", "unicode"), [
    ("ျမန္မာ", "မြန်မာ"), ("ေက်ာင္း", "ကျောင်း"), ("အဂၤလိပ္", "အင်္ဂလိပ်"), ("သေဘၤာ", "သင်္ဘော"), ("ေယာက္်ား", "ယောက်ျား"),
    ("၀န္ထမ္း", "ဝန်ထမ်း"), ("၂၀၂၆ ခုႏွစ္", "၂၀၂၆ ခုနှစ်"), ("ဦးေလး", "ဦးလေး"), ("ေစ်းႏႈန္း", "ဈေးနှုန်း"), ("ဥကၠ႒", "ဥက္ကဋ္ဌ"),
])
def test_words_with_stacked_and_moved_signs(zawgyi, unicode):
    assert to_unicode(zawgyi) == unicodedata.normalize("NFC", unicode)


@given(st.text(st.characters(min_codepoint=0x1000, max_codepoint=0x109F), max_size=60))
def test_any_burmese_signs_are_read_without_an_error_fuzz(text):
    assert isinstance(to_unicode(text), str) and is_zawgyi(text) in (True, False)


@given(st.text(max_size=60))
def test_text_without_burmese_stays_as_it_is(text):
    if not any("\u1000" <= c <= "\u109f" for c in text):
        assert to_unicode(text) == unicodedata.normalize("NFC", text)
