"""The kit of the checks: how hours are read, and findings that stand aside."""

from __future__ import annotations

from datetime import date

import pytest

from sampan.checks.check import headline
from sampan.checks.reader import Reader
from sampan.checks.work import Work
from sampan.rulebook.stored import law


@pytest.mark.parametrize(("written", "minutes"), [
    (92, 5520), ("92", 5520), (92.5, 5550), ("92.5", 5550), ("92:05", 5525), ("0:30", 30), (0, 0), ("៩២", 5520),
])
def test_hours_are_read_as_whole_minutes(written: object, minutes: int) -> None:
    reader = Reader()
    assert (reader.hours("hours", written, 0, 744), reader.faults) == (minutes, [])


@pytest.mark.parametrize("written", ["92:60", "92.33", "-1", True, "745", "many", [], "1:5", float("nan")])
def test_hours_that_cannot_be_are_refused_with_a_remedy(written: object) -> None:
    reader = Reader()
    assert reader.hours("hours", written, 0, 744) is None
    assert reader.faults[0].key == "hours" and reader.faults[0].remedy


def test_a_finding_that_stands_aside_does_not_hold_up_the_answer() -> None:
    work = Work(law(), {}, date(2026, 1, 1))
    work.findings = [{"verdict": "not_verified", "aside": True}]
    assert headline(work) == "nothing_wrong_found"
    work.findings.append({"verdict": "not_verified"})
    assert headline(work) == "unknown"
