"""The arithmetic of an offer that is no law: exchange, totals, the loan, what is left each month.

Conversions are exact fractions with one rounding at the end, a half upwards: a direct pair first,
else one chain through US dollars. Where a pair has several kinds of rate, each kind is worked apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sampan.checks.offer.facts import Charge, Exchange, Offer
from sampan.rulebook.money import MINOR, Money, decimals, rounded, written
from sampan.rulebook.words import LIMIT

HOME = {"vn": "VND", "kh": "KHR", "mm": "MMK"}
FAR = 31


@dataclass(frozen=True)
class Rate:
    """One minor unit of the first currency in minor units of the second, and the rates it is made of."""

    value: Fraction
    legs: tuple[Exchange, ...]


SAME = Rate(Fraction(1), ())


class Rates:
    """The exchange rates of an offer under one kind of rate (None: there is only one kind)."""

    def __init__(self, offer: Offer, kind: str | None) -> None:
        self.kind, self.day = kind, offer.plain.get("signed") or offer.plain.get("entry")
        self.known: dict[tuple[str, str], Exchange] = {}
        for exchange in sorted(offer.exchange, key=lambda e: e.kind == kind):
            self.known[exchange.source, exchange.target] = exchange
        self.found: dict[tuple[str, str], Rate | None] = {}

    def rate(self, one: str, two: str) -> Rate | None:
        """The rate from one currency to another in minor units; None when there is none."""
        if one == two:
            return SAME
        if (one, two) not in self.found:
            self.found[one, two] = self._rate(one, two)
        return self.found[one, two]

    def _rate(self, one: str, two: str) -> Rate | None:
        found = self._direct(one, two)
        if found is None and "USD" not in (one, two):
            first, second = self._direct(one, "USD"), self._direct("USD", two)
            if first and second:
                found = Rate(first.value * second.value, first.legs + second.legs)
        if found is None or max(found.value.numerator, found.value.denominator) > LIMIT:
            return None
        return found

    def _direct(self, one: str, two: str) -> Rate | None:
        scale = Fraction(10) ** (MINOR[two] - MINOR[one])
        options = [e for e in (self.known.get((one, two)), self.known.get((two, one))) if e]
        options.sort(key=lambda e: e.kind != self.kind)
        if not options:
            return None
        best = options[0]
        return Rate((best.rate if best.source == one else 1 / best.rate) * scale, (best,))

    def needs(self, one: str, two: str) -> str:
        """The missing rate as `needs` names it: pair and date."""
        return f"exchange {one} {two} {self.day.isoformat() if self.day else 'undated'}"

    def exact(self, money: Money, to: str) -> Fraction | None:
        """An amount in another currency, exact, in minor units."""
        found = self.rate(money.currency, to)
        return None if found is None else money.amount * found.value

    def total(self, sums: list[Money], to: str) -> Fraction | None:
        """The exact sum of amounts of any currency in one currency, or None."""
        by_currency: dict[str, int] = {}
        for money in sums:
            by_currency[money.currency] = by_currency.get(money.currency, 0) + money.amount
        out = Fraction(0)
        for currency, amount in by_currency.items():
            found = self.rate(currency, to)
            if found is None:
                return None
            out += amount * found.value
        return out


def kinds(offer: Offer) -> list[str | None]:
    """The kinds of rate to work apart: those of any pair that has several; else one, unnamed."""
    by_pair: dict[frozenset[str], list[str]] = {}
    for e in offer.exchange:
        by_pair.setdefault(frozenset((e.source, e.target)), []).append(e.kind)
    several = {k for names in by_pair.values() if len(names) > 1 for k in names}
    return [*sorted(several, reverse=True)] if several else [None]


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


def shown(exchange: Exchange) -> dict[str, object]:
    """A rate as the answer shows it, with its date and source."""
    return {"from": exchange.source, "to": exchange.target, "rate": str(exchange.rate), "kind": exchange.kind,
            "date": exchange.on.isoformat() if exchange.on else None, "source": exchange.where}


def remarks(offer: Offer) -> list[str]:
    """Remarks: the transition of the old programme; a rate far from the offer's date, or without a date."""
    day = offer.plain.get("signed")
    out = []
    entry = offer.plain.get("entry")
    if offer.plain.get("programme") == "titp" and entry and date(2027, 4, 1) <= entry <= date(2027, 6, 30):
        out.append("The plan for technical intern training must have been approved by 31 March 2027.")
    for e in offer.exchange:
        if e.on is None:
            out.append(f"The rate {e.source} to {e.target} ({e.kind}) has no date.")
        elif isinstance(day, date) and abs((e.on - day).days) > FAR:
            out.append(f"The rate {e.source} to {e.target} ({e.kind}) is of {e.on.isoformat()}, "
                       f"more than {FAR} days from the date of the offer.")
    return out


def before(charges: list[Charge], i: int, counts: Callable[[Charge], bool], rates: Rates) -> int | None:
    """What the lines that count took before line i, in the currency of line i; None without a rate."""
    value = rates.total([c.amount for c in charges[:i] if counts(c)], charges[i].amount.currency)
    return None if value is None else rounded(value)
