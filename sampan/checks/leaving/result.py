"""The check of leaving the job or being dismissed (sampan-leaving/1)."""

from __future__ import annotations

from datetime import date

from sampan.checks.check import Check
from sampan.checks.fields import Told
from sampan.checks.leaving.kept import kept_documents, kept_money
from sampan.checks.leaving.questions import FIELDS, WORDS
from sampan.checks.work import Work
from sampan.rulebook.law import Law
from sampan.rulebook.sheet import Sheet

DISMISSAL: dict[str, tuple[str, ...]] = {
    "jp.dismissal_notice_short": ("dismissal", "unpaid_wages"), "jp.dismissal_barred": ("dismissal",),
    "jp.dismissal_before_end": ("dismissal",), "jp.dismissal_without_reason": ("dismissal",),
    "jp.last_pay_short": ("unpaid_wages",),
}
STEPS = (
    "Do not sign a paper that says you leave by your own will, if that is not true.",
    "Ask for the last pay and for everything that is yours in writing, with the day. Keep a copy or a photo.",
    "Keep the contract, pay slips, records of hours and messages.",
)
SENT_AWAY = ("Ask for the reason of the dismissal in writing. The employer must give it "
             "(Labour Standards Act, article 22).")
GROUNDS = ("A dismissal without good grounds is void (Labour Contract Act, article 16). A court or the labour office "
           "decides.")
INTEREST = ("On wages unpaid after you left, 14.6 % interest a year is due (Wage Payment Security Act, article 6). "
            "Write the day you ask about, and it is counted.")
LACKING = {"average_on": "notice_given", "barred_on": "last_day", "leaving_on": "last_day"}


def facts_of(told: Told, facts: dict[str, int]) -> None:
    """The facts that follow from what was told."""
    day = facts.get("last_day", facts.get("notice_given"))
    if day is not None:
        facts["leaving_on"] = facts["barred_on"] = day
    if "notice_given" in facts:
        facts["average_on"] = facts["notice_given"]
    if "contract_end" in facts:
        facts.setdefault("fixed_term", 1)
    for fact, told_fact in (("notice_kind", "notice_kind_told"), ("asked_on", "asked_told"),
                            ("written_agreement", "agreement_told")):
        facts[told_fact] = int(fact in facts)
    facts["pay_told"] = int("last_pay_due" in facts or "last_pay_received" in facts)
    monthly = told.get("basis") == "month"
    facts["floor_told"] = int(monthly or ("average_basis" in facts and "days_worked" in facts))


def dismissal(out: Work, told: Told, facts: dict[str, int]) -> None:
    """Notice, times in which nobody may be dismissed, and grounds."""
    only = ["jp.dismissal_notice_short"]
    only += ["jp.dismissal_before_end"] if "contract_end" in facts else []
    only += ["jp.dismissal_without_reason"] if "reason_told" in facts else []
    found = {f["rule"]: f for f in out.judge("leaving", DISMISSAL, only=tuple(only))}
    for kind in ("injury", "maternity"):
        first, last = told.get(f"{kind}_leave_from"), told.get(f"{kind}_leave_to")
        if isinstance(first, date):
            more = {"off_from": first.toordinal(), "off_ended": int(isinstance(last, date))}
            if isinstance(last, date):
                more["off_to"] = last.toordinal()
            for entry in out.judge("leaving", DISMISSAL, Sheet(out.rules, {**facts, **more}), ("jp.dismissal_barred",)):
                entry["leave"] = kind
    out.figure("notice_ends", "jp.dismissal_notice_ends", "date")
    short = found["jp.dismissal_notice_short"]
    if short["verdict"] == "short":
        if out.figure("notice_allowance", "jp.notice_allowance", later=True) is not None:
            facts["notice_counted"], short["amount"] = 1, out.amounts["notice_allowance"]
        else:
            out.remarks.append("Pay for the lacking notice is not in the claim. Tell the pay of three months to "
                               "count it.")
    out.steps.append(SENT_AWAY)
    out.remarks.append(GROUNDS)
    out.topic("dismissal")


def money(out: Work, facts: dict[str, int]) -> None:
    """The last pay, the claim, and late interest."""
    if facts["pay_told"]:
        out.judge("leaving", DISMISSAL, only=("jp.last_pay_short",))
        out.figure("last_pay_unpaid", "jp.last_pay_short")
    if facts["pay_told"] or facts.get("kept_total") or facts["notice_counted"]:
        out.figure("claim", "jp.leaving_claim")
    if not facts["pay_told"]:
        out.note("jp.last_pay_short", ["last_pay_due", "last_pay_received"], [], later=True)
    elif "interest_on" in facts:
        out.figure("late_interest", "jp.late_interest", later=True)
    else:
        out.remarks.append(INTEREST)
    out.figure("pay_by", "jp.leaving_pay_by", "date")


def advance(out: Work) -> None:
    """What the state pays when the employer cannot."""
    out.figure("state_advance", "jp.state_advance")
    out.figure("advance_confirm_by", "jp.advance_confirm_by", "date")
    out.figure("advance_claim_by", "jp.advance_claim_by", "date", later=True)
    out.topic("unpaid_advance")


def work(told: Told, facts: dict[str, int], rules: Law, today: date) -> Work:
    """What is due when somebody leaves, what may not be kept, and by when."""
    facts_of(told, facts)
    facts["notice_counted"] = 0
    out = Work(rules, facts, today, LACKING)
    if facts.get("dismissed"):
        dismissal(out, told, facts)
    elif "dismissed" in facts:
        out.figure("notice_ends", "jp.resignation_ends", "date", later=True)
    else:
        out.note("jp.dismissal_notice_short", ["dismissed"], [])
    kept_money(out, told, facts)
    money(out, facts)
    kept_documents(out, told, facts)
    if told.get("insolvent"):
        advance(out)
    out.steps += STEPS
    out.topic("leaving")
    return out


CHECK = Check(
    "leaving", "Leaving or dismissed", "What is due when you leave or are sent away, and what may nobody keep?",
    FIELDS, work, WORDS,
)
