"""The format sampan-offer/1 as a JSON Schema, made from the facts of the law and the lists of the check."""

from __future__ import annotations

from typing import Any

from sampan.checks.exchange import KINDS
from sampan.checks.offer.events import EVENTS, MOST_EVENTS, MOST_MONTHS
from sampan.checks.offer.facts import ALLOWANCES, DEDUCTIONS, FORMAT, MOST_CHARGES, PLAIN
from sampan.checks.schema import AMOUNT, DAY, DIALECT, RATE, Schema, table
from sampan.rulebook.money import MINOR
from sampan.rulebook.stored import law


def _fact(name: str) -> Schema:
    fact = law().facts[name]
    if fact.kind == "choice":
        return {"enum": [int(o) if o.isdigit() else o for o in fact.of]}
    if fact.kind == "int":
        return {"type": "integer", "minimum": fact.low, "maximum": fact.high}
    return {"flag": {"type": "boolean"}, "date": DAY}[fact.kind]


def _lines(kinds: Any) -> Schema:
    return {"type": "array", "items": table({"kind": {"enum": list(kinds)}, "amount": AMOUNT}, "kind", "amount")}


def offer_schema() -> Schema:
    """The JSON Schema (2020-12) of an offer."""
    wage = {"basis": _fact("wage_basis"), "amount": AMOUNT, "scheduled_hours": _fact("scheduled_hours"),
            "allowance": _lines(ALLOWANCES)}
    charge = {"kind": _fact("charge_kind"), "amount": AMOUNT, "paid_to": _fact("charge_paid_to"), "paid_on": DAY,
              "receipt": {"type": "boolean"}, "fixed_by_officials": {"type": "boolean"}}
    loan = {"principal": AMOUNT, "monthly_rate": RATE, "payments": {"type": "integer", "minimum": 1, "maximum": 120},
            "lender": _fact("loan_lender")}
    currency = {"enum": list(MINOR)}
    exchange = {"from": currency, "to": currency, "rate": RATE, "kind": {"enum": list(KINDS)}, "date": DAY,
                "source": {"type": "string", "maxLength": 500}}
    properties: Schema = {"format": {"const": FORMAT}, **{name: _fact(name) for name in PLAIN}}
    properties["wage"] = table(wage)
    properties["charge"] = {"type": "array", "maxItems": MOST_CHARGES, "items": table(charge, "kind", "amount")}
    properties["deduction"] = _lines(DEDUCTIONS)
    properties["living"] = table({"amount": AMOUNT}, "amount")
    properties["loan"] = table(loan)
    properties["exchange"] = {"type": "array", "items": table(exchange, "from", "to", "rate")}
    event = {"month": {"type": "integer", "minimum": 1, "maximum": MOST_MONTHS}, "kind": {"enum": list(EVENTS)},
             "value": {"type": ["string", "integer"], "description":
                       'overtime: hours a month or an amount; rate: the new rate, or "10%"; job_loss: months'}}
    properties["event"] = {"type": "array", "maxItems": MOST_EVENTS, "items": table(event, "month", "kind")}
    head = {"$schema": DIALECT, "title": FORMAT}
    return {**head, **table(properties)}
