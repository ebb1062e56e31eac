"""The law as it goes to a phone: small enough, and without a word of the law's texts in it."""

from __future__ import annotations

import gzip

from sampan.rulebook.printers.javascript import module
from sampan.rulebook.stored import law

PACK = 40_000  # the whole offline check pack: rules, tables, questions and reasons


def test_the_rules_and_tables_of_an_offer_leave_room_in_the_offline_pack() -> None:
    rules = law()
    printed = module(rules, [r.id for r in rules.rules.values() if r.judges or r.id.startswith(("jp.", "sums."))])
    assert len(gzip.compress(printed.encode(), 9)) < PACK / 2


def test_a_smaller_module_holds_only_what_its_rules_need() -> None:
    printed = module(law(), ["vn.service_charge_excess"])
    assert '"vn.service_charge_ceiling"' in printed and "jp.minimum_wage" not in printed
