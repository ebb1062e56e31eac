"""Paid leave: the days of the law, what is missing, and what bad input gets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sampan.checks.paid_leave.result import CHECK
from sampan.rulebook.errors import BadInput

TOLD: dict[str, Any] = {"format": "sampan-paid-leave/1", "hired": date(2024, 4, 15), "on": date(2025, 11, 25),
                        "days_a_week": 5, "hours_a_week": 40, "attendance": "95%", "used": 4}


def test_after_a_year_and_a_half_eleven_days_are_due_and_seven_left() -> None:
    answer = CHECK.answer(TOLD)
    assert answer["amounts"] == {"days_due": 11, "days_left": 7}
    assert answer["dates"] == {"granted": "2025-10-15", "use_by": "2027-10-14"}
    assert answer["headline"] == "nothing_wrong_found"


def test_each_figure_has_its_working_its_article_and_its_doubt() -> None:
    due = next(f for f in CHECK.answer(TOLD)["figures"] if f["name"] == "days_due")
    assert due["citations"][0]["article"].startswith("39")
    assert any("1 June 2025" in d for d in due["doubts"])
    assert any("leave by schedule" in line for line in due["working"])


def test_without_the_attendance_it_is_asked_for() -> None:
    answer = CHECK.answer({k: v for k, v in TOLD.items() if k != "attendance"})
    assert answer["headline"] == "unknown" and "days_due" not in answer["amounts"]
    assert {"rule": "jp.leave_due", "needs": ["attendance"]} in answer["unknown"]


@pytest.mark.parametrize(("key", "value"), [
    ("days_a_week", 8), ("hired", "2024-02-31"), ("attendance", "much"), ("attendance", "101%"),
    ("used", -1), ("hols", 3),
])
def test_bad_input_names_the_key(key: str, value: object) -> None:
    with pytest.raises(BadInput) as caught:
        CHECK.answer({**TOLD, key: value})
    assert [e["key"] for e in caught.value.errors] == [key]
