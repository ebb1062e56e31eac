"""The reader of articles refuses what is not as it should be, and says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from sampan.rights.reading import ArticleError, read_translation
from sampan.rights.shelf import read_shelf

SOURCES = """
act = { instrument = "An Act", url = "https://example.org/act", confidence = "official" }
mind = { instrument = "Nothing seen", seen = "nowhere", confidence = "memory" }
"""
NUMBERS = '[police]\nwho = "Police"\nnumber = "110"\nsource = "act"\n'
GOOD = """
group = "health"
place = 1
title = "May they do this?"
answer = "No, they may not."
paragraphs = ["One fact."]
do = ["Say no."]
help = ["pregnancy"]
checked = 2026-11-23
review = "draft"

[[cite]]
source = "act"
article = "1"
"""


def folder(tmp_path: Path, article: str = GOOD, sources: str = SOURCES, numbers: str = NUMBERS) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "sources.toml").write_text(sources, encoding="utf-8")
    (tmp_path / "numbers.toml").write_text(numbers, encoding="utf-8")
    (tmp_path / "en" / "one.toml").write_text(article, encoding="utf-8")
    return tmp_path


def test_a_good_article_is_read(tmp_path):
    one = read_shelf(folder(tmp_path)).articles["one"]
    assert one.english.words.title == "May they do this?"
    assert one.cites[0].source.instrument == "An Act"


@pytest.mark.parametrize(("old", "new", "word"), [
    ('group = "health"', 'group = "magic"', "group"),
    ('group = "health"', 'group = "health"\ncolour = "red"', "colour"),
    ('answer = "No, they may not."', 'answer = "No. They may not."', "exactly one sentence"),
    ('answer = "No, they may not."', 'answer = "No, they may not"', "exactly one sentence"),
    ('answer = "No, they may not."', f'answer = "No{" no" * 60}."', "160"),
    ('title = "May they do this?"\n', "", "title"),
    ("place = 1", 'place = "first"', "place"),
    ("checked = 2026-11-23", 'checked = "today"', "checked"),
    ('review = "draft"', 'review = "fine"', "review"),
    ('help = ["pregnancy"]', 'help = ["telephone"]', "telephone"),
    ('help = ["pregnancy"]', 'help = ["pregnancy"]\ncall = ["fire"]', "fire"),
    ('do = ["Say no."]', 'do = "Say no."', "do"),
    ('do = ["Say no."]', 'do = ["Say no."]\nsee = ["two"]', "two"),
    ('do = ["Say no."]', 'do = ["Say no."]\ndanger = "yes"', "danger"),
    ('source = "act"', 'source = "rumour"', "rumour"),
    ('article = "1"', 'confidence = "sure"', "sure"),
    ('[[cite]]\nsource = "act"\narticle = "1"', "", "cite"),
    ('source = "act"', 'source = "mind"', "from memory"),
    ("[[cite]]", '[[step]]\npapers = "A card."\n\n[[cite]]', "what"),
    ("[[cite]]", '[[japanese]]\nsay = "はい"\n\n[[cite]]', "means"),
    ('group = "health"', "group = health", "TOML"),
])
def test_a_fault_is_refused_and_named(tmp_path, old, new, word):
    assert old in GOOD
    with pytest.raises(ArticleError, match="one.toml") as caught:
        read_shelf(folder(tmp_path, GOOD.replace(old, new)))
    assert word in str(caught.value)


def test_what_rests_on_memory_must_say_so(tmp_path):
    told = GOOD.replace('"act"', '"mind"').replace("One fact.", "One fact, from memory.")
    assert read_shelf(folder(tmp_path, told)).articles["one"].cites[0].confidence == "memory"


@pytest.mark.parametrize(("sources", "word"), [
    ('act = { instrument = "An Act", confidence = "official" }', "url"),
    ('act = { instrument = "An Act", url = "https://example.org", seen = "here", confidence = "official" }', "seen"),
    ('act = { instrument = "An Act", url = "https://example.org", confidence = "certain" }', "certain"),
])
def test_a_source_without_place_or_confidence_is_refused(tmp_path, sources, word):
    with pytest.raises(ArticleError, match=word):
        read_shelf(folder(tmp_path, sources=sources))


def test_a_number_from_memory_is_refused(tmp_path):
    with pytest.raises(ArticleError, match="may not be shown to a worker"):
        read_shelf(folder(tmp_path, numbers=NUMBERS.replace('"act"', '"mind"')))


def test_one_topic_is_explained_once(tmp_path):
    place = folder(tmp_path, GOOD.replace("place = 1", 'place = 1\ntopics = ["pregnancy"]'))
    (place / "en" / "two.toml").write_text((place / "en" / "one.toml").read_text("utf-8"), encoding="utf-8")
    with pytest.raises(ArticleError, match="explains 'pregnancy' already"):
        read_shelf(place)


def translation(place: Path, of: str, more: str = "") -> Path:
    (place / "vi").mkdir()
    path = place / "vi" / "one.toml"
    path.write_text(f'of = "{of}"\ntitle = "Họ có được làm thế?"\nanswer = "Không, họ không được."\n'
                    f'paragraphs = ["Một điều."]\ndo = ["Nói không."]\nreview = "draft"\n{more}', encoding="utf-8")
    return path


def test_a_translation_of_this_version_is_shown(tmp_path):
    place = folder(tmp_path)
    translation(place, read_shelf(place).articles["one"].english.words.version())
    assert read_shelf(place).text("one", "vi").words.title == "Họ có được làm thế?"
    assert read_shelf(place).text("one", "km").lang == "en"


def test_a_translation_of_older_words_falls_back_to_english(tmp_path):
    place = folder(tmp_path)
    translation(place, "000000000000")
    assert read_shelf(place).text("one", "vi").lang == "en"


def test_a_translation_leaves_nothing_out(tmp_path):
    place = folder(tmp_path)
    english = read_shelf(place).articles["one"].english.words
    path = translation(place, english.version(), 'doubts = ["Một điều nữa."]\n')
    with pytest.raises(ArticleError, match="translate every paragraph"):
        read_translation(path, "vi", english)


def test_a_translation_carries_no_facts_of_its_own(tmp_path):
    place = folder(tmp_path)
    translation(place, "000000000000", 'law = ["jp.health"]\n')
    with pytest.raises(ArticleError, match="law"):
        read_shelf(place)


def test_a_translation_without_english_is_refused(tmp_path):
    place = folder(tmp_path)
    translation(place, "000000000000").rename(place / "vi" / "other.toml")
    with pytest.raises(ArticleError, match="no English article"):
        read_shelf(place)


def test_an_organisation_can_hold_back_a_language_until_it_is_reviewed(tmp_path, settings):
    place = folder(tmp_path)
    path = translation(place, read_shelf(place).articles["one"].english.words.version())
    settings.HOLD_BACK = ["vi"]
    assert read_shelf(place).text("one", "vi").lang == "en"
    path.write_text(path.read_text("utf-8").replace('"draft"', '"Le Thi Lan, 2026-12-01"'), encoding="utf-8")
    assert read_shelf(place).text("one", "vi").lang == "vi"
