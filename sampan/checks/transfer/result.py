"""The check of changing the employer (sampan-transfer/1)."""

from __future__ import annotations

from datetime import date

from sampan.checks.check import Check
from sampan.checks.fields import Told
from sampan.checks.transfer.questions import FIELDS, WORDS
from sampan.checks.work import Work
from sampan.rulebook.law import Law
from sampan.rulebook.money import Money, written

COSTS = ("employer_costs.placement", "employer_costs.training", "employer_costs.other")
SKILLED = ("ssw1", "ssw2")
TOPICS: dict[str, tuple[str, ...]] = {
    "jp.transfer_placement_fee": ("broker",), "jp.transfer_private_broker": ("broker",),
}
REASON_TOPICS: dict[str, tuple[str, ...]] = {
    "violence": ("violence",), "unpaid": ("unpaid_wages",), "closure": ("dismissal",),
}
CONDITIONS = ("jp.transfer_without_language", "jp.transfer_language_of_field", "jp.transfer_without_test")
NOT_YET = "Employment for Skill Development begins on 1 April 2027. Before that day it does not exist."
PLAN = "Training that begins after 31 March 2027 needs a plan that was approved by that day."
TOLD_ONLY = "only the costs that were told are counted; what was not told is not known"
NOT_READ = "Whether the new employer pays the first one a part in a case like this was not read."
FIRST_DAY = "the change is on the first possible day; the part grows smaller with time"
WAITING = ("While a new employer is sought, up to 28 hours a week of other work may be allowed "
           "(https://www.moj.go.jp/isa/applications/titp/10_00216.html). Ask the immigration office.")
BRIDGE = ("Who finds no new host and wants to become a specified skilled worker may get a status for the time between "
          "(https://www.moj.go.jp/isa/10_00213.html).")
FORM = "Ask for the change in writing (form 1-44). The supervising organisation must answer (form 1-45). Keep copies."
PROOF = "Write down what happened, with days and names. Keep photos, messages and pay slips."
SAFE = "If you are in danger, leave first and go to a safe place. You may ask for the change afterwards."
PERMIT = "Apply for the change of status, and begin at the new employer only when you have the permit."
PUBLIC = "Ask the public bodies to arrange the change. Pay nobody for it."
INSTEAD = "If there is violence, unpaid pay or another grave breach, a change is possible. Tell somebody who helps."


def facts_of(told: Told, facts: dict[str, int], today: date) -> None:
    """The facts that follow from what was told."""
    facts["transfer_on"] = max(facts.get("started", 0), today.toordinal())
    fee = told.get("go_between_fee")
    if isinstance(fee, Money):
        facts["go_between_fee"] = fee.amount
    costs = [told.get(key).amount for key in COSTS if told.get(key)]
    if costs:
        facts["transfer_costs"] = sum(costs)


def fee(out: Work, told: Told) -> None:
    """Money that somebody asks of the worker for the change."""
    asked = told.get("go_between_fee")
    if asked is None or not asked.amount:
        return
    barred = told.get("programme") == "esd" and told.get("reason") == "own_wish"
    only = ("jp.transfer_placement_fee", *(("jp.transfer_private_broker",) if barred else ()))
    for entry in out.judge("transfer", TOPICS, only=only):
        if entry["verdict"] == "forbidden":
            entry["amount"] = {asked.currency: written(asked.amount, asked.currency)}


def own_wish(out: Work, told: Told, facts: dict[str, int]) -> None:
    """From which day, on which conditions and at whose cost a change at own wish is possible."""
    programme = told.get("programme")
    if programme in SKILLED:
        out.figure("earliest_transfer", "jp.earliest_transfer", "date")
    if programme != "esd" or told.get("reason") not in (None, "own_wish"):
        out.remarks += [NOT_READ] if "transfer_costs" in facts else []
        return
    only = [rule for rule in CONDITIONS if rule != CONDITIONS[1] or told.get("language_level")]
    if told.get("reason"):
        out.judge("transfer", only=tuple(only))
    out.figure("earliest_transfer", "jp.earliest_transfer", "date")
    if "transfer_costs" in facts and out.figure("between_employers", "jp.between_employers") is not None:
        missing = any(told.get(key) is None for key in COSTS)
        out.figures[-1]["assumes"] = [FIRST_DAY, *([TOLD_ONLY] if missing else [])]
    out.steps.append(PUBLIC)


def steps(out: Work, told: Told, barred: bool) -> None:
    """What the worker can do alone."""
    programme, reason = told.get("programme"), told.get("reason")
    if reason == "violence":
        out.steps.append(SAFE)
    if reason and reason != "own_wish":
        out.steps.append(PROOF)
    if barred:
        out.steps.append(INSTEAD)
    elif programme == "titp":
        out.steps += [FORM, WAITING, BRIDGE]
    elif programme in SKILLED:
        out.steps.append(PERMIT)
        out.topic("status")
    out.topic("transfer", *REASON_TOPICS.get(str(reason), ()))


def work(told: Told, facts: dict[str, int], rules: Law, today: date) -> Work:
    """Whether, from when and on which conditions the employer can be changed."""
    facts_of(told, facts, today)
    out = Work(rules, facts, today)
    first = rules.families["jp.programme_esd"].rows[0].first
    programme, started = told.get("programme"), facts.get("started")
    if programme == "esd" and started is not None and started < first:
        out.lead = "unknown"
        out.remarks.append(NOT_YET)
    if programme == "titp" and started is not None and started >= first:
        out.remarks.append(PLAN)
    found = out.judge("transfer", only=("jp.transfer_own_wish", "jp.transfer_unavoidable", "jp.transfer_other_reason")
                      if told.get("reason") else ("jp.transfer_own_wish",))
    own_wish(out, told, facts)
    if programme == "esd":
        out.figure("worker_share", "jp.transfer_worker_share")
    fee(out, told)
    steps(out, told, any(f["verdict"] == "forbidden" for f in found))
    return out


CHECK = Check(
    "transfer", "Changing employer", "May you change employer, from which day, and what may it cost you?",
    FIELDS, work, WORDS,
)
