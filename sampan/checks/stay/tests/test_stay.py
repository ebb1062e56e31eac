"""How long is temporary: what each period allows and counts for, returns, sums, what is missing, and bad input."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.stay.result import CHECK, LEFT, NO_WORK, NOT_YET, PENSION, UNTIL_TODAY
from sampan.rulebook.errors import BadInput

TOP = Path(__file__).resolve().parents[4]
TODAY = date(2026, 11, 25)


def period(status: str, first: str | None = None, last: str | None = None) -> dict[str, str]:
    """A period of the file."""
    told = {"status": status, "from": first, "to": last}
    return {k: v for k, v in told.items() if v}


def answer(*periods: dict[str, str]) -> dict[str, Any]:
    """The answer for some periods."""
    return CHECK.answer({"format": "sampan-stay/1", "period": list(periods)}, today=TODAY)


def verdicts(result: dict[str, Any], index: int) -> dict[str, str]:
    """The verdict of each rule on a period, by the last word of the rule."""
    return {f["rule"].removeprefix("jp.stay_"): f["verdict"] for f in result["findings"]
            if f["period"]["index"] == index}


def test_the_example_counts_from_the_return_on_and_needs_ten_years() -> None:
    result = CHECK.answer(tomllib.loads((TOP / "docs/examples/stay.toml").read_text(encoding="utf-8")), today=TODAY)
    assert verdicts(result, 0) == {"family": "forbidden", "job_change": "forbidden", "counts_as_work": "forbidden"}
    assert verdicts(result, 1) == {"family": "forbidden", "job_change": "allowed", "counts_as_work": "forbidden",
                                   "return": "not_verified"}
    assert verdicts(result, 2) == {"family": "allowed", "job_change": "allowed", "counts_as_work": "allowed",
                                   "return": "allowed"}
    assert result["dates"] == {"ten_years_on": "2031-11-01", "permanent_residence_from": "2031-11-01"}
    assert result["amounts"] == {"ssw1_days_left": 730} and result["assumes"] == [UNTIL_TODAY]
    assert PENSION in result["remarks"]


def test_a_status_that_allows_less_is_no_wrong() -> None:
    result = answer(period("titp", "2025-01-10"))
    assert result["headline"] == "nothing_wrong_found" and exit_status(result) == 0
    assert all(f.get("aside") for f in result["findings"] if f["verdict"] == "forbidden")


def test_each_finding_names_its_period_its_article_and_its_doubts() -> None:
    result = answer(period("titp", "2018-05-10", "2021-05-09"), period("ssw1", "2021-05-10"))
    assert result["findings"][0]["period"] == {"index": 0, "status": "titp", "from": "2018-05-10",
                                               "to": "2021-05-09", "days": 1096}
    assert all(f["citations"] and f["doubts"] for f in result["findings"])


@pytest.mark.parametrize(("status", "family", "work"), [
    ("titp", "forbidden", "forbidden"), ("ssw1", "forbidden", "forbidden"), ("ssw2", "allowed", "allowed"),
    ("engineer", "allowed", "allowed"), ("care", "allowed", "allowed"), ("student", "allowed", "forbidden"),
])
def test_family_and_work_years_by_status(status: str, family: str, work: str) -> None:
    found = verdicts(answer(period(status, "2022-04-01")), 0)
    assert (found["family"], found["counts_as_work"]) == (family, work)


def test_five_years_of_work_may_come_later_than_ten_years() -> None:
    result = answer(period("student", "2015-04-01", "2023-03-31"), period("engineer", "2023-04-01"))
    assert result["dates"] == {"ten_years_on": "2025-04-01", "permanent_residence_from": "2028-04-01"}


def test_a_status_that_does_not_count_gives_no_day_to_ask() -> None:
    result = answer(period("titp", "2018-05-10", "2021-05-09"), period("ssw1", "2021-05-10"))
    assert result["dates"] == {"ten_years_on": "2028-05-10", "ssw1_until": "2026-05-09"}
    assert NO_WORK in result["remarks"] and PENSION not in result["remarks"]


@pytest.mark.parametrize(("back", "ten", "verdict"), [
    ("2023-03-31", "2032-04-01", "allowed"), ("2023-04-01", "2032-04-01", "allowed"),
    ("2023-04-02", "2033-04-02", "not_verified"),
])
def test_a_day_without_status_begins_the_ten_years_again(back: str, ten: str, verdict: str) -> None:
    result = answer(period("engineer", "2022-04-01", "2023-03-31"), period("engineer", back))
    assert result["dates"]["ten_years_on"] == ten and verdicts(result, 1)["return"] == verdict


def test_a_return_does_not_set_the_five_years_back() -> None:
    result = answer(period("ssw1", "2020-01-01", "2020-12-31"), period("ssw1", "2022-01-01"))
    assert result["amounts"] == {"ssw1_days_left": 0} and result["dates"]["ssw1_until"] == "2025-12-30"
    left = answer(period("ssw1", "2020-01-01", "2020-12-31"))
    assert left["amounts"] == {"ssw1_days_left": 1461} and left["dates"] == {} and LEFT in left["remarks"]


def test_the_order_in_the_file_does_not_matter() -> None:
    result = answer(period("ssw1", "2021-11-01"), period("titp", "2018-05-10", "2021-05-09"))
    assert verdicts(result, 0)["return"] == "not_verified" and "return" not in verdicts(result, 1)


def test_the_new_programme_is_unknown_before_it_begins() -> None:
    early = answer(period("esd", "2026-12-01"))
    assert early["headline"] == "unknown" and NOT_YET in early["remarks"] and exit_status(early) == 3
    later = answer(period("esd", "2027-04-01"))
    assert later["dates"]["esd_until"] == "2030-03-31" and NOT_YET not in later["remarks"]
    assert verdicts(later, 0) == {"family": "not_verified", "job_change": "allowed", "counts_as_work": "no_rule"}
    assert any("memory" in d for f in later["findings"] for d in f.get("doubts", []))


@pytest.mark.parametrize(("told", "need"), [
    ([{"from": "2022-01-01"}], "period 1.status"), ([{"status": "ssw1"}], "period 1.from"),
    ([{"status": "titp", "from": "2018-01-01"}, {"status": "ssw1", "from": "2022-01-01"}], "period 1.to"),
    ([], "period"),
])
def test_what_is_missing_is_named_with_its_period(told: list[dict[str, str]], need: str) -> None:
    result = answer(*told)
    assert any(need in u["needs"] for u in result["unknown"]) and result["headline"] == "unknown"


def test_a_status_that_is_not_loaded_gives_no_rule() -> None:
    result = answer(period("designated", "2024-01-01"))
    assert set(verdicts(result, 0).values()) == {"no_rule"} and exit_status(result) == 3


@pytest.mark.parametrize(("told", "key"), [
    ([period("ssw1", "2022-01-01", "2021-01-01")], "period 1.to"),
    ([period("titp", "2018-01-01", "2021-01-01"), period("ssw1", "2020-12-31")], "period 2.from"),
    ([period("visa", "2018-01-01")], "period 1.status"), ([period("titp", "2018-02-30")], "period 1.from"),
    ([{**period("titp", "2018-01-01"), "until": "2019-01-01"}], "period 1.until"),
])
def test_bad_input_names_the_key(told: list[dict[str, str]], key: str) -> None:
    with pytest.raises(BadInput) as caught:
        answer(*told)
    assert [e["key"] for e in caught.value.errors][:1] == [key]
