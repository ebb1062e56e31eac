"""The arithmetic of an offer that is no law: totals, the loan, what is left each month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from sampan.checks import exchange
from sampan.checks.exchange import Rates
from sampan.checks.offer.facts import Charge, Offer
from sampan.rulebook.money import decimals, rounded, written

HOME = {"vn": "VND", "kh": "KHR", "mm": "MMK"}


def monthly(offer: Offer, rates: Rates) -> dict[str, int]:
    """The deductions as told, by kind, in yen; a kind without a rate is left out."""
    out: dict[str, int] = {}
    for kind in dict.fromkeys(k for k, _ in offer.deductions):
        value = rates.total([m for k, m in offer.deductions if k == kind], "JPY")
        if value is not None:
            out[kind] = rounded(value)
    return out


def currencies(offer: Offer) -> list[str]:
    """The currencies a total is shown in: those written, the yen and the dollar."""
    home = HOME.get(str(offer.plain.get("origin")))
    written_in = [c.amount.currency for c in offer.charges]
    return list(dict.fromkeys([*written_in, *([home] if home and written_in else []), "JPY", "USD"]))


def lacking(offer: Offer, rates: Rates) -> list[str]:
    """The rates to the yen that the offer needs and does not give, as `needs` names them."""
    used = [c.amount for c in offer.charges] + [m for _, m in (*offer.deductions, *offer.allowances)]
    used += [m for m in (offer.wage_amount, offer.living, offer.loan and offer.loan.principal) if m]
    names = dict.fromkeys(m.currency for m in used)
    return [rates.needs(c, "JPY") for c in names if rates.rate(c, "JPY") is None]


def totals(offer: Offer, rates: Rates, gross: int | None) -> dict[str, object]:
    """Everything asked of the worker, in each currency that can be reached, and in months of gross pay."""
    sums = [c.amount for c in offer.charges]
    paid = {c: written(rounded(v), c) for c in currencies(offer) if (v := rates.total(sums, c)) is not None}
    out: dict[str, object] = {"paid": paid}
    if sums and not paid:
        # No currency can be reached from all others: what was written in each is all that can be said.
        names = dict.fromkeys(m.currency for m in sums)
        out["written"] = {n: written(sum(m.amount for m in sums if m.currency == n), n) for n in names}
    yen = rates.total(sums, "JPY")
    if yen is not None and gross:
        out["months_of_gross"] = decimals(yen / gross, 2)
    return out


def loan_exact(offer: Offer) -> tuple[Fraction, Fraction] | None:
    """The level payment and the interest of the loan, exact, in minor units of its currency.

    p = P*i/(1-(1+i)^-n); the interest is n*p - P. None when a part of the loan is not known.
    """
    loan = offer.loan
    if not loan or loan.principal is None or loan.monthly_rate is None or loan.payments is None:
        return None
    amount, rate, times = loan.principal.amount, loan.monthly_rate, loan.payments
    if rate == 0:
        return Fraction(amount, times), Fraction(0)
    grown = (1 + rate) ** times
    payment = amount * rate * grown / (grown - 1)
    return payment, payment * times - amount


def loan(offer: Offer, rates: Rates, after_living: int | None) -> dict[str, object] | None:
    """The loan: payment, interest, what is left each month, and the months until all is earned back."""
    exact = loan_exact(offer)
    if exact is None or offer.loan is None or offer.loan.principal is None:
        return None
    payment, interest = exact
    currency = offer.loan.principal.currency
    paid: dict[str, object] = {currency: written(rounded(payment), currency)}
    out: dict[str, object] = {"payment": paid, "interest": {currency: written(rounded(interest), currency)}}
    to_yen = rates.rate(currency, "JPY")
    if to_yen is None:
        return out
    paid["JPY"] = rounded(payment * to_yen.value)
    if after_living is not None:
        out["left_each_month"] = {"JPY": after_living - rounded(payment * to_yen.value)}
        charges = rates.total([c.amount for c in offer.charges], "JPY")
        if charges is not None:
            cost = charges + interest * to_yen.value
            out["months_to_recover"] = decimals(cost / after_living, 1) if after_living > 0 else "never"
    return out


def missing_parts(offer: Offer) -> list[dict[str, object]]:
    """What the sums lack: the charges themselves, parts of the loan, the living costs beside a loan."""
    out: list[dict[str, object]] = []
    if not offer.charges_told:
        out.append({"rule": "offer", "needs": ["charge"]})
    if offer.loan:
        parts = {"principal": offer.loan.principal, "monthly_rate": offer.loan.monthly_rate,
                 "payments": offer.loan.payments}
        needs = [f"loan.{name}" for name, value in parts.items() if value is None]
        needs += [] if offer.living else ["living"]
        if needs:
            out.append({"rule": "loan", "needs": needs})
    return out


def remarks(offer: Offer) -> list[str]:
    """Remarks: the transition of the old programme; a rate far from the offer's date, or without a date."""
    out = []
    entry = offer.plain.get("entry")
    if offer.plain.get("programme") == "titp" and entry and date(2027, 4, 1) <= entry <= date(2027, 6, 30):
        out.append("The plan for technical intern training must have been approved by 31 March 2027.")
    return out + exchange.remarks(offer.exchange, offer.plain.get("signed"), "offer")


def before(charges: list[Charge], i: int, counts: Callable[[Charge], bool], rates: Rates) -> int | None:
    """What the lines that count took before line i, in the currency of line i; None without a rate."""
    value = rates.total([c.amount for c in charges[:i] if counts(c)], charges[i].amount.currency)
    return None if value is None else rounded(value)
