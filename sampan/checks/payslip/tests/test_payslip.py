"""One payslip: what was due, paid and short to the yen, and what is said where it cannot be known."""

from __future__ import annotations

import copy
import time
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.payslip.result import CHECK
from sampan.rulebook.errors import BadInput

EXAMPLE = Path(__file__).parents[4] / "docs" / "examples" / "payslip.toml"
EHIME: dict[str, Any] = {
    "format": "sampan-payslip/1", "prefecture": "ehime", "industry": "manufacturing", "employer_size": "small",
    "month": "2025-11", "payday": date(2025, 12, 10), "age": 24, "dependants": 0,
    "insured": {"health": True, "pension": True, "employment": True}, "months_short": 1, "people": 1,
    "pay": {"basis": "hour", "amount": "956 JPY", "scheduled_hours": 160,
            "allowance": [{"kind": "fixed", "amount": "0 JPY"}]},
    "hours": {"regular": 168, "overtime": 92, "night": 20, "holiday": 0},
    "paid": [{"kind": "base", "amount": "160608 JPY"}],
    "deduction": [{"kind": "rent", "amount": "0 JPY", "agreed_in_writing": False}],
}


def slip(**changes: Any) -> dict[str, Any]:
    """The payslip of Ehime with changes: a key "pay__amount" changes inside a table, None leaves a key out."""
    out = copy.deepcopy(EHIME)
    for key, value in changes.items():
        table, _, name = key.partition("__")
        place, last = (out.setdefault(table, {}), name) if name else (out, key)
        place.pop(last, None)
        if value is not None:
            place[last] = copy.deepcopy(value)
    return out


def yen(answer: dict[str, Any], *names: str) -> list[int]:
    return [answer["amounts"][name]["JPY"] for name in names]


def finding(answer: dict[str, Any], rule: str) -> dict[str, Any]:
    found: dict[str, Any] = next(f for f in answer["findings"] if f["rule"] == rule)
    return found


def test_ehime_in_november_2025_to_the_yen() -> None:
    answer = CHECK.answer(EHIME)
    assert yen(answer, "base", "overtime", "overtime_over_60", "night", "holiday") == [160608, 71700, 45888, 4780, 0]
    assert yen(answer, "due", "paid", "short", "short_all", "minimum_hourly") == [282976, 160608, 122368, 122368, 956]
    assert answer["dates"] == {"limitation_by": "2028-12-10"}
    assert (answer["headline"], exit_status(answer), answer["unknown"]) == ("short", 1, [])


def test_the_same_slip_a_month_later_is_held_against_the_new_wage() -> None:
    answer = CHECK.answer(slip(month="2025-12", payday=date(2026, 1, 10)))
    # 168 x 1033, 60 x 1033 x 1.25, 32 x 1033 x 1.5, 20 x 1033 x 0.25
    assert yen(answer, "minimum_hourly", "base", "overtime") == [1033, 173544, 77475]
    assert yen(answer, "overtime_over_60", "night", "due") == [49584, 5165, 305768]
    assert finding(answer, "jp.agreed_below_minimum")["amount"] == {"JPY": 77}


def test_seven_months_and_thirty_people_are_multiplied() -> None:
    assert yen(CHECK.answer(slip(months_short=7, people=30)), "short", "short_all") == [122368, 25697280]


@pytest.mark.parametrize(("month", "size", "expected"), [
    ("2023-03", "small", 1250), ("2023-03", "large", 1500), ("2023-04", "small", 1500), ("2023-04", None, 1500),
])
def test_small_firms_owe_half_more_beyond_sixty_hours_from_april_2023(month: str, size: str | None,
                                                                      expected: int) -> None:
    answer = CHECK.answer(slip(month=month, payday=date(2023, 5, 10), employer_size=size, pay__amount="1000 JPY",
                               hours__overtime=61))
    assert yen(answer, "overtime", "overtime_over_60") == [75000, expected]


