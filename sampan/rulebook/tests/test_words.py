"""The rounding words: shared vectors, equal in Python, NumPy and JavaScript, and equal to exact fractions."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sampan.rulebook import words
from sampan.rulebook.printers import columns
from sampan.rulebook.printers.javascript import RUNTIME

small = st.integers(-(2**51), 2**51)
divisor = st.integers(1, 2**20)
big = st.integers(0, 2**53 - 1)
positive = st.integers(1, 2**53 - 1)

VECTORS = [
    ("down", (7, 2), 3),
    ("down", (-7, 2), -4),
    ("up", (7, 2), 4),
    ("up", (-7, 2), -3),
    ("half_up", (5, 10), 1),
    ("half_up", (-5, 10), 0),
    ("half_down", (5, 10), 0),
    ("half_down", (6, 10), 1),
    ("half_down", (-5, 10), -1),
    ("to_ten", (15, 1), 20),
    ("to_ten", (14, 1), 10),
    ("to_ten", (2724690, 1000), 2720),
    ("share", (547200, 175, 1), 95760000),
    ("share", (1, 1, 2), 1),
    ("share", (2**53 - 1, 2**53 - 1, 1), 2**53 - 1),
    ("share", (10**11, 999983, 7), 14285471428571429),
    ("level_payment", (150000000, 3, 200, 24, 1, 1), 7488615),
    ("level_payment", (150000000, 3, 200, 24, 1, 175), 42792),
    ("level_payment", (1200, 0, 1, 12, 1, 1), 100),
    ("level_payment", (5, 1, 2, 2, 1, 1), 5),
    ("months_after", (date(2026, 1, 31).toordinal(), 1), date(2026, 2, 28).toordinal()),
    ("months_after", (date(2024, 1, 31).toordinal(), 1), date(2024, 2, 29).toordinal()),
    ("months_after", (date(2026, 3, 31).toordinal(), -1), date(2026, 2, 28).toordinal()),
    ("months_after", (date(2025, 12, 10).toordinal(), 36), date(2028, 12, 10).toordinal()),
    ("months_after", (date(2000, 2, 29).toordinal(), 1200), date(2100, 2, 28).toordinal()),
    ("months_after", (1, -1), 1),
    ("months_after", (date.max.toordinal(), 1), date.max.toordinal()),
    ("month_start", (date(2026, 11, 25).toordinal(),), date(2026, 11, 1).toordinal()),
    ("month_start", (1,), 1),
    ("year_start", (date(2026, 11, 25).toordinal(),), date(2026, 1, 1).toordinal()),
    ("year_start", (date(2026, 1, 1).toordinal(),), date(2026, 1, 1).toordinal()),
]


def clipped(value: int) -> int:
    return min(value, words.LIMIT)


@pytest.mark.parametrize(("word", "arguments", "expected"), VECTORS)
def test_each_vector_holds_in_python_and_in_columns(word: str, arguments: tuple[int, ...], expected: int) -> None:
    assert words.WORDS[word](*arguments) == clipped(expected)
    arrays = [np.array([a, a], np.int64) for a in arguments]
    assert columns.SPACE[word](*arrays).tolist() == [clipped(expected)] * 2


def test_each_vector_holds_in_javascript() -> None:
    names = {"half_up": "halfUp", "half_down": "halfDown", "to_ten": "toTen", "level_payment": "level",
             "months_after": "monthsAfter", "month_start": "monthStart", "year_start": "yearStart"}
    calls = ",".join(f"{names.get(w, w)}({','.join(map(str, a))})" for w, a, _ in VECTORS)
    script = RUNTIME.replace("export ", "") + f"console.log(JSON.stringify([{calls}]));"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [clipped(v) for _, _, v in VECTORS]


@given(small, divisor)
def test_the_rounding_words_are_what_their_names_say(a: int, b: int) -> None:
    exact = Fraction(a, b)
    assert words.down(a, b) <= exact < words.down(a, b) + 1
    assert words.up(a, b) - 1 < exact <= words.up(a, b)
    assert -Fraction(1, 2) <= words.half_up(a, b) - exact <= Fraction(1, 2)
    assert words.half_up(a, b) - words.half_down(a, b) == (1 if exact.denominator == 2 else 0)


@given(big, positive, positive)
def test_share_is_exact_in_columns_whatever_the_size(a: int, b: int, c: int) -> None:
    exact = Fraction(a * b, c)
    expected = clipped((2 * exact.numerator + exact.denominator) // (2 * exact.denominator))
    assert words.share(a, b, c) == expected
    assert columns.share_columns(np.array([a]), np.array([b]), np.array([c])).tolist() == [expected]


@given(st.lists(st.tuples(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.integers(-2400, 2400)), min_size=1))
def test_the_calendar_is_the_same_in_columns(told: list[tuple[date, int]]) -> None:
    days, months = np.array([d.toordinal() for d, _ in told]), np.array([m for _, m in told])
    assert columns.months_after(days, months).tolist() == [words.months_after(d.toordinal(), m) for d, m in told]
    assert columns.month_start(days).tolist() == [d.replace(day=1).toordinal() for d, _ in told]
    assert columns.year_start(days).tolist() == [d.replace(month=1, day=1).toordinal() for d, _ in told]


def test_the_calendar_is_the_same_in_javascript() -> None:
    told = [(d, m) for d in range(1, 3652060, 9973) for m in (-1201, -36, -1, 0, 1, 11, 24, 1300)]
    calls = f"{json.dumps(told)}.map(([d, m]) => [monthsAfter(d, m), monthStart(d), yearStart(d)])"
    script = RUNTIME.replace("export ", "") + f"console.log(JSON.stringify({calls}));"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[words.months_after(d, m), words.month_start(d), words.year_start(d)]
                                       for d, m in told]


@given(st.integers(1, 10**11), st.integers(1, 10**5), st.integers(1, 10**6), st.integers(1, 120))
def test_level_payment_pays_the_loan_off_exactly(principal: int, num: int, den: int, payments: int) -> None:
    rate = Fraction(num, den)
    payment = principal * rate * (1 + rate) ** payments / ((1 + rate) ** payments - 1)
    rounded = words.level_payment(principal, num, den, payments, 1, 1)
    assert rounded == words.LIMIT or abs(rounded - payment) <= Fraction(1, 2)
