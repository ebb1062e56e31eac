"""`sampan law`: what its commands print."""

from __future__ import annotations

import json
from datetime import date

import pytest

from sampan.rulebook import review
from sampan.rulebook.families import Family
from sampan.rulebook.graph import rests_on, used_by, used_in, worked_cases
from sampan.rulebook.law import LAW
from sampan.rulebook.pages import command
from sampan.rulebook.stored import law
from sampan.rulebook.told import conditions, expected, measured


def printed(capsys: pytest.CaptureFixture[str], what: str, *which: str) -> list[str]:
    assert command(what, list(which), False) == 0
    return capsys.readouterr().out.splitlines()


def test_the_difference_tells_sentences_first_and_values_after(capsys):
    lines = printed(capsys, "diff", "2027-03-31", "2027-04-01")
    told = next(n for n, line in enumerate(lines) if line.startswith("The Technical Intern Training Programme (TITP)"))
    value = next(n for n, line in enumerate(lines) if line.startswith("-  jp.programme_titp"))
    assert told < value
    assert "[jp.programme_titp; by entry; secondary]" in lines[told]
    assert any(line.startswith("    doubt: ") for line in lines)


def test_the_difference_of_quiet_days_says_so(capsys):
    assert printed(capsys, "diff", "2027-01-11", "2027-01-12")[-1] == (
        "Nothing that is loaded differs between the two days.")


def test_the_difference_is_json_too(capsys):
    assert command("diff", ["2027-03-31", "2027-04-01"], True) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"+", "-"} == {e["change"] for e in found if isinstance(e, dict)}


def test_the_cases_of_a_rule_are_readable(capsys):
    text = "\n".join(printed(capsys, "cases", "jp.titp_in_force_on_entry"))
    assert "after the transition no rule is loaded" in text
    assert "given   programme titp, entry 2027-07-01" in text
    assert "expect  No rule is loaded: jp.programme_titp: Sampan answers so" in text
    assert "OTHERWISE" not in text


def test_a_rule_without_cases_says_so_and_values_have_none(capsys):
    without = next(name for name in law().rules if name not in worked_cases(law()))
    assert printed(capsys, "cases", without) == [f"{without} has no worked case of its own"]
    assert command("cases", ["jp.minimum_wage"], False) == 2
    assert "belong to a rule" in capsys.readouterr().err


def test_cases_are_json_too(capsys):
    assert command("cases", ["jp.titp_transition"], True) == 0
    assert all(case["holds"] for case in json.loads(capsys.readouterr().out))


def test_a_day_that_is_none_is_refused_with_an_example(capsys):
    assert command("stale", ["soon"], False) == 2
    assert "sampan law stale 2028-06-01" in capsys.readouterr().err


def test_a_family_is_stale_after_400_days_and_not_before():
    family = law().families["vn.deposit"]
    for days, stale in ((400, False), (401, True)):
        day = date.fromordinal(family.checked.toordinal() + days)
        (found,) = [c for c in review.checks(law(), day) if c.family is family]
        assert found.stale is stale


def test_what_was_checked_longest_ago_stands_first():
    days = [c.days for c in review.checks(law(), date(2027, 1, 1))]
    assert days == sorted(days, reverse=True)


def test_what_is_from_memory_is_not_verified():
    kinds = {(o.kind, o.family.id) for o in review.unverified(law())}
    assert {("memory", "jp.bans_deposit"), ("undecided", "jp.esd"), ("vague", "jp.deductions_return"),
            ("conflicting", "vn.deposit"), ("doubt", "jp.esd")} <= kinds


def test_the_line_to_change_is_the_line_that_says_checked():
    def line(family: Family) -> str:
        text = (LAW / family.file).read_text(encoding="utf-8")
        return text.splitlines()[review.checked_line(family) - 1]

    assert all(line(f).startswith("checked") and str(f.checked) in line(f) for f in law().families.values())


def test_what_rests_on_what_is_followed_to_the_end():
    rules, families = rests_on(law(), "vn.service_charge_excess")
    assert "jp.base_pay" in rules and "vn.service_charge" in {f.id for f in families}
    assert "vn.service_charge_ceiling" in used_by(law(), law().families["vn.service_charge"])
    assert "vn.service_charge_excess" in used_in(law(), "vn.service_charge_ceiling")


@pytest.mark.parametrize(("value", "unit", "said"), [
    (1195, "1 JPY", "1,195 JPY"), (993, "0.01 percent", "9.93 percent"), (1000, "0.01 percent", "10 percent"),
    (7, "0.1 month of pay per 12 months", "0.7 month of pay per 12 months"), (2, "months of pay", "2 months of pay"),
    (1067754, "0.0001 JPY per USD", "106.7754 JPY per USD"), (600000, "1 US cent", "6,000.00 USD"),
    (280000, "US cent, all items", "2,800.00 USD, all items"), (1, "yes or no", "yes"),
    (2, "1 = open, 2 = only with a plan approved before", "only with a plan approved before"),
    (3, "1 = open, 2 = closed", "3 1 = open, 2 = closed"),
])
def test_a_value_is_told_in_its_unit(value, unit, said):
    assert measured(value, unit).said() == said


def test_when_a_rule_applies_is_told_condition_by_condition():
    rule = law().rules["vn.service_charge_excess"]
    assert conditions(law(), rule.scope) == [
        "origin is vn", "charge kind is service charge",
        "programme is not titp or signed before 6 April 2016 or signed after 31 December 2021"]
    assert conditions(law(), law().rules["jp.gross"].scope) == []


def test_an_expectation_is_told_in_words():
    rules = law().rules
    assert expected(rules["jp.titp_transition"], 0) == ("The rule is kept.", "")
    assert expected(rules["jp.titp_transition"], "unknown: entry") == ("It cannot be decided without:", "entry")
    assert expected(rules["jp.gross"], 182400) == ("", "182,400 JPY")
    assert expected(rules["vn.service_charge_usd_ceiling"], 360000) == ("", "3,600.00 USD")
