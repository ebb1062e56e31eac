"""An offer as it was told: from a document of the format sampan-offer/1 to checked values.

Every fault is collected, each with its key and what to write instead. A fact that is left out stays
unknown. Nothing is guessed and nothing is half read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from sampan.checks.exchange import Exchange, read_exchanges
from sampan.checks.offer.events import Event, read_events
from sampan.checks.reader import Reader
from sampan.rulebook.money import Money, read_digits, read_whole
from sampan.speech.translate import Filled

FORMAT = "sampan-offer/1"
ALLOWANCES = ("fixed", "commuting", "family", "attendance", "other")
DEDUCTIONS = ("rent", "utilities", "food", "income_tax", "resident_tax", "health", "pension", "employment",
              "savings", "management_fee", "other")
MOST_CHARGES = 1000


@dataclass(frozen=True)
class Charge:
    """One line asked of the worker."""

    kind: str
    amount: Money
    paid_to: str | None
    paid_on: date | None
    receipt: bool | None
    fixed_by_officials: bool | None


@dataclass(frozen=True)
class Loan:
    """A loan taken for the journey; the rate is for one month."""

    principal: Money | None
    monthly_rate: Fraction | None
    payments: int | None
    lender: str | None


@dataclass
class Offer:
    """An offer; what was not told is None or missing."""

    plain: dict[str, Any] = field(default_factory=dict)
    wage_basis: str | None = None
    wage_amount: Money | None = None
    scheduled_hours: int | None = None
    allowances: list[tuple[str, Money]] = field(default_factory=list)
    charges: list[Charge] = field(default_factory=list)
    charges_told: bool = False
    deductions: list[tuple[str, Money]] = field(default_factory=list)
    living: Money | None = None
    loan: Loan | None = None
    exchange: list[Exchange] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


def read_offer(document: object, facts: dict[str, Any]) -> Offer:
    """Read an offer document; `facts` are the law's facts. Raises BadInput with every fault found."""
    reader = _Reader(facts)
    offer = reader.offer(document)
    reader.done()
    return offer


PLAIN = ("origin", "programme", "stage", "field", "prefecture", "signed", "entry", "contract_months",
         "completed_titp", "same_employer_again")
TABLES = ("format", "wage", "charge", "deduction", "living", "loan", "exchange", "event")


