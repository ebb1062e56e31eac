"""The questions without JavaScript: one on a page, nothing stored, nothing typed lost."""

from __future__ import annotations

import json

import pytest

from sampan.checks.offer.result import check_offer
from sampan.checks.offer.tests.walk import ASK, RESULT, carried, linh, page, walk


@pytest.fixture
def browser(client):
    return client


def test_answering_page_by_page_gives_the_same_verdict_as_the_file(browser):
    here = walk(browser)
    assert here.hidden["at"] == "check"
    typed = json.loads(here.hidden["offer"])
    asked_only = linh()
    asked_only.pop("completed_titp")  # not asked of a technical intern
    assert check_offer(typed) == check_offer(asked_only)
    assert check_offer(typed)["headline"] == check_offer(linh())["headline"]


def test_the_result_shows_each_verdict_and_figure(browser):
    here = page(browser.post(RESULT, walk(browser).hidden))
    for words in (
        "Not allowed", "4 of 8 payments are against the law.",
        "240,000 VND over the limit of 547,200 JPY (95,760,000 VND)",
        "190,500,000 VND (1,088,571 JPY, 7,257.14 USD)", "5.97 months", "8,800 JPY", "121,374", "76,374",
        "as you were told; by the law 2,720", "7,488,615 VND (42,792 JPY)", "29,726,767 VND", "33,582 JPY", "16.5",
        "Law 69/2020/QH14, 23(4)(a)",
    ):
        assert words in here.text


def test_every_question_can_be_answered_with_i_do_not_know(browser):
    here = page(browser.get(ASK))
    names = []
    while here.hidden.get("at") != "check":
        at = here.hidden["at"]
        names.append(at)
        radio = [t for n, t in here.tags if n == "input" and t.get("type") == "radio"]
        choice = {str(radio[0]["name"]): "unknown"} if radio and at not in ("wage", "loan", "rates") else {}
        selects = {str(t["name"]): "unknown" for n, t in here.tags if n == "select"}
        skips = any(t.get("value") == "skip" for n, t in here.tags if n == "button")
        here = page(browser.post(ASK, {**here.hidden, **choice, **selects, "do": "skip" if skips else "next"}))
        assert len(names) < 30
    assert json.loads(here.hidden["offer"]) == {"format": "sampan-offer/1"}
    result = page(browser.post(RESULT, here.hidden))
    assert "Not known yet" in result.text
    assert "What we still need to know" in result.text


def test_a_wrong_amount_is_explained_at_the_field_and_kept(browser):
    wrong = {"basis": "hour", "amount": "1.140", "scheduled_hours": "900"}
    response = browser.post(ASK, {**carried(at="wage"), **wrong, "do": "next"})
    text = response.content.decode()
    assert "<title>Error:" in text
    assert "Write the amount without dots: 1140" in text
    assert 'value="1.140"' in text
    assert 'value="900"' in text
    assert 'href="#f_amount"' in text
    assert 'aria-describedby="f_amount_hint f_amount_error"' in text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("96,000,000", "96000000 VND"), ("96 000 000", "96000000 VND"), ("96000000", "96000000 VND"),
        ("៩៦០០០០០០", "96000000 VND"), ("၉၆၀၀၀၀၀၀", "96000000 VND"), ("９６，０００，０００", "96000000 VND"),
        ("96\u00a0000\u00a0000", "96000000 VND"), ("\u200b96000000", "96000000 VND"), ("0", "0 VND"),
    ],
)
def test_digits_of_each_script_are_read(browser, typed, meant):
    fields = {"kind": "service_charge", "amount": typed, "currency": "VND", "paid_to": "unknown", "receipt": "unknown"}
    here = page(browser.post(ASK, {**carried({"origin": "vn"}, at="charges:0"), **fields, "do": "next"}))
    assert json.loads(here.hidden["offer"])["charge"] == [{"kind": "service_charge", "amount": meant}]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("96.000.000 đ", "Write only the digits of the amount: 96000000"), ("96.000.000", "without dots: 96000000"),
        ("many", "Write the amount in digits"), ("-5", "without a minus sign"), ("1" * 14, "too large"),
        ("1,00", "Write only the digits"), ("", "Write the amount in digits."),
    ],
)
def test_an_amount_that_can_be_read_two_ways_is_not_guessed(browser, typed, told):
    fields = {"kind": "service_charge", "amount": typed, "currency": "VND", "paid_to": "unknown", "receipt": "unknown"}
    here = page(browser.post(ASK, {**carried({"origin": "vn"}, at="charges:0"), **fields, "do": "next"}))
    assert told in here.text
    assert here.hidden["at"] == "charges:0"


def test_dollars_may_have_cents(browser):
    fields = {"kind": "passport", "amount": "1,250.5", "currency": "USD", "paid_to": "unknown", "receipt": "no"}
    here = page(browser.post(ASK, {**carried({}, at="charges:0"), **fields, "do": "next"}))
    [charge] = json.loads(here.hidden["offer"])["charge"]
    assert charge == {"kind": "passport", "amount": "1250.50 USD", "receipt": False}


