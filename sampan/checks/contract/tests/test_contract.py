"""Scenario S4 (Cambodia to Gifu) and other contracts, worked by hand: what differs and what may not be."""

from __future__ import annotations

import copy
import csv
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.contract.questions import FIELDS
from sampan.checks.contract.result import CHECK
from sampan.rulebook.stored import law

TOP = Path(__file__).parents[4]
SOKHA: dict[str, Any] = tomllib.loads((TOP / "docs" / "examples" / "contract.toml").read_text(encoding="utf-8"))
YEN = {"basis": "month", "amount": "180000 JPY"}


def sokha(**changes: Any) -> dict[str, Any]:
    """The answer to Sokha's contract with changes; None takes a key away, a table is laid over the old one."""
    document = copy.deepcopy(SOKHA)
    for key, value in changes.items():
        if value is None:
            document.pop(key)
        elif isinstance(value, dict):
            document[key] = {k: v for k, v in {**document[key], **value}.items() if v is not None}
        else:
            document[key] = value
    return CHECK.answer(document)


def point(answer: dict[str, Any], name: str) -> dict[str, Any]:
    return next(d for d in answer["differences"] if d["field"] == name)


def verdicts(answer: dict[str, Any], term: str) -> dict[str, str]:
    return {f["rule"]: f["verdict"] for f in answer["findings"] if f.get("term") == term}


def finding(answer: dict[str, Any], rule: str) -> dict[str, Any]:
    return next(f for f in answer["findings"] if f["rule"] == rule)


def test_scenario_s4_to_the_yen() -> None:
    answer = sokha()
    assert answer["amounts"]["gap_month"] == {"JPY": 39_600}
    assert answer["amounts"]["gap_contract"] == {"JPY": 1_425_600}
    assert [d["field"] for d in answer["differences"]] == ["wage", "lodging", "work", "days_off_per_month"]
    assert point(answer, "wage")["promised"] == {"USD": "1200.00", "JPY": 180_000}
    assert point(answer, "wage")["signed"] == {"JPY": 170_400}
    assert point(answer, "wage")["gap_month"] == {"JPY": 9_600}
    assert point(answer, "lodging")["gap_month"] == {"JPY": 30_000}
    assert (point(answer, "work")["promised"], point(answer, "work")["signed"]) == ("vegetables", "pig farm")
    assert "gap_month" not in point(answer, "work")
    assert (answer["headline"], exit_status(answer)) == ("not_allowed", 1)


def test_the_working_can_be_followed_to_the_sum() -> None:
    figure = next(f for f in sokha()["figures"] if f["name"] == "gap_contract")
    assert figure["working"][:2] == ["Pay of a month: 9,600 JPY", "Lodging: 30,000 JPY"]
    assert any(line.endswith("1,425,600") for line in figure["working"])
    assert any(line.endswith("= 170,400") for line in point(sokha(), "wage")["working"])


def test_without_forbidden_terms_less_money_is_short() -> None:
    answer = sokha(terms=None)
    assert (answer["headline"], exit_status(answer)) == ("short", 1)
    assert finding(answer, "sums.contract_short")["amount"] == {"JPY": 39_600}


def test_without_any_date_the_difference_stands_and_the_law_is_unknown() -> None:
    answer = sokha(signed_on=None, entry=None, terms=None)
    assert answer["amounts"]["gap_contract"] == {"JPY": 1_425_600} and answer["headline"] == "short"
    assert finding(answer, "jp.contract_leave_at_once")["verdict"] == "unknown"
    needs = {n for u in answer["unknown"] for n in u["needs"]}
    assert needs == {"entry"}


def test_a_point_of_one_side_only_is_a_difference_without_an_amount() -> None:
    answer = sokha(promised={"lodging": None}, signed={"food": "12000 JPY"})
    assert answer["amounts"]["gap_month"] == {"JPY": 9_600}
    assert point(answer, "lodging")["promised"] is None and "gap_month" not in point(answer, "lodging")
    assert point(answer, "food")["signed"] == {"JPY": 12_000} and "gap_month" not in point(answer, "food")


