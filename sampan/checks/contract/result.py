"""The check of a contract (sampan-contract/1): what differs from the promise, and what may not stand in it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from sampan.checks.check import Check
from sampan.checks.contract.compare import Point, differences, points, worse
from sampan.checks.contract.facts import exchanges, read_contract
from sampan.checks.contract.questions import FIELDS
from sampan.checks.contract.terms import judge_terms
from sampan.checks.contract.words import WORDS
from sampan.checks.exchange import Rates, kinds, remarks, shown
from sampan.checks.fields import Told
from sampan.checks.work import Work
from sampan.rulebook.law import Law
from sampan.rulebook.money import Money, rounded
from sampan.rulebook.sheet import Sheet

ESD_STARTS = date(2027, 4, 1)
LACKING = {
    "signed": "signed_on", "wage_basis": "signed.wage.basis", "wage_amount": "signed.wage.amount",
    "scheduled_hours": "signed.wage.scheduled_hours", "prefecture": "signed.prefecture", "worked_on": "entry",
    "allowance_other_counts": "signed.wage.allowance.kind", "allowance_counted": "exchange",
    "allowance_unclear": "exchange",
}
PROGRAMME = ("jp.titp_in_force_on_entry", "jp.titp_transition", "jp.esd_in_force_on_entry")
MINIMUM = ("jp.minimum_wage_shortfall",)
SHORT = ("sums.contract_short",)
GAP = ("gap_sum", "gap_rest", "gap_parts")
PROMISE = {
    "jp.contract_leave_at_once": ("substitution",), "jp.contract_change_employer": ("substitution", "transfer"),
    "vn.contract_promise": ("substitution",), "mm.contract_swapped": ("substitution",),
}


def work(told: Told, facts: dict[str, int], rules: Law, today: date) -> Work:
    """The comparison first, then the programme, the minimum wage and the terms."""
    day = told.get("signed_on") or told.get("entry")
    several = [Rates(exchanges(told), kind, day) for kind in kinds(exchanges(told))]
    found = points(told)
    facts["contract_term"] = rules.facts["contract_term"].code("none")
    facts["points_changed"] = worse(found, several)
    out = Work(rules, facts, today, dict(LACKING))
    out.do_not_contact = told.get("do_not_contact") or ()
    out.extra["differences"] = differences(found, several, rules)
    _sides(out, told, found)
    _money(out, told, found, several)
    _promise(out, told)
    _programme(out, told)
    _minimum(out, told, facts, several)
    judge_terms(out, told, facts)
    _steps(out)
    if told.rows.get("exchange"):
        out.extra["exchange"] = [shown(e) for e in exchanges(told)]
    if out.do_not_contact:
        out.extra["do_not_contact"] = list(out.do_not_contact)
    out.remarks += remarks(exchanges(told), day, "contract")
    return out


def _sides(out: Work, told: Told, found: list[Point]) -> None:
    """Without a side there is nothing to compare; terms alone can be judged."""
    absent = [side for side in ("promised", "signed") if all(getattr(p, side) is None for p in found)]
    if absent and not told.rows.get("terms"):
        out.note("contract", absent, [])


def _money(out: Work, told: Told, found: list[Point], several: list[Rates]) -> None:
    """The gap of a month and of the contract, for each kind of exchange rate."""
    compared = [p for p in found if p.both and (p.money or p.lacking)]
    if not compared:
        return
    months = told.get("signed.contract_months")
    if months is None:
        months = told.get("promised.contract_months")
        if months is not None:
            out.remarks.append("The months of the contract are those that were promised.")
    worked = [_gap(out, compared, rates, months) for rates in several]
    first = worked[0]
    if len(several) > 1 and any(w != first for w in worked):
        for name in ("gap_month", "gap_contract"):
            known = [{"exchange": r.kind, **w[name]} for r, w in zip(several, worked, strict=True) if name in w]
            out.amounts.pop(name, None)
            if known:
                out.amounts[name] = known


def _gap(out: Work, compared: list[Point], rates: Rates, months: int | None) -> dict[str, Any]:
    """One kind of rate: its figures, and the finding when less is left; gives the amounts by name."""
    needs = list(dict.fromkeys(p.lacking or p.rate_lacking(rates) for p in compared))
    needs = [n for n in needs if n]
    gaps = [g for p in compared if not p.lacking and (g := p.gap(rates)) is not None]
    facts, total = dict(out.sheet.facts), sum(gaps, Fraction(0))
    out.lacking.update(dict.fromkeys(GAP, needs[0] if needs else "exchange"))
    facts |= {} if needs else _gap_facts(total, out.rules)
    if months is not None:
        facts["gap_months"] = months
    sheet, before = Sheet(out.rules, facts), len(out.figures)
    for key in needs[1:]:
        out.note("sums.contract_gap_month", [key], [])
    out.figure("gap_month", "sums.contract_gap_month", sheet=sheet)
    out.figure("gap_contract", "sums.contract_gap_total", sheet=sheet, later=total <= 0)
    entries = out.judge("contract", {SHORT[0]: ("substitution",)}, sheet, SHORT)
    figures = out.figures[before:]
    parts = [f"{p.what}: {rounded(p.gap(rates) or Fraction(0)):,} JPY" for p in compared]
    for entry in [*figures, *entries] if "gap_sum" in facts else []:
        entry["working"] = [*parts, *entry["working"]]
    if rates.kind:
        for entry in [*figures, *entries]:
            entry["exchange"] = rates.kind
    return {f["name"]: f["value"] for f in figures}


def _gap_facts(total: Fraction, rules: Law) -> dict[str, int]:
    """The gap of a month as whole yen and the rest beside them; nothing where it is beyond what can be checked."""
    whole, bounds = total.numerator // total.denominator, rules.facts["gap_sum"]
    rest = (total - whole).limit_denominator(rules.facts["gap_parts"].high)
    if rest == 1:
        whole, rest = whole + 1, Fraction(0)
    if not bounds.low <= whole <= bounds.high:
        return {}
    return {"gap_sum": whole, "gap_rest": rest.numerator, "gap_parts": rest.denominator}


def _promise(out: Work, told: Told) -> None:
    """What the law says of a contract that is not what was promised."""
    origin = told.get("origin")
    chosen = [r for r in PROMISE if r.startswith("jp.") or r.startswith(f"{origin}.")]
    if told.get("programme") is None:
        chosen.remove("jp.contract_change_employer")
    if not out.sheet.facts["points_changed"]:
        return
    out.judge("contract", PROMISE, only=tuple(chosen))
    out.topic("substitution")
    if origin is None:
        out.note("contract", ["origin"], [])
    if told.get("programme") is None:
        out.note("jp.contract_change_employer", ["programme"], [])
    if origin == "kh":
        out.remarks.append("No rule of Cambodia on a contract that differs from the promise is loaded.")


def _programme(out: Work, told: Told) -> None:
    """Whether the programme is open on the day of entry."""
    entry, programme = told.get("entry"), told.get("programme")
    if programme in ("titp", "esd"):
        out.judge("offer", only=PROGRAMME)
    if programme == "titp" and entry and ESD_STARTS <= entry <= date(2027, 6, 30):
        out.remarks.append("The plan for technical intern training must have been approved by 31 March 2027.")
    if programme == "esd" and entry and entry < ESD_STARTS:
        out.lead = "unknown"


def _minimum(out: Work, told: Told, facts: dict[str, int], several: list[Rates]) -> None:
    """The signed wage beside the minimum wage of the prefecture in the month of entry."""
    pay: Money | None = told.get("signed.wage.amount")
    if pay is None:
        return
    if told.get("signed.prefecture") is None and told.get("promised.prefecture"):
        out.remarks.append("The minimum wage is that of the promised prefecture. The contract names none.")
    rows: list[Any] = told.rows.get("signed.wage.allowance", [])
    foreign = any(m.currency != "JPY" for m in [pay, *(r["amount"] for r in rows)])
    for rates in several if foreign else several[:1]:
        sheet = Sheet(out.rules, _wage_facts(out, told, facts, rates))
        found = out.judge("offer", {MINIMUM[0]: ("minimum_wage",)}, sheet, MINIMUM)
        if foreign and rates.kind:
            for entry in found:
                entry["exchange"] = rates.kind
    hourly = sheet.value("jp.minimum_month")
    if isinstance(hourly, int):
        out.amounts["minimum_hourly"] = {"JPY": sheet.ask("jp.minimum_wage")}
    if found and found[0]["verdict"] == "short":
        out.figure("short_month", MINIMUM[0], sheet=sheet)
        out.figure("short_hour", "jp.short_per_hour", sheet=sheet)


def _wage_facts(out: Work, told: Told, facts: dict[str, int], rates: Rates) -> dict[str, int]:
    """The facts of the signed wage; what cannot be known stays out, with the key to ask for."""
    given, known = dict(facts), out.rules.facts
    if "entry" in facts:
        given["worked_on"] = facts["entry"]
    place = told.get("signed.prefecture") or told.get("promised.prefecture")
    plain = {"prefecture": place, "wage_basis": told.get("signed.wage.basis"),
             "scheduled_hours": told.get("signed.wage.scheduled_hours")}
    given.update({fact: known[fact].code(value) for fact, value in plain.items() if value is not None})
    rows: list[Any] = told.rows.get("signed.wage.allowance", [])
    sums = {"wage_amount": [told.values["signed.wage.amount"]],
            "allowance_counted": [r["amount"] for r in rows if r["kind"] == "fixed"],
            "allowance_unclear": [r["amount"] for r in rows if r["kind"] == "other"]}
    for fact, amounts in sums.items():
        total = rates.total(amounts, "JPY")
        if total is None:
            other = next(m.currency for m in amounts if not rates.rate(m.currency, "JPY"))
            out.lacking[fact] = rates.needs(other, "JPY")
        elif rounded(total) <= known[fact].high:
            given[fact] = rounded(total)
    return given


def _steps(out: Work) -> None:
    """What the worker can do alone."""
    if out.sheet.facts["points_changed"]:
        out.steps += ["Keep every message, photo, advertisement and paper of the promise. Keep copies in two places.",
                      "Write down who promised what, on which day and where."]
        if "employer" not in out.do_not_contact:
            out.steps.append("Ask the employer in writing for the terms of work in your language.")
    if any(f.get("term") and f["verdict"] in ("forbidden", "void") for f in out.findings):
        out.steps.append("You need not do what a forbidden term says. Ask for advice before you answer about it.")


CHECK = Check(
    "contract", "Contract", "Is the contract what was promised, and does it hold terms that are forbidden?", FIELDS,
    work, WORDS, read=read_contract,
)
