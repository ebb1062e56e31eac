"""An offer as the facts of the rulebook: codes and whole numbers by fact name.

A fact that cannot be known (a rate is missing, a charge does not say to whom) is left out and
remembered in `lacking` under the key that would supply it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from sampan.checks.exchange import Rates
from sampan.checks.offer.facts import Charge, Offer
from sampan.checks.offer.sums import HOME, before, monthly
from sampan.rulebook.facts import Fact
from sampan.rulebook.money import Money, rounded

ENTERED = ("worked_on", "insured_on", "closed_on", "payday")
# Items that Myanmar's price for specified skilled workers already contains, whoever takes the money (MM-2-06..09).
CONTAINED = ("air_ticket", "visa", "papers", "medical_check", "certificate")


def offer_codes(offer: Offer, rates: Rates, facts: dict[str, Fact]) -> tuple[dict[str, int], dict[str, str]]:
    """The facts of the whole offer, and for facts that cannot be known what is needed."""
    out = {name: facts[name].code(value) for name, value in offer.plain.items()}
    lacking: dict[str, str] = {}
    # The first month of work is that of entry: it selects wage, insurance and tax.
    for name in ENTERED:
        if "entry" in out:
            out[name] = out["entry"]
        else:
            lacking[name] = "entry"
    if offer.wage_basis:
        out["wage_basis"] = facts["wage_basis"].code(offer.wage_basis)
    if offer.scheduled_hours is not None:
        out["scheduled_hours"] = offer.scheduled_hours
    _put(out, lacking, "wage_amount", [offer.wage_amount] if offer.wage_amount else None, rates)
    _allowances(offer, rates, out, lacking)
    told = monthly(offer, rates)
    for fact, kind in (("rent", "rent"), ("deducted_management_fee", "management_fee"),
                       ("deducted_savings", "savings")):
        if kind in told:
            out[fact] = told[kind]
        elif not any(k == kind for k, _ in offer.deductions):
            out[fact] = 0
    _sums(offer, rates, out, lacking)
    _loan(offer, rates, facts, out, lacking)
    return out, lacking


def _put(out: dict[str, int], lacking: dict[str, str], fact: str, sums: list[Money] | None, rates: Rates,
         to: str = "JPY") -> None:
    if sums is None:
        return
    value = rates.total(sums, to)
    if value is not None:
        out[fact] = rounded(value)
        return
    other = next(m.currency for m in sums if rates.rate(m.currency, to) is None)
    lacking[fact] = rates.needs(other, to)


def _allowances(offer: Offer, rates: Rates, out: dict[str, int], lacking: dict[str, str]) -> None:
    groups = {"allowance_total": None, "allowance_counted": ("fixed",), "allowance_unclear": ("other",)}
    for fact, of in groups.items():
        _put(out, lacking, fact, [m for k, m in offer.allowances if of is None or k in of], rates)


def _sums(offer: Offer, rates: Rates, out: dict[str, int], lacking: dict[str, str]) -> None:
    if not offer.charges_told:
        return
    service = [c.amount for c in offer.charges if c.kind == "service_charge"]
    _put(out, lacking, "service_charge_total_yen", service, rates)
    _put(out, lacking, "service_charge_total_cents", service, rates, "USD")
    if any(c.paid_to is None for c in offer.charges):
        lacking["sending_total_yen"] = lacking["agency_total_cents"] = "charge.paid_to"
        return
    sending = [c.amount for c in offer.charges if c.paid_to == "sending_organisation"]
    _put(out, lacking, "sending_total_yen", sending, rates)
    agency = [c.amount for c in offer.charges if to_agency(offer, c)]
    _put(out, lacking, "agency_total_cents", agency, rates, "USD")


def to_agency(offer: Offer, charge: Charge) -> bool:
    """Whether a charge counts towards the agency's ceiling of the country of origin."""
    contained = offer.plain.get("origin") == "mm" and offer.plain.get("programme") == "ssw1"
    return charge.paid_to == "sending_organisation" or (contained and charge.kind in CONTAINED)


def _loan(offer: Offer, rates: Rates, facts: dict[str, Fact], out: dict[str, int], lacking: dict[str, str]) -> None:
    loan = offer.loan
    if loan is None:
        return
    if loan.principal:
        out["loan_principal"] = loan.principal.amount
        _pair(out, lacking, "loan_yen", rates, loan.principal.currency, "JPY")
    if loan.monthly_rate is not None:
        out["loan_rate_num"], out["loan_rate_den"] = loan.monthly_rate.numerator, loan.monthly_rate.denominator
    if loan.payments is not None:
        out["loan_payments"] = loan.payments
    if loan.lender:
        out["loan_lender"] = facts["loan_lender"].code(loan.lender)


def _pair(out: dict[str, int], lacking: dict[str, str], name: str, rates: Rates, one: str, two: str) -> None:
    found = rates.rate(one, two)
    if found is None:
        lacking[f"{name}_num"] = lacking[f"{name}_den"] = rates.needs(one, two)
        return
    value: Fraction = found.value
    out[f"{name}_num"], out[f"{name}_den"] = value.numerator, value.denominator


def charge_codes(
    offer: Offer, i: int, rates: Rates, facts: dict[str, Fact], shared: dict[str, int]
) -> tuple[dict[str, int], dict[str, str]]:
    """The facts of charge i in the context of its offer (`shared`), and what is lacking."""
    charge: Charge = offer.charges[i]
    out, lacking = dict(shared), dict[str, str]()
    out["charge_kind"] = facts["charge_kind"].code(charge.kind)
    out["charge_amount"] = charge.amount.amount
    if charge.paid_to:
        out["charge_paid_to"] = facts["charge_paid_to"].code(charge.paid_to)
    if charge.paid_on:
        out["charge_paid_on"] = charge.paid_on.toordinal()
    for name in ("receipt", "fixed_by_officials"):
        value = getattr(charge, name)
        if value is not None:
            out[f"charge_{name}"] = int(value)
    _before(offer, i, rates, out, lacking)
    _pair(out, lacking, "yen", rates, "JPY", charge.amount.currency)
    _pair(out, lacking, "cent", rates, "USD", charge.amount.currency)
    home = HOME.get(str(offer.plain.get("origin")))
    if home:
        _pair(out, lacking, "home", rates, home, charge.amount.currency)
    return out, lacking


def _before(offer: Offer, i: int, rates: Rates, out: dict[str, int], lacking: dict[str, str]) -> None:
    groups: dict[str, Callable[[Charge], bool]] = {
        "service_charge_before": lambda c: c.kind == "service_charge",
        "agency_before": lambda c: to_agency(offer, c),
    }
    for fact, counts in groups.items():
        taken = before(offer.charges, i, counts, rates)
        if taken is not None:
            out[fact] = taken
            continue
        currency = offer.charges[i].amount.currency
        other = next(c.amount.currency for c in offer.charges[:i]
                     if counts(c) and rates.rate(c.amount.currency, currency) is None)
        lacking[fact] = rates.needs(other, currency)
    if any(c.paid_to is None for c in offer.charges[:i]):
        out.pop("agency_before", None)
        lacking["agency_before"] = "charge.paid_to"
