"""What was taken from the pay: lines without a written agreement, and insurance and tax beside the computed sums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sampan.checks.payslip.facts import Row
from sampan.checks.payslip.questions import BY_LAW
from sampan.checks.verdict import needed
from sampan.checks.work import Entry, Work
from sampan.rulebook.kleene import Missing
from sampan.rulebook.money import Money
from sampan.rulebook.sheet import Sheet

AGREEMENT = "jp.taken_without_agreement"
OF_GRADES = ("health", "care", "child_levy", "pension")
GRADE = ("The premium follows the standard remuneration that was fixed from earlier months; here it is taken from the "
         "pay of this month. Ask which standard remuneration is used.")
SAKE = "Sake brewing has a higher rate, and the industry does not tell whether it is sake brewing."
EARLIER = "An employer may take the premium of the month before from this pay (Health Insurance Act, article 167)."
DECLARED = "The declaration of dependants was handed in, and you are a resident of Japan."


@dataclass(frozen=True)
class Fixed:
    """A deduction that the law fixes: the name of its figure, its rule, and the rule that judges it."""

    figure: str
    rule: str
    judge: str


FIXED = {
    "health": Fixed("health_computed", "jp.slip_health", "jp.health_taken_over"),
    "care": Fixed("care_computed", "jp.slip_care", "jp.care_taken_over"),
    "child_levy": Fixed("child_levy_computed", "jp.slip_levy", "jp.levy_taken_over"),
    "pension": Fixed("pension_computed", "jp.slip_pension", "jp.pension_taken_over"),
    "employment": Fixed("employment_computed", "jp.slip_employment", "jp.employment_taken_over"),
    "income_tax": Fixed("income_tax_computed", "jp.tax_by_calculation", "jp.income_tax_taken_over"),
}


def judge_taken(work: Work, sheet: Sheet, rows: list[Row]) -> None:
    """Each line that needs an agreement, each sum that the law fixes, and insurance that was not joined."""
    for i, row in enumerate(rows):
        _judge_line(work, i, row)
    kinds = {row.get("kind") for row in rows}
    for kind, fixed in FIXED.items():
        if kind not in kinds:
            continue
        for entry in work.judge("payslip", {fixed.judge: ("deductions",)}, sheet, only=(fixed.judge,)):
            entry["kind"] = kind
            if kind in OF_GRADES:
                entry.setdefault("doubts", []).extend([GRADE, EARLIER])
                _month_before(sheet, fixed, entry)
            if kind == "employment" and _factory(sheet):
                entry.setdefault("doubts", []).append(SAKE)
            if kind == "income_tax":
                entry.setdefault("assumes", []).append(DECLARED)
    for name in ("health", "pension", "employment"):
        if sheet.facts.get(f"insured_{name}") == 0:
            rule = f"jp.not_in_{name}"
            for entry in work.judge("payslip", {rule: ("insurance_not_joined",)}, sheet, only=(rule,)):
                entry["aside"] = True


def _factory(sheet: Sheet) -> bool:
    return "industry" in sheet.facts and sheet.law.facts["industry"].of[sheet.facts["industry"]] == "manufacturing"


def _month_before(sheet: Sheet, fixed: Fixed, entry: Entry) -> None:
    """More than the premium of the month, but not more than that of the month before: nothing to accuse of."""
    if entry["verdict"] != "over":
        return
    last = date.fromordinal(sheet.facts["insured_on"]) - timedelta(days=1)
    before = Sheet(sheet.law, {**sheet.facts, "insured_on": last.replace(day=1).toordinal()})
    if before.value(fixed.judge) == 0:
        entry.update(verdict="not_verified", aside=True, note="not more than the premium of the month before")


def _judge_line(work: Work, index: int, row: Row) -> None:
    kind, amount = row.get("kind"), row.get("amount")
    if kind in BY_LAW:
        if amount is None:
            work.note(FIXED[kind].judge if kind in FIXED else "jp.resident_tax_taken", ["deduction.amount"], [])
        return
    known = work.rules.facts
    facts = {k: v for k, v in work.sheet.facts.items() if k == "worked_on"}
    if kind:
        facts["taken_kind"] = known["taken_kind"].code(kind)
    if isinstance(amount, Money):
        facts["taken_amount"] = amount.amount
    if isinstance(row.get("agreed_in_writing"), bool):
        facts["taken_agreed"] = int(row["agreed_in_writing"])
    topics = ("deductions", "forced_saving") if kind == "savings" else ("deductions",)
    for entry in work.judge("payslip", {AGREEMENT: topics}, Sheet(work.rules, facts), only=(AGREEMENT,)):
        entry["index"] = index
        if kind:
            entry["kind"] = kind


def show_computed(work: Work, sheet: Sheet, rows: list[Row]) -> None:
    """The computed sums beside those that were taken; what is missing for a sum nobody took holds up nothing."""
    kinds = {row.get("kind") for row in rows}
    for kind, fixed in FIXED.items():
        _figure(work, sheet, fixed.figure, fixed.rule, kind in kinds)
        if kind in OF_GRADES and work.figures and work.figures[-1]["name"] == fixed.figure:
            work.figures[-1]["doubts"].extend([GRADE, EARLIER])
    if sheet.value("jp.table_speaks") == 1:
        _figure(work, sheet, "income_tax_table", "jp.tax_by_table", False)
        if "income_tax" in kinds:
            _figure(work, sheet, "income_tax_no_declaration", "jp.tax_without_declaration", False)
    elif "income_tax_computed" in work.amounts:
        work.remarks.append("The monthly tax table is loaded for paydays of 2026, for taxed pay from 105,000 to "
                            "739,999 yen and up to seven relatives. Here only the calculation is shown.")
    if sheet.facts.get("taken_resident_tax"):
        _figure(work, sheet, "resident_tax_taken", "jp.resident_tax_taken", True)


def _figure(work: Work, sheet: Sheet, name: str, rule: str, told: bool) -> None:
    value = sheet.value(rule)
    if isinstance(value, Missing):
        if not value.no_rule and needed(sheet, value, work.lacking) != ["paid"]:
            work.note(rule, needed(sheet, value, work.lacking), [], later=True)
        else:
            work.note(rule, [], sorted((n.missing, n.on) for n in value.no_rule), later=not told)
        return
    work.figure(name, rule, sheet=sheet)