class _Reader(Reader):
    def __init__(self, facts: dict[str, Any]) -> None:
        super().__init__()
        self.facts = facts

    def offer(self, document: object) -> Offer:
        offer = Offer()
        if document is None:
            self.fault("file", "there is no offer", 'write an offer, see `sampan formats offer`')
        table = self.table("", document, (*PLAIN, *TABLES))
        if table.get("format", FORMAT) != FORMAT:
            self.fault("format", "this is not an offer of version 1", Filled('write format = "%(name)s"', name=FORMAT))
        for name in PLAIN:
            if table.get(name) is not None:
                self.plain(offer, name, table[name])
        self.wage(offer, table.get("wage"))
        rows = self.rows("charge", table.get("charge"))
        offer.charges_told = table.get("charge") is not None
        if len(rows) > MOST_CHARGES:
            self.fault("charge", Filled("there are %(count)s charges", count=len(rows)),
                       Filled("at most %(most)s can be checked at once", most=MOST_CHARGES))
            rows = []
        offer.charges = [c for i, row in enumerate(rows) if (c := self.charge(i, row))]
        for i, row in enumerate(self.rows("deduction", table.get("deduction"))):
            pair = self.pair(f"deduction {i + 1}", row, DEDUCTIONS)
            if pair:
                offer.deductions.append(pair)
        if "living" in table:
            living = self.table("living", table["living"], ("amount",))
            offer.living = self.money("living.amount", living.get("amount"), needed=True)
        if "loan" in table:
            offer.loan = self.loan(table["loan"])
        offer.exchange = read_exchanges(self, table.get("exchange"))
        offer.events = read_events(self, table.get("event"))
        return offer

    def plain(self, offer: Offer, name: str, value: object) -> None:
        fact = self.facts[name]
        if fact.kind == "date":
            day = self.day(name, value)
            if day:
                offer.plain[name] = day
            return
        if fact.kind == "choice":
            value = read_digits(str(value)).strip().lower() if isinstance(value, str | int) else value
        if fact.kind == "int":
            value = read_whole(value)
        try:
            fact.code(value)
        except ValueError:
            remedy = {
                "choice": Filled("write one of %(known)s; leave it out if not known", known=", ".join(fact.of)),
                "flag": Filled("write true or false; leave it out if you do not know"),
                "int": Filled("write a whole number from %(low)s to %(high)s", low=fact.low, high=fact.high),
            }[fact.kind]
            self.fault(name, "this value is not possible", remedy)
            return
        offer.plain[name] = value

    def pair(self, key: str, row: object, of: tuple[str, ...]) -> tuple[str, Money] | None:
        table = self.table(key, row, ("kind", "amount"))
        kind = self.choice(f"{key}.kind", table.get("kind"), of)
        if "kind" not in table:
            self.fault(f"{key}.kind", "the kind is missing", Filled("write one of %(known)s", known=", ".join(of)))
        money = self.money(f"{key}.amount", table.get("amount"), needed=True)
        return (kind, money) if kind and money else None

    def wage(self, offer: Offer, value: object) -> None:
        table = self.table("wage", value, ("basis", "amount", "scheduled_hours", "allowance"))
        offer.wage_basis = self.choice("wage.basis", table.get("basis"), self.facts["wage_basis"].of)
        offer.wage_amount = self.money("wage.amount", table.get("amount"))
        if offer.wage_amount and offer.wage_amount.amount > self.facts["wage_amount"].high:
            self.fault("wage.amount", "no wage is this high", "write the pay for one hour, day or month")
        offer.scheduled_hours = self.whole("wage.scheduled_hours", table.get("scheduled_hours"), 1, 744)
        for i, row in enumerate(self.rows("wage.allowance", table.get("allowance"))):
            pair = self.pair(f"wage.allowance {i + 1}", row, ALLOWANCES)
            if pair:
                offer.allowances.append(pair)

    def charge(self, i: int, row: object) -> Charge | None:
        key = f"charge {i + 1}"
        table = self.table(key, row, ("kind", "amount", "paid_to", "paid_on", "receipt", "fixed_by_officials"))
        kind = self.choice(f"{key}.kind", table.get("kind"), self.facts["charge_kind"].of)
        if "kind" not in table:
            self.fault(f"{key}.kind", "the kind is missing", 'write what the money is for; "other" if nothing fits')
        money = self.money(f"{key}.amount", table.get("amount"), needed=True)
        paid_to = self.choice(f"{key}.paid_to", table.get("paid_to"), self.facts["charge_paid_to"].of)
        paid_on = self.day(f"{key}.paid_on", table["paid_on"]) if table.get("paid_on") is not None else None
        receipt = self.flag(f"{key}.receipt", table.get("receipt"))
        fixed = self.flag(f"{key}.fixed_by_officials", table.get("fixed_by_officials"))
        return Charge(kind, money, paid_to, paid_on, receipt, fixed) if kind and money else None

    def loan(self, value: object) -> Loan:
        table = self.table("loan", value, ("principal", "monthly_rate", "payments", "lender"))
        rate = self.rate("loan.monthly_rate", table.get("monthly_rate"))
        if rate is not None and rate > 1:
            self.fault("loan.monthly_rate", "more than 100 % a month is not possible", 'write "1.5%" for 1.5 percent')
        return Loan(
            self.money("loan.principal", table.get("principal")), rate,
            self.whole("loan.payments", table.get("payments"), 1, 120),
            self.choice("loan.lender", table.get("lender"), self.facts["loan_lender"].of),
        )
