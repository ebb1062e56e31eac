"""Each kind of field: what may be typed, what it means, and what is said to what cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from sampan.checks import kinds
from sampan.checks.carried import Shape
from sampan.checks.fields import Field, Rows
from sampan.checks.flow import Flow, _make
from sampan.checks.kinds import NONE
from sampan.checks.outcome import Steps
from sampan.checks.pages import _question, at, prune, put
from sampan.checks.paid_leave.result import CHECK
from sampan.checks.question import Questions
from sampan.checks.tests.walk import typed

WORDS = {"passport": "Passport", "card": "Card"}
BOTH = ("VND", "JPY")


def told(field: Field, sent: dict[str, Any], alone: bool = True) -> Any:
    """What a form means, or the messages it gives."""
    form = _make(kinds.form_fields(field, alone), data=sent)
    if not form.is_valid():
        return [str(m) for messages in form.errors.values() for m in messages]
    return kinds.told(field, form.cleaned_data)


@pytest.mark.parametrize(("field", "sent", "meant"), [
    (Field("x", "day", ""), {"x_day": "៥", "x_month": "၁", "x_year": "2026"}, "2026-01-05"),
    (Field("x", "month", ""), {"x_month": "9", "x_year": "２０２６"}, "2026-09"),
    (Field("x", "money", ""), {"x": "៩៦,០០០"}, "96000 JPY"),
    (Field("x", "money", "", currencies=BOTH), {"x": "96 000", "x_currency": "VND"}, "96000 VND"),
    (Field("x", "money_or_rate", ""), {"x": "30 %"}, "30%"),
    (Field("x", "money_or_rate", "", currencies=BOTH), {"x": "30%", "x_currency": ""}, "30%"),
    (Field("x", "money_or_rate", ""), {"x": "150,000"}, "150000 JPY"),
    (Field("x", "whole", "", low=1, high=7), {"x": "၅"}, 5),
    (Field("x", "rate", "", high=100), {"x": "95"}, "95%"),
    (Field("x", "hours", "", high=744), {"x": "៩២:៣០"}, "92:30"),
    (Field("x", "flag", ""), {"x": "no"}, False),
    (Field("x", "flag", ""), {"x": "unknown"}, None),
    (Field("x", "choice", "", words=WORDS), {"x": "card"}, "card"),
    (Field("x", "choices", "", words=WORDS), {"x": ["card", "passport"]}, ["card", "passport"]),
    (Field("x", "choices", "", words=WORDS), {"x": [NONE]}, []),
    (Field("x", "choices", "", words=WORDS), {"x": ["unknown"]}, None),
    (Field("x", "text", ""), {"x": "基本給"}, "基本給"),
])
def test_what_is_typed_is_read(field: Field, sent: dict[str, Any], meant: Any) -> None:
    assert told(field, sent) == meant


@pytest.mark.parametrize(("field", "sent", "words"), [
    (Field("x", "day", ""), {"x_day": "31", "x_month": "2", "x_year": "2026"}, "does not exist"),
    (Field("x", "month", ""), {"x_month": "13", "x_year": "2026"}, "does not exist"),
    (Field("x", "money", ""), {"x": "96.000"}, "without dots: 96000"),
    (Field("x", "money", "", currencies=BOTH), {"x": "5"}, "Choose the currency"),
    (Field("x", "money_or_rate", "", high=100), {"x": "130%"}, "More than 100 percent"),
    (Field("x", "whole", "", low=1, high=7), {"x": "8"}, "from 1 to 7"),
    (Field("x", "whole", "", low=1, high=7), {"x": "²"}, "from 1 to 7"),
    (Field("x", "rate", "", high=100), {"x": "101"}, "More than 100 percent"),
    (Field("x", "hours", "", high=744), {"x": "92:61"}, "92:30"),
    (Field("x", "hours", "", high=744), {"x": "0.01"}, "hours and minutes"),
    (Field("x", "choices", "", words=WORDS), {"x": ["card", NONE]}, "cannot be chosen with others"),
    (Field("x", "choices", "", words=WORDS), {}, "None of these"),
    (Field("x", "flag", ""), {}, "I do not know"),
])
def test_what_cannot_be_read_is_explained(field: Field, sent: dict[str, Any], words: str) -> None:
    said = told(field, sent)
    assert isinstance(said, list) and words in " ".join(said)


@pytest.mark.parametrize("kind", ["day", "month", "money", "money_or_rate", "whole", "rate", "hours", "flag", "choice",
                                  "text"])
def test_beside_other_fields_each_may_stay_empty(kind: str) -> None:
    assert told(Field("x", kind, "", words=WORDS, high=9), {}, alone=False) is None


@pytest.mark.parametrize(("kind", "value"), [
    ("day", "2026-01-05"), ("month", "2026-09"), ("money", "96000 JPY"), ("money_or_rate", "30%"), ("whole", 5),
    ("rate", "95%"), ("hours", "92:30"), ("flag", True), ("choice", "card"), ("choices", []), ("choices", ["card"]),
])
def test_what_was_told_comes_back_unchanged(kind: str, value: Any) -> None:
    field = Field("x", kind, "", words=WORDS, high=100)
    fields = kinds.form_fields(field, alone=True)
    assert told(field, typed(fields, kinds.initial(field, value))) == value


def test_an_exact_fraction_is_shown_as_percent_where_that_is_short() -> None:
    assert [kinds.percent(t) for t in ("3/200", "0.95", "1/3", "much")] == ["1.5", "95", "1/3", "much"]


def test_an_entry_without_any_answer_is_no_entry() -> None:
    listed = _question("paid", [Rows("paid", "?", "A line", (Field("amount", "money", "How much?"),))]).listed
    assert listed and listed.tell_none
    case: dict[str, Any] = {}
    listed.write(case, 0, {"amount": ""})
    assert case == {}
    listed.write(case, 0, {"amount": "5 JPY"})
    assert case == {"paid": [{"amount": "5 JPY"}]} and listed.lines(case) == ["5 JPY"]
    listed.write(case, 0, {})
    assert case == {}
    listed.tell_none(case)
    assert case == {"paid": []}


def test_an_answer_takes_out_only_what_it_has_made_pointless() -> None:
    case = {"days_a_week": 5, "hours_a_week": 40}
    prune(CHECK, case, {"days_a_week": 5, "hours_a_week": 40})
    assert case["hours_a_week"] == 40
    prune(CHECK, case, {"days_a_week": 4, "hours_a_week": 40})
    assert "hours_a_week" not in case


def test_keys_with_dots_are_tables() -> None:
    case: dict[str, Any] = {}
    put(case, "pay.amount", "5 JPY")
    assert at(case, "pay.amount") == "5 JPY" and case == {"pay": {"amount": "5 JPY"}}
    put(case, "pay.amount", None)
    assert case == {} and at(case, "pay.amount") is None


def test_fields_of_one_page_are_asked_together_and_again_when_more_concern_the_case(rf: Any) -> None:
    pair = (Field("one", "flag", "One?", page="p"),
            Field("two", "whole", "Two?", high=9, page="p", when=lambda told: told.get("one") is True))
    question = _question("p", list(pair))
    assert question.lead and set(question.fields({})) == {"one"}
    flow = Flow(Shape("f", {}), Questions((question,)), lambda page: "/", lambda case: [], lambda case: {},
                lambda case, before: None)
    again = flow.ask(rf.post("/", {"case": "{}", "at": "p", "one": "yes", "do": "next"}))
    assert b"Two?" in again.content
    done = flow.ask(rf.post("/", {"case": "{}", "at": "p", "one": "no", "do": "next"}))
    assert b"Look at your answers" in done.content


def test_a_shared_step_stands_once_and_another_value_begins_the_working_anew() -> None:
    steps = Steps()
    assert steps.last(["a = 1", "b = a + 1 = 2"]) == 2
    assert steps.last(["a = 1", "b = a + 1 = 2", "c = b × 2 = 4"]) == 3
    assert steps.last(["a = 1"]) == 1 and steps.last([]) == 0
    assert steps.last(["a = 5", "b = a + 1 = 6"]) == 5
    assert steps.last(["signed:", "a = 5"]) == 7
    assert steps.rows == ["a = 1", "b = a + 1 = 2", "c = b × 2 = 4", "a = 5", "b = a + 1 = 6", "signed:", "a = 5"]
