"""The plan of Linh's offer month by month. The figures come from a count in fractions beside the program."""

from __future__ import annotations

import copy
import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.offer.result import check_offer
from sampan.rulebook.errors import BadInput

LINH = Path(__file__).parents[4] / "docs" / "examples" / "linh.toml"
OFFER: dict[str, Any] = tomllib.loads(LINH.read_text(encoding="utf-8"))
LOSS = {"month": 6, "kind": "job_loss", "value": 3}


def plan(*events: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The plan of Linh's offer with some events; None takes a key of the offer away."""
    document = {**copy.deepcopy(OFFER), "event": list(events), **changes}
    found: dict[str, Any] = check_offer({k: v for k, v in document.items() if v is not None}, planned=True)["plan"]
    return found


def course(found: dict[str, Any], name: str) -> dict[str, Any]:
    return next(c for c in found["courses"] if c["name"] == name)


def half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def test_as_offered_the_debt_is_gone_with_the_last_payment() -> None:
    steady = course(plan(), "steady")
    assert steady["months_until_free"] == 24 and len(steady["rows"]) == 36
    assert steady["rows"][0] == {
        "month": 1, "income": 182_400, "deductions": 61_026, "living": 45_000, "payment": 42_792,
        "debt": {"VND": 144_761_385, "JPY": 827_208}, "cumulative": 33_582}
    assert steady["rows"][23]["debt"] == {"VND": 0, "JPY": 0} and steady["rows"][23]["cumulative"] == 24 * 33_582
    assert steady["left_at_end"] == {"JPY": 24 * 33_582 + 12 * 76_374}


def test_the_first_month_of_the_plan_is_what_the_loan_says_is_left() -> None:
    answer = check_offer({**OFFER, "event": [LOSS]})
    first = course(answer["plan"], "steady")["rows"][0]
    assert {"JPY": first["cumulative"]} == answer["loan"]["left_each_month"]


def test_an_offer_without_events_has_no_plan_until_it_is_asked_for() -> None:
    assert "plan" not in check_offer(OFFER) and course(plan(), "steady")


def test_twenty_hours_of_overtime_are_28_500_yen_with_their_premiums_and_tax() -> None:
    # 1,140 x 20 x 1.25 = 28,500. Pay 210,900; standard 220,000 (health) and 220,000 (pension).
    found = plan({"month": 1, "kind": "overtime", "value": 20})
    row = course(found, "overtime")["rows"][0]
    assert (row["income"], row["deductions"]) == (210_900, 67_710)
    assert {"37(1)", "37(1) proviso"} <= {c["article"] for c in found["citations"]}
    assert any("28,500" in line for line in found["working"])


def test_more_overtime_than_the_law_allows_is_said() -> None:
    long, short = (plan({"month": 1, "kind": "overtime", "value": hours})["doubts"] for hours in (46, 45))
    assert [d for d in long if d not in short] and any("limited in a month" in d for d in long)


def test_overtime_as_an_amount_begins_in_its_month_and_ends_with_the_next() -> None:
    rows = course(plan({"month": 3, "kind": "overtime", "value": "10000 JPY"},
                       {"month": 5, "kind": "overtime", "value": 0}), "overtime")["rows"]
    assert [r["income"] for r in rows[:6]] == [182_400, 182_400, 192_400, 192_400, 182_400, 182_400]


def test_a_fall_of_the_yen_makes_each_payment_dearer_from_its_month_on() -> None:
    # One yen buys 157.5 dong: 7,488,615 / 157.5 = 47,547.
    rows = course(plan({"month": 6, "kind": "rate", "value": "10%"}), "rate")["rows"]
    assert [r["payment"] for r in rows[4:6]] == [42_792, 47_547]
    assert rows[5]["debt"] == {"VND": 117_365_779, "JPY": 745_180}


def test_a_new_rate_counts_as_the_file_writes_the_pair() -> None:
    same = course(plan({"month": 6, "kind": "rate", "value": "157.5"}), "rate")
    assert same["rows"] == course(plan({"month": 6, "kind": "rate", "value": "10%"}), "rate")["rows"]
    dollars = {"principal": "3000 USD", "monthly_rate": "0%", "payments": 10}
    rows = course(plan({"month": 2, "kind": "rate", "value": 160}, loan=dollars), "rate")["rows"]
    assert [r["payment"] for r in rows[:2]] == [45_000, 48_000]


def test_three_months_without_work_count_by_fractions() -> None:
    rate, dong = Fraction(15, 1000), Fraction(150_000_000)
    grown = (1 + rate) ** 24
    payment, left, agreed, cash = dong * rate * grown / (grown - 1), dong, dong, 0
    rows = course(plan(LOSS), "job_loss")["rows"]
    for month in range(1, 37):
        income, taken = (0, 32_000) if 6 <= month <= 8 else (182_400, 61_026)
        cash += income - taken - 45_000
        left, agreed = left * (1 + rate), max(Fraction(0), agreed * (1 + rate) - payment)
        due = half_up((left - agreed) / 175)
        paid = due if cash >= due else max(0, cash)
        left = agreed if paid == due and cash >= due else left - paid * 175
        cash -= paid
        row = rows[month - 1]
        assert (row["payment"], row["debt"]["VND"], row["cumulative"]) == (paid, half_up(left), cash), month
    lost = course(plan(LOSS), "job_loss")
    assert lost["lowest"] == {"JPY": -105_882} and lost["left_at_end"] == {"JPY": 1_253_630}
    assert lost["months_behind"] == [7, 8, 9, 10, 11, 12, 13] and lost["months_until_free"] == 24


def test_work_lost_for_good_leaves_the_debt() -> None:
    lost = course(plan({"month": 6, "kind": "job_loss"}), "job_loss")
    assert lost["months_until_free"] == "not in the plan" and lost["rows"][-1]["debt"]["JPY"] > 0
    assert lost["rows"][-1]["income"] == 0 and lost["rows"][-1]["deductions"] == 32_000


def test_several_kinds_of_events_are_also_planned_together() -> None:
    found = plan({"month": 1, "kind": "overtime", "value": 20}, LOSS, {"month": 6, "kind": "rate", "value": "10%"})
    assert [c["name"] for c in found["courses"]] == ["steady", "overtime", "job_loss", "rate", "together"]
    assert course(found, "together")["left_at_end"] == {"JPY": 1_890_504}


def test_without_a_loan_there_is_no_debt() -> None:
    steady = course(plan(loan=None), "steady")
    assert steady["months_until_free"] == 0 and "debt" not in steady["rows"][0]
    assert steady["left_at_end"] == {"JPY": 36 * 76_374}


@pytest.mark.parametrize(("gone", "needs"), [
    ("living", ["living"]), ("contract_months", ["contract_months"]), ("wage", ["wage"]),
    ("prefecture", ["prefecture"]), ("exchange", ["exchange VND JPY 2026-08-20"]),
])
def test_what_is_missing_is_named_and_never_zero(gone: str, needs: list[str]) -> None:
    found = plan(LOSS, **{gone: None})
    assert found == {"needs": needs}


def test_parts_of_a_loan_that_are_missing_are_named() -> None:
    assert plan(loan={"principal": "150000000 VND"}) == {"needs": ["loan.monthly_rate", "loan.payments"]}


def test_after_the_end_of_the_tables_there_is_no_plan() -> None:
    found = plan(entry=date(2027, 10, 15), programme="ssw1")
    assert "courses" not in found and found["needs"] == [] and found["why"]


def test_each_kind_of_rate_has_its_own_plan() -> None:
    market = {**OFFER["exchange"][0], "rate": "160", "kind": "market"}
    found = check_offer({**OFFER, "event": [LOSS], "exchange": [*OFFER["exchange"], market]})["plan"]
    assert [p["exchange"] for p in found] == ["official", "market"]
    assert [course(p, "steady")["rows"][0]["payment"] for p in found] == [42_792, 46_804]


def test_the_plan_says_what_it_assumes_and_doubts_the_tax_of_the_second_year() -> None:
    found = plan(LOSS)
    assert any("Resident tax" in d for d in found["doubts"]) and any("no benefit" in a for a in found["assumes"])


def test_a_plan_changes_neither_headline_nor_status() -> None:
    with_plan, without = check_offer({**OFFER, "event": [LOSS]}), check_offer(OFFER)
    assert (with_plan["headline"], exit_status(with_plan)) == (without["headline"], exit_status(without))
    assert {k: v for k, v in with_plan.items() if k != "plan"} == without


@pytest.mark.parametrize(("event", "key"), [
    ({"month": 0, "kind": "job_loss"}, "event 1.month"), ({"month": 121, "kind": "job_loss"}, "event 1.month"),
    ({"kind": "job_loss"}, "event 1.month"), ({"month": 1}, "event 1.kind"),
    ({"month": 1, "kind": "war"}, "event 1.kind"), ({"month": 1, "kind": "overtime"}, "event 1.value"),
    ({"month": 1, "kind": "overtime", "value": 745}, "event 1.value"),
    ({"month": 1, "kind": "overtime", "value": "much"}, "event 1.value"),
    ({"month": 1, "kind": "rate"}, "event 1.value"), ({"month": 1, "kind": "rate", "value": "100%"}, "event 1.value"),
    ({"month": 1, "kind": "rate", "value": 0}, "event 1.value"),
    ({"month": 1, "kind": "rate", "value": 1.5}, "event 1.value"),
    ({"month": 1, "kind": "job_loss", "value": 0}, "event 1.value"),
    ({"month": 1, "kind": "job_loss", "hours": 3}, "event 1.hours"), (5, "event 1"),
])
def test_bad_events_name_their_key(event: Any, key: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_offer({**OFFER, "event": [event]})
    assert key in [e["key"] for e in caught.value.errors]
