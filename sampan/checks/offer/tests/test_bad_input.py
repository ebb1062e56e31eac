"""Bad input: each fault gets a message with its key and what to write; nothing crashes, nothing is half answered."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sampan.checks.offer.result import check_offer
from sampan.checks.offer.tests.test_linh import OFFER
from sampan.rulebook.errors import BadInput
from sampan.rulebook.money import read_money, read_rate


def faults(**changes: Any) -> dict[str, str]:
    """The faults of Linh's offer with changes, message by key."""
    with pytest.raises(BadInput) as error:
        check_offer({**copy.deepcopy(OFFER), **changes})
    for fault in error.value.errors:
        assert set(fault) == {"file", "key", "message", "remedy"} and fault["message"] and fault["remedy"]
    return {f["key"]: f["message"] for f in error.value.errors}


@pytest.mark.parametrize(("amount", "words"), [
    ("96.000.000 đ", "cannot be read"), ("96,000,000 VND", "cannot be read"), ("VND 96000000", "cannot be read"),
    ("96000000", "cannot be read"), ("-5 VND", "below zero"), ("1.5 VND", "0 decimal"), ("12.505 USD", "2 decimal"),
    ("999999999999 VND", "too large"), ("10 EUR", "not known"), ("", "cannot be read"), ("1e9 VND", "cannot be read"),
])
def test_an_amount_that_cannot_be_read_says_what_to_write(amount: str, words: str) -> None:
    found = faults(charge=[{"kind": "deposit", "amount": amount}])
    assert words in found["charge 1.amount"]


@pytest.mark.parametrize("amount", [96000000, 1.5, None, True, ["1 VND"], {"VND": 1}])
def test_an_amount_that_is_no_text_is_refused(amount: object) -> None:
    assert "charge 1.amount" in faults(charge=[{"kind": "deposit", "amount": amount}])


def test_a_misspelt_key_is_named_and_the_known_keys_are_told() -> None:
    assert set(faults(programm="titp", wage={"base": "hour"})) == {"programm", "wage.base"}


def test_all_faults_are_told_at_once() -> None:
    found = faults(origin="xx", signed="2026-13-01", contract_months=999, wage={"basis": "week", "amount": "x"},
                   loan={"monthly_rate": "150%", "payments": 500})
    assert {"origin", "signed", "contract_months", "wage.basis", "wage.amount", "loan.monthly_rate",
            "loan.payments"} <= set(found)


@pytest.mark.parametrize(("key", "value"), [
    ("signed", "2026-02-30"), ("signed", 20260820), ("entry", "soon"), ("signed", date(1066, 10, 14)),
    ("stage", 4), ("completed_titp", "yes"), ("contract_months", 0), ("contract_months", 12.5), ("charge", {}),
    ("wage", []), ("exchange", "175"), ("living", "45000 JPY"), ("prefecture", "atlantis"), ("field", 7),
    ("format", "sampan-offer/2"),
])
def test_an_impossible_value_is_refused_under_its_key(key: str, value: object) -> None:
    assert key in faults(**{key: value})


def test_more_than_a_thousand_charges_are_refused() -> None:
    assert "1001 charges" in faults(charge=[{"kind": "deposit", "amount": "1 VND"}] * 1001)["charge"]


def test_one_pair_of_currencies_given_twice_with_one_kind_is_refused() -> None:
    rate = {"from": "JPY", "to": "VND", "rate": "175", "kind": "official"}
    assert "exchange 2" in faults(exchange=[rate, {**rate, "from": "VND", "to": "JPY"}])


@pytest.mark.parametrize("document", [None, [], "offer", 7, {"charge": [None]}, {"wage": {"allowance": [1]}}])
def test_a_document_of_another_shape_is_refused(document: object) -> None:
    with pytest.raises(BadInput):
        check_offer(document)


def test_digits_of_every_script_are_read() -> None:
    assert read_money("៩៦០០០០០០ VND").amount == read_money("၉၆၀၀၀၀၀၀ VND").amount == 96_000_000
    assert read_money("１２．５０ USD".replace("．", ".")).amount == 1_250
    assert read_rate("១.៥%") == read_rate("3/200")


def test_text_is_kept_as_text_and_never_read_as_markup() -> None:
    rate = {"from": "JPY", "to": "VND", "rate": "175", "kind": "official", "source": "<script>alert(1)</script>"}
    answer = check_offer({**copy.deepcopy(OFFER), "exchange": [rate]})
    assert answer["exchange"][0]["source"] == "<script>alert(1)</script>"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3), max_leaves=8)
keys = st.sampled_from([*OFFER, "exchange", "living", "same_employer_again", "origin"])


@given(st.dictionaries(keys, anything, max_size=5))
def test_fuzz_any_document_is_answered_or_refused_but_never_crashes(changes: dict[str, object]) -> None:
    try:
        answer = check_offer({**copy.deepcopy(OFFER), **changes})
    except BadInput as error:
        assert error.errors
    else:
        assert answer["headline"] in ("not_allowed", "short", "unknown", "nothing_wrong_found")


amount = st.tuples(st.integers(0, 10**11), st.sampled_from(["JPY", "VND", "USD", "KHR", "MMK"])).map(
    lambda p: f"{p[0] // 100 if p[1] == 'USD' else p[0]} {p[1]}")


@given(st.lists(amount, max_size=6), st.sampled_from(["vn", "kh", "mm"]), st.dates(date(2007, 1, 1), date(2030, 1, 1)))
def test_fuzz_what_is_over_is_never_more_than_what_was_paid(amounts: list[str], origin: str, signed: date) -> None:
    charges = [{"kind": "service_charge", "amount": a, "paid_to": "sending_organisation"} for a in amounts]
    answer = check_offer({**copy.deepcopy(OFFER), "origin": origin, "signed": signed, "charge": charges})
    for charge, text in zip(answer["charges"], amounts, strict=True):
        paid = read_money(text)
        if "over" in charge["national"]:
            over = charge["national"]["over"][paid.currency]
            assert 0 < read_money(f"{over} {paid.currency}").amount <= paid.amount