def test_an_hourly_wage_without_the_hours_leaves_the_money_unknown_and_not_zero() -> None:
    answer = sokha(signed={"wage": {"basis": "hour", "amount": "1065 JPY"}}, terms=None)
    assert "gap_month" not in answer["amounts"]
    needs = [u["needs"] for u in answer["unknown"] if u["rule"] == "sums.contract_gap_month"]
    assert needs == [["signed.wage.scheduled_hours"]]
    assert point(answer, "lodging")["gap_month"] == {"JPY": 30_000}


def test_without_a_rate_the_pair_and_the_day_are_asked_for() -> None:
    answer = sokha(exchange=None)
    assert {"rule": "sums.contract_gap_month", "needs": ["exchange USD JPY 2026-02-10"]} in answer["unknown"]
    assert "gap_month" not in answer["amounts"] and point(answer, "wage")["signed"] == {"JPY": 170_400}


def test_the_months_of_one_side_are_used_and_it_is_said() -> None:
    answer = sokha(signed={"contract_months": None})
    assert answer["amounts"]["gap_contract"] == {"JPY": 1_425_600}
    assert "The months of the contract are those that were promised." in answer["remarks"]
    open_months = sokha(signed={"contract_months": None}, promised={"contract_months": None})
    assert "gap_contract" not in open_months["amounts"]
    assert {"rule": "sums.contract_gap_total", "needs": ["signed.contract_months"]} in open_months["unknown"]


def test_the_signed_months_count_when_both_are_told() -> None:
    assert sokha(signed={"contract_months": 12})["amounts"]["gap_contract"] == {"JPY": 475_200}


def test_two_kinds_of_rate_give_two_gaps_and_none_is_chosen() -> None:
    # 1,200 dollars are 180,000 yen at 150 and 177,600 at 148: 39,600 and 37,200 a month.
    second = {**SOKHA["exchange"][0], "rate": "148", "kind": "official"}
    answer = sokha(exchange=[*SOKHA["exchange"], second])
    assert answer["amounts"]["gap_month"] == [{"exchange": "official", "JPY": 37_200},
                                              {"exchange": "market", "JPY": 39_600}]
    assert answer["amounts"]["gap_contract"] == [{"exchange": "official", "JPY": 1_339_200},
                                                 {"exchange": "market", "JPY": 1_425_600}]
    assert "gap_month" not in point(answer, "wage") and len(point(answer, "wage")["readings"]) == 2


def test_amounts_are_added_exactly_and_rounded_once() -> None:
    # 100.25 and 50.25 dollars at 1.5 yen: 150.375 and 75.375 yen; together 225.75 less 0 is 226, not 225.
    answer = CHECK.answer({
        "promised": {"wage": {"basis": "month", "amount": "100.25 USD"}, "bonus": "50.25 USD"},
        "signed": {"wage": {"basis": "month", "amount": "0 JPY"}, "bonus": "0 JPY"},
        "exchange": [{"from": "USD", "to": "JPY", "rate": "1.5", "kind": "market"}]})
    assert answer["amounts"]["gap_month"] == {"JPY": 226}


@pytest.mark.parametrize(("name", "promised", "signed", "gap"), [
    ("bonus", "20000 JPY", "free", 20_000), ("night_allowance", "5000 JPY", "8000 JPY", -3_000),
    ("management_fee", "free", "5000 JPY", 5_000), ("travel", "1000 JPY", "3000 JPY", 2_000),
    ("food", "10000 JPY", "15000 JPY", 5_000), ("utilities", "7000 JPY", "free", -7_000),
    ("training_allowance_deduction", "0 JPY", "400 JPY", 400),
])
def test_other_amounts_count_as_pay_or_as_cost_by_their_name(name: str, promised: str, signed: str, gap: int) -> None:
    answer = CHECK.answer({"promised": {name: promised}, "signed": {name: signed}})
    assert answer["amounts"]["gap_month"] == {"JPY": gap}
    assert answer["headline"] == ("short" if gap > 0 else "nothing_wrong_found")


def test_pay_by_the_day_and_allowances_are_a_month() -> None:
    # 8,500 x 168 / 8 = 178,500 and 5,000 together 183,500; promised 190,000.
    answer = CHECK.answer({
        "promised": {"wage": {"basis": "month", "amount": "190000 JPY"}},
        "signed": {"wage": {"basis": "day", "amount": "8500 JPY", "scheduled_hours": 168,
                            "allowance": [{"kind": "fixed", "amount": "5000 JPY"}]}}})
    assert answer["amounts"]["gap_month"] == {"JPY": 6_500}


