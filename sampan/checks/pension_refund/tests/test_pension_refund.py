"""The pension refund: amounts, tax, fees, time limits, what is missing, and bad input."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.pension_refund.result import BACK, CHECK, ERASED, PERMANENT, SAME_MONTH, SAME_YEAR, TEN_YEARS
from sampan.rulebook.errors import BadInput

EXAMPLE = Path(__file__).resolve().parents[4] / "docs/examples/pension_refund.toml"
TODAY = date(2026, 11, 25)
THIDA: dict[str, Any] = {
    "format": "sampan-pension-refund/1", "origin": "mm", "scheme": "employees", "months_insured": 36,
    "last_insured_month": "2026-02", "left_japan": date(2026, 3, 15), "moved_out": True,
    "average_standard_remuneration": "187500 JPY", "going_back": False,
}


def answer(**other: Any) -> dict[str, Any]:
    """The answer for Thida with some facts changed; None leaves one out."""
    return CHECK.answer({k: v for k, v in {**THIDA, **other}.items() if v is not None}, today=TODAY)


def needs(result: dict[str, Any], rule: str) -> list[str]:
    """What a rule still needs."""
    return next((u["needs"] for u in result["unknown"] if u["rule"] == rule), [])


def figure(result: dict[str, Any], name: str) -> dict[str, Any]:
    """A figure by its name."""
    found: dict[str, Any] = next(f for f in result["figures"] if f["name"] == name)
    return found


def test_three_years_give_three_point_three_times_and_the_tax_comes_back() -> None:
    result = answer()
    assert result["amounts"] == {
        "lump_sum": {"JPY": 618750}, "tax": {"JPY": 126348}, "paid": {"JPY": 492402},
        "refundable_tax": {"JPY": 126348}, "months_counted": 36, "months_to_pension": 84,
    }
    assert result["dates"] == {"claim_by": "2028-03-15", "tax_return_by": "2031-12-31"}
    assert result["headline"] == "nothing_wrong_found" and exit_status(result) == 0


def test_the_example_loses_eight_months_and_shows_the_cap_that_is_to_come() -> None:
    result = CHECK.answer(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")), today=TODAY)
    assert result["amounts"] == {
        "lump_sum": {"JPY": 1100000}, "tax": {"JPY": 224620}, "paid": {"JPY": 875380},
        "refundable_tax": {"JPY": 224620}, "fee_asked": {"JPY": 330000}, "left_after_fee": {"JPY": 545380},
        "left_with_free_help": {"JPY": 1100000}, "months_counted": 60, "months_lost": 8,
        "lump_sum_eight_years": {"JPY": 1200000}, "months_to_pension": 52,
    }
    assert figure(result, "lump_sum_eight_years")["verdict"] == "not_verified"
    assert figure(result, "lump_sum_eight_years")["assumes"]
    assert "verdict" not in figure(result, "lump_sum")
    assert any("eight years" in d for d in figure(result, "lump_sum")["doubts"])
    assert {ERASED, BACK} <= set(result["remarks"])


def test_the_permit_to_come_back_is_a_doubt_on_every_lump_sum() -> None:
    assert any("re-enter Japan" in d for d in figure(answer(), "lump_sum")["doubts"])
    assert any("re-enter Japan" in r for r in answer()["remarks"])


def test_each_figure_has_its_working_and_its_article() -> None:
    shown = figure(answer(), "lump_sum")
    assert "12-2" in shown["citations"][0]["article"] + shown["citations"][1]["article"]
    assert any(line.startswith("refund times") and line.endswith("33") for line in shown["working"])
    assert all(f["citations"] for f in answer(fee_asked="10000 JPY")["figures"] if f["name"] != "fee_asked")


@pytest.mark.parametrize(("months", "amount"), [
    (0, 0), (5, 0), (6, 93750), (11, 93750), (12, 206250), (59, 918750), (60, 1031250), (119, 1031250), (120, 0),
])
def test_the_months_decide_at_their_bounds(months: int, amount: int) -> None:
    assert answer(months_insured=months)["amounts"]["lump_sum"] == {"JPY": amount}


def test_ten_years_give_a_pension_and_no_dates_to_claim() -> None:
    result = answer(months_insured=120)
    assert TEN_YEARS in result["remarks"] and result["dates"] == {}


def test_the_national_pension_pays_by_its_own_table_without_tax() -> None:
    result = answer(scheme="national", average_standard_remuneration=None)
    assert result["amounts"]["lump_sum"] == {"JPY": 315180} == result["amounts"]["paid"]
    assert result["amounts"]["tax"] == {"JPY": 0} == result["amounts"]["refundable_tax"]
    assert "tax_return_by" not in result["dates"]


def test_a_premium_that_is_not_loaded_is_never_the_last_one() -> None:
    result = answer(scheme="national", last_insured_month="2027-04", left_japan=date(2027, 5, 1))
    assert "lump_sum" not in result["amounts"] and exit_status(result) == 3
    assert {"rule": "jp.lump_sum", "on": "2027-04-01", "missing": "jp.pension_national"} in result["no_rule"]


def test_above_the_deduction_what_comes_back_is_not_computed() -> None:
    result = answer(months_insured=24, average_standard_remuneration="400000 JPY")
    assert result["amounts"]["lump_sum"] == {"JPY": 880000} and "refundable_tax" not in result["amounts"]
    assert result["headline"] == "unknown"
    assert any(n["missing"] == "jp.pension_refund_resident_tax" for n in result["no_rule"])


@pytest.mark.parametrize(("key", "rule", "need"), [
    ("average_standard_remuneration", "jp.lump_sum", "average_standard_remuneration"),
    ("months_insured", "jp.lump_sum", "months_insured"), ("scheme", "jp.lump_sum", "scheme"),
    ("moved_out", "jp.refund_claim_by", "moved_out"), ("left_japan", "jp.refund_claim_by", "left_japan"),
])
def test_what_is_missing_is_named_and_never_zero(key: str, rule: str, need: str) -> None:
    result = answer(**{key: None})
    assert need in needs(result, rule) and result["headline"] == "unknown"


def test_without_the_last_month_the_month_of_leaving_is_taken_and_said() -> None:
    result = answer(last_insured_month=None, left_japan=date(2026, 9, 12))
    assert result["amounts"]["lump_sum"] == {"JPY": 618750}
    assert {SAME_MONTH, SAME_YEAR} <= set(result["assumes"])
    assert SAME_MONTH not in answer()["assumes"]


def test_with_an_address_in_japan_the_count_has_not_begun() -> None:
    result = answer(moved_out=False)
    assert "claim_by" not in result["dates"] and result["amounts"]["lump_sum"] == {"JPY": 618750}
    assert [f["verdict"] for f in result["findings"]] == ["not_verified"] and exit_status(result) == 3


@pytest.mark.parametrize(("left", "last"), [
    (date(2026, 9, 30), "2028-09-30"), (date(2026, 2, 28), "2028-02-29"), (date(2024, 2, 28), "2026-02-28"),
    (date(2024, 2, 29), "2026-02-28"), (date(2025, 12, 31), "2027-12-31"),
])
def test_two_years_are_counted_from_the_day_after_leaving(left: date, last: str) -> None:
    assert answer(left_japan=left)["dates"]["claim_by"] == last


def test_when_the_two_years_have_passed_it_is_said() -> None:
    late = "The two years to claim have passed."
    assert late in answer(left_japan=date(2024, 11, 24))["remarks"]
    assert late not in answer(left_japan=date(2024, 11, 25))["remarks"]


def test_a_fee_in_another_currency_needs_its_rate() -> None:
    result = answer(fee_asked="20000000 VND")
    assert result["amounts"]["fee_asked"] == {"VND": 20000000} and "left_after_fee" not in result["amounts"]
    assert needs(result, "jp.left_after_fee") == ["exchange VND JPY 2026-03-15"]
    assert result["amounts"]["left_with_free_help"] == {"JPY": 618750}


def test_a_share_is_exact_and_counted_before_tax() -> None:
    assert answer(fee_asked="33.3333%")["amounts"]["fee_asked"] == {"JPY": 206250}
    assert answer(fee_asked="12.5%")["amounts"]["fee_asked"] == {"JPY": 77344}


def test_a_permanent_resident_is_warned() -> None:
    assert PERMANENT in answer(permanent_resident=True)["remarks"]


@pytest.mark.parametrize(("key", "value"), [
    ("months_insured", -1), ("months_insured", 601), ("last_insured_month", "2026-13"), ("left_japan", "2026-02-30"),
    ("scheme", "both"), ("average_standard_remuneration", "1500 USD"), ("fee_asked", "101%"), ("fee_asked", "much"),
    ("moved_out", "perhaps"), ("origin", "jp"), ("exchange", []),
])
def test_bad_input_names_the_key(key: str, value: object) -> None:
    with pytest.raises(BadInput) as caught:
        answer(**{key: value})
    assert [e["key"] for e in caught.value.errors] == [key]
