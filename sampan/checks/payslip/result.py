"""The check of a payslip (sampan-payslip/1)."""

from __future__ import annotations

from datetime import date

from sampan.checks.check import Check
from sampan.checks.fields import Told
from sampan.checks.payslip import facts as told_facts
from sampan.checks.payslip.facts import ALLOWANCES
from sampan.checks.payslip.lines import read_line
from sampan.checks.payslip.parts import Part, parts, total
from sampan.checks.payslip.pay import KINDS, Pay, month_parts, stand_behind, worked
from sampan.checks.payslip.questions import FIELDS, WORDS
from sampan.checks.payslip.taken import judge_taken, show_computed
from sampan.checks.work import Entry, Work
from sampan.rulebook.law import Law
from sampan.rulebook.sheet import Sheet

LACKING = {"wage_basis": "pay.basis", "wage_amount": "paid", "field": "industry"}
TOPICS = {
    "jp.payslip_short": ("unpaid_wages",),
    "jp.agreed_below_minimum": ("minimum_wage", "unpaid_wages"),
    "jp.overtime_total_excess": (),
    "jp.overtime_month_excess": (),
}


def work(told: Told, facts: dict[str, int], rules: Law, today: date) -> Work:
    """What was due, paid and short, and whether what was taken is right."""
    told_facts.add_pay(told, facts, rules.facts)
    whole = told_facts.add_paid(told, facts)
    rows = told_facts.add_taken(told, facts)
    facts |= total(told, facts)
    lacking = dict(LACKING)
    if told.rows.get("hours.part"):
        lacking |= {f"{kind}_minutes": f"hours.part.{kind}" for kind in told_facts.KINDS}
    if any("kind" not in row for row in told.rows.get("pay.allowance", [])):
        lacking |= {f"allowance_{kind}": "pay.allowance.kind" for kind in ALLOWANCES}
    if any("kind" not in row and "amount" in row for row in told.rows.get("paid", [])):
        lacking |= {"paid_for_hours": "paid.kind", "paid_allowances": "paid.kind"}
    told_parts = parts(told, facts, rules)
    out = Work(rules, facts, today, lacking)
    pay = worked(out, told_parts)
    _show_minimum(out, pay)
    out.sheet = Sheet(rules, {**facts, **month_parts(told_parts, pay)})
    _show_due(out, pay)
    _judge_hours(out)
    sheet = Sheet(rules, told_facts.insurance(facts, rules.facts, told.get("month"), whole))
    judge_taken(out, sheet, rows)
    show_computed(out, sheet, rows)
    _lines(out, told)
    _say(out, told, told_parts)
    return out


def _show_minimum(out: Work, pay: Pay) -> None:
    """The minimum wage that holds; both where it changes; a finding where the agreed pay is below."""
    shown: list[int] = []
    for part, sheet in pay.parts:
        name = "minimum_hourly" if not shown else "minimum_hourly_other"
        known = sheet.value("jp.minimum_hourly")
        if known in shown or len(shown) == 2:
            continue
        if shown and isinstance(known, int):
            out.dates["minimum_changes_on"] = part.first.isoformat()
        value = out.figure(name, "jp.minimum_hourly", sheet=sheet)
        if value is None:
            continue
        shown.append(value)
        if isinstance(sheet.value("jp.agreed_below_minimum"), int):
            out.judge("payslip", TOPICS, sheet, only=("jp.agreed_below_minimum",))


def _show_due(out: Work, pay: Pay) -> None:
    every = [pay.behind[name] for name in KINDS if name in pay.behind]
    for name, (rule, *_) in KINDS.items():
        if name in pay.behind and out.figure(name, rule) is not None:
            stand_behind(out.figures[-1], [pay.behind[name]])
    if len(pay.behind) == len(KINDS):
        for name, rule in (("due", "jp.payslip_due"), ("paid", "jp.payslip_paid"), ("short", "jp.payslip_short"),
                           ("short_all", "jp.short_all")):
            if out.figure(name, rule, later=name == "short_all") is not None and name != "paid":
                stand_behind(out.figures[-1], every)
        _judge_short(out, pay, every)
    else:
        out.figure("paid", "jp.payslip_paid")
    out.figure("limitation_by", "jp.wage_claim_by", "date", later=True)


