"""Two days of the law compared: the change of programme in April 2027, told so that a caseworker can follow it."""

from __future__ import annotations

from datetime import date

import pytest

from sampan.rulebook.compared import NEVER, Sentence, compare, sentences
from sampan.rulebook.stored import law

EVE, DAY = date(2027, 3, 31), date(2027, 4, 1)


@pytest.fixture(scope="module")
def told() -> list[Sentence]:
    return sentences(compare(law(), EVE, DAY))


def place(told: list[Sentence], words: str) -> int:
    """Where the sentence with these words stands."""
    (found,) = [n for n, s in enumerate(told) if words in s.text]
    return found


def test_the_end_of_the_old_programme_is_told_first(told):
    assert told[0].text == ("The Technical Intern Training Programme (TITP) takes no new trainees after "
                            "31 March 2027.")


def test_then_who_may_still_begin_and_who_may_go_on(told):
    assert told[1].text == "A trainee whose plan was approved by 31 March 2027 may still begin, until 30 June 2027."
    assert told[2].text == (
        "Trainees who are in Japan on 1 April 2027 may go on under their approved plan. From stage 1 they may move to "
        "stage 2. Those who have at least one year in stage 2 may move to stage 3.")


def test_then_the_start_of_the_new_programme(told):
    assert told[3].text == ("Employment for Skill Development (ESD) begins on 1 April 2027. Nobody can enter Japan "
                            "under it before that day.")


def test_each_of_these_says_by_which_day_it_is_counted_how_sure_it_is_and_what_is_doubtful(told):
    assert {s.on for s in told[:4]} == {"entry"}
    assert {s.confidence for s in told[:4]} == {"secondary"}
    assert "The page of the agency was read through a public repository." in told[3].doubts


def test_the_ceiling_of_the_new_programme_is_told_with_its_doubts_and_never_as_certain(told):
    ceiling = told[place(told, "most that a worker may pay to the sending organisation: new from 1 April 2027")]
    assert "“2 months of pay”" in ceiling.text
    assert NEVER in ceiling.doubts and len(ceiling.doubts) > 5
    rule = told[place(told, "may not be more than two months of pay")]
    assert rule.rule == "jp.esd_payment_excess" and NEVER in rule.doubts


def test_a_ban_from_memory_is_told_as_such(told):
    ban = told[place(told, "Ban on deposits")]
    assert ban.confidence == "memory" and "programme: esd" in ban.text and "“forbidden”" in ban.text


def test_a_figure_that_runs_out_is_not_told_as_the_end_of_the_law(told):
    figure = told[place(told, "Employment insurance")]
    assert figure.text.endswith("the figures for 1 April 2027 are not loaded. This does not mean that the law ends.")


def test_a_rule_that_begins_on_the_day_is_told(told):
    assert "jp.titp_transition" in {s.rule for s in told}
    later = sentences(compare(law(), date(2027, 6, 30), date(2027, 7, 1)))
    assert "jp.titp_transition" in {s.rule for s in later if "no longer applies" in s.text}
    assert later[0].text == "Nobody may begin as a technical intern trainee after 30 June 2027."


def test_the_order_of_the_days_does_not_matter():
    assert compare(law(), DAY, EVE) is compare(law(), DAY, EVE)
    assert sentences(compare(law(), DAY, EVE)) == sentences(compare(law(), EVE, DAY))


def test_between_two_days_without_change_nothing_is_told():
    same = compare(law(), date(2027, 1, 11), date(2027, 1, 12))
    assert (same.changes, sentences(same)) == ((), [])


def test_many_values_of_one_kind_are_counted_and_few_are_told_one_by_one():
    (one,) = [s for s in sentences(compare(law(), date(2026, 9, 30), date(2026, 10, 1)))
              if s.family == "jp.minimum_wage"]
    assert one.text == "Minimum wage an hour, by prefecture: 15 values change. They are in the list below."
    few = [s.text for s in sentences(compare(law(), date(2026, 11, 30), date(2026, 12, 1)))
           if s.family == "jp.minimum_wage"]
    changed = (("iwate", "1,031", "1,090"), ("kumamoto", "1,034", "1,092"))
    assert few == [f"Minimum wage an hour, by prefecture (prefecture: {name}): from 1 December 2026 it is “{new} JPY”. "
                   f"Before, it was “{old} JPY”." for name, old, new in changed]


def test_every_word_of_a_sentence_can_be_translated():
    seen: list[str] = []

    def note(text: str) -> str:
        seen.append(text)
        return text

    told = sentences(compare(law(), EVE, DAY), note, lambda d: f"<{d}>")
    assert all(any(s.text.startswith(w.split("%")[0]) for w in seen) for s in told)
    assert "Employment insurance, the worker's share, by field" in seen and "months of pay" in seen
    assert any("<2027-04-01>" in s.text for s in told)


def test_a_placeholder_is_never_left_in_a_sentence():
    for one, two in ((date(2019, 1, 1), date(2028, 1, 1)), (date(2026, 2, 28), date(2026, 3, 1)), (EVE, DAY)):
        assert not [s for s in sentences(compare(law(), one, two)) if "%(" in s.text]
