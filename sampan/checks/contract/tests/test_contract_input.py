"""What a contract file may not hold: each fault names its key."""

from __future__ import annotations

from typing import Any

import pytest

from sampan.checks.contract.result import CHECK
from sampan.rulebook.errors import BadInput


@pytest.mark.parametrize(("changes", "key"), [
    ({"hols": 3}, "hols"), ({"signed_on": "2026-02-30"}, "signed_on"), ({"origin": "jp"}, "origin"),
    ({"promised": {"wage": {"basis": "week"}}}, "promised.wage.basis"),
    ({"promised": {"wage": {"amount": "2000000000 JPY"}}}, "promised.wage.amount"),
    ({"promised": {"wage": {"salary": "1 JPY"}}}, "promised.wage.salary"),
    ({"signed": {"lodging": "-5 JPY"}}, "signed.lodging"), ({"signed": {"lodging": 0}}, "signed.lodging"),
    ({"signed": {"holidays": 3}}, "signed.holidays"), ({"signed": {"holidays": "many"}}, "signed.holidays"),
    ({"signed": {"contract_months": 121}}, "signed.contract_months"),
    ({"signed": {"hours_per_day": 25}}, "signed.hours_per_day"), ({"signed": {"work": 5}}, "signed.work"),
    ({"signed": {"wage": {"allowance": [{"kind": "fixed"}]}}}, "signed.wage.allowance 1.amount"),
    ({"terms": ["slavery"]}, "terms 1.kind"), ({"terms": [{"with": "employer"}]}, "terms 1.kind"),
    ({"terms": [{"kind": "penalty", "with": "me"}]}, "terms 1.with"),
    ({"terms": "penalty"}, "terms"), ({"do_not_contact": "employer"}, "do_not_contact"),
    ({"promised": 5}, "promised"), ({"format": "sampan-offer/1"}, "format"),
    ({"exchange": [{"from": "USD", "to": "USD", "rate": "1"}]}, "exchange 1.to"),
])
def test_bad_input_names_the_key(changes: dict[str, Any], key: str) -> None:
    with pytest.raises(BadInput) as caught:
        CHECK.answer(changes)
    assert [e["key"] for e in caught.value.errors] == [key]


def test_an_empty_file_is_bad_input() -> None:
    with pytest.raises(BadInput):
        CHECK.answer(None)


@pytest.mark.parametrize("junk", [5, [], "text", {"terms": [[]]}, {"promised": {"wage": {"allowance": [1]}}},
                                  {"promised": {"": "1 JPY"}}, {"signed": {"Lodging": "free"}}])
def test_junk_is_refused_and_never_breaks(junk: object) -> None:
    with pytest.raises(BadInput) as caught:
        CHECK.answer(junk)
    assert all(e["message"] and e["remedy"] for e in caught.value.errors)