def test_the_same_on_both_sides_is_no_difference() -> None:
    side = {"wage": YEN, "work": "Care  work", "lodging": "free", "contract_months": 12}
    answer = CHECK.answer({"promised": side, "signed": {**side, "work": "care work"}, "origin": "vn"})
    assert answer["differences"] == [] and answer["amounts"]["gap_month"] == {"JPY": 0}


def test_a_better_contract_is_not_short() -> None:
    answer = CHECK.answer({"promised": {"wage": YEN}, "signed": {"wage": {"basis": "month", "amount": "180001 JPY"}}})
    assert answer["amounts"]["gap_month"] == {"JPY": -1}
    assert finding(answer, "sums.contract_short")["verdict"] == "allowed"


def test_a_penalty_has_a_basis_in_japan_and_in_cambodia() -> None:
    assert verdicts(sokha(), "penalty") == {
        "jp.contract_penalty": "forbidden", "jp.contract_penalty_programme": "forbidden",
        "kh.contract_penalty": "forbidden"}
    cited = [f["citations"][0] for f in sokha()["findings"] if f.get("term") == "penalty"]
    assert [c["article"] for c in cited] == ["16, 18(1)", "47(1)", "not seen"] and all(c["source"] for c in cited)
    assert all(f["doubts"] for f in sokha()["findings"] if f.get("term"))


def test_no_pregnancy_signed_at_the_agency_is_void_and_counted_as_made_by_it() -> None:
    assert verdicts(sokha(), "no_pregnancy") == {
        "jp.contract_no_pregnancy": "void", "jp.contract_pregnancy_promise": "void",
        "kh.contract_no_pregnancy": "forbidden"}
    assert {f["with"] for f in sokha()["findings"] if f.get("term") == "no_pregnancy"} == {"sending_organisation"}


@pytest.mark.parametrize(("origin", "programme", "term", "expected"), [
    ("vn", "titp", "passport_kept", {"jp.contract_papers": "forbidden", "vn.contract_security": "forbidden"}),
    ("vn", "ssw1", "passport_kept", {"jp.contract_papers": "no_rule", "vn.contract_security": "forbidden"}),
    ("vn", "ssw1", "deposit", {"jp.contract_deposit": "forbidden", "vn.contract_deposit": "forbidden"}),
    ("vn", "titp", "penalty", {"jp.contract_penalty": "forbidden", "jp.contract_penalty_programme": "forbidden",
                               "vn.contract_security": "forbidden", "vn.contract_penalty": "forbidden"}),
    ("kh", "titp", "bankbook_kept", {"jp.contract_saving": "forbidden", "jp.contract_saving_programme": "forbidden",
                                     "kh.contract_kept": "forbidden"}),
    ("kh", "titp", "residence_card_kept", {"jp.contract_papers": "forbidden", "kh.contract_kept": "forbidden"}),
    ("kh", "ssw1", "forced_saving", {"jp.contract_saving": "forbidden"}),
    ("mm", "titp", "no_phone", {"jp.contract_phone": "forbidden"}),
    ("mm", "ssw1", "no_union", {"jp.contract_no_union": "forbidden"}),
    ("mm", "ssw2", "leaving_fee", {"jp.contract_penalty": "forbidden", "jp.contract_penalty_programme": "forbidden"}),
])
def test_each_term_by_the_law_of_both_countries(
    origin: str, programme: str, term: str, expected: dict[str, str]
) -> None:
    answer = sokha(origin=origin, programme=programme, terms=[term])
    assert verdicts(answer, term) == expected
    home = any(rule.startswith(f"{origin}.") for rule in expected)
    assert any("is loaded on this term" in r and "Japan" not in r for r in answer["remarks"]) is not home


def test_who_signed_changes_who_is_bound_and_an_amount_is_shown() -> None:
    terms = [{"kind": "penalty", "amount": "500000 JPY", "with": "employer"}]
    answer = sokha(terms=terms, programme="engineer")
    assert verdicts(answer, "penalty") == {"jp.contract_penalty": "forbidden"}
    assert finding(answer, "jp.contract_penalty")["amount"] == {"JPY": 500_000}


