"""The words for what the law files call by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Words = dict[str, "_StrPromise"]

PLACES: Words = {
    "jp": _("Japan"), "vn": _("Viet Nam"), "kh": _("Cambodia"), "mm": _("Myanmar"),
    "ilo": _("International standard (International Labour Organization)"),
    "sums": _("Plain arithmetic"), "fx": _("Exchange rates"),
}
# Days that select a row of law; other facts are told by their name.
FACTS: Words = {
    "signed": _("the day of signing"), "entry": _("the day of entry into Japan"), "payday": _("the payday"),
    "worked_on": _("the day worked"), "insured_on": _("the month insured"), "closed_on": _("the day the wages close"),
    "paid_on": _("the day of payment"), "programme": _("programme"), "prefecture": _("prefecture"),
    "field": _("field of work"), "stage": _("stage of the training"), "origin": _("country"),
}
CHOICES: Words = {
    "titp": _("technical intern (TITP)"), "ssw1": _("specified skilled worker 1"),
    "ssw2": _("specified skilled worker 2"), "esd": _("Employment for Skill Development (ESD)"),
    "engineer": _("engineer, specialist, interpreter"), "student": _("student"),
    "vn": _("Viet Nam"), "kh": _("Cambodia"), "mm": _("Myanmar"), "yes": _("yes"), "no": _("no"),
    "hokkaido": _("Hokkaidō"), "hyogo": _("Hyōgo"), "kochi": _("Kōchi"), "oita": _("Ōita"),
}
CONFIDENCE: Words = {
    "official": _("official text"), "transcribed": _("official text, read in a copy"),
    "secondary": _("read in another source"), "conflicting": _("sources disagree"),
    "memory": _("from memory, not checked"), "unknown": _("not known"),
}
OPEN: Words = {
    "memory": _("From memory, not checked"), "conflicting": _("Sources disagree"), "unknown": _("Not known"),
    "vague": _("The first day is not certain"), "undecided": _("Computed, never decided"),
    "doubt": _("Open questions and doubts"),
}
BREACHES: Words = {
    "over": _("over the limit"), "forbidden": _("forbidden"), "not_on_worker": _("not for the worker to pay"),
    "short": _("too little"), "void": _("not valid"), "not_verified": _("not verified"),
}
