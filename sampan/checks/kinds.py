"""Each kind of field as a form field: how it is asked, how a told value fills it, how its answer is written.

What is not answered is not told; every question can be left open.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sampan.checks.fields import Field
from sampan.checks.forms import DO_NOT_KNOW, UNKNOWN, Amount, Choice, Day, DayWidget, Number, Whole, plain, split
from sampan.checks.question import Answer, Fields
from sampan.rulebook.money import decimals, read_rate

NONE = "-none"
YES_NO = {"yes": gettext_lazy("Yes"), "no": gettext_lazy("No")}
CURRENCY = {
    "VND": gettext_lazy("VND (dong)"), "KHR": gettext_lazy("KHR (riel)"), "MMK": gettext_lazy("MMK (kyat)"),
    "USD": gettext_lazy("USD (US dollar)"), "JPY": gettext_lazy("JPY (yen)"),
}
HINT = {
    "money": gettext_lazy("Only digits. Example: 182400 or 182,400."),
    "yen": gettext_lazy("In yen. Only digits. Example: 182400 or 182,400."),
    "money_or_rate": gettext_lazy("An amount in digits, or a share such as 30%."),
    "rate": gettext_lazy("In percent. Example: 95 or 1.5."),
    "hours": gettext_lazy("In hours. Example: 92, 92.5 or 92:30."),
}


def lazy(text: str) -> Any:
    """A text of a check in the reader's language, later."""
    return gettext_lazy(text) if text else ""


def name_of(field: Field) -> str:
    """The name of a field in the form."""
    return field.key.replace(".", "_")


class MonthWidget(DayWidget):
    """Month and year as two short fields."""

    parts = {"month": gettext_lazy("Month"), "year": gettext_lazy("Year")}

    def decompress(self, value: Any) -> list[Any]:
        """The parts of a month as the format writes it."""
        parts = str(value or "").split("-")
        return [parts[1].lstrip("0"), parts[0]] if len(parts) >= 2 else ["", ""]


class Month(Day):
    """A month; the value is text in the form 2026-08."""

    widget = MonthWidget

    def clean(self, value: Any) -> str:
        """The month, or what is wrong with it."""
        month, year = value or ("", "")
        if not (plain(month or "") or plain(year or "")):
            return super().clean(None)
        return super().clean(("1", month, year))[:7]


class Hours(forms.CharField):
    """Hours such as 92, 92.5 or 92:30; the value is that text."""

    def __init__(self, label: Any, least: int, most: int, **more: Any) -> None:
        self.least, self.most = least, most
        widget = forms.TextInput(attrs={"class": "short", "autocomplete": "off"})
        wanted = {"required": gettext_lazy("Write a number, or choose “I do not know”.")}
        super().__init__(label=label, widget=widget, error_messages=wanted, **more)

    def clean(self, value: Any) -> str:
        """The hours, or what is wrong with them."""
        text = plain(str(super().clean(value))).replace(" ", "").replace("：", ":")
        if not text:
            return ""
        found = re.fullmatch(r"(\d{1,4})(?::([0-5]\d)|\.(\d{1,2}))?", text)
        if not found:
            raise forms.ValidationError(_("Write the hours in digits, for example 92, 92.5 or 92:30."))
        minutes = int(found[1]) * 60 + int(found[2] or 0) + Fraction(f"0.{found[3] or 0}") * 60
        if minutes.denominator > 1:
            raise forms.ValidationError(_("Write hours and minutes, for example 92:20."))
        if not self.least * 60 <= minutes <= self.most * 60:
            known = {"least": self.least, "most": self.most}
            raise forms.ValidationError(_("Write hours from %(least)s to %(most)s."), params=known)
        return text


class Several(forms.MultipleChoiceField):
    """Some of a list, or none of it, or "I do not know"; the value is a list, None when not known."""

    def __init__(self, words: dict[str, Any], label: Any, **more: Any) -> None:
        wanted = {"required": gettext_lazy("Choose what is true, or “None of these”, or “I do not know”.")}
        choices = [*words.items(), (NONE, gettext_lazy("None of these")), (UNKNOWN, DO_NOT_KNOW)]
        super().__init__(choices=choices, label=label, widget=forms.CheckboxSelectMultiple(), error_messages=wanted,
                         **more)

    def clean(self, value: Any) -> Any:
        """The chosen words; "none" and "not known" stand alone."""
        chosen = super().clean(value)
        if len(chosen) > 1 and {NONE, UNKNOWN} & set(chosen):
            raise forms.ValidationError(_("“None of these” and “I do not know” cannot be chosen with others."))
        return None if not chosen or chosen == [UNKNOWN] else [] if chosen == [NONE] else chosen


