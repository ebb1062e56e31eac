"""The check of the pension refund (sampan-pension-refund/1)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from sampan.checks.check import Check
from sampan.checks.fields import Told
from sampan.checks.pension_refund.questions import FIELDS, WORDS
from sampan.checks.work import Work
from sampan.rulebook.law import Law
from sampan.rulebook.money import Money, written

SAME_MONTH = "the last insured month is the month in which you left Japan"
SAME_YEAR = "the lump sum is paid in the year in which you left Japan; if it is paid later, there is more time"
PENDING = ("A law raises the cap to eight years, and bars the payment while a permit to re-enter Japan is valid. "
           "Neither is in force yet; both must come by June 2029. Ask before you claim.")
ERASED = ("All months before the claim are erased, also those that are not paid. They no longer count for a pension "
          "of Japan.")
BACK = ("You want to work in Japan again. Who claims starts again at zero; a pension needs ten years. Who does not "
        "claim keeps the months.")
PERMANENT = ("A permanent resident can often reach the ten years for a pension. Ask before you claim; what is erased "
             "does not come back.")
TOO_SHORT = "Below six months there is no lump sum."
TEN_YEARS = "With ten years of insurance there is a right to a pension. No lump sum is paid."
ABOVE = ("The lump sum is above the deduction, so a part of the tax stays. How much comes back is not computed here; "
         "the tax office or a tax agent can say it.")
NOT_HERE = "What is taken by a fee stays with you when you claim yourself, or with help that takes no fee."
CLAIM = ("Send the claim to the Japan Pension Service: the form, a copy of the passport, a paper of your bank account, "
         "and the pension number.")
MOVE_OUT = "Give the move-out notice at the city office before you leave, and keep a copy."
AGENT = ("For the tax, name a tax agent: a person with an address in Japan whom you trust. Report this person to the "
         "tax office before you leave.")
RETURN = ("The tax return can be filed from 1 January of the year after the payment. Keep the notice of payment; the "
          "tax agent needs it.")


def facts_of(told: Told, facts: dict[str, int]) -> None:
    """The facts that follow from what was told."""
    left, fee = told.get("left_japan"), told.get("fee_asked")
    if "last_insured" not in facts and isinstance(left, date):
        facts["last_insured"] = left.replace(day=1).toordinal()
    if told.get("moved_out") and isinstance(left, date):
        facts["address_until"] = left.toordinal()
    if isinstance(fee, Fraction):
        facts |= {"fee_is_share": 1, "fee_num": fee.numerator, "fee_den": fee.denominator}
    elif isinstance(fee, Money) and fee.currency == "JPY":
        facts |= {"fee_is_share": 0, "fee_yen": fee.amount}


def assume(out: Work, text: str, *names: str) -> None:
    """Say under some figures what they take for granted."""
    for figure in out.figures:
        if figure["name"] in names:
            figure["assumes"] = [*figure.get("assumes", []), text]


def fee(out: Work, told: Told) -> None:
    """What a fee costs against help without one."""
    asked = told.get("fee_asked")
    if asked is None:
        return
    if isinstance(asked, Money) and asked.currency != "JPY":
        out.amounts["fee_asked"] = {asked.currency: written(asked.amount, asked.currency)}
        day = told.get("left_japan") or out.today
        out.note("jp.left_after_fee", [f"exchange {asked.currency} JPY {day.isoformat()}"], [])
    else:
        out.figure("fee_asked", "jp.agent_fee")
        out.figure("left_after_fee", "jp.left_after_fee")
    out.figure("left_with_free_help", "jp.left_with_free_help")
    out.remarks.append(NOT_HERE)


def months(out: Work, facts: dict[str, int]) -> None:
    """Which months count, which are lost, and what is lacking for a pension."""
    counted = out.figure("months_counted", "jp.refund_counted", "")
    if counted is not None and facts["refund_months"] > counted:
        out.figure("months_lost", "jp.refund_lost", "")
        pending = out.rules.families["jp.pension_refund_pending"].rows[0]
        if facts["last_insured"] >= pending.first:
            out.figure("lump_sum_eight_years", "jp.lump_sum_eight_years")
    out.figure("months_to_pension", "jp.months_to_pension", "")


def dates(out: Work, told: Told, taxed: bool) -> None:
    """Until when the lump sum and the tax can be claimed."""
    out.judge("pension_refund", {"jp.refund_with_address": ("pension_refund",)})
    last = out.figure("claim_by", "jp.refund_claim_by", "date")
    if last is not None and last < out.today.toordinal():
        out.remarks.append("The two years to claim have passed.")
    if taxed:
        out.figure("tax_return_by", "jp.refund_return_by", "date")
        assume(out, SAME_YEAR, "tax_return_by")
        out.topic("pension_tax_refund")
    out.steps += [*([] if told.get("moved_out") else [MOVE_OUT]), CLAIM, *([AGENT, RETURN] if taxed else [])]


def work(told: Told, facts: dict[str, int], rules: Law, today: date) -> Work:
    """The lump sum, its tax, and until when to ask for both."""
    facts_of(told, facts)
    lacking = {"address_until": "left_japan"} if told.get("moved_out") else {}
    out = Work(rules, facts, today, lacking)
    amount = out.figure("lump_sum", "jp.lump_sum")
    tax = out.figure("tax", "jp.lump_sum_tax")
    out.figure("paid", "jp.lump_sum_paid")
    if out.figure("refundable_tax", "jp.refundable_tax") is None and tax:
        out.remarks.append(ABOVE)
    if amount == 0:
        out.remarks.append(TEN_YEARS if out.sheet.value("jp.months_to_pension") == 0 else TOO_SHORT)
    else:
        fee(out, told)
        months(out, facts)
        dates(out, told, tax != 0 and told.get("scheme") == "employees")
        out.remarks += [ERASED, *([BACK] if told.get("going_back") else []),
                        *([PERMANENT] if told.get("permanent_resident") else []), PENDING]
        out.topic("pension_refund")
    if told.get("last_insured_month") is None:
        assume(out, SAME_MONTH, "lump_sum", "months_counted")
    return out


CHECK = Check(
    "pension_refund", "Pension refund", "How much pension money comes back when you leave Japan, and until when?",
    FIELDS, work, WORDS,
)
