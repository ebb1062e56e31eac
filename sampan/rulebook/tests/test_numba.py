"""The compiled loops give, in every row and mask, what the NumPy blocks give."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from sampan.rulebook import bulk, words
from sampan.rulebook.bulk import BLOCK, _loops, work
from sampan.rulebook.stored import law
from sampan.rulebook.tests.test_words import VECTORS
from tests.generated import edges, offers
from tests.printers import everything

pytest.importorskip("numba", reason="numba comes with the extra `bulk`")
from sampan.rulebook.printers import compiled, numba

GENERATED = 20_000
PAY = ["jp.minimum_month", "jp.health_premium", "jp.income_tax", "vn.deposit_forbidden scope"]
Answers = dict[str, tuple[np.ndarray, np.ndarray]]


@pytest.fixture(scope="module", autouse=True)
def forget_the_loops() -> Iterator[None]:
    yield
    _loops.cache_clear()


def columns(rows: list[dict[str, int]]) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    names = sorted({n for r in rows for n in r})
    return ({n: np.array([r.get(n, 0) for r in rows]) for n in names},
            {n: np.array([n in r for r in rows]) for n in names})


def equal(one: Answers, two: Answers) -> bool:
    return one.keys() == two.keys() and all(
        np.array_equal(a, b) for n in one for a, b in zip(one[n], two[n], strict=True))


def work_both(facts: dict[str, np.ndarray], names: list[str], **how) -> tuple[Answers, Answers]:
    return work(facts, names, engine="numpy", **how), work(facts, names, engine="numba", **how)


@pytest.mark.slow
def test_generated_offers_that_lack_facts_give_the_same_with_every_rule_and_scope() -> None:
    facts, known = columns(offers(law(), GENERATED))
    names = everything(law())
    one, two = work_both(facts, names, known=known)
    assert [n for n in names if not equal({n: one[n]}, {n: two[n]})] == []
    decided = sum(int(sure.sum()) for _, sure in two.values())
    print(f"{GENERATED} offers x {len(names)} rules and scopes: {decided} integers equal in NumPy and Numba")
    assert decided > GENERATED * 10


def test_only_rules_with_a_level_payment_are_left_to_numpy() -> None:
    left = set(everything(law())) - set(numba.fusible(law(), everything(law())))
    assert left == {"sums.loan_payment", "sums.loan_payment_yen", "sums.loan_interest"}


def test_narrow_columns_several_blocks_and_threads_and_one_column_for_all_days_give_the_same() -> None:
    rng, size = np.random.default_rng(1), 2 * BLOCK + 5
    days, _ = edges(law())
    day = rng.choice(np.array(days, np.int32), size)
    facts = {"prefecture": rng.integers(0, 47, size, np.int8), "scheduled_hours": rng.integers(1, 200, size, np.int16),
             "wage_basis": rng.integers(0, 3, size, np.int8), "wage_amount": rng.integers(0, 10**6, size, np.int32),
             "allowance_total": np.zeros(2 * size)[::2], "field": rng.integers(0, 20, size, np.uint8),
             "origin": rng.integers(0, 2, size).astype(bool), "programme": rng.integers(0, 7, size).astype(">i2"),
             **dict.fromkeys(("signed", "entry", "worked_on", "insured_on", "closed_on", "payday"), day)}
    one, two = work_both(facts, PAY, threads=2)
    apart = {n: c.copy() for n, c in facts.items()}
    assert equal(one, two) and equal(two, work(apart, PAY, engine="numba"))
    assert {n: s.any() for n, (_, s) in two.items()} == dict.fromkeys(PAY, True)


def test_a_share_too_large_for_64_bits_is_worked_by_numpy() -> None:
    facts, known = columns(offers(law(), 300))
    facts["yen_num"][:] = 2**53 - 1
    facts["yen_den"][:] = 3
    one, two = work_both(facts, ["vn.service_charge_excess", "jp.gross"], known=known)
    assert equal(one, two) and one["vn.service_charge_excess"][0].any()


def test_no_rows_and_facts_that_nobody_gave_are_no_trouble() -> None:
    assert all(len(v) == 0 for v, _ in work({"rent": np.array([], int)}, PAY, engine="numba").values())
    one, two = work_both({"rent": np.array([1, 2])}, ["rent", *PAY])
    assert equal(one, two) and not two["jp.income_tax"][1].any() and two["rent"][1].all()


def test_many_rows_choose_numba_by_themselves_and_few_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MANY", 3)
    for rows, loops in ((2, 0), (3, 1)):
        _loops.cache_clear()
        work({"rent": np.zeros(rows, int)}, ["rent"])
        assert _loops.cache_info().misses == loops


def test_an_engine_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="fortran"):
        work({}, PAY, engine="fortran")


@pytest.mark.parametrize(("word", "arguments", "expected"), [v for v in VECTORS if v[0] != "level_payment"])
def test_the_compiled_words_give_the_shared_vectors(word: str, arguments: tuple[int, ...], expected: int) -> None:
    if word == "share" and compiled.large(*arguments):
        assert expected > 2**50
    else:
        assert compiled.SPACE[word](*arguments) == expected


def test_the_compiled_words_are_exact_on_made_up_numbers() -> None:
    rng = random.Random(7)
    for _ in range(3000):
        a, b, c = (rng.randint(1, 10 ** rng.randint(1, 15)) for _ in range(3))
        day, months = rng.randint(1, words.LAST_DAY), rng.randint(-9000, 9000)
        assert compiled.large(a, b, c) or compiled.share(a, b, c) == words.share(a, b, c)
        assert compiled.down(-a, b) == words.down(-a, b) and compiled.up(a, b) == words.up(a, b)
        assert compiled.months_after(day, months) == words.months_after(day, months)
        assert compiled.month_start(day) == words.month_start(day)
        assert compiled.year_start(day) == words.year_start(day)


def test_what_was_compiled_is_kept_in_the_home_of_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMPAN_HOME", str(tmp_path))
    source = "def loop(start, stop):\n    return down(stop, start)\n"
    assert compiled.compiled(source)(2, 7) == 3
    assert list((tmp_path / "compiled").rglob("*.nbi"))
    again = compiled.compiled(source)
    assert again(2, 7) == 3 and sum(again.stats.cache_hits.values()) == 1  # type: ignore[attr-defined]