def test_before_april_2023_the_size_of_the_firm_is_asked_for() -> None:
    answer = CHECK.answer(slip(month="2023-03", employer_size=None))
    assert {"rule": "jp.due_over_60", "needs": ["employer_size"]} in answer["unknown"]
    assert "base" in answer["amounts"] and "due" not in answer["amounts"]


@pytest.mark.parametrize(("overtime", "within", "beyond"), [
    ("59:59", 71680, 0), (60, 71700, 0), ("60:01", 71700, 24),
])
def test_beside_sixty_hours(overtime: object, within: int, beyond: int) -> None:
    assert yen(CHECK.answer(slip(hours__overtime=overtime)), "overtime", "overtime_over_60") == [within, beyond]


def test_night_work_adds_to_overtime_and_rest_days() -> None:
    answer = CHECK.answer(slip(hours__overtime=10, hours__night=18, hours__holiday=8))
    # 10 x 956 x 1.25 + 8 x 956 x 1.35 + 18 x 956 x 0.25
    assert yen(answer, "overtime", "holiday", "night") == [11950, 10325, 4302]
    assert yen(answer, "due") == [160608 + 26577]  # 11,950 + 10,324.8 + 4,302 is rounded once


def test_pay_by_the_month_is_divided_by_the_contracted_hours() -> None:
    answer = CHECK.answer(slip(pay__basis="month", pay__amount="165000 JPY", hours__regular=160, hours__overtime=20,
                               hours__night=0))
    assert yen(answer, "base", "overtime", "due") == [165000, 25781, 190781]  # 1,031.25 an hour


def test_pay_by_the_day_is_divided_by_eight_hours_and_says_so() -> None:
    answer = CHECK.answer(slip(pay__basis="day", pay__amount="8250 JPY", hours__regular=160, hours__overtime=20,
                               hours__night=0))
    assert yen(answer, "base", "overtime") == [165000, 25781]
    assert "Days of eight hours are assumed." in answer["remarks"]


def test_allowances_count_as_the_law_says() -> None:
    allowances = [{"kind": kind, "amount": amount} for kind, amount in (
        ("fixed", "8000 JPY"), ("attendance", "4000 JPY"), ("family", "10000 JPY"), ("commuting", "5000 JPY"))]
    answer = CHECK.answer(slip(month="2025-12", pay__amount="1000 JPY", pay__allowance=allowances,
                               hours__overtime=10, hours__night=0))
    # 1,000 + 8,000/160 = 1,050 reaches 1,033: base stays 1,000; premiums on 1,000 + 12,000/160 = 1,075.
    assert yen(answer, "base", "overtime", "due") == [168000, 13438, 168000 + 13438 + 27000]
    assert finding(answer, "jp.agreed_below_minimum")["verdict"] == "allowed"


def test_farming_owes_no_overtime_premium_by_law_and_the_night_premium_is_not_verified() -> None:
    answer = CHECK.answer(slip(industry="agriculture"))
    assert yen(answer, "overtime", "overtime_over_60", "night") == [60 * 956, 32 * 956, 4780]
    night = next(f for f in answer["figures"] if f["name"] == "night")
    assert night["verdict"] == "not_verified" and any("from memory" in d for d in night["doubts"])
    both = [(f["verdict"], f["amount"]) for f in answer["findings"] if f["rule"] == "jp.payslip_short"]
    assert both == [("short", {"JPY": 92 * 956}), ("not_verified", {"JPY": 92 * 956 + 4780})]


