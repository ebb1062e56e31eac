"""The questions with more than one field: pay, allowances, payments, deductions, loan, exchange rates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sampan.checks.carried import Document
from sampan.checks.forms import UNKNOWN, Amount, Choice, Day, Number, Whole, split
from sampan.checks.offer import labels

Fields = dict[str, forms.Field]
Answer = dict[str, Any]


def _told(**values: Any) -> Document:
    return {k: v for k, v in values.items() if v not in (None, "", UNKNOWN)}


def _currencies(offer: Document) -> labels.Words:
    own = labels.HOME_CURRENCY.get(str(offer.get("origin")))
    first = [own] if own else []
    return {c: labels.CURRENCY[c] for c in dict.fromkeys([*first, "USD", "JPY", *labels.CURRENCY])}


def _currency(offer: Document) -> Choice:
    field = Choice(_currencies(offer), _("Currency"), unknown=False, short=True)
    field.initial = labels.HOME_CURRENCY.get(str(offer.get("origin")))
    return field


def no_fields(offer: Document) -> Fields:
    """A list page has no fields of its own."""
    return {}


def read_nothing(offer: Document) -> Answer:
    """A list page has no fields of its own."""
    return {}


def write_nothing(offer: Document, answer: Answer) -> None:
    """A list page has no fields of its own."""


def wage_fields(offer: Document) -> Fields:
    """The pay as written in the offer."""
    return {
        "basis": Choice(labels.BASIS, _("The pay is")),
        "amount": Amount(
            _("Amount in yen"), "JPY", required=False,
            help_text=_("Before anything is taken away. Without overtime and allowances. Example: 1140 or 182,400."),
        ),
        "scheduled_hours": Whole(
            _("Hours of work in a month"), 1, 744, required=False,
            help_text=_("Without overtime. 8 hours on 20 days are 160."),
        ),
    }


def read_wage(offer: Document) -> Answer:
    """The pay for the form."""
    wage = offer.get("wage", {})
    return {**wage, "amount": split(wage.get("amount"))[0]}


def write_wage(offer: Document, answer: Answer) -> None:
    """The pay into the offer; allowances stay."""
    wage = _told(**{k: answer.get(k) for k in ("basis", "amount", "scheduled_hours")})
    allowances = offer.get("wage", {}).get("allowance")
    if allowances:
        wage["allowance"] = allowances
    _put(offer, "wage", wage)


def _put(offer: Document, key: str, value: Any) -> None:
    offer.pop(key, None)
    if value:
        offer[key] = value


def allowance_fields(offer: Document) -> Fields:
    """One allowance."""
    return {"kind": Choice(labels.ALLOWANCE, _("What is it for?"), unknown=False),
            "amount": Amount(_("Amount in yen each month"), "JPY")}


def charge_fields(offer: Document) -> Fields:
    """One payment."""
    return {
        "kind": Choice(labels.CHARGE, _("What is it for?"), unknown=False),
        "amount": Amount(
            _("How much?"), beside="currency", help_text=_("Only digits. Example: 96000000 or 96,000,000."),
        ),
        "currency": _currency(offer),
        "paid_to": Choice(labels.PAID_TO, _("Who takes the money?")),
        "receipt": Choice(labels.YES_NO, _("Is there a receipt?")),
        "paid_on": Day(label=_("When did you pay? Leave empty if not yet."), required=False),
    }


def items(offer: Document, kind: str) -> list[Document]:
    """The list of allowances or payments."""
    where = offer.get("wage", {}) if kind == "allowance" else offer
    found: list[Document] = where.get(kind, [])
    return found


def lines(offer: Document, kind: str) -> list[str]:
    """Each allowance or payment in words."""
    words = labels.ALLOWANCE if kind == "allowance" else labels.CHARGE
    return [f"{words.get(str(i.get('kind')), i.get('kind'))}: {' '.join(filter(None, split(i.get('amount'))))}"
            for i in items(offer, kind)]


def read_item(item: Document) -> Answer:
    """One allowance or payment for the form."""
    number, currency = split(item.get("amount"))
    flag = {True: "yes", False: "no"}.get(item.get("receipt"), UNKNOWN)  # type: ignore[arg-type]
    return {"paid_to": UNKNOWN, **item, "amount": number, "currency": currency, "receipt": flag}


def write_item(offer: Document, kind: str, index: int, answer: Answer) -> None:
    """Put one allowance or payment at its place in the list; facts that the form does not ask stay."""
    rows = list(items(offer, kind))
    old = rows[index] if index < len(rows) else {}
    kept = {k: v for k, v in old.items() if k == "fixed_by_officials"}
    receipt = {"yes": True, "no": False}.get(str(answer.get("receipt")))
    plain = {k: answer.get(k) for k in ("kind", "amount", "paid_to", "paid_on")}
    item = {**_told(**plain, receipt=receipt), **kept}
    rows[index:index + 1] = [item]
    _rows(offer, kind, rows)


def remove_item(offer: Document, kind: str, index: int) -> None:
    """Take one allowance or payment out of the list."""
    rows = list(items(offer, kind))
    del rows[index:index + 1]
    _rows(offer, kind, rows)


def _rows(offer: Document, kind: str, rows: list[Document]) -> None:
    if kind == "allowance":
        offer["wage"] = {**offer.get("wage", {})}
        _put(offer["wage"], kind, rows)
        _put(offer, "wage", offer["wage"])
    else:
        _put(offer, kind, rows)


def deduction_fields(offer: Document) -> Fields:
    """What is taken from the pay, each in yen a month."""
    return {k: Amount(word, "JPY", required=False) for k, word in labels.DEDUCTION.items()}


def read_deductions(offer: Document) -> Answer:
    """The deductions for the form."""
    return {str(d.get("kind")): split(d.get("amount"))[0] for d in offer.get("deduction", [])}


def write_deductions(offer: Document, answer: Answer) -> None:
    """The deductions into the offer."""
    _put(offer, "deduction", [{"kind": k, "amount": answer[k]} for k in labels.DEDUCTION if answer.get(k)])


def living_fields(offer: Document) -> Fields:
    """Own living costs."""
    return {"living": Amount(_("Amount in yen each month"), "JPY", required=False)}


def read_living(offer: Document) -> Answer:
    """The living costs for the form."""
    return {"living": split(offer.get("living", {}).get("amount"))[0]}


def write_living(offer: Document, answer: Answer) -> None:
    """The living costs into the offer."""
    _put(offer, "living", _told(amount=answer.get("living")))


def borrowed_fields(offer: Document) -> Fields:
    """Whether there is a loan."""
    return {"borrowed": Choice(labels.YES_NO, _("Loan"))}


def read_borrowed(offer: Document) -> Answer:
    """Whether the offer has a loan."""
    return {"borrowed": "yes" if "loan" in offer else None}


def write_borrowed(offer: Document, answer: Answer) -> None:
    """Make room for the terms, or leave the loan out."""
    if answer.get("borrowed") == "yes":
        offer.setdefault("loan", {})
    else:
        offer.pop("loan", None)


def loan_fields(offer: Document) -> Fields:
    """The terms of the loan; each may stay empty."""
    return {
        "principal": Amount(_("How much do you borrow?"), beside="currency", required=False),
        "currency": _currency(offer),
        "monthly_rate": Number(_("Interest for one month, in percent"), percent=True,
                               help_text=_("If you know it for one year, divide by 12. Example: 1.5")),
        "payments": Whole(_("How many monthly payments?"), 1, 120, required=False),
        "lender": Choice(labels.LENDER, _("Who lends the money?")),
    }


def read_loan(offer: Document) -> Answer:
    """The loan for the form."""
    loan = offer.get("loan", {})
    number, currency = split(loan.get("principal"))
    rate = str(loan.get("monthly_rate") or "").removesuffix("%")
    return {**loan, "principal": number, "monthly_rate": rate, "lender": loan.get("lender"),
            **({"currency": currency} if currency else {})}


def write_loan(offer: Document, answer: Answer) -> None:
    """The loan into the offer."""
    offer["loan"] = _told(**{k: answer.get(k) for k in ("principal", "monthly_rate", "payments", "lender")})


def pairs(offer: Document) -> list[tuple[str, str]]:
    """The exchange rates to ask for: only when a currency other than the yen occurs."""
    sums = [c.get("amount") for c in offer.get("charge", [])] + [offer.get("loan", {}).get("principal")]
    used = {split(s)[1] for s in sums if s} & set(labels.CURRENCY)
    found = [("JPY", c) for c in labels.CURRENCY if c in used and c not in ("JPY", "USD")]
    if used - {"JPY"}:
        found += [("USD", c) for _jpy, c in found]
        found.append(("USD", "JPY"))
    return found


def rate_fields(offer: Document) -> Fields:
    """One field for each pair, then kind, day and source for all of them."""
    label = _("1 {one} is how many {other}?")
    out: Fields = {f"{a}_{b}": Number(label.format(one=a, other=b)) for a, b in pairs(offer)}
    out["kind"] = Choice(labels.RATE_KIND, _("What kind of rate is it?"))
    out["date"] = Day(label=_("Day of the rate"), required=False)
    out["source"] = forms.CharField(
        label=_("Where is it from?"), max_length=200, required=False, help_text=_("Example: the name of the bank."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    return out


def read_rates(offer: Document) -> Answer:
    """The rates for the form; where a pair has several, the first."""
    rates = offer.get("exchange", [])
    out: Answer = {}
    for rate in rates:
        out.setdefault(f"{rate.get('from')}_{rate.get('to')}", rate.get("rate"))
    first = rates[0] if rates else {}
    day = first.get("date") or offer.get("signed")
    return {**out, "kind": first.get("kind"), "date": day, "source": first.get("source")}


def write_rates(offer: Document, answer: Answer) -> None:
    """The rates into the offer."""
    shared = _told(**{k: answer.get(k) for k in ("kind", "date", "source")})
    told = [(a, b, answer.get(f"{a}_{b}")) for a, b in pairs(offer)]
    _put(offer, "exchange", [{"from": a, "to": b, "rate": rate, **shared} for a, b, rate in told if rate])
