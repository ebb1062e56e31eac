"""The fields of the questions: they read what people write, and say precisely what to write instead.

Digits of Khmer, Burmese and full-width scripts are read; thousands may be parted by spaces or commas.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sampan.rulebook.dates import told_day
from sampan.rulebook.money import MINOR, MOST, read_digits, read_rate

UNKNOWN = "unknown"
DO_NOT_KNOW = gettext_lazy("I do not know")
_GROUPS = re.compile(r"\d{1,3}(,\d{3})+|\d{1,3}( \d{3})+|\d+")


def plain(text: str) -> str:
    """The text with Latin digits, plain commas and single plain spaces; zero-width signs taken out."""
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = read_digits(text).replace("，", ",").replace("．", ".")
    return " ".join(text.split())


def split(amount: object) -> tuple[str, str]:
    """An amount of the format as digits with commas and currency."""
    number, _space, currency = str(amount or "").partition(" ")
    whole, dot, cents = number.partition(".")
    return (f"{int(whole):,}{dot}{cents}" if whole.isdigit() else number), currency


def read_amount(text: str, currency: str) -> str:
    """An amount as the format writes it. Raises ValidationError with what to write instead."""
    if not currency:
        raise forms.ValidationError(_("Choose the currency of this amount."))
    clean = plain(text)
    whole, dot, cents = clean.rpartition(".") if MINOR.get(currency) else (clean, "", "")
    if dot and not re.fullmatch(r"\d{1,2}", cents):
        raise forms.ValidationError(_("Write the cents with two digits after the dot, for example 1,250.50."))
    whole = whole if dot else clean
    if clean.startswith(("-", "−")):
        raise forms.ValidationError(_("Write the amount without a minus sign."))
    if not dot and re.fullmatch(r"\d{1,3}(\.\d{3})+", whole):
        written = whole.replace(".", "")
        raise forms.ValidationError(_("Write the amount without dots: %(written)s"), params={"written": written})
    if not _GROUPS.fullmatch(whole):
        digits = re.sub(r"[\s,.]|đ|₫|¥|円|៛|\$|K|[A-Za-z]{3}", "", whole)
        if digits.isdigit() and int(digits) <= MOST:
            raise forms.ValidationError(
                _("Write only the digits of the amount: %(written)s. Choose the currency beside it."),
                params={"written": digits},
            )
        raise forms.ValidationError(_("Write the amount in digits, for example 96000000 or 96,000,000."))
    number = re.sub(r"[ ,]", "", whole).lstrip("0") or "0"
    if len(number) > 12 or int(number) * 10 ** MINOR.get(currency, 0) > MOST:
        raise forms.ValidationError(_("This amount is too large to be checked. Look at the number of zeros."))
    return f"{number}.{cents.ljust(2, '0')} {currency}" if dot else f"{number} {currency}"


class Choice(forms.ChoiceField):
    """One of a list, with "I do not know" at the end; a radio for few, a drop-down for many or if `short`."""

    def __init__(
        self, words: Mapping[str, Any], label: Any, unknown: bool = True, short: bool = False, **more: Any
    ) -> None:
        pairs: list[tuple[str, Any]] = list(words.items())
        if unknown:
            pairs.append((UNKNOWN, DO_NOT_KNOW))
        long = short or len(pairs) > 10
        widget: forms.Select | forms.RadioSelect = forms.Select() if long else forms.RadioSelect()
        super().__init__(
            choices=[("", gettext_lazy("Choose")), *pairs] if long else pairs,
            label=label,
            widget=widget,
            error_messages={
                "required": gettext_lazy("Choose an answer. If you do not know, choose “I do not know”."),
                "invalid_choice": gettext_lazy("Choose one of the answers in the list."),
            },
            **more,
        )


class DayWidget(forms.MultiWidget):
    """Day, month and year as three short fields."""

    template_name = "web/day.html"
    parts: Mapping[str, Any] = {"day": gettext_lazy("Day"), "month": gettext_lazy("Month"),
                                "year": gettext_lazy("Year")}

    def __init__(self) -> None:
        super().__init__({n: forms.TextInput() for n in self.parts})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Each part with its label."""
        out = super().get_context(name, value, attrs)
        for part, label in zip(out["widget"]["subwidgets"], self.parts.values(), strict=True):
            part["label"] = label
        return out

    def decompress(self, value: Any) -> list[Any]:
        """The parts of a date as the format writes it."""
        parts = str(value or "").split("-")
        return [parts[2].lstrip("0"), parts[1].lstrip("0"), parts[0]] if len(parts) == 3 else ["", "", ""]


