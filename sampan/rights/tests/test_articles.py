"""What the shipped articles hold: every topic, short answers, sources, law that exists, no number typed in."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sampan.rights.answerable import offices
from sampan.rights.reading import TELLABLE
from sampan.rights.shelf import shelf
from sampan.rulebook.duties import ORIGINS, TOPICS
from sampan.rulebook.stored import law

# What issue 4 asks for, part 2, in its words.
ASKED = {
    "insurance and how to see a doctor": "see-a-doctor", "which insurance": "which-health-insurance",
    "cost caps": "cost-caps", "work injury": "work-injury", "an employer who refuses the form": "work-injury-refused",
    "mental health": "mental-health", "contraception": "contraception", "emergency contraception": "emergency-pill",
    "infections from sex": "infections-sex", "pregnancy": "pregnant-first", "birth": "birth",
    "abortion law": "abortion-law", "pregnancy and the job": "pregnancy-and-job",
    "pregnancy at work": "pregnancy-at-work", "childbirth lump sum": "childbirth-lump-sum",
    "maternity leave": "maternity-leave", "childcare leave": "childcare-leave", "TB screening": "tb-screening",
    "infectious disease and vaccination": "infections-and-vaccines", "tuberculosis in Japan": "tuberculosis",
    "harassment": "harassment", "violence": "violence", "recruitment costs": "recruitment-costs",
    "deposits": "deposits", "checking an agency": "checking-an-agency", "TITP": "titp", "SSW": "ssw", "ESD": "esd",
    "journey from Viet Nam": "journey-vn-1", "journey from Cambodia": "journey-kh-1",
    "journey from Myanmar": "journey-mm-1", "loans": "loans", "contract": "contract", "arrival": "arrival",
    "pay": "pay", "overtime": "overtime", "minimum wage": "minimum-wage", "payslip deductions": "payslip",
    "paid leave": "paid-leave", "housing": "housing", "papers kept": "papers-kept",
    "changing employer": "changing-employer", "resigning": "resigning", "dismissal": "dismissal", "unions": "unions",
    "whom to ask": "whom-to-ask", "tax": "tax", "pension": "pension-refund", "going home": "going-home",
    "coming back": "coming-back", "family and long stay": "family-and-long-stay",
}
CARDS = ("forced-return", "violence-now", "injury-now", "pregnancy-danger", "suicide-thoughts")
ARTICLES = shelf().articles
every = pytest.mark.parametrize("slug", ARTICLES)


@pytest.mark.parametrize("topic", ASKED)
def test_every_topic_of_the_plan_has_an_article(topic):
    assert ASKED[topic] in ARTICLES


def test_there_are_more_than_44_articles_and_health_comes_first():
    assert len(ARTICLES) >= 44
    groups = list(dict.fromkeys(a.group for a in ARTICLES.values()))
    assert groups[:2] == ["emergency", "health"]
    assert len(shelf().group("health")) >= 18


def test_every_card_has_its_danger_and_its_japanese():
    assert [a.slug for a in shelf().group("emergency")] == list(CARDS)
    for slug in CARDS:
        card = ARTICLES[slug]
        assert card.danger
        assert card.call
        assert card.english.words.says
        assert all(re.search(r"[぀-ヿ一-鿿]", s.japanese) for s in card.english.words.says)


@every
def test_the_answer_is_one_sentence_and_there_is_something_to_do(slug):
    words = ARTICLES[slug].english.words
    assert len(words.answer) <= 160
    assert words.do or words.steps
    assert words.paragraphs or words.steps


@every
def test_an_article_is_short(slug):
    words = ARTICLES[slug].english.words
    assert len(words.everything().split()) <= (330 if words.steps else 250)


@every
def test_sentences_are_short(slug):
    text = ARTICLES[slug].english.words.everything()
    long = [s for s in re.split(r"(?<=[.!?:;])\s+|\n", text) if len(s.split()) > 22]
    assert not long


@every
def test_the_law_that_is_named_exists(slug):
    known = {*law().families, *law().rules}
    assert set(ARTICLES[slug].law) <= known


@every
def test_somebody_can_help_with_it_in_japan(slug):
    article = ARTICLES[slug]
    assert article.help
    found = offices(article.help, None, article.countries or ORIGINS, date(2026, 11, 23))
    assert found.get("jp") or set(article.help) == {"esd_cap"}


def test_every_remedy_topic_is_explained_by_one_article():
    explained = [t for a in ARTICLES.values() for t in a.topics]
    assert sorted(explained) == sorted(TOPICS)


def test_no_source_stands_idle():
    used = {c.source.key for a in ARTICLES.values() for c in a.cites}
    used |= {n.source.key for n in shelf().numbers.values()}
    assert set(shelf().sources) == used


@every
def test_no_telephone_number_is_typed_into_a_text(slug):
    text = ARTICLES[slug].english.words.everything()
    assert not re.search(r"\d{2,4}-\d{2,4}-\d{3,4}|\b0\d{9,10}\b|\+\d{8,}|#\d{4}|\b11[09]\b", text)


def test_the_numbers_of_the_cards_are_sourced_and_none_is_from_memory():
    assert {n.source.confidence for n in shelf().numbers.values()} <= set(TELLABLE)
    used = {n.key for a in ARTICLES.values() for n in a.call}
    assert used == set(shelf().numbers)


@every
def test_no_dose_of_a_medicine_is_named(slug):
    text = ARTICLES[slug].english.words.everything().lower()
    assert not re.search(r"\d\s*(mg|ml|µg|tablets?|pills?|drops?)\b|times a day|levonorgestrel|paracetamol", text)


@every
def test_nobody_is_blamed(slug):
    text = ARTICLES[slug].english.words.everything().lower()
    for word in ("runaway", "illegal worker", "absconder", "victim", "abort the child"):
        assert word not in text


@every
def test_what_is_from_memory_says_so(slug):
    article = ARTICLES[slug]
    from_memory = any(c.confidence == "memory" for c in article.cites)
    assert from_memory == ("from memory" in article.english.words.everything().lower())


def test_the_journeys_tell_papers_and_tricks_of_each_country():
    for country, steps in (("vn", 15), ("kh", 12), ("mm", 12)):
        parts = [a for a in shelf().group("journey") if a.countries == (country,)]
        told = [s for a in parts for s in a.english.words.steps]
        assert len(told) == steps
        assert all(s.papers for s in told)
        assert sum(1 for s in told if s.trick) >= steps - 1
