"""The check of paid leave (sampan-paid-leave/1)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from sampan.checks.check import Check
from sampan.checks.fields import Told
from sampan.checks.paid_leave.questions import FIELDS, WORDS
from sampan.checks.work import Work
from sampan.rulebook.law import Law


def work(told: Told, facts: dict[str, int], rules: Law, today: date) -> Work:
    """The days due and left of the last grant."""
    share = told.get("attendance")
    if isinstance(share, Fraction):
        facts["attendance"] = int(share * 10000)
    out = Work(rules, facts, today)
    due = out.figure("days_due", "jp.leave_due", "")
    out.figure("days_left", "jp.leave_left", "")
    out.figure("granted", "jp.leave_granted", "date")
    if due:
        out.figure("use_by", "jp.leave_use_by", "date")
        out.remarks.append("Days that were left from the grant before may still be used for two years from that day.")
        out.steps.append("Ask for the leave in writing, with the days. You need not give a reason.")
    out.topic("paid_leave")
    return out


CHECK = Check(
    "paid_leave", "Paid leave", "How many days of paid leave are due, and how many are left?", FIELDS, work, WORDS,
)
