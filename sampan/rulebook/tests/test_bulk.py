"""Many cases at once: NumPy columns and Arrow tables give what the sheet gives, nulls where it stays open."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from sampan.rulebook.bulk import BLOCK, batches, work, work_arrow
from sampan.rulebook.stored import law

TABLE = pa.table({
    "prefecture": ["aichi", "tokyo", None, "aichi"],
    "worked_on": [date(2026, 10, 15), date(2026, 9, 30), date(2026, 10, 15), date(2027, 10, 1)],
    "scheduled_hours": [160, 160, 160, 160],
})


def test_arrow_texts_dates_and_nulls_go_in_and_come_out() -> None:
    out = work_arrow(TABLE, ["jp.minimum_month"])
    assert out.column("jp.minimum_month").to_pylist() == [191_200, 1_226 * 160, None, None]


def test_a_stream_of_batches_gives_the_same_as_one_table() -> None:
    streamed = list(batches(iter(TABLE.to_batches(max_chunksize=1)), ["jp.minimum_month"]))
    assert pa.concat_tables(streamed) == work_arrow(TABLE, ["jp.minimum_month"])


def test_several_threads_and_blocks_give_the_same_as_one() -> None:
    size = 3 * BLOCK + 5
    rng = np.random.default_rng(1)
    facts = {"wage_basis": rng.integers(0, 3, size), "wage_amount": rng.integers(0, 10**6, size),
             "scheduled_hours": rng.integers(1, 200, size), "allowance_total": np.zeros(size, np.int64),
             "prefecture": rng.integers(0, 47, size), "worked_on": rng.integers(739000, 740000, size)}
    one, two = (work(facts, ["jp.gross", "jp.minimum_month"], threads=n) for n in (1, 2))
    for name in one:
        assert np.array_equal(one[name][0], two[name][0]) and np.array_equal(one[name][1], two[name][1])


def test_a_word_that_is_no_choice_and_a_column_that_is_no_fact_are_refused() -> None:
    with pytest.raises(ValueError, match="prefecture"):
        work_arrow(pa.table({"prefecture": ["atlantis"]}), ["jp.minimum_month"])
    with pytest.raises(KeyError, match="wages"):
        work({"wages": np.array([1])}, ["jp.gross"], law())


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="one length"):
        work({"rent": np.array([1, 2]), "wage_amount": np.array([1])}, ["jp.gross"])
    with pytest.raises(ValueError, match="one length"):
        work({"rent": np.array([1, 2])}, ["jp.gross"], known={"rent": np.array([True])})


def test_days_given_as_one_column_and_as_copies_give_the_same() -> None:
    day = np.array([date(2026, 6, 1).toordinal(), date(2027, 4, 2).toordinal(), 1])
    others = {"programme": np.array([0, 1, 2]), "charge_amount": np.array([100, 200, 300])}
    names = ["jp.deposit_forbidden", "vn.deposit_forbidden", "jp.esd_ceiling"]
    one = work({"signed": day, "entry": day, **others}, names)
    two = work({"signed": day, "entry": day.copy(), **others}, names)
    assert all(np.array_equal(a, b) for n in names for a, b in zip(one[n], two[n], strict=True))


def test_days_in_one_column_of_which_one_is_not_known_in_some_rows_are_kept_apart() -> None:
    day = np.full(2, date(2026, 6, 1).toordinal())
    facts = {"signed": day, "entry": day, "programme": np.zeros(2, int), "charge_amount": np.array([100, 200])}
    out = work(facts, ["jp.deposit_forbidden", "vn.deposit_forbidden"], known={"entry": np.array([True, False])})
    assert out["jp.deposit_forbidden"][1].tolist() == [True, False]
    assert out["vn.deposit_forbidden"][1].tolist() == [True, True]
