"""Scenario S1: Linh's offer, item by item. The figures stand in the scenario; none comes from the program."""

from __future__ import annotations

import copy
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.offer.result import check_offer

LINH = Path(__file__).parents[4] / "docs" / "examples" / "linh.toml"
OFFER: dict[str, Any] = tomllib.loads(LINH.read_text(encoding="utf-8"))


def linh(**changes: Any) -> dict[str, Any]:
    """The answer to Linh's offer with changes; None takes a key away."""
    document = copy.deepcopy(OFFER)
    for key, value in changes.items():
        if value is None:
            document.pop(key)
        else:
            document[key] = value
    return check_offer(document)


def charge(answer: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(c for c in answer["charges"] if c["kind"] == kind)


def test_the_headline_is_not_allowed_and_the_status_one() -> None:
    answer = linh()
    assert (answer["headline"], exit_status(answer)) == ("not_allowed", 1)
    assert answer["format"] == "sampan-verdict/1" and answer["law_checked"] == "2026-11-23"


def test_everything_asked_is_added_up_in_three_currencies_and_in_months_of_pay() -> None:
    totals = linh()["totals"]
    assert totals["paid"] == {"VND": 190_500_000, "JPY": 1_088_571, "USD": "7257.14"}
    assert totals["months_of_gross"] == "5.97"


def test_the_service_charge_is_over_its_ceiling_by_240_000_dong_with_article_and_source() -> None:
    national = charge(linh(), "service_charge")["national"]
    assert national["verdict"] == "over" and national["rule"] == "vn.service_charge_excess"
    assert national["ceiling"] == {"JPY": 547_200, "VND": 95_760_000} and national["over"] == {"VND": 240_000}
    cited = national["citations"][0]
    assert (cited["instrument"], cited["article"]) == ("Law 69/2020/QH14", "23(4)(a)")
    assert cited["confidence"] == "transcribed" and cited["from"] == "2022-01-01" and cited["source"].startswith("http")


@pytest.mark.parametrize(("kind", "verdict"), [
    ("deposit", "forbidden"), ("brokerage", "not_on_worker"), ("air_ticket", "not_on_worker"),
    ("language_course", "no_rule"), ("dormitory", "no_rule"), ("medical_check", "no_rule"), ("papers", "no_rule"),
])
def test_every_other_line_has_its_own_verdict(kind: str, verdict: str) -> None:
    assert charge(linh(), kind)["national"]["verdict"] == verdict


@pytest.mark.parametrize(("kind", "code", "verdict"), [
    ("service_charge", "F1", "not_on_worker"), ("language_course", "C4", "not_on_worker"),
    ("dormitory", "C6", "not_on_worker"), ("medical_check", "C1", "not_on_worker"),
    ("papers", "C7", "not_on_worker"), ("brokerage", "F1", "not_on_worker"), ("deposit", "X6", "forbidden"),
    ("air_ticket", "C6", "not_on_worker"),
])
def test_the_international_verdict_stands_beside_and_is_not_merged(kind: str, code: str, verdict: str) -> None:
    ilo = charge(linh(), kind)["ilo"]
    assert (ilo["code"], ilo["verdict"]) == (code, verdict)


def test_money_given_without_a_receipt_is_noted() -> None:
    assert charge(linh(), "brokerage")["notes"] == ["no receipt"]
    assert "notes" not in charge(linh(), "deposit")


def test_the_rent_is_within_fifteen_percent_of_the_basic_wage() -> None:
    rent = next(x for x in linh()["limits"] if x["rule"] == "vn.rent_excess")
    assert (rent["verdict"], rent["ceiling"], rent["counted"]) == ("allowed", {"JPY": 27_360}, {"JPY": 25_000})


def test_take_home_is_worked_out_line_by_line() -> None:
    home = linh()["take_home"]
    assert {k: home[k] for k in ("gross", "health", "child_levy", "pension", "employment")} == {
        "gross": 182_400, "health": 8_937, "child_levy": 207, "pension": 16_470, "employment": 912}
    assert home["told"] == {"rent": 25_000, "utilities": 7_000, "income_tax": 2_500}
    assert (home["income_tax_computed"], home["net"], home["after_living"]) == (2_720, 121_374, 76_374)


def test_the_loan_takes_more_than_half_of_what_is_left() -> None:
    loan = linh()["loan"]
    assert loan["payment"] == {"VND": 7_488_615, "JPY": 42_792}
    assert loan["interest"] == {"VND": 29_726_767} and loan["left_each_month"] == {"JPY": 33_582}
    assert loan["months_to_recover"] == "16.5"


def test_the_wage_is_55_yen_an_hour_short_of_the_minimum() -> None:
    answer = linh()
    short = next(f for f in answer["findings"] if f["rule"] == "jp.minimum_wage_shortfall")
    assert (short["verdict"], short["amount"]) == ("short", {"JPY": 8_800})
    assert short["citations"][0]["confidence"] == "secondary"
    assert answer["amounts"]["minimum_hourly"] == {"JPY": 1_195} and answer["amounts"]["short_hour"] == {"JPY": 55}


def test_under_the_new_programme_the_two_month_cap_is_computed_but_not_decided() -> None:
    answer = linh(programme="esd", entry=date(2027, 5, 1))
    cap = next(x for x in answer["limits"] if x["rule"] == "jp.esd_payment_excess")
    assert cap["counted"] == {"JPY": 834_286} and cap["ceiling"] == {"JPY": 364_800}
    assert cap["over"] == {"JPY": 469_486} and cap["verdict"] == "not_verified"
    assert cap["assumes"] == ["every payment to the sending organisation counts, the forbidden deposit included",
                              "pay = contracted-hours pay as written"]
    assert cap["doubts"] and "net" not in answer["take_home"]
    assert {"jp.health aichi", "jp.child_levy"} <= {n["missing"] for n in answer["no_rule"]}


def test_where_a_yearly_table_has_ended_there_is_no_verdict_and_the_rest_is_judged() -> None:
    answer = linh(programme="ssw1", entry=date(2027, 10, 15))
    missing = {n["missing"] for n in answer["no_rule"]}
    assert {"jp.minimum_wage aichi", "jp.health aichi", "jp.child_levy"} <= missing
    assert not [f for f in answer["findings"] if f["verdict"] == "short"] and "net" not in answer["take_home"]
    service = charge(answer, "service_charge")["national"]
    assert service["verdict"] == "over" and service["over"] == {"VND": 240_000} and service["doubts"]


def test_without_the_wage_the_wage_is_the_next_question_and_the_rest_is_decided() -> None:
    answer = linh(wage=None)
    assert answer["unknown"][0] == {"rule": "vn.service_charge_excess", "needs": ["wage"]}
    assert charge(answer, "service_charge")["national"]["verdict"] == "unknown"
    assert charge(answer, "deposit")["national"]["verdict"] == "forbidden"
    assert answer["totals"]["paid"]["JPY"] == 1_088_571 and "months_of_gross" not in answer["totals"]


def test_without_the_length_of_the_contract_only_its_ceiling_is_unknown() -> None:
    answer = linh(contract_months=None)
    assert answer["unknown"] == [{"rule": "vn.service_charge_excess", "needs": ["contract_months"]}]
    assert answer["take_home"]["net"] == 121_374


def test_before_the_new_programme_exists_the_headline_is_unknown_whatever_else_is_found() -> None:
    answer = linh(programme="esd", entry=date(2027, 3, 31))
    assert (answer["headline"], exit_status(answer)) == ("unknown", 1)
    assert not [x for x in answer["limits"] if x["rule"].startswith("jp.esd")]
    clean = linh(programme="esd", entry=date(2027, 3, 31), charge=[], wage={**OFFER["wage"], "amount": "1300 JPY"})
    assert (clean["headline"], exit_status(clean)) == ("unknown", 3)
