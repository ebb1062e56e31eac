"""What was taken from the pay: without an agreement, more than the law fixes, or for insurance that was not joined."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.payslip.lines import read_line, words
from sampan.checks.payslip.questions import PAID, TAKEN
from sampan.checks.payslip.result import CHECK
from sampan.checks.payslip.tests.test_payslip import finding, slip

# Aichi, October 2026, 160 hours at 1,200 yen: 192,000 yen, standard 190,000.
# Health 9.93 %, levy 0.23 %, pension 18.3 %, care 1.62 %: the half of each; employment insurance 5/1000.
DUE = {"health": 9433, "child_levy": 218, "pension": 17385, "employment": 960}
AICHI: dict[str, Any] = {
    "prefecture": "aichi", "month": "2026-10", "payday": date(2026, 11, 10), "pay__amount": "1200 JPY",
    "hours": {"regular": 160, "overtime": 0, "night": 0, "holiday": 0},
    "paid": [{"kind": "base", "amount": "192000 JPY"}],
}


def taken(**amounts: int) -> list[dict[str, Any]]:
    return [{"kind": kind, "amount": f"{amount} JPY"} for kind, amount in amounts.items()]


def aichi(**changes: Any) -> dict[str, Any]:
    return CHECK.answer(slip(**{**AICHI, **changes}))


def test_what_the_law_fixes_may_be_taken() -> None:
    answer = aichi(deduction=taken(**DUE, income_tax=3050, resident_tax=5400))
    assert [(f["rule"], f["verdict"]) for f in answer["findings"] if f["verdict"] != "allowed"] == []
    assert (answer["headline"], exit_status(answer)) == ("nothing_wrong_found", 0)
    names = ("health_computed", "child_levy_computed", "pension_computed", "employment_computed")
    assert [answer["amounts"][n]["JPY"] for n in names] == list(DUE.values())


@pytest.mark.parametrize(("kind", "rule"), [
    ("health", "jp.health_taken_over"), ("child_levy", "jp.levy_taken_over"), ("pension", "jp.pension_taken_over"),
    ("employment", "jp.employment_taken_over"),
])
def test_more_than_due_is_over_by_the_difference(kind: str, rule: str) -> None:
    answer = aichi(deduction=taken(**{**DUE, kind: DUE[kind] + 7}))
    found = finding(answer, rule)
    assert (found["verdict"], found["amount"], found["kind"]) == ("over", {"JPY": 7}, kind)
    assert answer["headline"] == "not_allowed" and found["citations"] and found["working"]


def test_less_than_due_is_no_finding_against_the_employer() -> None:
    assert finding(aichi(deduction=taken(**{**DUE, "health": 9000})), "jp.health_taken_over")["verdict"] == "allowed"


def test_the_premium_of_an_earlier_grade_is_a_doubt() -> None:
    found = finding(aichi(deduction=taken(**{**DUE, "health": 9930})), "jp.health_taken_over")
    assert any("standard remuneration" in d for d in found["doubts"])
    assert any("article 167" in d for d in found["doubts"])


def test_the_premium_of_the_month_before_is_not_held_against_the_employer() -> None:
    # Aichi had 10.03 % until February 2026 and has 9.93 % since: 9,528.5 and 9,433.5 of 190,000.
    line = {"month": "2026-03", "payday": date(2026, 3, 25)}
    found = finding(aichi(**line, deduction=taken(health=9528)), "jp.health_taken_over")
    assert (found["verdict"], found["aside"]) == ("not_verified", True)
    assert finding(aichi(**line, deduction=taken(health=9529)), "jp.health_taken_over")["verdict"] == "over"


def test_sake_brewing_is_a_doubt_of_employment_insurance_in_a_factory() -> None:
    for industry, told in (("manufacturing", True), ("care", False)):
        found = finding(aichi(industry=industry, deduction=taken(employment=960)), "jp.employment_taken_over")
        assert any("Sake" in d for d in found["doubts"]) == told


def test_allowances_beyond_those_agreed_do_not_make_up_for_missing_overtime() -> None:
    answer = aichi(hours__overtime=10, paid=[{"kind": "base", "amount": "192000 JPY"},
                                             {"kind": "allowance", "amount": "15000 JPY"}])
    assert answer["amounts"]["short"] == {"JPY": 15000}
    assert any("More was paid as allowances" in remark for remark in answer["remarks"])


@pytest.mark.parametrize(("age", "over"), [(39, 1539), (40, 0), (64, 0), (65, 1539)])
def test_care_insurance_is_taken_from_40_to_64(age: int, over: int) -> None:
    found = finding(aichi(age=age, deduction=taken(**DUE, care=1539)), "jp.care_taken_over")
    assert found["amount"] == ({"JPY": over} if over else {})


def test_care_and_levy_in_the_line_of_health_insurance_are_counted_with_it() -> None:
    for amount, over in ((9433 + 218 + 1539, {}), (9433 + 218 + 1540, {"JPY": 1})):
        found = finding(aichi(age=45, deduction=taken(health=amount)), "jp.health_taken_over")
        assert found["amount"] == over


def test_both_ways_to_the_income_tax_are_shown_and_the_higher_may_be_taken() -> None:
    # 191,200 less 9,433, 218, 17,385 and 956 is 163,208; less 55,630 and 48,334 is 59,244; 5.105 percent is 3,020.
    least = {"pay__amount": "1195 JPY", "paid": [{"kind": "base", "amount": "191200 JPY"}]}
    answer = aichi(**least, deduction=taken(income_tax=3000))
    assert [answer["amounts"][n]["JPY"] for n in ("income_tax_computed", "income_tax_table")] == [3020, 3050]
    for amount, verdict in ((3050, "allowed"), (3051, "over")):
        found = finding(aichi(**least, deduction=taken(income_tax=amount)), "jp.income_tax_taken_over")
        assert found["verdict"] == verdict and any("declaration" in a for a in found["assumes"])


def test_outside_2026_the_calculation_stands_alone_and_says_so() -> None:
    answer = aichi(month="2025-10", payday=date(2025, 11, 10), deduction=taken(income_tax=3000))
    assert "income_tax_table" not in answer["amounts"] and "income_tax_computed" in answer["amounts"]
    assert any("paydays of 2026" in remark for remark in answer["remarks"])


def test_resident_tax_is_shown_but_not_judged_and_the_answer_says_why() -> None:
    answer = aichi(deduction=taken(resident_tax=5400))
    shown = next(f for f in answer["figures"] if f["name"] == "resident_tax_taken")
    assert shown["value"] == {"JPY": 5400} and any("June of the second year" in d for d in shown["doubts"])
    assert shown["citations"][0]["article"].startswith("39") and answer["headline"] == "nothing_wrong_found"


@pytest.mark.parametrize("kind", ["rent", "utilities", "food", "savings", "management_fee", "other"])
def test_other_deductions_need_a_written_agreement(kind: str) -> None:
    line = {"kind": kind, "amount": "20000 JPY", "agreed_in_writing": False}
    answer = aichi(deduction=[line, {**line, "agreed_in_writing": True}])
    found = [f for f in answer["findings"] if f["rule"] == "jp.taken_without_agreement"]
    told = [(f["verdict"], f["amount"], f["index"]) for f in found]
    assert told == [("forbidden", {"JPY": 20000}, 0), ("allowed", {}, 1)]
    assert [f["citations"][0]["article"] for f in found] == ["24(1)", "24(1)"]


def test_not_insured_is_told_but_does_not_hold_up_the_answer_and_what_was_taken_all_the_same_is_over() -> None:
    answer = aichi(insured={"health": False, "pension": False, "employment": True}, deduction=taken(pension=17385))
    assert finding(answer, "jp.not_in_health")["verdict"] == "not_verified"
    assert finding(answer, "jp.pension_taken_over")["amount"] == {"JPY": 17385}
    clean = aichi(insured={"health": False, "pension": True, "employment": True}, deduction=[])
    assert finding(clean, "jp.not_in_health")["verdict"] == "not_verified"
    assert (clean["headline"], exit_status(clean)) == ("nothing_wrong_found", 0)


def test_a_month_without_a_loaded_rate_names_the_table() -> None:
    answer = aichi(month="2021-11", payday=date(2021, 12, 10), deduction=taken(health=9000))
    assert "jp.health aichi" in {n["missing"] for n in answer["no_rule"]}
    untold = aichi(month="2021-11", payday=date(2021, 12, 10), deduction=[])
    named = [n for n in untold["no_rule"] if n["missing"] == "jp.health aichi"]
    assert named and all(n["later"] for n in untold["no_rule"]) and "health_computed" not in untold["amounts"]


@pytest.mark.parametrize(("label", "place", "kind"), [
    ("基本給", "paid", "base"), ("残業手当", "paid", "overtime"), ("時間外", "paid", "overtime"),
    ("深夜手当", "paid", "night"),
    ("休日出勤", "paid", "holiday"), ("健康保険料", "deduction", "health"), ("介護保険", "deduction", "care"),
    ("厚生年金保険", "deduction", "pension"), ("雇用保険料", "deduction", "employment"),
    ("所得税", "deduction", "income_tax"),
    ("住民税", "deduction", "resident_tax"), ("寮費", "deduction", "rent"), ("水道光熱費", "deduction", "utilities"),
    ("管理費", "deduction", "management_fee"), ("積立金", "deduction", "savings"), ("組合費", "deduction", "other"),
    ("残業時間", "hours", ""), ("差引支給額", "sum", ""), ("社会保険料合計", "sum", ""),
    ("時間外手当(法定内)", "paid", "overtime"),
    (" 健 康 保 険 ", "deduction", "health"), ("子ども・子育て支援金", "deduction", "child_levy"),
])
def test_a_printed_line_is_found_with_its_kind(label: str, place: str, kind: str) -> None:
    line = read_line(label)
    assert line is not None and (line.list, line.kind) == (place, kind) and line.meaning


def test_every_known_line_has_a_kind_of_the_format() -> None:
    kinds = {"paid": set(PAID), "deduction": set(TAKEN), "hours": {""}, "sum": {""}}
    assert all(line.kind in kinds[line.list] for line in words().values()) and len(words()) > 120


def test_the_label_gives_the_kind_where_none_was_chosen() -> None:
    answer = aichi(paid=[{"label": "基本給", "amount": "192000 JPY"}],
                   deduction=[{"label": "雇用保険料", "amount": "960 JPY"}])
    assert answer["amounts"]["paid"] == {"JPY": 192000}
    assert finding(answer, "jp.employment_taken_over")["verdict"] == "allowed"


def test_a_label_of_another_kind_is_remarked_and_an_unknown_one_said() -> None:
    answer = aichi(paid=[{"kind": "base", "label": "残業手当", "amount": "192000 JPY"},
                         {"kind": "other", "label": "謎", "amount": "1 JPY"}])
    assert any("another kind" in remark for remark in answer["remarks"])
    meanings = [line["meaning"] for line in answer["lines"]]
    assert meanings == ["overtime pay", "The meaning of this line is not known here."]