def _judge_short(out: Work, pay: Pay, every: list[Entry]) -> None:
    """Short by what is certain; what rests on law that was not verified is told apart."""
    if pay.unsure:
        nothing = {f"{KINDS[name][2]}{rest}": 0 for name in pay.unsure for rest in ("", "_rest")}
        certain = Sheet(out.rules, {**out.sheet.facts, **nothing})
        sure = certain.value("jp.payslip_short")
        if isinstance(sure, int) and sure > 0:
            found = out.judge("payslip", TOPICS, certain, only=("jp.payslip_short",))
            stand_behind(found[0], [pay.behind[n] for n in KINDS if n not in pay.unsure])
    found = out.judge("payslip", TOPICS, only=("jp.payslip_short",))
    for entry in found:
        stand_behind(entry, every)
        if pay.unsure and entry["verdict"] == "short":
            entry.update(verdict="not_verified", note="computed from an unchecked rule")


def _judge_hours(out: Work) -> None:
    for rule in ("jp.overtime_total_excess", "jp.overtime_month_excess"):
        minutes = out.sheet.value(rule)
        if not isinstance(minutes, int):
            continue
        for entry in out.judge("payslip", TOPICS, only=(rule,)):
            if minutes:
                entry["hours"] = f"{minutes // 60}:{minutes % 60:02d}"
            if rule == "jp.overtime_month_excess":
                entry["aside"] = True


def _lines(out: Work, told: Told) -> None:
    """The meaning of each printed line."""
    for place in ("paid", "deduction"):
        for i, row in enumerate(told.rows.get(place, [])):
            label = row.get("label")
            if not isinstance(label, str):
                continue
            line = read_line(label)
            entry: Entry = {"list": place, "index": i, "label": label,
                            "meaning": line.meaning if line else "The meaning of this line is not known here."}
            if line and line.kind:
                entry["kind"] = line.kind
            out.extra.setdefault("lines", []).append(entry)
            if line and line.kind and row.get("kind") and (line.list, line.kind) != (place, row["kind"]):
                out.remarks.append("A printed line usually has another kind than the one you chose. Look at it again.")


def _say(out: Work, told: Told, told_parts: list[Part]) -> None:
    say = out.remarks.append
    if len(told_parts) > 1 and not told.rows.get("hours.part"):
        say("The minimum wage changed in this month. The hours are spread evenly over the calendar days. "
            "Give the hours before and after the change if you know them.")
    if told.get("pay.basis") == "day":
        say("Days of eight hours are assumed.")
    regular, scheduled = out.sheet.facts.get("regular_minutes"), told.get("pay.scheduled_hours")
    if told.get("pay.basis") == "month" and regular is not None and scheduled and regular != scheduled:
        say("Pay of a month is counted by the hour here. If you worked all contracted hours of the month, the whole "
            "monthly pay is due, whether the month was long or short.")
    if any(row.get("kind") == "other" for row in told.rows.get("paid", [])):
        say("Pay of kind other is not counted as pay for the hours. It is counted for insurance and tax.")
    if out.sheet.facts.get("paid_allowances", 0) > sum(out.sheet.facts.get(f"allowance_{k}", 0) for k in ALLOWANCES):
        say("More was paid as allowances than you told as agreed. The part above is not counted as pay for the hours.")
    if told.get("months_short") not in (None, 1):
        say("Each payday has its own last day to claim. The day shown is that of the payday told.")
    if out.amounts.get("short", {}).get("JPY"):
        out.steps += ["Keep every payslip, time card and message about your hours. Take pictures of them.",
                      "Write down day by day when you began and ended work.",
                      "Ask the employer in writing for the missing pay before the last day to claim."]
    if "deductions" in out.topics:
        out.steps.append("Ask the employer to show the written labour agreement and how each deduction was counted.")


CHECK = Check(
    "payslip", "Payslip", "Was the pay right, and was too much taken from it?", FIELDS, work, WORDS,
)
