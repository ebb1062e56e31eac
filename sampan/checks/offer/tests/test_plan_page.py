"""The page of the plan: it works without script, weighs little, and its chart can be read by everybody."""

from __future__ import annotations

import gzip
from xml.etree import ElementTree

import pytest
from django.conf import settings

from sampan.checks.offer.chart import Line, chart
from sampan.checks.offer.tests.walk import ASK, RESULT, carried, linh

PLAN = f"{ASK}plan"
TYPED = {"ev_overtime": "20", "ev_fall": "10", "ev_fall_month": "6", "ev_loss": "6", "ev_loss_months": "3",
         "do": "plan"}
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def said(client, **more: str) -> str:
    response = client.post(PLAN, carried(None, **more))
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_result_leads_to_the_plan_and_back(client):
    assert PLAN in client.post(RESULT, carried()).content.decode()
    assert RESULT in said(client)


def test_who_comes_by_a_plain_address_starts_at_the_first_question(client):
    assert client.get(PLAN).headers["Location"] == ASK


def test_the_finding_is_the_heading_and_the_title_of_the_chart(client):
    text = said(client)
    assert "<h1>Free of debt after 24 months.</h1>" in text
    assert '<title id="ct">Free of debt after 24 months.</title>' in text
    assert text.count('<tr><th scope="row">') == 36 and "827,208" in text


def test_the_form_changes_the_plan_and_is_shown_again(client):
    text = said(client, **TYPED, course="together")
    assert "Everything together" in text and "−49,104" in text and 'value="20"' in text
    assert "cannot be paid as agreed: 8, 9." in text
    assert "&quot;kind&quot;:&quot;job_loss&quot;" in text


def test_a_course_can_be_chosen(client):
    assert "−105,882" in said(client, **TYPED, course="job_loss")


def test_what_is_wrong_in_the_form_is_told_and_not_kept(client):
    text = said(client, ev_overtime="20", ev_fall="120", ev_loss="x", do="plan")
    assert "There is a problem" in text and 'value="120"' in text and "&quot;event&quot;" not in text


def test_an_event_that_the_form_cannot_show_stays(client):
    offer = {**linh(), "event": [{"month": 6, "kind": "rate", "value": "150"}]}
    text = client.post(PLAN, carried(offer, ev_overtime="5", do="plan")).content.decode()
    assert "&quot;value&quot;:&quot;150&quot;" in text


def test_what_is_missing_is_asked_for_in_place_of_a_plan(client):
    offer = linh()
    del offer["living"]
    text = client.post(PLAN, carried(offer)).content.decode()
    assert "A plan needs more answers" in text and "<svg" not in text


def test_a_broken_offer_leads_to_its_answers(client):
    assert client.post(PLAN, carried({**linh(), "origin": "mars"})).status_code == 200


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_weighs_at_most_6_kb(client, code):
    response = client.post(f"/{code}/check/offer/plan", carried(None, **TYPED))
    assert len(gzip.compress(response.content, 6)) <= 6 * 1024


def test_a_chart_is_well_formed_has_words_and_escapes_them():
    text = chart("A < B", "what & why", "Yen", [Line("Debt <1>", [5, 3, 0]), Line("Kept", [-2, 0, 4])], "Month")
    root = ElementTree.fromstring(text)
    assert [e.tag for e in root][:2] == ["title", "desc"] and root.attrib["role"] == "img"
    assert "A &lt; B" in text and "Debt &lt;1&gt;" in text and "stroke-dasharray" in text
    lines = [e for e in root if e.tag == "path" and e.attrib.get("fill") == "none"]
    assert len(lines) == 2 and lines[0].attrib["d"].count("L") == 2


def test_a_chart_of_nothing_is_nothing_and_of_one_month_a_point():
    assert chart("", "", "", [], "") == ""
    assert "<svg" in chart("t", "d", "u", [Line("a", [0])], "m")
