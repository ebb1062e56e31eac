"""The check of a work injury: scenario S7, other pay and days, what is missing, and what bad input gets."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from fractions import Fraction
from math import ceil, floor
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.injury.result import CHECK
from sampan.rulebook.errors import BadInput
from sampan.rulebook.stored import law

TOP = Path(__file__).resolve().parents[4]
S7: dict[str, Any] = {"format": "sampan-injury/1", "injured": date(2026, 3, 2), "wages_three_months": "570000 JPY",
                      "calendar_days": 92, "days_absent": 40, "employer_refuses": True}


def figure(answer: dict[str, Any], name: str) -> dict[str, Any]:
    """The figure of that name."""
    found: dict[str, Any] = next(f for f in answer["figures"] if f["name"] == name)
    return found


def without(*keys: str) -> dict[str, Any]:
    """Scenario S7 without some keys."""
    return {k: v for k, v in S7.items() if k not in keys}


def test_scenario_s7_holds_to_the_yen() -> None:
    answer = CHECK.answer(S7)
    wanted = {"average_daily": {"JPY": "6195.65"}, "base_daily": {"JPY": 6196}, "employer_days": {"JPY": 11152},
              "compensation": {"JPY": 183372}, "insurance_daily": {"JPY": 3717}, "special_daily": {"JPY": 1239},
              "treatment_you_pay": {"JPY": 0}, "insurance_days": 37}
    assert answer["amounts"] == wanted
    assert answer["dates"] == {"temporary_claim_by": "2028-03-05", "dismissal_barred_to": "2026-05-10"}
    assert answer["headline"] == "nothing_wrong_found" and exit_status(answer) == 0


def test_the_disability_limit_stays_unknown_until_the_condition_is_fixed() -> None:
    assert CHECK.answer(S7)["unknown"] == [{"rule": "jp.disability_claim_by", "needs": ["fixed_on"], "later": True}]
    fixed = CHECK.answer({**S7, "fixed_on": date(2026, 10, 10)})
    assert fixed["dates"]["disability_claim_by"] == "2031-10-10" and fixed["unknown"] == []


def test_the_example_is_scenario_s7() -> None:
    assert tomllib.loads((TOP / "docs/examples/injury.toml").read_text(encoding="utf-8")) == S7


def test_who_is_refused_is_shown_how_to_apply_alone() -> None:
    steps = " ".join(s["where"] for s in CHECK.answer(S7)["next"])
    assert "without the employer" in steps and "Labour Standards Inspection Office" in steps
    helped = CHECK.answer({**S7, "employer_refuses": False})
    assert "without the employer" not in " ".join(s["where"] for s in helped["next"])
    assert CHECK.answer(S7)["findings"] == []


def test_the_floor_that_cannot_be_looked_at_is_said_under_assumes_and_holds_nothing_up() -> None:
    answer = CHECK.answer(S7)
    assert "floor of 60 percent" in figure(answer, "average_daily")["assumes"][0]
    assert answer["assumes"] == figure(answer, "compensation")["assumes"]
    monthly = CHECK.answer({**S7, "basis": "month"})
    assert "assumes" not in monthly and monthly["amounts"]["average_daily"] == {"JPY": "6195.65"}
    assert "assumes" in CHECK.answer({**S7, "basis": "hour"}) and "assumes" in CHECK.answer({**S7, "days_worked": 60})


def test_for_hourly_pay_the_floor_may_raise_the_average() -> None:
    told = {**S7, "basis": "hour", "wages_three_months": "420000 JPY", "days_worked": 50, "days_absent": 60}
    answer = CHECK.answer(told)
    assert answer["amounts"]["average_daily"] == {"JPY": "5040.00"} and "assumes" not in answer
    assert answer["amounts"]["compensation"] == {"JPY": 229824}


@pytest.mark.parametrize(("injured", "base", "compensation"), [
    ("2022-08-01", 3970, (2382 + 794) * 37), ("2023-07-31", 3970, (2382 + 794) * 37),
    ("2023-08-01", 4020, (2412 + 804) * 37), ("2024-08-01", 4090, (2454 + 818) * 37),
    ("2025-07-31", 4090, (2454 + 818) * 37), ("2025-08-01", 4250, (2550 + 850) * 37),
])
def test_the_smallest_base_daily_amount_of_the_day_raises_a_lower_one(
    injured: str, base: int, compensation: int
) -> None:
    answer = CHECK.answer({**S7, "injured": injured, "wages_three_months": "300000 JPY"})
    assert answer["amounts"]["base_daily"] == {"JPY": base}
    assert answer["amounts"]["compensation"] == {"JPY": compensation}
    assert answer["amounts"]["employer_days"] == {"JPY": 5870}


def test_where_the_smallest_amount_is_unknown_there_is_no_rule_and_a_lower_bound() -> None:
    answer = CHECK.answer({**S7, "injured": date(2026, 8, 1)})
    assert answer["headline"] == "unknown" and exit_status(answer) == 3
    assert {"rule": "jp.base_daily", "on": "2026-08-01", "missing": "jp.injury_minimum"} in answer["no_rule"]
    assert "base_daily" not in answer["amounts"] and "compensation" not in answer["amounts"]
    assert answer["amounts"]["compensation_at_least"] == {"JPY": 183372}
    assert answer["amounts"]["employer_days"] == {"JPY": 11152}


@pytest.mark.parametrize(("off", "employer", "insurance"), [
    (0, 0, 0), (1, 3717, 0), (3, 11152, 0), (4, 11152, 4956), (5, 11152, 9912),
])
def test_the_fourth_day_is_the_first_that_the_insurance_pays(off: int, employer: int, insurance: int) -> None:
    answer = CHECK.answer({**S7, "days_absent": off})
    assert answer["amounts"]["employer_days"] == {"JPY": employer}
    assert answer["amounts"]["compensation"] == {"JPY": insurance}
    assert ("temporary_claim_by" in answer["dates"]) == (off > 3)


@pytest.mark.parametrize(("key", "lost"), [
    ("wages_three_months", {"average_daily", "base_daily", "compensation", "employer_days"}),
    ("calendar_days", {"average_daily", "base_daily", "compensation", "employer_days"}),
    ("days_absent", {"compensation", "employer_days"}),
    ("injured", {"average_daily", "base_daily", "compensation", "employer_days", "temporary_claim_by"}),
])
def test_what_is_missing_is_asked_for_and_never_zero(key: str, lost: set[str]) -> None:
    answer = CHECK.answer(without(key))
    assert not lost & (set(answer["amounts"]) | set(answer["dates"]))
    assert answer["headline"] == "unknown"
    assert [key] in [u["needs"] for u in answer["unknown"] if not u.get("later")]


def test_a_later_first_day_off_moves_the_limits() -> None:
    answer = CHECK.answer({**S7, "absent_from": date(2026, 3, 3)})
    assert answer["dates"] == {"temporary_claim_by": "2028-03-06", "dismissal_barred_to": "2026-05-11"}
    leap = CHECK.answer({**S7, "injured": date(2024, 2, 26)})
    assert leap["dates"]["temporary_claim_by"] == "2026-02-28"


def test_each_figure_has_its_working_its_article_and_its_doubts() -> None:
    answer = CHECK.answer(S7)
    articles = {f["name"]: " ".join(c["article"] for c in f["citations"]) for f in answer["figures"]}
    assert all(f["working"] and f["citations"] and f["doubts"] for f in answer["figures"])
    assert "14(1)" in articles["compensation"] and "3(1)" in articles["compensation"]
    assert "76(1)" in articles["employer_days"] and "42(1)" in articles["temporary_claim_by"]
    assert "first day off" in " ".join(figure(answer, "temporary_claim_by")["working"])
    assert figure(answer, "temporary_claim_by")["working"][-1].endswith("2028-03-05")
    assert any("page for students" in d for d in figure(answer, "compensation")["doubts"])


def test_before_the_texts_that_were_read_there_is_no_rule() -> None:
    answer = CHECK.answer({**S7, "injured": date(2020, 11, 17)})
    assert answer["headline"] == "unknown" and answer["no_rule"] and "compensation" not in answer["amounts"]


def test_every_row_of_the_raw_table_stands_in_the_law() -> None:
    family = law().families["jp.injury_minimum"]
    with (TOP / "tests/dossier/work_injury_minimum_daily_amount.csv").open(encoding="utf-8") as stream:
        raw = list(csv.DictReader(stream))
    known = [r for r in raw if r["minimum_base_daily_amount_yen"] != "unknown"]
    assert [r["effective_from"] for r in raw if r not in known] == ["2026-08-01"]
    wanted = [(r["effective_from"], r["effective_to"], int(r["minimum_base_daily_amount_yen"]), r["confidence"],
               r["source_url"].split(" ;")[0]) for r in known]
    assert [(r.start.written, r.end.isoformat(), r.values["minimum_daily"], r.confidence, r.source.url)
            for r in family.rows] == wanted


@pytest.mark.parametrize(("key", "value"), [
    ("injured", "2026-02-30"), ("wages_three_months", "570000"), ("wages_three_months", "570000 VND"),
    ("calendar_days", 0), ("calendar_days", 101), ("days_worked", 0), ("days_absent", -1), ("basis", "week"),
    ("employer_refuses", "perhaps"), ("fixed_on", 5), ("wage", 3),
])
def test_bad_input_names_the_key(key: str, value: object) -> None:
    with pytest.raises(BadInput) as caught:
        CHECK.answer({**S7, key: value})
    assert [e["key"] for e in caught.value.errors] == [key]


@pytest.mark.parametrize(("key", "value"), [
    ("fixed_on", date(2026, 3, 1)), ("absent_from", date(2026, 3, 1)), ("days_worked", 93),
])
def test_days_that_cannot_be_are_refused(key: str, value: object) -> None:
    with pytest.raises(BadInput) as caught:
        CHECK.answer({**S7, key: value})
    assert [e["key"] for e in caught.value.errors] == [key]


@pytest.mark.parametrize("wages", [300001, 386749, 512345, 999999])
@pytest.mark.parametrize("calendar", [89, 90, 92])
@pytest.mark.parametrize("worked", [31, 44, 63])
@pytest.mark.parametrize("off", [2, 3, 4, 77])
def test_a_separate_count_in_fractions_agrees(wages: int, calendar: int, worked: int, off: int) -> None:
    average = max(Fraction(wages, calendar), Fraction(wages * 60, worked * 100))
    average = Fraction(floor(average * 100), 100)
    base = max(ceil(average), 4250)
    daily = floor(Fraction(base * 60, 100)) + floor(Fraction(base * 20, 100))
    told = {**S7, "basis": "day", "wages_three_months": f"{wages} JPY", "calendar_days": calendar,
            "days_worked": worked, "days_absent": off}
    amounts = CHECK.answer(told)["amounts"]
    assert amounts["average_daily"] == {"JPY": f"{float(average):.2f}"}
    assert amounts["base_daily"] == {"JPY": base}
    assert amounts["compensation"] == {"JPY": daily * max(0, off - 3)}
    assert amounts["employer_days"] == {"JPY": floor(average * Fraction(60, 100) * min(3, off) + Fraction(1, 2))}


def test_every_name_of_an_answer_has_its_words() -> None:
    for told in (S7, {**S7, "injured": date(2026, 9, 1), "fixed_on": date(2026, 10, 10)}):
        answer = CHECK.answer(told)
        assert {*answer["amounts"], *answer["dates"]} <= set(CHECK.words)
