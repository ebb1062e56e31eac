"""The law as it goes to a phone: only what is asked for."""

from __future__ import annotations

from sampan.rulebook.printers.javascript import module
from sampan.rulebook.stored import law


def test_a_smaller_module_holds_only_what_its_rules_need() -> None:
    printed = module(law(), ["vn.service_charge_excess"])
    assert '"vn.service_charge_ceiling"' in printed and "jp.minimum_wage" not in printed
