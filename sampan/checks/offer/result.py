"""The check of one offer: a document in, the answer of the format sampan-verdict/1 out.

Each charge is judged by national law and by the international standard, never merged. Sums against
ceilings stand under `limits`, everything else under `findings`. The worst leads the headline.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from sampan.checks.offer.charges import judge_charge, show_amounts
from sampan.checks.offer.codes import offer_codes
from sampan.checks.offer.facts import FORMAT, Offer, read_offer
from sampan.checks.offer.steps import next_steps
from sampan.checks.offer.sums import Rates, kinds, lacking, loan, missing_parts, remarks, shown, totals
from sampan.checks.offer.takehome import take_home
from sampan.checks.offer.verdict import ORDER, WRONG, Judged, ceiling_of, in_money, judge
from sampan.rulebook import dates
from sampan.rulebook.law import Law, law
from sampan.rulebook.money import written
from sampan.rulebook.sheet import Sheet

ESD_STARTS = date(2027, 4, 1)


def check_offer(document: object, rules: Law | None = None, today: date | None = None) -> dict[str, Any]:
    """Check an offer document (sampan-offer/1, TOML or JSON already parsed).

    Returns the sampan-verdict/1 answer. Raises BadInput with every fault of the document.
    """
    rules = rules or law()
    offer = read_offer(document, rules.facts)
    worked = [_Worked(offer, rules, kind, today or dates.today()) for kind in kinds(offer)]
    answer: dict[str, Any] = {"format": "sampan-verdict/1", "of": FORMAT, "law": rules.hash,
                              "law_checked": rules.checked}
    first = worked[0]
    answer["headline"] = ""
    answer["charges"] = _charges(worked)
    answer["limits"] = _limits(worked)
    several = len(worked) > 1
    for part in ("totals", "take_home", "loan"):
        parts = [{**({"exchange": w.kind} if several else {}), **p} for w in worked if (p := getattr(w, part))]
        if parts:
            answer[part] = parts if several else parts[0]
    answer["findings"] = first.findings
    answer["amounts"], answer["dates"] = first.amounts, {}
    answer["unknown"] = _merged([u for w in worked for u in w.unknown])
    answer["no_rule"] = _merged([n for w in worked for n in w.no_rule])
    if offer.exchange:
        answer["exchange"] = [shown(e) for e in offer.exchange]
    answer["remarks"] = remarks(offer)
    answer["headline"] = _headline(offer, answer, first)
    answer["next"] = next_steps(offer, answer)
    return answer


def exit_status(answer: dict[str, Any]) -> int:
    """1 when something is not allowed or short, 3 when it cannot be decided, else 0."""
    if _wrong(answer):
        return 1
    return 3 if answer["headline"] == "unknown" else 0


def _verdicts(answer: dict[str, Any]) -> list[str]:
    charges = [c["national"]["verdict"] for c in answer["charges"]]
    return [*charges, *(x["verdict"] for x in [*answer["limits"], *answer["findings"]])]


def _wrong(answer: dict[str, Any]) -> bool:
    return any(v in WRONG for v in _verdicts(answer))


def _headline(offer: Offer, answer: dict[str, Any], first: _Worked) -> str:
    entry = offer.plain.get("entry")
    if offer.plain.get("programme") == "esd" and entry is not None and entry < ESD_STARTS:
        return "unknown"
    found = _verdicts(answer)
    if any(v in WRONG and v != "short" for v in found):
        return "not_allowed"
    if "short" in found:
        return "short"
    sums = [x["verdict"] for x in [*answer["limits"], *answer["findings"]] if "charge" not in x]
    open_lines = {"unknown", "conflicting"} & set(found) or {"not_verified", "no_rule"} & set(sums)
    asked = [u for u in answer["unknown"] if u["rule"] != "loan"]
    undecided = asked or first.no_table or open_lines
    return "unknown" if undecided else "nothing_wrong_found"


def _merged(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for entry in entries:
        if entry not in out:
            out.append(entry)
    return out


def _charges(worked: list[_Worked]) -> list[dict[str, Any]]:
    if len(worked) == 1:
        return worked[0].charges
    out = []
    for same in zip(*(w.charges for w in worked), strict=True):
        charge = dict(same[0])
        written_in = next(iter(charge["paid"]))
        charge["paid"] = {written_in: charge["paid"][written_in]}
        if any(s["national"]["verdict"] != charge["national"]["verdict"] or
               s["national"].get("over") != charge["national"].get("over") for s in same):
            charge["national"] = min((s["national"] for s in same), key=lambda n: ORDER.index(n["verdict"]))
            charge["national"] = {**charge["national"], "readings": [
                {"exchange": w.kind, "rule": s["national"]["rule"], "verdict": s["national"]["verdict"],
                 "ceiling": s["national"].get("ceiling"), "over": s["national"].get("over"),
                 "citations": s["national"].get("citations", [])}
                for w, s in zip(worked, same, strict=True)]}
        out.append(charge)
    return out


def _limits(worked: list[_Worked]) -> list[dict[str, Any]]:
    if len(worked) == 1:
        return worked[0].limits
    out: list[dict[str, Any]] = []
    for w in worked:
        for limit in w.limits:
            alike = [o for v in worked for o in v.limits if o["rule"] == limit["rule"]]
            if all(o == limit for o in alike):
                if limit not in out:
                    out.append(limit)
            else:
                out.append({**limit, "exchange": w.kind})
    return out


@cache
def on_loans(rules: Law) -> frozenset[str]:
    """The rules that ask for a fact of the loan."""
    return frozenset(r for r in rules.rules if any(n.startswith("loan_") for n in rules.needs(r)))


class _Worked:
    """An offer worked under one kind of exchange rate."""

    def __init__(self, offer: Offer, rules: Law, kind: str | None, today: date) -> None:
        self.offer, self.rules, self.kind, self.today = offer, rules, kind, today
        self.rates = Rates(offer, kind)
        self.unknown: list[dict[str, Any]] = []
        self.no_rule: list[dict[str, Any]] = []
        self.no_table = False
        self.findings: list[dict[str, Any]] = []
        self.limits: list[dict[str, Any]] = []
        self.amounts: dict[str, Any] = {}
        codes, self.lacking = offer_codes(offer, self.rates, rules.facts)
        self.sheet = Sheet(rules, codes)
        self.charges = [judge_charge(self, i) for i in range(len(offer.charges))]
        self._limits()
        self._findings()
        home = take_home(self)
        self.take_home = home
        gross = self.sheet.value("jp.gross")
        self.totals = totals(offer, self.rates, gross if isinstance(gross, int) else None)
        self.loan = loan(offer, self.rates, home.get("after_living"))
        self.unknown += missing_parts(offer)
        for pair in lacking(offer, self.rates):
            self.unknown.append({"rule": "exchange", "needs": [pair]})

    def note(self, judged: Judged, single_charge: bool = False) -> None:
        """Remember what a verdict could not be decided for want of."""
        if judged.needs:
            self.unknown.append({"rule": judged.rule, "needs": judged.needs})
        for missing, on in judged.missing:
            self.no_rule.append({"rule": judged.rule, "on": date.fromordinal(on).isoformat(), "missing": missing})
            self.no_table = self.no_table or not single_charge

    def _limits(self) -> None:
        lines = sum(c.kind == "service_charge" for c in self.offer.charges)
        for rule in self.rules.judging("limit"):
            # One service charge is judged on its own line; the sum matters only when there are several.
            if rule.counted.startswith("service_charge_total") and lines < 2:
                continue
            judged = judge(self.sheet, rule, self.lacking, self.today)
            if judged is None:
                continue
            self.note(judged)
            entry: dict[str, Any] = {"rule": rule.id}
            counted = self.sheet.facts.get(rule.counted)
            if counted is not None:
                entry["counted"] = in_money(counted, rule.ceiling_unit)
            ceiling = ceiling_of(self.sheet, rule)
            clear = judged.verdict != "conflicting"
            if ceiling is not None and clear:
                entry["ceiling"] = in_money(ceiling, rule.ceiling_unit)
            if judged.amount > 0 and clear:
                entry["over"] = in_money(judged.amount, rule.ceiling_unit)
            entry["verdict"] = judged.verdict
            entry.update(why=judged.why, **show_amounts(judged.extra, rule.ceiling_unit))
            self.limits.append(entry)

    def _findings(self) -> None:
        for rule in self.rules.judging("offer"):
            # A loan that nobody told of is no loan to judge; the rules on loans wait until there is one.
            if self.offer.loan is None and rule.id in on_loans(self.rules):
                continue
            judged = judge(self.sheet, rule, self.lacking, self.today)
            if judged is None:
                continue
            self.note(judged)
            self.findings.append(finding(judged))
        short = self.sheet.value("jp.minimum_wage")
        if isinstance(short, int):
            self.amounts["minimum_hourly"] = {"JPY": short}
        for name, rule_id in (("short_hour", "jp.short_per_hour"), ("short_month", "jp.minimum_wage_shortfall")):
            value = self.sheet.value(rule_id)
            if isinstance(value, int) and value > 0:
                self.amounts[name] = {"JPY": value}


def finding(judged: Judged, currency: str = "") -> dict[str, Any]:
    """A verdict as an entry of `findings`."""
    unit = currency or (judged.unit if judged.unit in ("JPY", "USD", "VND", "KHR", "MMK") else "")
    amount = {unit: written(judged.amount, unit)} if judged.amount > 0 and unit else {}
    entry: dict[str, Any] = {"rule": judged.rule, "verdict": judged.verdict, "amount": amount, "why": judged.why,
                             "working": [], "citations": []}
    entry.update(show_amounts(judged.extra, unit or "JPY"))
    if judged.needs:
        entry["needs"] = judged.needs
    return entry
