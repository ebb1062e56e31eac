"""The forms of the law explorer. All are sent by GET: they ask about the law, never about a person."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sampan.lawbook.templatetags.lawbook import choice, fact
from sampan.lawbook.words import PLACES
from sampan.rulebook.families import Family
from sampan.rulebook.law import Law
from sampan.rulebook.money import read_digits

FIRST, SECOND = date(2027, 3, 31), date(2027, 4, 1)
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)


class Asked(forms.Form):
    """A form of our own look: no star for required fields, its own ids."""

    use_required_attribute = False

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="f_%s")


class Day(forms.DateField):
    """One day, written year-month-day; digits of any script are read."""

    def __init__(self, **more: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "min": str(EARLIEST), "max": str(LATEST)})
        messages = {"required": _("Write a day."), "invalid": _("Write the day as year-month-day, like 2027-04-01.")}
        super().__init__(input_formats=["%Y-%m-%d"], widget=widget, error_messages=messages, **more)

    def to_python(self, value: Any) -> date | None:
        """Read the day; days far from any law are refused."""
        found = super().to_python(read_digits(value) if isinstance(value, str) else value)
        if found and not EARLIEST <= found <= LATEST:
            raise forms.ValidationError(_("Write a day between 1990 and 2100."))
        return found


class Search(Asked):
    """Words to look for, and in which law."""

    words = forms.CharField(label=_("Words to look for"), required=False, max_length=100)
    of = forms.ChoiceField(label=_("Whose law"), required=False, choices=[("", _("All")), *PLACES.items()])


class TwoDays(Asked):
    """The two days of a comparison."""

    one = Day(label=_("The first day"))
    two = Day(label=_("The second day"))


def rows_form(law: Law, family: Family, data: Any) -> Asked:
    """The form that narrows the rows of a family: one list for each fact that selects them, and a day."""
    fields: dict[str, forms.Field] = {}
    for name in family.by:
        codes = sorted({row.where[name] for row in family.rows if name in row.where})
        if len(codes) > 1:
            shown = [law.facts[name].shown(code) for code in codes]
            options = [("", _("All")), *((s, choice(s)) for s in shown)]
            fields[name] = forms.ChoiceField(label=str(fact(name)).capitalize(), required=False, choices=options)
    fields["day"] = Day(label=_("Only what holds on this day"), required=False)
    return type("Rows", (Asked,), fields)(data)  # type: ignore[no-any-return]
