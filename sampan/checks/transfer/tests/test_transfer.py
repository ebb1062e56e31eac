"""Changing the employer: reasons, days, conditions, money, what is missing, and bad input."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.transfer.questions import FIELD_NAMES
from sampan.checks.transfer.result import CHECK, FIRST_DAY, NOT_READ, NOT_YET, PLAN, TOLD_ONLY
from sampan.checks.work import Work
from sampan.rulebook.errors import BadInput

TOP = Path(__file__).resolve().parents[4]
TODAY = date(2026, 11, 25)
FARM: dict[str, Any] = {
    "format": "sampan-transfer/1", "programme": "esd", "field": "agriculture", "started": date(2027, 4, 1),
    "reason": "own_wish", "language_level": "A2", "skill_test": True,
    "employer_costs": {"placement": "300000 JPY", "training": "150000 JPY", "other": "50000 JPY"},
}
INTERN: dict[str, Any] = {
    "format": "sampan-transfer/1", "programme": "titp", "stage": 1, "started": date(2026, 1, 10), "reason": "violence",
}
NAMES = {
    "Building cleaning": "building_cleaning", "Linen supply": "linen_supply", "Accommodation": "accommodation",
    "Railway": "railway", "Logistics warehouse": "logistics_warehouse", "Agriculture": "agriculture",
    "Fishery": "fishery", "Forestry": "forestry", "Wood industry": "wood", "Nursing care": "care",
    "Industrial product manufacturing": "industrial_products", "Construction": "construction",
    "Shipbuilding and ship machinery": "shipbuilding", "Automobile maintenance": "automobile_maintenance",
    "Food and beverage manufacturing": "food_manufacturing", "Food service": "food_service",
    "Resource circulation": "resource_circulation",
}
with (TOP / "tests/dossier/esd_transfer_restriction_by_field.csv").open(encoding="utf-8", newline="") as stream:
    TABLE = list(csv.DictReader(stream))


def answer(case: dict[str, Any], **other: Any) -> dict[str, Any]:
    """The answer for a case with some facts changed; None leaves one out."""
    return CHECK.answer({k: v for k, v in {**case, **other}.items() if v is not None}, today=TODAY)


def verdicts(result: dict[str, Any]) -> dict[str, str]:
    """The verdict of each rule."""
    return {f["rule"]: f["verdict"] for f in result["findings"]}


def figure(result: dict[str, Any], name: str) -> dict[str, Any]:
    """A figure by its name."""
    found: dict[str, Any] = next(f for f in result["figures"] if f["name"] == name)
    return found


def worked(case: dict[str, Any], **other: Any) -> Work:
    """The worked case, to see whose help it calls for."""
    from sampan.checks.fields import codes, read_told
    from sampan.rulebook.stored import law

    told = read_told(CHECK.format, CHECK.fields, {**case, **other})
    return CHECK.work(told, codes(CHECK.fields, told, law().facts), law(), TODAY)


@pytest.mark.parametrize("reason", ["violence", "unpaid", "closure"])
@pytest.mark.parametrize("programme", ["titp", "ssw1", "ssw2"])
def test_a_reason_that_cannot_be_avoided_is_enough_at_any_time(reason: str, programme: str) -> None:
    result = answer(INTERN, reason=reason, programme=programme)
    assert verdicts(result) == {"jp.transfer_unavoidable": "allowed"}
    assert result["findings"][0]["citations"] and exit_status(result) == 0


def test_violence_calls_for_help_against_violence_and_unpaid_wages_for_the_wages() -> None:
    assert worked(INTERN).topics == ["transfer", "violence"]
    assert worked(INTERN, reason="unpaid").topics == ["transfer", "unpaid_wages"]


def test_that_unpaid_wages_are_a_grave_breach_is_a_doubt() -> None:
    assert any("unpaid wages" in d for d in answer(INTERN, reason="unpaid")["findings"][0]["doubts"])
    assert not any("unpaid wages" in d for d in answer(INTERN)["findings"][0]["doubts"])


@pytest.mark.parametrize(("stage", "verdict"), [(1, "forbidden"), (2, "forbidden"), (3, "allowed"), (None, "unknown")])
def test_at_own_wish_a_trainee_may_change_only_with_stage_three(stage: int | None, verdict: str) -> None:
    result = answer(INTERN, reason="own_wish", stage=stage)
    assert verdicts(result) == {"jp.transfer_own_wish": verdict} and result["dates"] == {}


def test_another_reason_is_not_decided_here() -> None:
    result = answer(INTERN, reason="other")
    assert verdicts(result) == {"jp.transfer_other_reason": "not_verified"} and exit_status(result) == 3


def test_a_skilled_worker_may_change_from_the_first_day_with_a_permit() -> None:
    result = answer(INTERN, programme="ssw1", reason="own_wish", stage=None)
    assert result["dates"] == {"earliest_transfer": "2026-01-10"} and exit_status(result) == 0
    assert any("permit" in step["where"] for step in result["next"])


def test_one_year_on_the_farm_and_five_sixths_between_the_employers() -> None:
    result = answer(FARM)
    assert result["dates"] == {"earliest_transfer": "2028-04-01"}
    assert result["amounts"] == {"between_employers": {"JPY": 416667}, "worker_share": {"JPY": 0}}
    assert figure(result, "between_employers")["verdict"] == "not_verified" == figure(result, "worker_share")["verdict"]
    assert any("memory" in d for d in figure(result, "worker_share")["doubts"])
    assert result["assumes"] == [FIRST_DAY] and result["headline"] == "nothing_wrong_found"


def test_costs_that_were_not_told_are_not_zero() -> None:
    result = answer(FARM, employer_costs={"placement": "300000 JPY"})
    assert result["amounts"]["between_employers"] == {"JPY": 250000} and TOLD_ONLY in result["assumes"]
    assert "between_employers" not in answer(FARM, employer_costs=None)["amounts"]


@pytest.mark.parametrize("row", TABLE, ids=lambda r: NAMES[r["field"]])
def test_every_field_of_the_table_has_its_years(row: dict[str, str]) -> None:
    years = int(row["restriction_years"])
    result = answer(FARM, field=NAMES[row["field"]], started=date.fromisoformat(row["effective_from"]))
    assert result["dates"]["earliest_transfer"] == f"{2027 + years}-04-01"
    shown = figure(result, "earliest_transfer")
    if row["confidence"] == "conflicting":
        assert result["dates"]["earliest_transfer_other"] == "2028-04-01"
        assert shown["verdict"] == "conflicting" and result["headline"] == "unknown"
        assert [r["value"] for r in shown["readings"]] == ["2029-04-01", "2028-04-01"]
        assert all(r["citations"] for r in shown["readings"])
    else:
        assert "earliest_transfer_other" not in result["dates"] and "verdict" not in shown
    assert any("one year" in d for d in shown["doubts"])


def test_the_table_names_seventeen_fields_and_no_other_is_known() -> None:
    assert len(TABLE) == 17 == len({NAMES[r["field"]] for r in TABLE})
    for field in set(FIELD_NAMES) - set(NAMES.values()):
        assert {"rule": "jp.earliest_transfer", "on": "2027-04-01", "missing": f"jp.transfer_fields {field}"} in (
            answer(FARM, field=field)["no_rule"])


def test_the_example_pays_a_go_between_and_shows_both_days() -> None:
    document = tomllib.loads((TOP / "docs/examples/transfer.toml").read_text(encoding="utf-8"))
    result = CHECK.answer(document, today=TODAY)
    assert result["dates"] == {"earliest_transfer": "2029-05-10", "earliest_transfer_other": "2028-05-10"}
    assert result["amounts"] == {"between_employers": {"JPY": 225000}, "between_employers_other": {"JPY": 375000},
                                 "worker_share": {"JPY": 0}}
    assert verdicts(result)["jp.transfer_private_broker"] == "forbidden" and exit_status(result) == 1
    assert result["headline"] == "not_allowed"


def test_a_fee_in_any_currency_is_forbidden_and_none_is_no_finding() -> None:
    result = answer(INTERN, go_between_fee="250.50 USD")
    assert result["findings"][-1]["amount"] == {"USD": "250.50"} and result["headline"] == "not_allowed"
    assert verdicts(answer(INTERN, go_between_fee="0 JPY")) == {"jp.transfer_unavoidable": "allowed"}
    assert "broker" in worked(INTERN, go_between_fee="1 VND").topics


@pytest.mark.parametrize(("level", "verdict", "headline"), [
    ("none", "forbidden", "not_allowed"), ("A1", "allowed", "unknown"), ("n5", "allowed", "unknown"),
    ("N4", "allowed", "nothing_wrong_found"), ("A2", "allowed", "nothing_wrong_found"),
])
def test_the_language_of_each_field_is_not_known(level: str, verdict: str, headline: str) -> None:
    result = answer(FARM, language_level=level)
    assert verdicts(result)["jp.transfer_without_language"] == verdict and result["headline"] == headline
    assert any("is not known" in d for f in result["findings"] for d in f["doubts"])


def test_a_change_at_own_wish_needs_a_test_of_the_trade() -> None:
    assert verdicts(answer(FARM, skill_test=False))["jp.transfer_without_test"] == "forbidden"
    assert verdicts(answer(FARM, skill_test="basic"))["jp.transfer_without_test"] == "allowed"


@pytest.mark.parametrize(("key", "need"), [
    ("programme", "programme"), ("reason", "reason"), ("started", "started"), ("field", "field"),
    ("language_level", "language_level"), ("skill_test", "skill_test"),
])
def test_what_is_missing_is_named(key: str, need: str) -> None:
    result = answer(FARM, **{key: None})
    assert any(need in u["needs"] for u in result["unknown"]) and result["headline"] == "unknown"


def test_before_april_2027_the_headline_is_unknown_whatever_else_is_found() -> None:
    result = answer(FARM, started=date(2027, 3, 31), go_between_fee="80000 JPY")
    assert result["headline"] == "unknown" and exit_status(result) == 1 and NOT_YET in result["remarks"]
    assert verdicts(result)["jp.transfer_placement_fee"] == "forbidden" and "earliest_transfer" not in result["dates"]
    assert exit_status(answer(FARM, started=date(2027, 3, 31))) == 3
    assert NOT_YET not in answer(FARM)["remarks"]


@pytest.mark.parametrize(("day", "verdict", "said"), [
    (date(2027, 3, 31), "forbidden", False), (date(2027, 4, 1), "forbidden", True),
    (date(2027, 6, 30), "forbidden", True), (date(2027, 7, 1), "no_rule", True),
])
def test_training_in_the_transition_needs_an_approved_plan(day: date, verdict: str, said: bool) -> None:
    result = answer(INTERN, reason="own_wish", started=day)
    assert verdicts(result)["jp.transfer_own_wish"] == verdict and (PLAN in result["remarks"]) == said


def test_after_violence_nothing_is_said_between_the_employers() -> None:
    result = answer(FARM, reason="violence")
    assert "between_employers" not in result["amounts"] and NOT_READ in result["remarks"]
    assert "earliest_transfer" not in result["dates"] and result["amounts"]["worker_share"] == {"JPY": 0}


@pytest.mark.parametrize(("key", "value", "fault"), [
    ("programme", "tit", "programme"), ("stage", 4, "stage"), ("started", "2026-02-30", "started"),
    ("reason", "bored", "reason"), ("language_level", "A9", "language_level"), ("skill_test", "maybe", "skill_test"),
    ("go_between_fee", "-5 JPY", "go_between_fee"), ("employer_costs", {"rent": "1 JPY"}, "employer_costs.rent"),
    ("employer_costs", {"other": "1 USD"}, "employer_costs.other"), ("employer", "x", "employer"),
])
def test_bad_input_names_the_key(key: str, value: object, fault: str) -> None:
    with pytest.raises(BadInput) as caught:
        answer(FARM, **{key: value})
    assert [e["key"] for e in caught.value.errors] == [fault]
