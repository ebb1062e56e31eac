"""An offer worked under one kind of exchange rate: its facts, its sheet, and what could not be decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from sampan.checks.exchange import Rates
from sampan.checks.offer.codes import offer_codes
from sampan.checks.offer.facts import Offer
from sampan.checks.verdict import Judged, shown_readings
from sampan.rulebook.law import Law
from sampan.rulebook.money import written
from sampan.rulebook.sheet import Sheet


class Worked:
    """What every part of the check shares; `unknown`, `no_rule` and `findings` grow as the parts are worked."""

    def __init__(self, offer: Offer, rules: Law, kind: str | None, today: date) -> None:
        self.offer, self.rules, self.kind, self.today = offer, rules, kind, today
        self.rates = Rates(offer.exchange, kind, offer.plain.get("signed") or offer.plain.get("entry"))
        codes, self.lacking = offer_codes(offer, self.rates, rules.facts)
        self.sheet = Sheet(rules, codes)
        self.unknown: list[dict[str, Any]] = []
        self.no_rule: list[dict[str, Any]] = []
        self.no_table = False
        self.findings: list[dict[str, Any]] = []

    def note(self, judged: Judged, single_charge: bool = False) -> None:
        """Remember what a verdict could not be decided for want of."""
        if judged.needs:
            self.unknown.append({"rule": judged.rule, "needs": judged.needs})
        for missing, on in judged.missing:
            self.no_rule.append({"rule": judged.rule, "on": date.fromordinal(on).isoformat(), "missing": missing})
            self.no_table = self.no_table or not single_charge


def finding(judged: Judged, currency: str = "") -> dict[str, Any]:
    """A verdict as an entry of `findings`."""
    unit = currency or (judged.unit if judged.unit in ("JPY", "USD", "VND", "KHR", "MMK") else "")
    amount = {unit: written(judged.amount, unit)} if judged.amount > 0 and unit else {}
    entry: dict[str, Any] = {"rule": judged.rule, "verdict": judged.verdict, "amount": amount, "why": judged.why,
                             "working": [], "citations": []}
    entry.update(shown_readings(judged.extra, unit or "JPY"))
    if judged.needs:
        entry["needs"] = judged.needs
    return entry
