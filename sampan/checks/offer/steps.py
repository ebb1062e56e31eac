"""What to do next after the check of an offer: alone, and who can act on what was found."""

from __future__ import annotations

from datetime import date
from typing import Any

from sampan.checks.offer.facts import Offer
from sampan.checks.steps import alone, helped
from sampan.checks.verdict import WRONG
from sampan.rulebook.law import Law

# What help each rule calls for when it is broken; a rule that is not named here speaks of a charge that is too high
# or not for the worker to pay.
OTHERS = {
    "jp.deposit_forbidden": "deposit", "kh.deposit_forbidden": "deposit", "vn.deposit_forbidden": "deposit",
    "vn.deposit_excess": "deposit", "vn.security_forbidden": "deposit", "jp.penalty_forbidden": "penalty",
    "kh.penalty_forbidden": "penalty", "vn.brokerage_on_worker": "broker", "vn.brokerage_excess": "broker",
    "jp.forced_saving": "forced_saving", "jp.management_fee_on_worker": "deductions",
    "jp.rent_actual_cost": "deductions", "vn.rent_excess": "deductions", "vn.rent_yen_excess": "deductions",
    "jp.minimum_wage_shortfall": "minimum_wage", "jp.esd_payment_excess": "esd_cap",
}
SILENT = ("jp.titp_in_force_on_entry", "jp.titp_transition", "jp.esd_in_force_on_entry")  # no wrong to act on
ACTED_ON = (*WRONG, "conflicting", "not_verified")


def topics_of(answer: dict[str, Any]) -> list[str]:
    """What help is needed for, in the order of the findings, each once."""
    found = [c["national"] for c in answer["charges"]] + answer["limits"] + answer["findings"]
    rules = [f["rule"] for f in found if f["verdict"] in ACTED_ON and f["rule"] not in SILENT]
    return list(dict.fromkeys(OTHERS.get(rule, "overcharge") for rule in rules))


def next_steps(offer: Offer, answer: dict[str, Any], rules: Law, today: date) -> list[dict[str, Any]]:
    """The next steps for an answer: what the worker can do, then who can act, with form and place."""
    texts: list[str] = []
    if answer["headline"] in ("not_allowed", "short"):
        texts.append("Do not pay what is not allowed. Ask for a written list of every charge.")
        texts.append("Keep every receipt, message and paper, and take photos of them.")
    if any("no receipt" in c.get("notes", []) for c in answer["charges"]):
        texts.append("Write down who took money without a receipt, when and where.")
    origin, programme = offer.plain.get("origin"), offer.plain.get("programme")
    return alone(texts, answer["unknown"]) + helped(rules, topics_of(answer), origin, programme, today)