@pytest.mark.parametrize(("left_out", "needs"), [
    ({"hours__night": None}, ["hours.night"]), ({"prefecture": None}, ["prefecture"]), ({"month": None}, ["month"]),
    ({"pay__amount": None}, ["pay.amount"]), ({"pay__basis": None}, ["pay.basis"]), ({"paid": None}, ["paid"]),
    ({"pay__basis": "month", "pay__amount": "165000 JPY", "pay__scheduled_hours": None}, ["pay.scheduled_hours"]),
    ({"industry": None}, ["industry"]), ({"deduction": [{"kind": "food", "amount": "1 JPY"}]},
                                         ["deduction.agreed_in_writing"]),
    ({"deduction": [{"kind": "health"}]}, ["deduction.amount"]),
    ({"age": None, "deduction": [{"kind": "care", "amount": "1 JPY"}]}, ["age"]),
    ({"dependants": None, "deduction": [{"kind": "income_tax", "amount": "1 JPY"}]}, ["dependants"]),
    ({"paid": [{"amount": "160608 JPY"}]}, ["paid.kind"]), ({"paid": [{"kind": "base"}]}, ["paid"]),
    ({"pay__allowance": [{"amount": "1 JPY"}]}, ["pay.allowance.kind"]),
    ({"pay__allowance": [{"kind": "fixed"}]}, ["pay.allowance.amount"]),
    ({"pay__allowance": [{"kind": "fixed", "amount": "1 JPY"}], "pay__scheduled_hours": None},
     ["pay.scheduled_hours"]),
])
def test_what_is_not_told_is_asked_for(left_out: dict[str, Any], needs: list[str]) -> None:
    answer = CHECK.answer(slip(**left_out))
    assert needs in [[k for k in u["needs"] if k in needs] for u in answer["unknown"] if not u.get("later")]


def test_without_any_hours_nothing_is_taken_for_zero() -> None:
    answer = CHECK.answer(slip(hours=None))
    asked = {key for u in answer["unknown"] for key in u["needs"]}
    assert {"hours.regular", "hours.overtime", "hours.night", "hours.holiday"} <= asked
    assert not {"base", "due", "short"} & set(answer["amounts"])
    assert (answer["headline"], exit_status(answer)) == ("unknown", 3)


def test_a_right_slip_is_right() -> None:
    answer = CHECK.answer(slip(hours__overtime=60, hours__night=0, paid=[{"kind": "base", "amount": "160608 JPY"},
                                                                         {"kind": "overtime", "amount": "71700 JPY"}]))
    assert (answer["headline"], exit_status(answer)) == ("nothing_wrong_found", 0)
    long = finding(answer, "jp.overtime_month_excess")
    assert (long["verdict"], long["hours"], long["aside"]) == ("not_verified", "15:00", True)


def test_a_hundred_hours_with_rest_days_are_too_many() -> None:
    assert finding(CHECK.answer(slip(hours__holiday="7:59")), "jp.overtime_total_excess")["verdict"] == "allowed"
    answer = CHECK.answer(slip(hours__holiday=8))
    assert finding(answer, "jp.overtime_total_excess")["verdict"] == "over"
    assert any("One month alone" in d for d in finding(answer, "jp.overtime_total_excess")["doubts"])


def test_beyond_the_loaded_wages_there_is_no_rule() -> None:
    answer = CHECK.answer(slip(month="2027-12"))
    assert "jp.minimum_wage ehime" in {n["missing"] for n in answer["no_rule"]}
    assert answer["headline"] == "unknown" and "base" not in answer["amounts"]


def test_pay_due_before_april_2020_has_two_years_from_memory() -> None:
    answer = CHECK.answer(slip(month="2020-02", payday=date(2020, 3, 10), pay__amount="800 JPY"))
    by = next(f for f in answer["figures"] if f["name"] == "limitation_by")
    assert (by["value"], by["verdict"]) == ("2022-03-10", "not_verified")


def test_each_figure_has_working_sources_and_doubts() -> None:
    figures = {f["name"]: f for f in CHECK.answer(EHIME)["figures"]}
    assert "60:00 h × 956 JPY × 125 % = 71,700.00 JPY" in figures["overtime"]["working"]
    assert {"minimum wage = 956 (1 JPY)", "overtime rate = 125 (1 percent)"} <= set(figures["overtime"]["working"])
    assert "37(1)" in {c["article"] for c in figures["overtime"]["citations"]}
    for name in ("base", "overtime", "overtime_over_60", "night", "due", "short", "limitation_by"):
        assert figures[name]["working"] and figures[name]["citations"] and figures[name]["why"], name
    assert any("special minimum wage" in d for d in figures["due"]["doubts"])


