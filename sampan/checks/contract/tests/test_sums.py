"""The sums of a contract where a rate leaves a rest, and a contract that tells nothing."""

from __future__ import annotations

from datetime import date

from sampan.checks.check import exit_status
from sampan.checks.contract.result import CHECK

YEN = {"basis": "month", "amount": "180000 JPY"}


def test_the_gap_of_the_contract_is_rounded_once_at_its_end() -> None:
    # 2,500,000 kyat at 2,100 a dollar and 150 yen are 178,571 3/7 yen; 28,571 3/7 x 36 = 1,028,571 3/7.
    rates = [{"from": "USD", "to": to, "rate": rate, "kind": "market", "date": date(2026, 2, 10), "source": "test"}
             for to, rate in (("JPY", "150"), ("MMK", "2100"))]
    pay = {"format": "sampan-contract/1", "exchange": rates, "signed_on": date(2026, 2, 10),
           "promised": {"wage": {**YEN, "amount": "2500000 MMK"}, "contract_months": 36},
           "signed": {"wage": {**YEN, "amount": "150000 JPY"}, "contract_months": 36}}
    amounts = CHECK.answer(pay)["amounts"]
    assert (amounts["gap_month"], amounts["gap_contract"]) == ({"JPY": 28_571}, {"JPY": 1_028_571})


def test_an_empty_contract_is_unknown_and_not_in_order() -> None:
    answer = CHECK.answer({"format": "sampan-contract/1"})
    assert (answer["headline"], exit_status(answer)) == ("unknown", 3)
    assert answer["unknown"] == [{"rule": "contract", "needs": ["promised", "signed"]}]
    one = CHECK.answer({"format": "sampan-contract/1", "signed": {"wage": YEN, "contract_months": 36}})
    assert {"rule": "contract", "needs": ["promised"]} in one["unknown"] and exit_status(one) == 3
