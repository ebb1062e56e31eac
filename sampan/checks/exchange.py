"""Exchange rates as they were told, for every check that holds amounts of several currencies.

Conversions are exact fractions with one rounding at the end, a half upwards: a direct pair first,
else one chain through US dollars. Where a pair has several kinds of rate, each kind is worked apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sampan.checks.reader import Reader
from sampan.rulebook.money import MINOR, Money
from sampan.rulebook.words import LIMIT

KINDS = ("official", "market")
FAR = 31


@dataclass(frozen=True)
class Exchange:
    """One unit of `source` is `rate` units of `target`, on a day, from somewhere."""

    source: str
    target: str
    rate: Fraction
    kind: str
    on: date | None
    where: str


@dataclass(frozen=True)
class Rate:
    """One minor unit of the first currency in minor units of the second, and the rates it is made of."""

    value: Fraction
    legs: tuple[Exchange, ...]


SAME = Rate(Fraction(1), ())


class Rates:
    """Exchange rates under one kind of rate (None: there is only one kind); `day` is the day of the paper."""

    def __init__(self, exchanges: Iterable[Exchange], kind: str | None, day: date | None) -> None:
        self.kind, self.day = kind, day
        self.known: dict[tuple[str, str], Exchange] = {}
        for exchange in sorted(exchanges, key=lambda e: e.kind == kind):
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


def kinds(exchanges: Iterable[Exchange]) -> list[str | None]:
    """The kinds of rate to work apart: those of any pair that has several; else one, unnamed."""
    by_pair: dict[frozenset[str], list[str]] = {}
    for e in exchanges:
        by_pair.setdefault(frozenset((e.source, e.target)), []).append(e.kind)
    several = {k for names in by_pair.values() if len(names) > 1 for k in names}
    return [*sorted(several, reverse=True)] if several else [None]


def read_exchanges(reader: Reader, value: object) -> list[Exchange]:
    """The rates of [[exchange]]; faults are left with the reader."""
    found = [e for i, row in enumerate(reader.rows("exchange", value)) if (e := _read(reader, i, row))]
    seen: set[tuple[frozenset[str], str]] = set()
    for i, rate in enumerate(found):
        pair = (frozenset((rate.source, rate.target)), rate.kind)
        if pair in seen:
            reader.fault(f"exchange {i + 1}", "this pair of currencies is given twice with the same kind",
                         'keep one, or mark one of them kind = "market"')
        seen.add(pair)
    return found


def _read(reader: Reader, i: int, row: object) -> Exchange | None:
    key = f"exchange {i + 1}"
    table = reader.table(key, row, ("from", "to", "rate", "kind", "date", "source"))
    one, two = (reader.choice(f"{key}.{n}", table.get(n), tuple(MINOR)) for n in ("from", "to"))
    rate = reader.rate(f"{key}.rate", table.get("rate"))
    if rate is not None and not Fraction(1, 10**6) <= rate <= 10**6:
        reader.fault(f"{key}.rate", "no rate is this small or large", "write how many `to` one `from` buys")
    kind = reader.choice(f"{key}.kind", table.get("kind"), KINDS) or ("unnamed" if "kind" not in table else None)
    on = reader.day(f"{key}.date", table["date"]) if table.get("date") is not None else None
    where = reader.text(f"{key}.source", table.get("source"))
    for name in ("from", "to", "rate"):
        if table.get(name) is None:
            reader.fault(f"{key}.{name}", "this is missing", 'write from = "JPY", to = "VND", rate = "175"')
    if one and one == two:
        reader.fault(f"{key}.to", "both currencies are the same", "write two different currencies")
        return None
    return Exchange(one, two, rate, kind, on, where) if one and two and rate and kind else None


def shown(exchange: Exchange) -> dict[str, object]:
    """A rate as the answer shows it, with its date and source."""
    return {"from": exchange.source, "to": exchange.target, "rate": str(exchange.rate), "kind": exchange.kind,
            "date": exchange.on.isoformat() if exchange.on else None, "source": exchange.where}


def remarks(exchanges: Iterable[Exchange], day: date | None, paper: str) -> list[str]:
    """Remarks: a rate far from the day of the paper ("offer", "contract"), or without a date."""
    out = []
    for e in exchanges:
        if e.on is None:
            out.append(f"The rate {e.source} to {e.target} ({e.kind}) has no date.")
        elif day and abs((e.on - day).days) > FAR:
            out.append(f"The rate {e.source} to {e.target} ({e.kind}) is of {e.on.isoformat()}, "
                       f"more than {FAR} days from the date of the {paper}.")
    return out