@pytest.mark.parametrize(("changes", "key"), [
    ({"prefecture": "atlantis"}, "prefecture"), ({"month": "2025-13"}, "month"),
    ({"hours__regular": -1}, "hours.regular"),
    ({"hours__night": "20:61"}, "hours.night"), ({"hours__overtime": "92.333"}, "hours.overtime"),
    ({"hours__overtime": 700}, "hours"), ({"pay__amount": "956 VND"}, "pay.amount"),
    ({"pay__amount": "100001 JPY"}, "pay.amount"), ({"pay__bonus": 1}, "pay.bonus"),
    ({"paid": [{"kind": "tip", "amount": "1 JPY"}]}, "paid 1.kind"), ({"people": 0}, "people"), ({"wage": 1}, "wage"),
    ({"insured": {"health": "yes"}}, "insured.health"), ({"age": 200}, "age"),
])
def test_bad_input_names_the_key(changes: dict[str, Any], key: str) -> None:
    with pytest.raises(BadInput) as caught:
        CHECK.answer(slip(**changes))
    assert [e["key"] for e in caught.value.errors] == [key]


def test_the_example_shows_the_lines_with_their_meaning() -> None:
    answer = CHECK.answer(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")))
    assert yen(answer, "short") == [122368]
    assert [line["meaning"] for line in answer["lines"]][:2] == ["base pay", "rent"]


def test_every_name_of_the_answer_has_its_words() -> None:
    told = [{"kind": kind, "amount": "1 JPY"} for kind in ("income_tax", "resident_tax", "health")]
    for answer in (CHECK.answer(EHIME), CHECK.answer(slip(prefecture="kyoto", month="2026-11", deduction=told,
                                                          payday=date(2026, 12, 10)))):
        assert set(answer["amounts"]) | set(answer["dates"]) <= set(CHECK.words)
        assert answer["amounts"].keys() >= {"due", "paid", "short", "short_all", "minimum_hourly"}


@pytest.mark.parametrize(("changes", "asked"), [
    ({}, False), ({"month": "2023-03"}, True),
])
def test_the_size_of_the_firm_is_asked_only_where_it_matters(changes: dict[str, Any], asked: bool) -> None:
    size = next(f for f in CHECK.fields if f.key == "employer_size")
    assert size.when is not None and size.when(slip(**changes)) == asked


def test_every_question_says_what_it_asks() -> None:
    assert all(f.ask for f in CHECK.fields) and len({f.key for f in CHECK.fields}) == len(CHECK.fields)


def test_a_payslip_is_checked_in_well_under_ten_milliseconds() -> None:
    CHECK.answer(EHIME)
    best = min(_timed() for _ in range(10))
    assert best < 0.01


def _timed() -> float:
    start = time.perf_counter()
    CHECK.answer(EHIME)
    return time.perf_counter() - start


def test_sixty_hours_of_overtime_are_counted_without_the_size_of_the_firm() -> None:
    # 160 h x 1,000; 50 h x 1,250. Beyond 60 hours the size decides until March 2023, and only there.
    early = {"month": "2023-03", "payday": date(2023, 4, 10), "prefecture": "aichi", "employer_size": None,
             "pay__amount": "1000 JPY", "hours__regular": 160, "hours__night": 0}
    answer = CHECK.answer(slip(**early, hours__overtime=50))
    assert yen(answer, "overtime", "due") == [62_500, 222_500]
    longer = CHECK.answer(slip(**early, hours__overtime=80))
    assert yen(longer, "overtime") == [75_000] and "overtime_over_60" not in longer["amounts"]
    assert {"rule": "jp.due_over_60", "needs": ["employer_size"]} in longer["unknown"]