class AmountOrShare(Amount):
    """An amount, or a share of something such as 30%."""

    def __init__(self, label: Any, most: int, **more: Any) -> None:
        self.share = Number(label, percent=True, most=most or 100)
        super().__init__(label, **more)

    def clean(self, value: Any) -> Any:
        """The text; a share is read at once."""
        text = plain(str(super().clean(value)))
        return self.share.clean(text) if text.endswith("%") else text

    def read(self, text: str, currency: str) -> str:
        """The amount in its currency, or the share as it is."""
        return text if text.endswith("%") else super().read(text, currency)


def form_fields(field: Field, alone: bool) -> Fields:
    """The form fields of one field: an amount in one of several currencies has two. `alone`: one must be answered."""
    name, label, words = name_of(field), lazy(field.ask), {k: lazy(v) for k, v in field.words.items()}
    several = len(field.currencies) > 1
    hint = HINT.get("yen" if field.kind == "money" and field.currencies == ("JPY",) else field.kind, "")
    told: dict[str, Any] = {"required": alone, "help_text": _joined(lazy(field.why), hint)}
    money = {**told, "beside": f"{name}_currency"} if several else {**told, "currency": field.currencies[0]}
    make: dict[str, Any] = {
        "day": lambda: Day(label=label, **told),
        "month": lambda: Month(label=label, **told),
        "money": lambda: Amount(label, **money),
        "money_or_rate": lambda: AmountOrShare(label, field.high, **money),
        "whole": lambda: Whole(label, field.low, field.high, **told),
        "hours": lambda: Hours(label, field.low, field.high, **told),
        "rate": lambda: Number(label, percent=True, most=field.high or 100, **told),
        "flag": lambda: Choice(YES_NO, label, **told),
        "choice": lambda: Choice(words, label, **told),
        "choices": lambda: Several(words, label, **told),
        "text": lambda: _text(label, **told),
    }
    out: Fields = {name: make[field.kind]()}
    if several and field.kind.startswith("money"):
        known = {c: CURRENCY[c] for c in field.currencies}
        out[f"{name}_currency"] = Choice(known, gettext_lazy("Currency"), unknown=False, short=True, required=False)
    return out


def _text(label: Any, **more: Any) -> forms.CharField:
    wanted = {"required": gettext_lazy("Write it, or choose “I do not know”.")}
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=500, widget=widget, error_messages=wanted, **more)


def _joined(why: Any, hint: Any) -> Any:
    return format_lazy("{} {}", why, hint) if why and hint else why or hint


def initial(field: Field, value: Any) -> Answer:
    """A told value as the form shows it."""
    name = name_of(field)
    if value is None:
        return {}
    if field.kind == "flag":
        return {name: {True: "yes", False: "no"}.get(value)} if isinstance(value, bool) else {}
    if field.kind == "choices":
        return {name: value or [NONE]} if isinstance(value, list) else {}
    text = str(value)
    if field.kind == "rate":
        return {name: percent(text)}
    if field.kind.startswith("money") and "%" not in text:
        number, currency = split(text if text.casefold() != "free" else f"0 {field.currencies[-1]}")
        return {name: number, f"{name}_currency": currency}
    return {name: text}


def percent(text: str) -> str:
    """An exact rate as percent where that is a short number, else as it was written."""
    try:
        value = read_rate(text) * 100
    except ValueError:
        return text
    short = decimals(value, 6).rstrip("0").rstrip(".")
    return short if Fraction(short) == value else text


def told(field: Field, answer: Answer) -> Any:
    """The answer of a form as the format writes it; None when it is not known."""
    value = answer.get(name_of(field))
    if value in (None, "", UNKNOWN):
        return None
    if field.kind == "flag":
        return value == "yes"
    return value

