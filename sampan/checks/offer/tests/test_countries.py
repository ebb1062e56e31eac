"""Offers from Cambodia, Myanmar and other years of Viet Nam, worked by hand from the dossiers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.offer.result import check_offer

BASE: dict[str, Any] = {
    "programme": "titp", "stage": 1, "field": "agriculture", "prefecture": "gifu", "signed": date(2025, 1, 10),
    "entry": date(2025, 6, 1), "contract_months": 36,
    "wage": {"basis": "hour", "amount": "1065 JPY", "scheduled_hours": 160},
}
AGENCY = "sending_organisation"


def line(kind: str, amount: str, paid_to: str | None = AGENCY, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "amount": amount, **({"paid_to": paid_to} if paid_to else {}), **more}


def rate(one: str, two: str, value: str, kind: str = "official") -> dict[str, Any]:
    return {"from": one, "to": two, "rate": value, "kind": kind, "date": "2025-01-10", "source": "test"}


def answer(**changes: Any) -> dict[str, Any]:
    return check_offer({**BASE, **changes})


def limits(result: dict[str, Any], rule: str) -> list[dict[str, Any]]:
    return [x for x in result["limits"] if x["rule"] == rule]


def cambodia(*amounts: str, **changes: Any) -> dict[str, Any]:
    return answer(origin="kh", charge=[line("service_charge", a) for a in amounts], **changes)


def test_cambodia_the_agency_may_take_6000_dollars_in_all_and_not_a_cent_more() -> None:
    result = cambodia("4000 USD", "2500.01 USD", exchange=[rate("USD", "JPY", "150")])
    total = limits(result, "kh.agency_total_excess")[0]
    assert (total["counted"], total["ceiling"], total["over"]) == (
        {"USD": "6500.01"}, {"USD": "6000.00"}, {"USD": "500.01"})
    assert [c["national"]["verdict"] for c in result["charges"]] == ["allowed", "over"]
    assert result["charges"][1]["national"]["over"] == {"USD": "500.01"} and exit_status(result) == 1
    exact = cambodia("6000 USD", exchange=[rate("USD", "JPY", "150")])
    assert limits(exact, "kh.agency_total_excess")[0]["verdict"] == "allowed" and exit_status(exact) == 0


def test_cambodia_what_is_paid_in_dollars_is_judged_without_any_rate() -> None:
    result = cambodia("7000 USD")
    assert limits(result, "kh.agency_total_excess")[0]["over"] == {"USD": "1000.00"}
    assert {"rule": "exchange", "needs": ["exchange USD JPY 2025-01-10"]} in result["unknown"]
    assert result["headline"] == "not_allowed" and "months_of_gross" not in result["totals"]


@pytest.mark.parametrize(("day", "verdict"), [
    (date(2023, 5, 1), "not_verified"), (date(2023, 5, 30), "not_verified"), (date(2023, 5, 31), "over")])
def test_cambodia_in_may_2023_the_first_day_is_not_certain(day: date, verdict: str) -> None:
    total = limits(cambodia("7000 USD", signed=day), "kh.agency_total_excess")[0]
    assert (total["verdict"], total["over"]) == (verdict, {"USD": "1000.00"})


def test_cambodia_a_charge_that_does_not_say_to_whom_leaves_the_sum_unknown() -> None:
    result = answer(origin="kh", charge=[line("service_charge", "7000 USD", None)])
    assert {"rule": "kh.agency_total_excess", "needs": ["charge.paid_to"]} in result["unknown"]


def test_cambodia_microfinance_above_eighteen_percent_a_year_is_found() -> None:
    loan = {"principal": "3000 USD", "monthly_rate": "1.6%", "payments": 12, "lender": "microfinance"}
    found = {f["rule"]: f["verdict"] for f in answer(origin="kh", loan=loan)["findings"]}
    assert found["kh.loan_rate_excess"] == "over"
    found = {f["rule"]: f["verdict"] for f in answer(origin="kh", loan={**loan, "monthly_rate": "1.5%"})["findings"]}
    assert found["kh.loan_rate_excess"] == "allowed"


def test_myanmar_each_kind_of_rate_is_worked_apart_and_none_is_chosen() -> None:
    rates = [rate("USD", "MMK", "2100"), rate("USD", "MMK", "4545", "market"), rate("USD", "JPY", "150")]
    result = answer(origin="mm", programme="ssw1", signed=date(2024, 5, 1), exchange=rates,
                    charge=[line("service_charge", "5000000 MMK")])
    by_kind = {x["exchange"]: x for x in limits(result, "mm.agency_total_excess")}
    assert by_kind["official"]["counted"] == {"USD": "2380.95"} and by_kind["official"]["over"] == {"USD": "880.95"}
    assert by_kind["market"]["counted"] == {"USD": "1100.11"} and by_kind["market"]["verdict"] == "allowed"
    assert [t["exchange"] for t in result["totals"]] == ["official", "market"]
    assert [t["paid"]["JPY"] for t in result["totals"]] == [357_143, 165_017]
    assert result["charges"][0]["paid"] == {"MMK": 5_000_000}
    assert [r["exchange"] for r in result["charges"][0]["national"]["readings"]] == ["official", "market"]


def test_myanmar_the_skilled_workers_price_contains_ticket_papers_and_health_checks() -> None:
    result = answer(origin="mm", programme="ssw1", signed=date(2024, 5, 1), exchange=[rate("USD", "JPY", "150")],
                    charge=[line("service_charge", "1400 USD"), line("medical_check", "101 USD", "clinic")])
    total = limits(result, "mm.agency_total_excess")[0]
    assert (total["counted"], total["over"]) == ({"USD": "1501.00"}, {"USD": "1.00"})
    assert result["charges"][1]["national"]["over"] == {"USD": "1.00"}


VIET_NAM = [  # programme and facts, signed, months, verdict, ceiling in yen
    ({"programme": "titp", "stage": 3, "same_employer_again": True}, date(2024, 5, 15), 24, "over", 0),
    ({"programme": "titp", "stage": 3, "same_employer_again": True}, date(2024, 5, 14), 24, "allowed", 340_800),
    ({"programme": "titp", "stage": 3, "same_employer_again": False}, date(2024, 5, 15), 24, "allowed", 340_800),
    ({"programme": "ssw1", "completed_titp": True}, date(2024, 5, 15), 60, "over", 0),
    ({"programme": "ssw1", "completed_titp": False}, date(2024, 5, 15), 60, "allowed", 511_200),
    ({"programme": "engineer"}, date(2024, 5, 15), 12, "allowed", 119_280),
    ({"programme": "engineer"}, date(2024, 5, 15), 60, "allowed", 340_800),
    ({"programme": "titp"}, date(2022, 1, 1), 12, "allowed", 170_400),
]


@pytest.mark.parametrize(("facts", "signed", "months", "verdict", "ceiling"), VIET_NAM)
def test_viet_nam_the_ceiling_of_each_programme_and_date(
    facts: dict[str, Any], signed: date, months: int, verdict: str, ceiling: int
) -> None:
    result = answer(origin="vn", signed=signed, contract_months=months, charge=[line("service_charge", "100000 JPY")],
                    **facts)
    national = result["charges"][0]["national"]
    assert (national["verdict"], national["ceiling"]["JPY"]) == (verdict, ceiling)
    if verdict == "over":
        assert national["over"] == {"JPY": 100_000}


def test_viet_nam_between_2022_and_may_2024_two_readings_stand_for_skilled_workers() -> None:
    result = answer(origin="vn", programme="ssw1", completed_titp=False, signed=date(2022, 6, 1),
                    charge=[line("service_charge", "200000 JPY")])
    national = result["charges"][0]["national"]
    assert national["verdict"] == "conflicting"
    assert [(r["ceiling"], r.get("over")) for r in national["readings"]] == [
        ({"JPY": 511_200}, None), ({"JPY": 170_400}, {"JPY": 29_600})]
    assert "ceiling" not in national and "over" not in national
    assert all(r["citations"] for r in national["readings"])


def test_viet_nam_whether_training_was_finished_is_asked_when_it_decides() -> None:
    result = answer(origin="vn", programme="ssw1", charge=[line("service_charge", "100000 JPY")])
    assert {"rule": "vn.service_charge_excess", "needs": ["completed_titp"]} in result["unknown"]


def test_two_service_charges_share_one_ceiling() -> None:
    result = answer(origin="vn", charge=[line("service_charge", "500000 JPY"), line("service_charge", "20000 JPY")])
    assert [c["national"].get("over") for c in result["charges"]] == [None, {"JPY": 8_800}]
    assert limits(result, "vn.service_charge_total_excess")[0]["over"] == {"JPY": 8_800}


def test_a_rate_far_from_the_date_is_remarked_and_used() -> None:
    far = {**rate("USD", "JPY", "150"), "date": "2024-11-01"}
    result = cambodia("100 USD", exchange=[far])
    assert "more than 31 days" in result["remarks"][0] and result["totals"]["paid"]["JPY"] == 15_000


@pytest.mark.parametrize(("entry", "headline"), [
    (date(2027, 3, 31), "unknown"), (date(2027, 6, 30), "unknown"), (date(2027, 7, 1), "unknown")])
def test_the_old_programme_ends_with_a_transition(entry: date, headline: str) -> None:
    result = answer(origin="vn", entry=entry, wage={**BASE["wage"], "amount": "1300 JPY"})
    rules = {f["rule"] for f in result["findings"] if f["verdict"] == "allowed"}
    missing = {n["missing"] for n in result["no_rule"]}
    assert result["headline"] == headline
    assert ("jp.titp_transition" in rules) == (entry == date(2027, 6, 30))
    assert any(m.startswith("jp.programme_titp") for m in missing) == (entry == date(2027, 7, 1))


def test_a_payment_under_a_later_law_shows_both_and_the_day_of_signing_decides() -> None:
    result = answer(origin="vn", stage=3, same_employer_again=True, signed=date(2024, 4, 1),
                    charge=[line("service_charge", "100000 JPY", paid_on=date(2024, 6, 1))])
    national = result["charges"][0]["national"]
    assert national["verdict"] == "allowed"
    assert (national["on_paid_day"]["verdict"], national["on_paid_day"]["over"]) == ("over", {"JPY": 100_000})
    same = answer(origin="vn", charge=[line("service_charge", "100000 JPY", paid_on=date(2025, 1, 12))])
    assert "on_paid_day" not in same["charges"][0]["national"]


def test_charges_that_were_not_told_are_unknown_and_not_zero() -> None:
    result = answer(origin="kh")
    assert {"rule": "offer", "needs": ["charge"]} in result["unknown"]
    total = limits(result, "kh.agency_total_excess")[0]
    assert total["verdict"] == "unknown" and "counted" not in total


def test_an_offer_without_rent_is_not_judged_on_rent() -> None:
    result = answer(origin="vn", signed=date(2022, 1, 15), charge=[])
    assert not [x for x in result["limits"] if "rent" in x["rule"]] and result["headline"] == "nothing_wrong_found"


def test_a_doubtful_finding_on_one_charge_does_not_decide_the_headline() -> None:
    result = answer(origin="vn", charge=[line("service_charge", "100000 JPY", "training_centre")])
    assert [f["verdict"] for f in result["findings"] if f.get("charge") == 0] == ["not_verified"]
    assert exit_status(result) == 0
