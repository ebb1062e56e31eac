"""The check of pregnancy and birth: scenario S6, other days and pay, promises, what is missing, and bad input."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.fields import codes, read_told
from sampan.checks.pregnancy.result import CHECK
from sampan.rulebook.errors import BadInput
from sampan.rulebook.stored import law

TOP = Path(__file__).resolve().parents[4]
S6: dict[str, Any] = {
    "format": "sampan-pregnancy/1", "due": date(2026, 12, 20), "twins": False, "months_insured": 12,
    "standard_monthly_remuneration": "180000 JPY", "prefecture": "hyogo", "signed_no_pregnancy": True,
    "signed_with": "sending_organisation", "told_to_leave": False,
}
PLAIN = {**S6, "signed_no_pregnancy": False}


def without(document: dict[str, Any], *keys: str) -> dict[str, Any]:
    """The document without some keys."""
    return {k: v for k, v in document.items() if k not in keys}


def verdicts(answer: dict[str, Any]) -> dict[str, str]:
    """The verdict of each rule."""
    return {f["rule"]: f["verdict"] for f in answer["findings"]}


def test_scenario_s6_holds_to_the_day_and_the_yen() -> None:
    answer = CHECK.answer(S6)
    assert answer["amounts"] == {"allowance_per_day": {"JPY": 4000}, "allowance_days": 98, "allowance": {"JPY": 392000},
                                 "childbirth_lump_sum": {"JPY": 500000}}
    assert answer["dates"] == {"leave_from": "2026-11-09", "leave_to": "2027-02-14", "dismissal_void_to": "2027-12-20",
                               "dismissal_barred_to": "2027-03-16"}
    assert answer["headline"] == "not_allowed" and exit_status(answer) == 1


def test_the_example_is_scenario_s6() -> None:
    assert tomllib.loads((TOP / "docs/examples/pregnancy.toml").read_text(encoding="utf-8")) == S6


def test_the_clause_is_void_with_its_basis_and_counted_as_made_by_the_sending_organisation() -> None:
    answer = CHECK.answer(S6)
    assert verdicts(answer) == {"jp.no_pregnancy_clause": "void", "jp.no_pregnancy_sending": "void"}
    assert all(f["with"] == "sending_organisation" for f in answer["findings"])
    articles = [c["article"] for f in answer["findings"] for c in f["citations"]]
    assert articles[0] == "9(1)" and "2022-12-23" in articles[1]
    assert "The promise is counted as made by the sending organisation." in answer["remarks"]


def test_the_lump_sum_has_source_and_date_for_each_part() -> None:
    lump = next(f for f in CHECK.answer(S6)["figures"] if f["name"] == "childbirth_lump_sum")
    cited = [(c["confidence"], c["from"], bool(c["source"])) for c in lump["citations"]]
    assert cited == [("official", "2023-04-01", True), ("secondary", "2023-04-01", True)]
    assert any("Act 31 of 2026" in d for d in lump["doubts"]) and any("22 weeks" in d for d in lump["doubts"])


def test_nothing_is_sent_without_a_tick_and_danger_leads_to_the_emergency_numbers() -> None:
    steps = [s["where"] for s in CHECK.answer(S6)["next"]]
    assert "Nothing you write here is sent to your employer, your agency or your family" in steps[0]
    assert "119" in steps[1] and "110" in steps[2]


def test_with_nothing_wrong_the_money_is_shown_and_nothing_is_found() -> None:
    answer = CHECK.answer(PLAIN)
    assert answer["headline"] == "nothing_wrong_found" and answer["findings"] == [] and exit_status(answer) == 0
    untold = CHECK.answer(without(S6, "signed_no_pregnancy", "told_to_leave", "signed_with"))
    assert untold["headline"] == "nothing_wrong_found" and all(u["later"] for u in untold["unknown"])


def test_twins_bring_fourteen_weeks_before_birth_and_the_sum_for_each_child() -> None:
    answer = CHECK.answer({**PLAIN, "twins": True})
    assert answer["dates"]["leave_from"] == "2026-09-14" and answer["dates"]["leave_to"] == "2027-02-14"
    assert answer["amounts"]["allowance"] == {"JPY": 616000}
    assert answer["amounts"]["childbirth_lump_sum"] == {"JPY": 500000}
    assert answer["amounts"]["childbirth_lump_sum_two"] == {"JPY": 1000000}


def test_without_a_word_on_twins_one_child_is_assumed_aloud_and_asked_for() -> None:
    answer = CHECK.answer(without(PLAIN, "twins"))
    assert answer["headline"] == "nothing_wrong_found" and ["twins"] in [u["needs"] for u in answer["unknown"]]
    assert answer["dates"]["leave_from"] == "2026-11-09" and any("One child" in a for a in answer["assumes"])


def test_under_twelve_months_the_amount_is_an_upper_bound_and_not_verified() -> None:
    answer = CHECK.answer({**PLAIN, "months_insured": 11})
    allowance = next(f for f in answer["figures"] if f["name"] == "allowance")
    assert allowance["verdict"] == "not_verified" and allowance["value"] == {"JPY": 392000}
    assert any("the most that can be due" in d for d in allowance["doubts"])
    assert answer["headline"] == "unknown"
    assert {"rule": "jp.allowance_mean", "needs": ["insurer_mean"]} in answer["unknown"]
    told = CHECK.answer({**PLAIN, "months_insured": 11, "insurer_mean": "170000 JPY"})
    assert told["amounts"]["allowance_per_day"] == {"JPY": 3780} and told["headline"] == "nothing_wrong_found"


@pytest.mark.parametrize(("key", "lost"), [
    ("due", {"allowance", "childbirth_lump_sum", "leave_from", "leave_to", "dismissal_barred_to"}),
    ("standard_monthly_remuneration", {"allowance", "allowance_per_day"}),
    ("months_insured", {"allowance", "allowance_per_day"}),
])
def test_what_is_missing_is_asked_for_and_never_zero(key: str, lost: set[str]) -> None:
    answer = CHECK.answer(without(PLAIN, key))
    assert not lost & (set(answer["amounts"]) | set(answer["dates"]))
    assert answer["headline"] == "unknown"
    assert any(key in u["needs"] for u in answer["unknown"] if not u.get("later"))


def test_the_sum_changes_on_the_first_of_april_2023() -> None:
    for due, lump in (("2023-03-31", 420000), ("2023-04-01", 500000)):
        assert CHECK.answer({**PLAIN, "due": due})["amounts"]["childbirth_lump_sum"] == {"JPY": lump}
    late = CHECK.answer({**PLAIN, "due": date(2028, 6, 6)})
    assert "childbirth_lump_sum" not in late["amounts"] and late["no_rule"]


def test_a_birth_after_the_due_day_adds_days() -> None:
    answer = CHECK.answer({**PLAIN, "born": date(2026, 12, 28)})
    assert answer["dates"]["leave_to"] == "2027-02-22" and answer["dates"]["leave_from"] == "2026-11-09"
    assert answer["amounts"]["allowance_days"] == 106
    assert answer["dates"]["dismissal_void_to"] == "2027-12-28"


def test_after_the_job_a_year_of_insurance_decides() -> None:
    ended = {**PLAIN, "left_job": date(2026, 11, 15)}
    assert CHECK.answer(ended)["amounts"]["allowance_days"] == 98
    short = CHECK.answer({**ended, "months_insured": 11, "insurer_mean": "300000 JPY"})
    assert short["amounts"]["allowance_days"] == 7 and short["amounts"]["childbirth_lump_sum"] == {"JPY": 0}


def test_who_is_told_to_leave_gets_a_finding() -> None:
    answer = CHECK.answer({**PLAIN, "told_to_leave": True, "programme": "titp"})
    assert verdicts(answer) == {"jp.told_to_leave_pregnant": "forbidden", "jp.training_ended_pregnant": "forbidden"}
    assert answer["headline"] == "not_allowed"
    skilled = CHECK.answer({**PLAIN, "told_to_leave": True, "programme": "ssw1"})
    assert verdicts(skilled) == {"jp.told_to_leave_pregnant": "forbidden"}


@pytest.mark.parametrize(("more", "wanted"), [
    ({"origin": "kh"}, {"kh.no_pregnancy_agency": "forbidden"}),
    ({"origin": "kh", "signed_on": date(2023, 4, 30)}, {"kh.no_pregnancy_agency": "no_rule"}),
    ({"origin": "kh", "signed_on": date(2023, 5, 15)}, {"kh.no_pregnancy_agency": "not_verified"}),
    ({"origin": "vn"}, {"vn.no_pregnancy_record": "not_verified"}),
    ({"origin": "mm"}, {}),
    ({"origin": "kh", "signed_with": "employer"}, {}),
])
def test_the_country_of_origin_adds_its_own_basis(more: dict[str, Any], wanted: dict[str, str]) -> None:
    found = verdicts(CHECK.answer({**S6, **more}))
    assert {k: v for k, v in found.items() if not k.startswith("jp.")} == wanted
    assert found["jp.no_pregnancy_clause"] == "void"


def test_each_figure_has_its_working_its_article_and_its_doubts() -> None:
    answer = CHECK.answer(S6)
    assert all(f["working"] and f["citations"] and f["doubts"] for f in (*answer["figures"], *answer["findings"]))
    days = {f["name"]: f["citations"][-1]["article"] for f in answer["figures"]}
    assert days["leave_from"] == "65(1), 65(2)" and days["dismissal_void_to"] == "9(3), 9(4)"


def test_the_findings_call_for_help_with_the_promise() -> None:
    told = read_told(CHECK.format, CHECK.fields, S6)
    out = CHECK.work(told, codes(CHECK.fields, told, law().facts), law(), date(2026, 11, 25))
    assert out.topics == ["pregnancy", "void_term", "maternity_allowance", "childbirth_lump_sum"]


@pytest.mark.parametrize(("key", "value"), [
    ("due", "2026-02-29"), ("twins", 2), ("standard_monthly_remuneration", "180000"), ("months_insured", -1),
    ("prefecture", "hanoi"), ("signed_with", "friend"), ("told_to_leave", "maybe"), ("born", "soon"), ("agency", "x"),
])
def test_bad_input_names_the_key(key: str, value: object) -> None:
    with pytest.raises(BadInput) as caught:
        CHECK.answer({**S6, key: value})
    assert [e["key"] for e in caught.value.errors] == [key]


@pytest.mark.parametrize("standard", [58000, 98000, 134000, 170000, 190000, 320000, 1390000])
@pytest.mark.parametrize("twins", [False, True])
def test_a_separate_count_in_fractions_agrees(standard: int, twins: bool) -> None:
    day = 10 * floor(Fraction(standard, 300) + Fraction(1, 2))
    rate = floor(Fraction(day * 2, 3) + Fraction(1, 2))
    amounts = CHECK.answer({**PLAIN, "twins": twins, "standard_monthly_remuneration": f"{standard} JPY"})["amounts"]
    assert amounts["allowance_per_day"] == {"JPY": rate}
    assert amounts["allowance"] == {"JPY": rate * (56 + (98 if twins else 42))}


def test_every_name_of_an_answer_has_its_words() -> None:
    answer = CHECK.answer({**S6, "twins": True})
    assert {*answer["amounts"], *answer["dates"]} <= set(CHECK.words)


def test_without_the_due_day_only_that_day_is_asked_for() -> None:
    asked = [u["needs"] for u in CHECK.answer(without(PLAIN, "due"))["unknown"] if not u.get("later")]
    assert asked and all(needs == ["due"] for needs in asked)


def test_the_rule_of_cambodia_is_the_row_of_the_raw_table() -> None:
    with (TOP / "tests/dossier/cambodia_parameters.csv").open(encoding="utf-8", newline="") as stream:
        raw = next(r for r in csv.DictReader(stream) if r["id"] == "KH-3-07")
    (row,) = law().families["kh.pregnancy"].rows
    assert "prohibited" in raw.values() and row.values == {"pregnancy_words_ban": 1}
    assert row.start.written in raw.values() and row.confidence in raw.values() and row.source.url in raw.values()
    assert row.article in raw.values()