class Day(forms.Field):
    """A date; the value is text in the form 2026-08-20."""

    widget = DayWidget

    def clean(self, value: Any) -> str:
        """The date, or what is wrong with it."""
        day, month, year = told_day(*(plain(v or "") for v in value or ("", "", "")))
        if not (day or month or year):
            if self.required:
                raise forms.ValidationError(_("Write the day, or choose “I do not know”."))
            return ""
        for part, what in ((day, _("day")), (month, _("month")), (year, _("year"))):
            if not part.isdecimal() or len(part) > 4:
                wrong = _("Write the %(part)s in digits, for example 20 8 2026.")
                raise forms.ValidationError(wrong, params={"part": what})
        try:
            found = datetime.date(int(year), int(month), int(day))
        except ValueError:
            raise forms.ValidationError(_("This day does not exist. Look at the day and the month.")) from None
        if not 1990 <= found.year <= 2100:
            raise forms.ValidationError(_("Write the year with four digits, for example 2026."))
        return found.isoformat()


class Whole(forms.CharField):
    """A whole number within bounds; the value is an int or None."""

    def __init__(self, label: Any, least: int, most: int, **more: Any) -> None:
        self.least, self.most = least, most
        widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "autocomplete": "off"})
        wanted = {"required": gettext_lazy("Write a number, or choose “I do not know”.")}
        super().__init__(label=label, widget=widget, error_messages=wanted, **more)

    def clean(self, value: Any) -> Any:
        """The number, or what is wrong with it."""
        text = plain(str(super().clean(value)))
        if not text:
            return None
        if not text.isdecimal() or len(text) > 9 or not self.least <= int(text) <= self.most:
            raise forms.ValidationError(
                _("Write a whole number from %(least)s to %(most)s."), params={"least": self.least, "most": self.most}
            )
        return int(text)


class Number(forms.CharField):
    """An exact rate as people write it; the value is text such as 1.5% or 175."""

    def __init__(self, label: Any, percent: bool = False, most: int = 100, required: bool = False, **more: Any) -> None:
        self.percent, self.most = percent, most
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "short", "autocomplete": "off"})
        wanted = {"required": gettext_lazy("Write a number, or choose “I do not know”.")}
        super().__init__(label=label, widget=widget, required=required, error_messages=wanted, **more)

    def clean(self, value: Any) -> str:
        """The rate, or what is wrong with it."""
        text = plain(str(super().clean(value)))
        if not text:
            return ""
        text = text.replace(" ", "").removesuffix("%")
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text):
            text = text.replace(",", "")
        if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text):
            raise forms.ValidationError(_("Write the number in digits, with a dot before decimals, for example 1.5."))
        try:
            found = read_rate(text)
        except ValueError:
            raise forms.ValidationError(_("Write at most six digits, for example 175.25.")) from None
        if self.percent and found > self.most:
            raise forms.ValidationError(_("More than %(most)s percent is not possible."), params={"most": self.most})
        if not self.percent and not found:
            raise forms.ValidationError(_("The rate cannot be zero."))
        return text + ("%" if self.percent else "")


class Amount(forms.CharField):
    """Digits of an amount. The currency is fixed, or comes from the field named `beside`."""

    def __init__(self, label: Any, currency: str = "", beside: str = "", **more: Any) -> None:
        self.currency, self.beside = currency, beside
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "amount"})
        wanted = {"required": gettext_lazy("Write the amount in digits.")}
        super().__init__(label=label, widget=widget, max_length=60, error_messages=wanted, **more)

    def read(self, text: str, currency: str) -> str:
        """The amount as the format writes it, once its currency is known. Raises ValidationError."""
        return read_amount(text, currency)


class Asked(forms.Form):
    """The form of one question; amounts are read once their currency is known."""

    use_required_attribute = False

    def __init__(self, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, label_suffix="", auto_id="f_%s")
        for name, field in self.fields.items():
            if self.is_bound and name in self.errors:
                attrs = field.widget.attrs
                attrs["aria-invalid"] = "true"
            if not isinstance(field.widget, forms.RadioSelect | DayWidget):
                self._described(name, field)

    def _described(self, name: str, field: forms.Field) -> None:
        ids = [f"f_{name}_hint"] if field.help_text else []
        if self.is_bound and name in self.errors:
            ids.append(f"f_{name}_error")
        if ids:
            field.widget.attrs["aria-describedby"] = " ".join(ids)

    def clean(self) -> dict[str, Any]:
        """Read each amount in its currency."""
        out = dict(self.cleaned_data)
        for name, field in self.fields.items():
            if isinstance(field, Amount) and out.get(name):
                currency = field.currency or str(out.get(field.beside) or "")
                try:
                    out[name] = field.read(out[name], currency)
                except forms.ValidationError as error:
                    self.add_error(name, error)
        return out
