"""The words around the articles: groups, how sure a source is, and the state of the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from sampan.rights.article import DRAFT

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

GROUP: dict[str, _StrPromise] = {
    "emergency": _("Emergency"),
    "health": _("Health, pregnancy, safety"),
    "before": _("Before you go"),
    "journey": _("The journey, step by step"),
    "work": _("Work in Japan"),
    "home": _("Tax, pension, going home, family"),
}
SURE: dict[str, _StrPromise] = {
    "official": _("official text"),
    "transcribed": _("official text, read in a copy"),
    "secondary": _("not the law itself: a page about it"),
    "conflicting": _("sources disagree"),
    "memory": _("from memory, not checked"),
    "unknown": _("not known"),
}
CHECK: dict[str, _StrPromise] = {
    "offer": _("Check a job offer with your own figures"),
    "contract": _("Check your contract"),
    "payslip": _("Check your payslip"),
    "paid_leave": _("Count your paid leave"),
    "pension_refund": _("Count your pension refund"),
    "pregnancy": _("Count your leave and money around a birth"),
    "injury": _("Count your money after a work injury"),
    "leaving": _("Check what is due when a job ends"),
    "transfer": _("Check a change of employer"),
}
COUNTRY: dict[str, _StrPromise] = {
    "jp": _("In Japan"), "vn": _("In Viet Nam"), "kh": _("In Cambodia"), "mm": _("In Myanmar"),
}
PROGRAMME: dict[str, _StrPromise] = {
    "titp": _("technical intern training"), "ssw1": _("Specified Skilled Worker 1"),
    "ssw2": _("Specified Skilled Worker 2"), "esd": _("Employment for Skill Development"),
    "engineer": _("engineer or specialist"), "student": _("student"), "other": _("another status"),
}
DRAFTED = _("Drafted, not yet reviewed by a native speaker.")
REVIEWED = _("Reviewed by %(who)s.")


def review(state: str) -> str:
    """The state of the review as a sentence for the reader."""
    return str(DRAFTED) if state == DRAFT else str(REVIEWED) % {"who": state}
