"""What is asked about a contract: the paper, what was promised, what was signed, terms, exchange rates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sampan.checks.contract.words import (
    ALLOWANCE,
    BARRED,
    BASIS,
    FIELD,
    ORIGIN,
    PARTY,
    PREFECTURE,
    PROGRAMME,
    RATE_KIND,
    TERM,
)
from sampan.checks.fields import Document, Field, Rows, currencies

FORMAT = "sampan-contract/1"
ALL = currencies()
SIDES = ("promised", "signed")
COSTS = ("lodging", "food", "utilities")
# The points that each side may hold beside its amounts of any other name.
FIXED = ("wage", "contract_months", "prefecture", "work", "field", "hours_per_day", "days_off_per_month", *COSTS,
         "overtime_expected")


def _basis(side: str) -> Callable[[Document], bool]:
    def asked(told: Document) -> bool:
        wage: Any = told.get(side, {}).get("wage", {})
        return bool(wage.get("basis") in ("hour", "day"))

    return asked


def _foreign(told: Document) -> bool:
    """Whether an amount in another currency than the yen was told."""
    text = str([told.get(side) for side in SIDES])
    return any(f" {code}'" in text for code in ALL if code != "JPY")


def _pay(side: str, asks: tuple[str, str, str]) -> tuple[Field | Rows, ...]:
    page = f"{side}_wage"
    return (
        Field(f"{side}.wage.basis", "choice", asks[0], words=BASIS, page=page,
              why="Pay by the hour, day and month is made equal: one month."),
        Field(f"{side}.wage.amount", "money", "How much?", currencies=ALL, page=page),
        Field(f"{side}.wage.scheduled_hours", "whole", "How many hours of work a month, without overtime?", low=1,
              high=744, page=f"{side}_hours", when=_basis(side),
              why="From the hours we work out the pay of a month."),
        Rows(f"{side}.wage.allowance", asks[1], asks[2], (
            Field("kind", "choice", "What is it for?", words=ALLOWANCE),
            Field("amount", "money", "How much a month?", currencies=ALL),
        ), why="Allowances are a part of the pay."),
    )


def _place(side: str, ask: str) -> tuple[Field | Rows, ...]:
    page = f"{side}_work"
    return (
        Field(f"{side}.work", "text", ask, page=page, why="Another work than promised is a change of the contract."),
        Field(f"{side}.field", "choice", "Which field?", words=FIELD, page=page),
        Field(f"{side}.prefecture", "choice", "Which prefecture?", words=PREFECTURE, page=page,
              why="The minimum wage differs by prefecture."),
    )


def _time(side: str, ask: str) -> tuple[Field | Rows, ...]:
    page = f"{side}_time"
    return (
        Field(f"{side}.contract_months", "whole", ask, low=1, high=120, page=page,
              why="The money is added up over the whole contract."),
        Field(f"{side}.hours_per_day", "whole", "How many hours of work a day?", low=1, high=24, page=page),
        Field(f"{side}.days_off_per_month", "whole", "How many days off a month?", low=0, high=31, page=page),
        Field(f"{side}.overtime_expected", "whole", "How many hours of overtime a month?", low=0, high=744, page=page),
    )


def _costs(side: str, ask: str) -> tuple[Field | Rows, ...]:
    page = f"{side}_costs"
    return (
        Field(f"{side}.lodging", "money", ask, "If it is free, write 0.", currencies=ALL, page=page),
        Field(f"{side}.food", "money", "What does the food cost you a month?", currencies=ALL, page=page),
        Field(f"{side}.utilities", "money", "What do electricity, gas and water cost you a month?", currencies=ALL,
              page=page),
    )


TERMS = Rows("terms", "Are there terms like these in a paper you signed?", "A term", (
    Field("kind", "choice", "What does the term say?", words=TERM),
    Field("amount", "money", "Is an amount of money named?", currencies=ALL),
    Field("with", "choice", "With whom did you sign it?", "Some rules bind only some people.", words=PARTY),
), why="Some terms do not count, even if you signed them.", most=50)
EXCHANGE = Rows("exchange", "What are the exchange rates?", "An exchange rate", (
    Field("from", "choice", "One unit of", words={c: c for c in ALL}),
    Field("to", "choice", "in units of", words={c: c for c in ALL}),
    Field("rate", "text", "How many?"),
    Field("kind", "choice", "Which kind of rate is it?", words=RATE_KIND),
    Field("date", "day", "Of which day?"),
    Field("source", "text", "From where do you know it?"),
), why="To compare amounts in two currencies.", most=20, when=_foreign)
FIELDS: tuple[Field | Rows, ...] = (
    Field("origin", "choice", "From which country do you come?", "The law of your country counts too.", words=ORIGIN,
          fact="origin"),
    Field("programme", "choice", "Under which programme do you go to Japan, or work there?",
          "Some rules hold only for one programme.", words=PROGRAMME, fact="programme"),
    Field("signed_on", "day", "On which day did you sign?", "The law of your country of that day counts.",
          fact="signed"),
    Field("entry", "day", "When did you enter Japan, or when will you?", "The law of Japan of that day counts.",
          fact="entry"),
    *_pay("promised", ("How was the pay promised to you?", "Were allowances promised?", "A promised allowance")),
    *_costs("promised", "What should the lodging cost you a month, as promised?"),
    *_place("promised", "Which work was promised to you?"),
    *_time("promised", "How many months should the contract last, as promised?"),
    *_pay("signed", ("How is the pay written in the contract you signed?", "Are allowances written in the contract?",
                     "An allowance in the contract")),
    *_costs("signed", "What does the lodging cost you a month, by the contract?"),
    *_place("signed", "Which work is written in the contract?"),
    *_time("signed", "How many months does the contract last?"),
    TERMS,
    EXCHANGE,
    Field("do_not_contact", "choices", "Is there anybody who must not be told about this?",
          "We leave out every step that would let them know.", words=BARRED),
)