@pytest.mark.parametrize(("day", "told"), [("31", "This day does not exist"), ("x", "Write the day in digits")])
def test_an_impossible_day_is_explained(browser, day, told):
    fields = {"signed_day": day, "signed_month": "2", "signed_year": "2026"}
    response = browser.post(ASK, {**carried({}, at="signed"), **fields, "do": "next"})
    assert told in page(response).text
    assert f'value="{day}"' in response.content.decode()


def test_markup_in_a_text_field_is_shown_as_text(browser):
    offer = linh()
    for rate in offer["exchange"]:
        rate["source"] = "<script>alert(1)</script><b>bank</b>"
    response = browser.post("/en/check/offer/print", carried(offer))
    assert "<script>alert" not in response.content.decode()
    assert "<script>alert(1)</script><b>bank</b>" in page(response).text


def test_changing_the_language_keeps_answers_and_what_was_typed(browser):
    typed = {"basis": "day", "amount": "12.x", "scheduled_hours": "1"}
    response = browser.post("/km/check/offer/", {**carried(at="wage"), **typed, "do": "show"})
    here = page(response)
    assert json.loads(here.hidden["offer"]) == linh()
    assert 'value="12.x"' in response.content.decode()
    assert not any("wrong" in str(t.get("class")) for _n, t in here.tags)


def test_back_shows_the_question_before(browser):
    here = page(browser.post(ASK, {**carried(at="programme"), "programme": "ssw1", "do": "back"}))
    assert here.hidden["at"] == "origin"
    assert json.loads(here.hidden["offer"])["programme"] == "ssw1"


def test_changing_one_answer_leads_back_to_the_answers(browser):
    seen = "origin programme stage field prefecture signed entry contract_months wage allowances charges deductions"
    here = page(browser.post(ASK, {**carried(seen=seen + " living borrowed loan rates"), "do": "go:prefecture"}))
    here = page(browser.post(ASK, {**here.hidden, "prefecture": "gifu", "do": "next"}))
    assert here.hidden["at"] == "check"
    assert json.loads(here.hidden["offer"])["prefecture"] == "gifu"


def test_a_new_programme_asks_what_it_needs_and_forgets_what_it_does_not(browser):
    here = page(browser.post(ASK, {**carried(then="check", at="programme"), "programme": "ssw1", "do": "next"}))
    assert here.hidden["at"] == "completed_titp"
    assert "stage" not in json.loads(here.hidden["offer"])


def test_payments_can_be_changed_and_removed(browser):
    here = page(browser.post(ASK, {**carried(at="charges"), "do": "remove:0"}))
    kinds = [c["kind"] for c in json.loads(here.hidden["offer"])["charge"]]
    assert kinds[0] == "language_course"
    here = page(browser.post(ASK, {**here.hidden, "do": "edit:0"}))
    assert here.hidden["at"] == "charges:0"


def test_a_whole_file_can_be_read(browser):
    from sampan.checks.offer.tests.walk import FILE

    with FILE.open("rb") as file:
        here = page(browser.post(ASK, {**carried({}, at="origin"), "do": "upload", "file": file}))
    assert json.loads(here.hidden["offer"]) == linh()


def test_a_broken_file_is_explained(browser):
    from django.core.files.base import ContentFile

    for content, told in ((b"= 1", "neither TOML nor JSON"), (b'signed = "x"', "signed: this is not a possible date"),
                          (b"a" * 300_000, "at most 256 kB"), (b"charge = 1", "not one case")):
        file = ContentFile(content, "x.toml")
        response = browser.post(ASK, {**carried({}, at="origin"), "do": "upload", "file": file})
        assert told in page(response).text


def test_a_broken_carried_offer_is_a_clear_400(browser):
    for broken in ("{", "[]", '{"charge": 1}', '{"wage": {"allowance": [1]}}', "[" * 9999, '{"wage": []}'):
        response = browser.post(ASK, {"offer": broken, "at": "wage"})
        assert response.status_code == 400
        assert "We cannot read what was sent" in page(response).text
    assert browser.post(ASK, {"at": "nothing"}).status_code == 400


def test_a_carried_offer_that_breaks_the_format_names_key_and_remedy(browser):
    here = page(browser.post(RESULT, carried({"charge": [{"kind": "deposit", "amount": "much"}]})))
    assert "charge 1.amount" in here.text
    assert "There is a problem" in here.text


def test_the_result_needs_a_form_and_sends_plain_visitors_to_the_start(browser):
    for name in ("result", "print", "pdf", "working"):
        response = browser.get(f"/en/check/offer/{name}")
        assert (response.status_code, response.headers["Location"]) == (302, ASK)
