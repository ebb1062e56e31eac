"""Days as people write them: Reiwa, other scripts, and never a day that means two."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sampan.rulebook.dates import read_day, told_day, western_year


@pytest.mark.parametrize("text", [
    "2026-08-20", "2026/8/20", "2026.8.20", "2026年8月20日", "令和8年8月20日", "令和 8 年 8 月 20 日", "R8.8.20",
    "r8/8/20", "R8-8-20", "R.8.8.20", "令和８年８月２０日", "㋿8年8月20日", "២០២៦-០៨-២០", "၂၀၂၆-၈-၂၀", " 2026-08-20 ",
])
def test_one_day_in_many_ways(text):
    assert read_day(text) == date(2026, 8, 20)


@pytest.mark.parametrize(("text", "day"), [
    ("令和元年5月1日", date(2019, 5, 1)), ("平成31年4月30日", date(2019, 4, 30)), ("H1.1.8", date(1989, 1, 8)),
    ("S64.1.7", date(1989, 1, 7)), ("平成33年3月31日", date(2021, 3, 31)),
])
def test_the_eras_join(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize("text", [
    "8/9/2026", "20.8.2026", "20-8-26", "令和元年4月30日", "R0.1.1", "2026-02-30", "2026-13-01", "R8.2.30", "T5.1.1",
    "", "2026", "20260820", "R8.8", "abc", "0000-01-01", "2026-08-20T10:00",
])
def test_what_is_no_day_or_means_two_is_not_read(text):
    assert read_day(text) is None


@pytest.mark.parametrize(("text", "year"), [
    ("2026", 2026), ("2026年", 2026), ("令和8", 2026), ("令和8年", 2026), ("R8", 2026), ("H31", 2019), ("元", None),
    ("26", None), ("R", None), ("", None),
])
def test_a_year(text, year):
    assert western_year(text) == year


@pytest.mark.parametrize(("boxes", "told"), [
    (("20", "8", "2026"), ("20", "8", "2026")), (("20", "8", "R8"), ("20", "8", "2026")),
    (("២០", "៨", "令和8年"), ("20", "8", "2026")), (("R8.8.20", "", ""), ("20", "8", "2026")),
    (("", "", "2026-08-20"), ("20", "8", "2026")), (("31", "2", "2026"), ("31", "2", "2026")),
    (("x", "", ""), ("x", "", "")), (("", "", ""), ("", "", "")),
])
def test_three_boxes(boxes, told):
    assert told_day(*boxes) == told


@given(st.dates(date(2019, 5, 1), date(2100, 12, 31)))
def test_every_day_of_reiwa_is_read(day):
    assert read_day(f"令和{day.year - 2018}年{day.month}月{day.day}日") == day


@given(st.text(max_size=30))
def test_any_text_is_read_or_not_without_an_error_fuzz(text):
    assert read_day(text) is None or isinstance(read_day(text), date)
    assert len(told_day(text, "", "")) == 3
