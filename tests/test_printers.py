"""Every printer gives identical integers: on all worked cases, 20,000 generated offers, and 2,000 with every rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sampan.rulebook.cases import answer, read_cases
from sampan.rulebook.intervals import prove
from sampan.rulebook.law import Law
from sampan.rulebook.stored import law
from tests import printers
from tests.generated import offers

GENERATED = 20_000
Named = Callable[[Law], list[str]]


def test_every_intermediate_of_the_law_stays_below_two_to_the_53() -> None:
    assert len(prove(law())) > len(law().rules)


def test_the_worked_cases_hold_to_the_last_unit_on_every_printer() -> None:
    rules, checked = law(), 0
    cases = list(read_cases(rules))
    names = sorted({n for c in cases for n in c.expect})
    facts = [c.facts for c in cases]
    columns, script = printers.numpy(rules, facts, names), printers.javascript(rules, facts, names)
    for case, block, node in zip(cases, columns, script, strict=True):
        for rule, expected in case.expect.items():
            place = f"{case.file}: {case.say}: {rule}"
            assert answer(rules, case.facts, rule) == expected, place
            if expected != "not in scope":
                wanted = expected if isinstance(expected, int) else None
                assert (block[rule], node[rule]) == (wanted, wanted), place
                checked += 1
    assert checked > 600 and {c.file.split("/")[0] for c in cases} >= {"vn", "kh", "mm", "jp", "ilo", "sums"}


def test_every_rule_that_judges_has_a_worked_case() -> None:
    covered = {n for c in read_cases(law()) for n in c.expect}
    assert {r.id for r in law().rules.values() if r.judges} <= covered


@pytest.mark.parametrize(("count", "named"), [(GENERATED, printers.of_offers), (GENERATED // 10, printers.everything)])
def test_generated_cases_give_the_same_integers_on_every_printer(count: int, named: Named) -> None:
    rules = law()
    rows, names = offers(rules, count), named(rules)
    scalar = printers.scalar(rules, rows, names)
    assert scalar == printers.numpy(rules, rows, names)
    assert scalar == printers.javascript(rules, rows, names)
    decided = sum(v is not None for a in scalar for v in a.values())
    print(f"{count} cases x {len(names)} rules and scopes: {decided} integers equal on every printer")
    assert decided > count * 10
