"""The check of a work injury (sampan-injury/1)."""

from __future__ import annotations

from datetime import date

from sampan.checks.check import Check
from sampan.checks.fields import Told
from sampan.checks.injury.questions import FIELDS, WORDS
from sampan.checks.work import Work
from sampan.rulebook.errors import BadInput, Fault
from sampan.rulebook.law import Law

STEPS = (
    "Go to a doctor. Say that the injury is from work.",
    "Treatment of a work injury is free. Leaving the job does not end these rights.",
    "Ask the Labour Standards Inspection Office for the form for treatment and the form for days off.",
    "Ask for the special payment too. It is paid only when you ask.",
)
REFUSED = (
    "You can apply without the employer. Fill in the form yourself and leave the part of the employer empty.",
    "Add a short letter: the day, how it happened, and that the employer refuses to sign.",
    "Hand both in at the Labour Standards Inspection Office of the place where you work. The office decides, "
    "not the employer.",
    "Keep photos, messages, pay slips, and the names of people who saw the accident.",
)
DUTY = ("That you can apply alone is said by a lawyer's page (https://roudou-bengoshi.com/rousai/2135/). Another "
        "one says that the employer must certify the facts when asked (accident insurance regulation, article 23: "
        "https://law-bright.com/labor-accident/knowledge/jigyousyusyoumei/). The text of the article was not read.")
NOT_WORK = ("If it was not because of work, ask the health insurance for sickness allowance instead. It is paid "
            "from the fourth day off in a row: two thirds of your standard daily pay, for one year and six months of "
            "paid days at most (Health Insurance Act, article 99).")
COMMUTING = ("For an accident on the way to or from work, the insurance pays too. The employer then need not pay "
             "the first three days.")


def possible(facts: dict[str, int]) -> None:
    """Raises BadInput for days that cannot be: before the accident, or more days worked than there were."""
    faults = [Fault(key, "this day is before the accident", "check both days") for key in ("absent_from", "fixed_on")
              if key in facts and "injured" in facts and facts[key] < facts["injured"]]
    if "days_worked" in facts and "calendar_days" in facts and facts["days_worked"] > facts["calendar_days"]:
        faults.append(Fault("days_worked", "there are more days worked than calendar days", "check both numbers"))
    if faults:
        raise BadInput(faults)


def facts_of(told: Told, facts: dict[str, int]) -> None:
    """The facts that follow from what was told."""
    possible(facts)
    if "injured" in facts:
        facts["average_on"] = facts["barred_on"] = facts["injured"]
    facts["absent_from_told"] = int("absent_from" in facts)
    monthly = told.get("basis") == "month"
    facts["floor_told"] = int(monthly or ("average_basis" in facts and "days_worked" in facts))


def pay(out: Work, facts: dict[str, int]) -> None:
    """What the employer and the insurance pay."""
    out.figure("average_daily", "jp.average_daily", scale=100)
    out.figure("employer_days", "jp.employer_days")
    base = out.figure("base_daily", "jp.base_daily")
    out.figure("insurance_days", "jp.insurance_days", "")
    out.figure("compensation", "jp.injury_compensation")
    if base is not None:
        out.figure("insurance_daily", "jp.insurance_daily")
        out.figure("special_daily", "jp.special_daily")
    elif any(n["rule"] == "jp.base_daily" for n in out.no_rule):
        out.figure("base_daily_at_least", "jp.base_plain")
        out.figure("compensation_at_least", "jp.injury_compensation_at_least")
        out.remarks.append("The smallest base daily amount for that year is not loaded. If your own amount is "
                           "below it, the insurance pays more than shown here.")
    out.figure("treatment_you_pay", "jp.treatment_you_pay")


def days(out: Work, facts: dict[str, int]) -> None:
    """Until when to ask, and until when nobody may be dismissed."""
    off = facts.get("days_absent")
    if off is None or off > 3:
        out.figure("temporary_claim_by", "jp.temporary_claim_by", "date")
        out.remarks.append("Each unpaid day has its own limit of two years. Ask early; you can ask again for "
                           "later days.")
    out.figure("disability_claim_by", "jp.disability_claim_by", "date", later=True)
    if off:
        out.figure("dismissal_barred_to", "jp.injury_barred_to", "date")
    if "absent_from" not in facts:
        out.remarks.append("The first day off was not told. The day of the accident is counted as the first day.")


def work(told: Told, facts: dict[str, int], rules: Law, today: date) -> Work:
    """What is due after a work injury, until when to ask for it, and how."""
    facts_of(told, facts)
    out = Work(rules, facts, today, {"barred_on": "injured"})
    pay(out, facts)
    days(out, facts)
    out.steps += STEPS
    if told.get("employer_refuses"):
        out.steps += REFUSED
        out.remarks.append(DUTY)
    out.steps.append(NOT_WORK)
    out.remarks.append(COMMUTING)
    out.topic("injury", "sickness")
    return out


CHECK = Check(
    "injury", "Work injury", "What do the employer and the insurance pay after a work injury, and until when can "
                             "you ask?",
    FIELDS, work, WORDS,
)
