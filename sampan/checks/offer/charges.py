"""One charge: the verdict of national law beside that of the international standard."""

from __future__ import annotations

from typing import Any

from sampan.checks.offer.codes import charge_codes
from sampan.checks.offer.worked import Worked, finding
from sampan.checks.verdict import NO_RULE, Judged, ceiling_of, in_money, judge, needed, shown_readings, worst
from sampan.rulebook.money import rounded, written
from sampan.rulebook.sheet import Sheet


def judge_charge(worked: Worked, i: int) -> dict[str, Any]:
    """The entry of charge i in the answer; what cannot be decided is noted on `worked`."""
    offer, rules = worked.offer, worked.rules
    charge = offer.charges[i]
    codes, lacking = charge_codes(offer, i, worked.rates, rules.facts, worked.sheet.facts)
    sheet = worked.sheet.with_charge(codes)
    lacking = {**worked.lacking, **lacking}
    currency = charge.amount.currency
    entry: dict[str, Any] = {"index": i, "kind": charge.kind, "paid": _paid(worked, i)}
    if charge.paid_to:
        entry["paid_to"] = charge.paid_to
    if charge.receipt is False:
        entry["notes"] = ["no receipt"]
    # The country of origin speaks first; Japan's rules lead only when they are worse.
    national = sorted(rules.judging("charge"), key=lambda r: r.id.startswith("jp."))
    judged = [j for r in national if (j := judge(sheet, r, lacking, worked.today))]
    entry["national"] = _national(worked, sheet, judged, currency)
    paid_day = _on_paid_day(worked, i, codes, entry["national"])
    if paid_day:
        entry["national"]["on_paid_day"] = paid_day
    entry["ilo"] = _ilo(worked, sheet, lacking)
    for rule in rules.judging("charge_finding"):
        found = judge(sheet, rule, lacking, worked.today)
        if found and found.amount > 0:
            worked.findings.append({**finding(found, currency), "charge": i})
    return entry


def _paid(worked: Worked, i: int) -> dict[str, Any]:
    money = worked.offer.charges[i].amount
    paid = {money.currency: written(money.amount, money.currency)}
    yen = worked.rates.exact(money, "JPY")
    if yen is not None:
        paid["JPY"] = rounded(yen)
    return paid


def _national(worked: Worked, sheet: Sheet, judged: list[Judged], currency: str) -> dict[str, Any]:
    lead = _lead(judged)
    if lead is None:
        origin = worked.offer.plain.get("origin")
        kind = worked.rules.facts["charge_kind"].shown(sheet.facts["charge_kind"])
        on = worked.offer.plain.get("signed") or worked.offer.plain.get("entry")
        missing = f"{origin or 'origin'} {kind}"
        day = on.isoformat() if on else None
        worked.no_rule.append({"rule": f"{origin or 'origin'}.charge", "on": day, "missing": missing})
        return {"verdict": "no_rule", "rule": None, "why": NO_RULE,
                "citations": [], "missing": missing}
    for one in judged:
        if one is lead or one.verdict == "unknown":
            worked.note(one, single_charge=True)
    out: dict[str, Any] = {"verdict": lead.verdict, "rule": lead.rule, "why": lead.why}
    rule = worked.rules.rules[lead.rule]
    ceiling = ceiling_of(sheet, rule)
    if ceiling is not None and lead.verdict != "conflicting":
        out["ceiling"] = _ceiling(worked, ceiling, rule.ceiling_unit, currency)
    if lead.amount > 0 and rule.breach == "over" and lead.verdict != "conflicting":
        out["over"] = in_money(lead.amount, currency)
    if lead.needs:
        out["needs"] = lead.needs
    out.update({"citations": [], **shown_readings(lead.extra, currency)})
    for reading, worked_out in zip(out.get("readings", []), lead.extra.get("readings", []), strict=True):
        if "ceiling" in reading:
            reading["ceiling"] = _ceiling(worked, worked_out["ceiling_amount"], rule.ceiling_unit, currency)
    also = [j for j in judged if j is not lead and j.verdict not in ("no_rule", "unknown", "allowed")]
    if also:
        out["also"] = [{"rule": j.rule, "verdict": j.verdict, "why": j.why,
                        "citations": j.extra.get("citations", [])} for j in also]
    return out


def _on_paid_day(worked: Worked, i: int, codes: dict[str, int], signed: dict[str, Any]) -> dict[str, Any] | None:
    """What the law of the day of payment says, where it differs; the day of signing decides."""
    charge = worked.offer.charges[i]
    if charge.paid_on is None or charge.paid_on == worked.offer.plain.get("signed"):
        return None
    sheet = Sheet(worked.rules, {**codes, "signed": charge.paid_on.toordinal()})
    home = [r for r in worked.rules.judging("charge") if not r.id.startswith("jp.")]
    judged = [j for r in home if (j := judge(sheet, r, worked.lacking, worked.today))]
    lead = _lead([j for j in judged if j.verdict != "no_rule"])
    if lead is None:
        return None
    on = charge.paid_on.isoformat()
    out: dict[str, Any] = {"on": on, "rule": lead.rule, "verdict": lead.verdict, "why": lead.why}
    rule = worked.rules.rules[lead.rule]
    ceiling = ceiling_of(sheet, rule)
    if ceiling is not None:
        out["ceiling"] = _ceiling(worked, ceiling, rule.ceiling_unit, charge.amount.currency)
    if lead.amount > 0 and rule.breach == "over":
        out["over"] = in_money(lead.amount, charge.amount.currency)
    alike = all(out.get(k) == signed.get(k) for k in ("rule", "verdict", "ceiling", "over"))
    return None if alike else {**out, "citations": lead.extra.get("citations", [])}


def _lead(judged: list[Judged]) -> Judged | None:
    """The worst leads; but what Japan's law cannot decide does not hide what the country of origin has decided."""
    lead = worst(judged)
    if lead is not None and lead.verdict == "unknown" and lead.rule.startswith("jp."):
        decided = [j for j in judged if j.verdict in ("allowed", "not_verified") and not j.rule.startswith("jp.")]
        return worst(decided) or lead
    return lead


def _ceiling(worked: Worked, amount: int, unit: str, currency: str) -> dict[str, Any]:
    out = in_money(amount, unit)
    found = worked.rates.rate(unit, currency)
    if found is not None and unit != currency:
        out[currency] = written(rounded(amount * found.value), currency)
    return out


def _ilo(worked: Worked, sheet: Sheet, lacking: dict[str, str]) -> dict[str, Any]:
    code = sheet.value("ilo.ilo_code")
    family = worked.rules.parameters["ilo.ilo_code"]
    judged = [j for r in worked.rules.judging("ilo") if (j := judge(sheet, r, lacking, worked.today))]
    lead = worst(judged)
    if not isinstance(code, int):
        if code.facts or sheet.facts["charge_kind"] == worked.rules.facts["charge_kind"].code("other"):
            needs = needed(sheet, code, lacking) or ["charge.kind"]
            return {"verdict": "unknown", "code": None, "needs": needs, "why": "What this money is for decides."}
        missing = sorted(n.missing for n in code.no_rule)
        return {"verdict": "no_rule", "code": None, "why": NO_RULE, "missing": missing}
    out: dict[str, Any] = {"verdict": "no_rule", "code": family.codes[code - 1]}
    if lead is not None:
        out.update(verdict=lead.verdict, rule=lead.rule, why=lead.why, **shown_readings(lead.extra, "JPY"))
    return out