def test_under_the_new_programme_what_is_from_memory_is_not_verified() -> None:
    answer = sokha(programme="esd", entry=date(2027, 4, 1), signed_on=date(2027, 1, 10), terms=["passport_kept"])
    assert verdicts(answer, "passport_kept") == {"jp.contract_papers": "not_verified"}


def test_before_the_new_programme_exists_the_headline_is_unknown() -> None:
    answer = sokha(programme="esd", entry=date(2027, 3, 31))
    assert (answer["headline"], exit_status(answer)) == ("unknown", 1)


def test_another_term_says_that_no_rule_is_loaded() -> None:
    answer = sokha(terms=["other"])
    assert verdicts(answer, "other") == {} and any("Another term" in r for r in answer["remarks"])


def test_a_term_without_the_country_asks_for_it() -> None:
    answer = CHECK.answer({"terms": ["penalty"], "entry": date(2026, 4, 20), "programme": "titp"})
    assert {"rule": "contract", "needs": ["origin"]} in answer["unknown"] and answer["headline"] == "not_allowed"


def test_the_signed_wage_is_held_against_the_minimum_wage_of_the_month_of_entry() -> None:
    # Gifu: 1,065 yen from 18 October 2025; 1,064 x 160 is 160 yen short.
    wage = {"basis": "hour", "amount": "1064 JPY", "scheduled_hours": 160}
    answer = sokha(signed={"wage": wage})
    assert answer["amounts"]["minimum_hourly"] == {"JPY": 1_065}
    assert (answer["amounts"]["short_month"], answer["amounts"]["short_hour"]) == ({"JPY": 160}, {"JPY": 1})
    assert "short_month" not in sokha()["amounts"]
    unknown = sokha(signed={"prefecture": None}, promised={"prefecture": None})
    assert {"rule": "jp.minimum_wage_shortfall", "needs": ["signed.prefecture"]} in unknown["unknown"]


@pytest.mark.parametrize(("origin", "rule", "verdict"), [
    ("vn", "vn.contract_promise", "forbidden"), ("mm", "mm.contract_swapped", "not_verified"),
])
def test_a_broken_promise_by_the_law_of_the_country_of_origin(origin: str, rule: str, verdict: str) -> None:
    assert finding(sokha(origin=origin, terms=None), rule)["verdict"] == verdict


def test_the_employer_is_not_proposed_where_it_must_not_know() -> None:
    told, kept = sokha(do_not_contact=None), sokha()
    assert any(n.get("kind") == "employer" for n in told["next"])
    assert not any(n.get("kind") == "employer" for n in kept["next"]) and kept["do_not_contact"] == ["employer"]
    assert any("Ask the employer" in n.get("where", "") for n in told["next"])
    assert not any("Ask the employer" in n.get("where", "") for n in kept["next"])
    both = sokha(do_not_contact=["employer", "sending_organisation"])
    assert not any(n.get("kind") == "sending" for n in both["next"])
    assert any(n.get("country") == "kh" for n in kept["next"]) and any(n.get("country") == "jp" for n in kept["next"])


def test_hours_of_a_day_may_have_a_half() -> None:
    answer = CHECK.answer({"promised": {"hours_per_day": 7.5}, "signed": {"hours_per_day": 8}})
    assert (answer["differences"][0]["promised"], answer["differences"][0]["signed"]) == ("7.5", 8)


def test_every_question_has_its_own_key_and_every_choice_its_word() -> None:
    keys = [f.key for f in FIELDS]
    assert len(keys) == len(set(keys))
    assert set(law().facts["prefecture"].of) == set(next(f.words for f in FIELDS if f.key == "signed.prefecture"))  # type: ignore[union-attr]


@pytest.mark.parametrize(("table", "row", "family"), [
    ("cambodia_parameters", "KH-3-07", "kh.contract_pregnancy"),
    ("myanmar_parameters", "MM-1-11", "mm.contract_swapped"),
])
def test_the_rows_of_the_dossier_are_those_that_are_loaded(table: str, row: str, family: str) -> None:
    with (TOP / "tests" / "dossier" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        raw = next(r for r in csv.DictReader(stream) if r["id"] == row)
    loaded = next(r for r in law().families[family].rows if r.id == row)
    first = next(v for k, v in raw.items() if "from" in k)
    assert (loaded.start.written, loaded.confidence) == (first, raw["confidence"])
    assert loaded.source.url in raw.values()
