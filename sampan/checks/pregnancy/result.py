"""The check of pregnancy and birth (sampan-pregnancy/1)."""

from __future__ import annotations

from datetime import date

from sampan.checks.check import Check
from sampan.checks.fields import Told
from sampan.checks.pregnancy.questions import FIELDS, WORDS
from sampan.checks.work import Work
from sampan.rulebook.law import Law

PRIVATE = ("Nothing you write here is sent to your employer, your agency or your family. Nobody is told unless you "
           "tick it yourself.")
STEPS = (
    "Bleeding, strong pain in the belly or a strong headache are danger signs. Call a hospital at once. When it is "
    "heavy or sudden, call an ambulance: 119.",
    "If somebody wants to bring you to the airport, or locks you in, call the police: 110.",
    "Do not sign any paper about leaving, stopping the training or going home.",
    "Tell your employer when you are ready. Ask for the leave in writing, with the first day.",
    "While pregnant you may ask for lighter work, and for no overtime, no work on rest days and no night work. "
    "Time off for check-ups is your right.",
    "Ask the health insurance for the form for maternity allowance and for the lump sum.",
    "Report the birth to the city within 14 days. Ask for a status of residence for the child within 30 days of birth.",
)
NUMBERS = ("The numbers 119 and 110, and the danger signs, are from public pages: "
           "https://www.ucia.or.jp/emergency_eng.html and http://www5.pref.iwate.jp/~hp0359/ninshin/page10.html. "
           "Calls are free. A doctor knows more than this page.")
COUNTED = {
    "sending_organisation": "The promise is counted as made by the sending organisation.",
    "supervising_organisation": "The promise is counted as made by the supervising organisation.",
    "support_organisation": "The promise is counted as made by the support organisation.",
    "employer": "The promise is counted as made by the employer.",
    "broker": "The promise is counted as made by a broker.",
    "training_centre": "The promise is counted as made by the training centre.",
    "other": "The promise is counted as made by somebody else.",
}
TOPICS: dict[str, tuple[str, ...]] = {
    "jp.no_pregnancy_clause": ("pregnancy", "void_term"), "jp.no_pregnancy_sending": ("pregnancy", "void_term"),
    "kh.no_pregnancy_agency": ("pregnancy", "void_term"), "vn.no_pregnancy_record": ("pregnancy", "void_term"),
    "jp.told_to_leave_pregnant": ("pregnancy", "dismissal"), "jp.training_ended_pregnant": ("pregnancy", "dismissal"),
}
AT_HOME = {"kh": "kh.no_pregnancy_agency", "vn": "vn.no_pregnancy_record"}


def facts_of(told: Told, facts: dict[str, int]) -> None:
    """The facts that follow from what was told."""
    if "due" in facts:
        facts["barred_on"] = facts["birth_on"] = facts["promise_on"] = facts["due"]
    for key, fact in (("born", "birth_on"), ("signed_on", "promise_on")):
        day = told.get(key)
        if isinstance(day, date):
            facts[fact] = day.toordinal()
    for fact in ("twins", "insurer_mean", "left_job", "programme"):
        facts[f"{fact}_told"] = int(fact in facts)


def money(out: Work, facts: dict[str, int]) -> None:
    """The allowance and the lump sum."""
    out.figure("allowance_days", "jp.allowance_days", "")
    if "pregnancy_months" not in facts:
        out.note("jp.allowance_mean", ["months_insured"], [])
    else:
        out.figure("allowance_per_day", "jp.maternity_allowance_daily")
        out.figure("allowance", "jp.maternity_allowance_total")
    if facts.get("pregnancy_months", 12) < 12 and "insurer_mean" not in facts:
        out.note("jp.allowance_mean", ["insurer_mean"], [])
        out.remarks.append("With less than twelve months of records the allowance may be lower. What is shown is "
                           "the most that can be due.")
    out.figure("childbirth_lump_sum", "jp.childbirth_lump_sum")
    if facts.get("twins"):
        out.figure("childbirth_lump_sum_two", "jp.childbirth_lump_sum_two")


def days(out: Work, facts: dict[str, int]) -> None:
    """Leave, and until when nobody may be dismissed."""
    out.figure("leave_from", "jp.maternity_leave_from", "date")
    out.figure("leave_to", "jp.maternity_leave_to", "date")
    out.figure("dismissal_barred_to", "jp.maternity_barred_to", "date")
    out.figure("dismissal_void_to", "jp.dismissal_void_to", "date")
    if "twins" not in facts:
        out.note("jp.days_before", ["twins"], [], later=True)


def promise(out: Work, told: Told, facts: dict[str, int]) -> None:
    """The promise not to become pregnant: by the law of Japan, and by that of the country of origin."""
    rules = ["jp.no_pregnancy_clause"]
    if "promise_with" in facts:
        rules.append("jp.no_pregnancy_sending")
    else:
        out.note("jp.no_pregnancy_sending", ["signed_with"], [], later=True)
    origin = told.get("origin")
    if origin in AT_HOME and ("promise_with" in facts or origin == "vn"):
        rules.append(AT_HOME[origin])
        if told.get("signed_on") is None:
            out.remarks.append("The day of the promise was not told. The law at home of the due day is shown.")
    elif origin == "mm":
        out.remarks.append("No rule of Myanmar about such a promise is loaded.")
    elif origin is None:
        out.note("kh.no_pregnancy_agency", ["origin"], [], later=True)
    made_with = told.get("signed_with")
    for entry in out.judge("pregnancy", TOPICS, only=tuple(rules)):
        if made_with:
            entry["with"] = made_with
    if made_with:
        out.remarks.append(COUNTED[made_with])


def work(told: Told, facts: dict[str, int], rules: Law, today: date) -> Work:
    """Leave, money and protection around a birth."""
    facts_of(told, facts)
    out = Work(rules, facts, today, {"barred_on": "due", "promise_on": "due"})
    if facts.get("signed_no_pregnancy"):
        promise(out, told, facts)
    elif "signed_no_pregnancy" not in facts:
        out.note("jp.no_pregnancy_clause", ["signed_no_pregnancy"], [], later=True)
    if facts.get("told_to_leave"):
        out.judge("pregnancy", TOPICS, only=("jp.told_to_leave_pregnant", "jp.training_ended_pregnant"))
    elif "told_to_leave" not in facts:
        out.note("jp.told_to_leave_pregnant", ["told_to_leave"], [], later=True)
    days(out, facts)
    money(out, facts)
    out.steps += [PRIVATE, *STEPS]
    out.remarks.append(NUMBERS)
    out.topic("pregnancy", "maternity_allowance", "childbirth_lump_sum")
    return out


CHECK = Check(
    "pregnancy", "Pregnancy and birth", "Which leave and money are due around a birth, and what may nobody ask of you?",
    FIELDS, work, WORDS,
)
