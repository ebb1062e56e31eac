"""Dates, unknowns and confidence: what a case answers when something is missing, vague or unsure."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from sampan.rulebook import stored
from sampan.rulebook.kleene import Missing
from sampan.rulebook.law import Law, read_law
from sampan.rulebook.sheet import Sheet
from sampan.rulebook.stored import law
from sampan.rulebook.tests.test_language import FAMILY, ROW, made

DAY = date(2026, 8, 20)


def ask(rules: Law, rule: str, **facts: object) -> object:
    sheet = Sheet(rules, {k: rules.facts[k].code(v) for k, v in facts.items()})
    return sheet.value(rule)


def test_outside_its_dates_a_family_answers_no_rule_and_never_the_last_value() -> None:
    last = date(2027, 9, 30)
    assert ask(law(), "jp.minimum_month", prefecture="aichi", worked_on=last, scheduled_hours=1) == 1195
    after = ask(law(), "jp.minimum_month", prefecture="aichi", worked_on=last + timedelta(1), scheduled_hours=1)
    assert isinstance(after, Missing)
    assert [n.missing for n in after.no_rule] == ["jp.minimum_wage aichi"]


@pytest.mark.parametrize(("family", "last"), [
    ("jp.minimum_wage", "2027-09-30"), ("jp.health", "2027-02-28"), ("jp.child_levy", "2027-02-28"),
    ("jp.employment_insurance", "2027-03-31"), ("jp.withholding_tax", "2027-12-31"),
])
def test_a_yearly_figure_may_be_used_until_its_day(family: str, last: str) -> None:
    ends = {r.end.isoformat() for r in law().families[family].rows}
    assert max(ends) <= (last if family != "jp.minimum_wage" else "2027-12-01")
    assert last in ends


def test_a_missing_fact_is_named_and_what_does_not_need_it_is_decided() -> None:
    missing = ask(law(), "jp.base_pay", wage_basis="hour", wage_amount=1140)
    assert isinstance(missing, Missing) and missing.facts == {"scheduled_hours"}
    assert ask(law(), "jp.base_pay", wage_basis="month", wage_amount=180000) == 180000


def test_a_rule_that_can_decide_without_the_missing_fact_does() -> None:
    facts: dict[str, object] = {"prefecture": "aichi", "worked_on": date(2026, 10, 15), "wage_basis": "hour",
                                "scheduled_hours": 160, "allowance_counted": 0, "allowance_unclear": 5000}
    assert ask(law(), "jp.minimum_wage_shortfall", wage_amount=1195, **facts) == 0
    assert ask(law(), "jp.minimum_wage_shortfall", wage_amount=1140, **facts) == 3800
    between = ask(law(), "jp.minimum_wage_shortfall", wage_amount=1180, **facts)
    assert isinstance(between, Missing) and between.facts == {"allowance_other_counts"}


def test_between_the_earliest_and_the_certain_day_a_row_does_not_decide(tmp_path: Path) -> None:
    rules = made(tmp_path, FAMILY + ROW.replace("2020-01-01", '"2023-05"'))
    for day, decides in ((date(2023, 5, 15), False), (date(2023, 5, 31), True)):
        sheet = Sheet(rules, {"signed": day.toordinal(), "charge_amount": 11})
        assert sheet.value("zz.excess") == 1
        assert [u.decides for u in sheet.rests_on("zz.excess")] == [decides]
    before = ask(rules, "zz.excess", signed=date(2023, 4, 30), charge_amount=11)
    assert isinstance(before, Missing) and before.no_rule


@pytest.mark.parametrize("confidence", ["memory", "unknown"])
def test_what_rests_on_memory_is_computed_but_never_decides(tmp_path: Path, confidence: str) -> None:
    rules = made(tmp_path, FAMILY.replace('"official"', f'"{confidence}"') + ROW)
    sheet = Sheet(rules, {"signed": DAY.toordinal(), "charge_amount": 11})
    assert sheet.value("zz.excess") == 1
    assert not any(u.decides for u in sheet.rests_on("zz.excess"))


def test_the_hash_changes_with_any_figure(tmp_path: Path) -> None:
    one = made(tmp_path).hash
    assert made(tmp_path, FAMILY + ROW.replace("= 10 ", "= 11 ")).hash != one
    assert read_law().hash == law().hash


def test_the_kept_copy_of_the_law_is_the_law_and_a_spoilt_copy_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "FOLDER", tmp_path)
    made, kept = stored.law.__wrapped__(), stored.law.__wrapped__()
    assert made is not kept and made.hash == kept.hash == read_law().hash
    assert ask(kept, "jp.minimum_month", prefecture="aichi", worked_on=date(2026, 10, 15), scheduled_hours=1) == 1195
    next(tmp_path.glob("law-*.pickle")).write_bytes(b"spoilt")
    assert stored.law.__wrapped__().hash == made.hash
