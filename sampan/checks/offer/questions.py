"""The questions of the offer check in their order: one on a page, each with the reason why we ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sampan.checks.carried import Document, Shape
from sampan.checks.forms import UNKNOWN, Choice, Day, Whole
from sampan.checks.offer import labels, parts
from sampan.checks.offer.facts import FORMAT
from sampan.checks.question import Listed, Question, Questions

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


SHAPE = Shape(
    FORMAT,
    {"wage": dict, "loan": dict, "living": dict, "charge": list, "deduction": list, "exchange": list, "event": list,
     "wage.allowance": list},
    "offer",
)


def _plain(
    name: str,
    make: Callable[[], forms.Field],
    label: _StrPromise,
    title: _StrPromise,
    why: _StrPromise,
    when: Callable[[Document], bool] = lambda offer: True,
) -> Question:
    """A question for one plain key of the format."""

    def read(offer: Document) -> dict[str, Any]:
        value = offer.get(name)
        return {name: {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value}

    def write(offer: Document, answer: dict[str, Any]) -> None:
        value = answer.get(name)
        offer.pop(name, None)
        if value not in (None, "", UNKNOWN):
            offer[name] = {"yes": True, "no": False}.get(value, value) if isinstance(value, str) else value
            if name == "stage":
                offer[name] = int(str(value))

    skip = not isinstance(make(), Choice)
    return Question(name, label, title, why, lambda offer: {name: make()}, read, write, when, skip)


def _programme(*names: str) -> Callable[[Document], bool]:
    return lambda offer: offer.get("programme") in names


def _listed(
    kind: str, fields: Callable[[Document], dict[str, forms.Field]], one: _StrPromise, add: _StrPromise,
    more: _StrPromise,
) -> Listed:
    """The list of allowances or payments."""
    return Listed(
        one, add, more, lambda offer: parts.items(offer, kind), lambda offer: parts.lines(offer, kind),
        lambda offer, row: fields(offer), parts.read_item,
        lambda offer, index, answer: parts.write_item(offer, kind, index, answer),
        lambda offer, index: parts.remove_item(offer, kind, index), done=_("None, or I do not know"),
    )


QUESTIONS = Questions((
    _plain(
        "origin", lambda: Choice(labels.ORIGIN, _("Country")), _("Country"),
        _("Which country do you come from?"),
        _("Each country has its own law on what an agency may ask from you."),
    ),
    _plain(
        "programme", lambda: Choice(labels.PROGRAMME, _("Programme")), _("Programme"),
        _("What will you be in Japan?"),
        _("The law is not the same for each programme. The paper from the agency says which one it is."),
    ),
    _plain(
        "stage", lambda: Choice(labels.STAGE, _("Stage")), _("Stage"),
        _("Which part of the technical intern programme is it?"),
        _("Some limits are not the same in the first and in the later years."),
        _programme("titp"),
    ),
    _plain(
        "same_employer_again", lambda: Choice(labels.YES_NO, _("Same employer again")), _("Same employer again"),
        _("Do you go back to the same employer?"),
        _("For a second contract with the same employer some fees are lower."),
        lambda offer: offer.get("programme") == "titp" and str(offer.get("stage")) == "3",
    ),
    _plain(
        "completed_titp", lambda: Choice(labels.YES_NO, _("Finished the technical intern programme")),
        _("Technical intern before"),
        _("Did you finish the technical intern programme before (No. 2 or No. 3)?"),
        _("Then you do not need some tests, and some fees are lower."),
        _programme("ssw1", "ssw2"),
    ),
    _plain(
        "field", lambda: Choice(labels.FIELD, _("Kind of work")), _("Kind of work"),
        _("What kind of work is it?"),
        _("Some rules are only for one kind of work."),
    ),
    _plain(
        "prefecture", lambda: Choice(labels.PREFECTURE, _("Prefecture")), _("Prefecture"),
        _("In which prefecture of Japan will you work?"),
        _("The lowest pay that is allowed is not the same everywhere."),
    ),
    _plain(
        "signed", lambda: Day(label=_("Day of the offer")), _("Day of the offer"),
        _("When did you get the offer, or sign it?"),
        _("The law changes. We use the law of that day. If you have not signed, write the day of today."),
    ),
    _plain(
        "entry", lambda: Day(label=_("Day of entry")), _("Entry into Japan"),
        _("When will you enter Japan?"),
        _("The rules of Japan and the lowest pay are those of that day. If you know only the month, write "
          "its first day."),
    ),
    _plain(
        "contract_months",
        lambda: Whole(_("Months of the contract"), 1, 120, help_text=_("In months. 3 years are 36 months.")),
        _("Months of the contract"),
        _("How long is the contract?"),
        _("In some countries the highest fee depends on the length of the contract."),
    ),
    Question(
        "wage", _("Pay"), _("What pay are you promised?"),
        _("Some limits are counted in months of pay. We also look whether the pay is high enough."),
        parts.wage_fields, parts.read_wage, parts.write_wage, may_skip=True,
    ),
    Question(
        "allowances", _("Allowances"), _("Are you promised money on top of the pay?"),
        _("Some of it counts when we look whether the pay is high enough."),
        parts.no_fields, parts.read_nothing, parts.write_nothing,
        listed=_listed("allowance", parts.allowance_fields, _("An allowance"), _("Add an allowance"),
                       _("Add another allowance")),
    ),
    Question(
        "charges", _("Payments"), _("What are you asked to pay, or what did you pay?"),
        _("Some payments are forbidden, and some have a limit. Add each payment by itself."),
        parts.no_fields, parts.read_nothing, parts.write_nothing,
        listed=_listed("charge", parts.charge_fields, _("A payment"), _("Add a payment"), _("Add another payment")),
    ),
    Question(
        "deductions", _("Taken from the pay"), _("What will be taken from your pay each month?"),
        _("So we can work out what is left for you. Write what you were told, in yen. Leave empty what you "
          "do not know."),
        parts.deduction_fields, parts.read_deductions, parts.write_deductions, may_skip=True,
    ),
    Question(
        "living", _("Living costs"), _("How much will you need to live each month?"),
        _("Food, telephone and other things that you pay yourself. So we can work out what is left."),
        parts.living_fields, parts.read_living, parts.write_living, may_skip=True,
    ),
    Question(
        "borrowed", _("Loan"), _("Do you need a loan for this?"),
        _("We work out the payments and how long it takes to earn the money back."),
        parts.borrowed_fields, parts.read_borrowed, parts.write_borrowed,
    ),
    Question(
        "loan", _("Terms of the loan"), _("What are the terms of the loan?"),
        _("The interest is part of what this job costs you."),
        parts.loan_fields, parts.read_loan, parts.write_loan, lambda offer: "loan" in offer, may_skip=True,
    ),
    Question(
        "rates", _("Exchange rates"), _("What are the exchange rates?"),
        _("Limits and pay are in other currencies than your payments. Look at a bank or the state's page for the day "
          "of the offer. Without a rate we can only decide a part."),
        parts.rate_fields, parts.read_rates, parts.write_rates, lambda offer: bool(parts.pairs(offer)), may_skip=True,
    ),
))


def prune(offer: Document, before: Document) -> None:
    """Leave out facts whose question no longer concerns the offer (a stage without that programme)."""
    for name in ("stage", "same_employer_again", "completed_titp"):
        if not QUESTIONS.by_name[name].when(offer):
            offer.pop(name, None)
