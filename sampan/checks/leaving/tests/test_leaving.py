"""The check of leaving: notice, last pay, kept money and documents, bars, state advance, and bad input."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sampan.checks.check import exit_status
from sampan.checks.fields import codes, read_told
from sampan.checks.leaving.result import CHECK
from sampan.rulebook.errors import BadInput
from sampan.rulebook.stored import law

TOP = Path(__file__).resolve().parents[4]
SENT: dict[str, Any] = {
    "format": "sampan-leaving/1", "programme": "titp", "dismissed": True, "notice_given": date(2026, 8, 21),
    "last_day": date(2026, 9, 10), "contract_end": date(2027, 3, 31), "basis": "month", "calendar_days": 92,
    "wages_three_months": "570000 JPY", "last_pay_due": "180000 JPY", "last_pay_received": "60000 JPY",
    "written_agreement": False, "documents_kept": ["passport"],
    "kept_for": [{"kind": "visa", "amount": "80000 JPY"}, {"kind": "housing", "amount": "40000 JPY"}],
}
QUIET: dict[str, Any] = {
    "format": "sampan-leaving/1", "programme": "ssw1", "dismissed": True, "notice_given": date(2026, 8, 31),
    "last_day": date(2026, 9, 30), "last_pay_due": "180000 JPY", "last_pay_received": "180000 JPY",
    "documents_kept": [], "written_agreement": False,
}


def without(document: dict[str, Any], *keys: str) -> dict[str, Any]:
    """The document without some keys."""
    return {k: v for k, v in document.items() if k not in keys}


def found(answer: dict[str, Any], rule: str) -> list[str]:
    """The verdicts of a rule, in order."""
    return [f["verdict"] for f in answer["findings"] if f["rule"] == rule]


def test_the_example_adds_up_to_the_yen() -> None:
    document = tomllib.loads((TOP / "docs/examples/leaving.toml").read_text(encoding="utf-8"))
    assert document == SENT
    answer = CHECK.answer(document)
    # 180,000 - 60,000 = 120,000, of which 80,000 and 40,000 were kept; ten days of 6,195.65 yen are 61,957.
    assert answer["amounts"] == {"notice_allowance": {"JPY": 61957}, "last_pay_unpaid": {"JPY": 120000},
                                 "claim": {"JPY": 181957}}
    assert answer["dates"] == {"notice_ends": "2026-09-20", "pay_by": "2026-09-17"}
    assert answer["headline"] == "not_allowed" and exit_status(answer) == 1


def test_each_kept_sum_is_judged_by_itself() -> None:
    answer = CHECK.answer(SENT)
    kept = [(f["rule"], f["verdict"], f["amount"], f["kept_for"]) for f in answer["findings"] if "kept_for" in f]
    assert kept == [
        ("jp.kept_advance", "forbidden", {"JPY": 80000}, {"index": 0, "kind": "visa"}),
        ("jp.kept_without_agreement", "forbidden", {"JPY": 40000}, {"index": 1, "kind": "housing"}),
    ]


def test_with_an_agreement_the_room_may_be_kept_and_the_visa_may_not() -> None:
    answer = CHECK.answer({**SENT, "written_agreement": True})
    assert found(answer, "jp.kept_without_agreement") == ["allowed"]
    assert found(answer, "jp.kept_advance") == ["forbidden"]
    assert answer["amounts"]["claim"] == {"JPY": 80000 + 61957}


def test_damage_with_an_agreement_is_shown_and_not_decided() -> None:
    kept = [{"kind": "damage", "amount": "30000 JPY"}]
    answer = CHECK.answer({**QUIET, "last_pay_received": "150000 JPY", "written_agreement": True, "kept_for": kept})
    assert found(answer, "jp.kept_for_damage") == ["not_verified"]
    assert found(answer, "jp.last_pay_short") == ["allowed"]
    assert answer["amounts"]["claim"] == {"JPY": 0} and answer["headline"] == "unknown"
    assert "Money that may be kept, or that is not decided, is not in the claim." in answer["remarks"]


def test_without_a_word_on_the_agreement_it_is_asked_for() -> None:
    kept = [{"kind": "housing", "amount": "30000 JPY"}]
    answer = CHECK.answer({**without(QUIET, "written_agreement"), "kept_for": kept})
    assert answer["headline"] == "unknown" and "claim" not in answer["amounts"]
    assert ["written_agreement"] in [u["needs"] for u in answer["unknown"]]


def test_thirty_days_of_notice_and_a_full_last_pay_are_nothing_wrong() -> None:
    answer = CHECK.answer(QUIET)
    assert answer["headline"] == "nothing_wrong_found" and exit_status(answer) == 0
    assert answer["dates"] == {"notice_ends": "2026-09-30", "pay_by": "2026-10-07"}
    assert answer["amounts"] == {"last_pay_unpaid": {"JPY": 0}, "claim": {"JPY": 0}}


@pytest.mark.parametrize(("last", "verdict"), [("2026-09-29", "short"), ("2026-09-30", "allowed"),
                                               ("2026-10-01", "allowed")])
def test_the_thirtieth_day_decides(last: str, verdict: str) -> None:
    assert found(CHECK.answer({**QUIET, "last_day": last}), "jp.dismissal_notice_short") == [verdict]


def test_short_notice_without_wages_is_still_short_and_asks_for_them_later() -> None:
    answer = CHECK.answer({**QUIET, "last_day": date(2026, 9, 10)})
    assert answer["headline"] == "short" and "notice_allowance" not in answer["amounts"]
    assert answer["amounts"]["claim"] == {"JPY": 0}
    assert any(u.get("later") and "wages_three_months" in u["needs"] for u in answer["unknown"])


def test_in_trial_time_of_two_weeks_no_notice_is_due() -> None:
    told = {**QUIET, "last_day": date(2026, 8, 31), "work_kind": "trial", "hired": date(2026, 8, 18)}
    assert found(CHECK.answer(told), "jp.dismissal_notice_short") == ["allowed"]
    longer = CHECK.answer({**told, "hired": date(2026, 8, 17)})
    assert found(longer, "jp.dismissal_notice_short") == ["short"]


@pytest.mark.parametrize(("more", "verdicts"), [
    ({"injury_leave_from": date(2026, 8, 1), "injury_leave_to": date(2026, 8, 31)}, ["forbidden"]),
    ({"injury_leave_from": date(2026, 8, 1), "injury_leave_to": date(2026, 8, 30)}, ["allowed"]),
    ({"injury_leave_from": date(2026, 8, 1)}, ["forbidden"]),
    ({"maternity_leave_from": date(2026, 8, 1), "maternity_leave_to": date(2026, 9, 20)}, ["forbidden"]),
    ({}, []),
])
def test_nobody_is_dismissed_in_leave_or_in_the_thirty_days_after(more: dict[str, Any], verdicts: list[str]) -> None:
    assert found(CHECK.answer({**QUIET, **more}), "jp.dismissal_barred") == verdicts


def test_before_the_end_of_the_contract_the_reason_must_be_looked_at() -> None:
    answer = CHECK.answer({**QUIET, "contract_end": date(2027, 3, 31)})
    assert found(answer, "jp.dismissal_before_end") == ["not_verified"] and answer["headline"] == "unknown"
    no_reason = CHECK.answer({**QUIET, "reason_told": False})
    assert found(no_reason, "jp.dismissal_without_reason") == ["not_verified"]


@pytest.mark.parametrize(("programme", "last", "verdict"), [
    ("titp", "2026-09-30", ["forbidden"]), ("ssw1", "2026-09-30", []), ("esd", "2027-09-30", ["not_verified"]),
    ("titp", "2027-09-30", ["not_verified"]), ("titp", "2017-11-15", ["not_verified"]),
])
def test_the_passport_of_a_trainee_is_never_kept(programme: str, last: str, verdict: list[str]) -> None:
    answer = CHECK.answer({**QUIET, "programme": programme, "last_day": last, "documents_kept": ["passport"]})
    assert found(answer, "jp.document_of_trainee") == verdict


def test_everything_kept_must_be_given_back_and_a_bankbook_is_never_kept() -> None:
    answer = CHECK.answer({**QUIET, "documents_kept": ["residence_card", "bankbook"]})
    assert found(answer, "jp.belongings_kept") == ["forbidden"]
    assert found(answer, "jp.bankbook_of_worker") == ["forbidden"]
    assert answer["headline"] == "not_allowed"


def test_who_resigns_has_two_weeks_without_a_fixed_term() -> None:
    told = {**without(QUIET, "last_day"), "dismissed": False, "last_day": date(2026, 9, 30)}
    assert CHECK.answer({**told, "fixed_term": False})["dates"]["notice_ends"] == "2026-09-14"
    fixed = {**told, "contract_end": date(2028, 3, 31), "hired": date(2026, 4, 1)}
    assert CHECK.answer(fixed)["dates"]["notice_ends"] == "2027-04-01"
    open_ = CHECK.answer(told)
    assert "notice_ends" not in open_["dates"] and open_["headline"] == "nothing_wrong_found"
    assert open_["unknown"] == [{"rule": "jp.resignation_ends", "needs": ["fixed_term"], "later": True}]


def test_seven_days_run_from_the_day_of_asking() -> None:
    assert CHECK.answer({**QUIET, "asked_on": date(2026, 10, 5)})["dates"]["pay_by"] == "2026-10-12"
    early = CHECK.answer({**QUIET, "asked_on": date(2026, 9, 1)})
    assert early["dates"]["pay_by"] == "2026-10-07"
    pay_by = next(f for f in CHECK.answer(QUIET)["figures"] if f["name"] == "pay_by")
    assert any("as if you asked on your last day" in d for d in pay_by["doubts"])


def test_a_last_pay_that_lacks_only_what_may_be_kept_is_not_short() -> None:
    room = {**QUIET, "last_pay_received": "150000 JPY", "kept_for": [{"kind": "housing", "amount": "30000 JPY"}]}
    allowed = CHECK.answer({**room, "written_agreement": True})
    assert found(allowed, "jp.last_pay_short") == ["allowed"] and exit_status(allowed) == 0
    assert found(CHECK.answer(room), "jp.last_pay_short") == ["short"]
    open_yet = CHECK.answer(without(room, "written_agreement"))
    assert found(open_yet, "jp.last_pay_short") == ["allowed"] and exit_status(open_yet) == 3
    assert {"rule": "jp.leaving_claim", "needs": ["written_agreement"]} in open_yet["unknown"]


def test_late_interest_is_counted_to_the_day_asked_about() -> None:
    told = {**QUIET, "last_pay_due": "150000 JPY", "last_pay_received": "0 JPY", "on": date(2026, 11, 30)}
    assert CHECK.answer(told)["amounts"]["late_interest"] == {"JPY": 3660}


def test_the_state_advance_has_its_sum_and_its_days() -> None:
    told = {**QUIET, "last_day": date(2026, 6, 30), "insolvent": True, "unpaid": "2000000 JPY", "age": 29,
            "decision_on": date(2026, 10, 15), "notice_given": date(2026, 5, 31)}
    answer = CHECK.answer(told)
    assert answer["amounts"]["state_advance"] == {"JPY": 880000}
    assert answer["dates"]["advance_confirm_by"] == "2026-12-31"
    assert answer["dates"]["advance_claim_by"] == "2028-10-15"
    assert ["age"] in [u["needs"] for u in CHECK.answer(without(told, "age"))["unknown"]]


@pytest.mark.parametrize(("key", "needs"), [
    ("last_pay_received", "last_pay_received"), ("last_day", "last_day"), ("notice_given", "notice_given"),
    ("dismissed", "dismissed"),
])
def test_what_is_missing_is_asked_for_and_never_zero(key: str, needs: str) -> None:
    answer = CHECK.answer(without(QUIET, key))
    assert answer["headline"] == "unknown"
    assert any(needs in u["needs"] for u in answer["unknown"] if not u.get("later"))
    assert key != "last_pay_received" or "claim" not in answer["amounts"]


def test_a_kept_sum_without_its_amount_is_asked_for() -> None:
    answer = CHECK.answer({**QUIET, "kept_for": [{"kind": "visa"}]})
    assert ["kept_for.amount"] in [u["needs"] for u in answer["unknown"]] and "claim" not in answer["amounts"]


def test_each_figure_has_its_working_its_article_and_its_doubts() -> None:
    answer = CHECK.answer({**SENT, "on": date(2026, 11, 30), "insolvent": True, "unpaid": "300000 JPY", "age": 24})
    assert all(f["working"] and f["citations"] and f["doubts"] for f in answer["figures"])
    assert all(f["citations"] for f in answer["findings"])
    articles = {f["rule"]: " ".join(c["article"] for c in f["citations"]) for f in answer["findings"]}
    assert articles["jp.kept_advance"] == "17" and articles["jp.document_of_trainee"] == "48(1)"
    assert articles["jp.belongings_kept"].startswith("23(1)") and "20(1)" in articles["jp.dismissal_notice_short"]


def test_the_findings_call_for_their_remedies() -> None:
    told = read_told(CHECK.format, CHECK.fields, SENT)
    out = CHECK.work(told, codes(CHECK.fields, told, law().facts), law(), date(2026, 11, 25))
    assert set(out.topics) == {"dismissal", "unpaid_wages", "kept_money", "deductions", "documents_kept", "leaving"}


@pytest.mark.parametrize(("key", "value", "named"), [
    ("programme", "tourist", "programme"), ("last_day", "2026-13-01", "last_day"),
    ("dismissed", "yes please", "dismissed"), ("kept_for", [{"kind": "tea", "amount": "1 JPY"}], "kept_for 1.kind"),
    ("documents_kept", "passport", "documents_kept"), ("documents_kept", ["phone"], "documents_kept 1"),
    ("last_pay_due", "-5 JPY", "last_pay_due"), ("age", 13, "age"),
    ("wages", "1 JPY", "wages"),
])
def test_bad_input_names_the_key(key: str, value: object, named: str) -> None:
    with pytest.raises(BadInput) as caught:
        CHECK.answer({**QUIET, key: value})
    assert [e["key"] for e in caught.value.errors] == [named]


def test_every_name_of_an_answer_has_its_words() -> None:
    answer = CHECK.answer({**SENT, "on": date(2026, 11, 30), "insolvent": True, "unpaid": "300000 JPY", "age": 24,
                           "decision_on": date(2026, 10, 15)})
    assert {*answer["amounts"], *answer["dates"]} == set(CHECK.words)


def test_the_finding_of_short_notice_carries_the_pay_for_it() -> None:
    (short,) = [f for f in CHECK.answer(SENT)["findings"] if f["rule"] == "jp.dismissal_notice_short"]
    assert short["amount"] == {"JPY": 61957}
