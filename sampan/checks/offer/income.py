"""The money parts of an answer as table rows: the total, the pay that is left, the loan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from django.utils.translation import gettext as _

from sampan.checks.offer import labels
from sampan.checks.offer.answers import word

Row = tuple[str, str, str]
Money = Callable[[dict[str, Any] | None], str]


class Basis(Protocol):
    """Where doubts and working are collected."""

    def add(self, block: dict[str, Any], with_working: bool = True) -> None:
        """Remember what stands behind a figure."""


def _several(answer: dict[str, Any], part: str) -> list[dict[str, Any]]:
    found = answer.get(part) or []
    return found if isinstance(found, list) else [found]


def _title(part: dict[str, Any]) -> str:
    return word(labels.RATE_KIND, part["exchange"]) if "exchange" in part else ""


def totals(answer: dict[str, Any], money: Money) -> list[dict[str, Any]]:
    """All payments together, for each kind of exchange rate."""
    return [
        {"title": _title(t), "paid": money(t.get("paid")), "months": t.get("months_of_gross", "")}
        for t in _several(answer, "totals")
        if any(str(v).strip("0.") for v in t.get("paid", {}).values())
    ]


def take_homes(answer: dict[str, Any], basis: Basis) -> list[dict[str, Any]]:
    """The pay that is left in a month, row by row."""
    out = []
    for part in _several(answer, "take_home"):
        if "gross" not in part:
            continue
        basis.add({**part, "rule": "take_home", "why": _("What is left of the pay")})
        out.append({"title": _title(part), "rows": _rows(part), "citations": part.get("citations", [])})
    return out


def _rows(part: dict[str, Any]) -> list[Row]:
    told = dict(part.get("told", {}))
    rows: list[Row] = [(_("Pay before anything is taken"), f"{part['gross']:,}", "")]
    computed = {k: part[k] for k in labels.TAKE_HOME if k in part}
    if "income_tax_computed" in part:
        computed["income_tax"] = part["income_tax_computed"]
    words = {**labels.DEDUCTION, **labels.TAKE_HOME}
    for kind in dict.fromkeys([*computed, *told]):
        note = ""
        if kind in told:
            note = _("as you were told")
            if kind in computed:
                note = _("as you were told; by the law %(amount)s") % {"amount": f"{computed[kind]:,}"}
        rows.append((word(words, kind), f"−{told.get(kind, computed.get(kind)):,}", note))
    if "net" in part:
        rows.append((_("Left after deductions"), f"{part['net']:,}", ""))
    if "after_living" in part:
        rows.append((_("Left after living costs"), f"{part['after_living']:,}", ""))
    return rows


def loans(answer: dict[str, Any], money: Money) -> list[dict[str, Any]]:
    """The loan, row by row, for each kind of exchange rate."""
    out = []
    for part in _several(answer, "loan"):
        months = part.get("months_to_recover")
        rows: list[Row] = [
            (_("Payment each month"), money(part.get("payment")), ""),
            (_("Interest in all"), money(part.get("interest")), ""),
        ]
        if "left_each_month" in part:
            rows.append((_("Left each month after the payment"), money(part["left_each_month"]), ""))
        if months == "never":
            rows.append((_("Months until cost and interest are earned back"), _("never"), ""))
        elif months:
            rows.append((_("Months until cost and interest are earned back"), months, ""))
        out.append({"title": _title(part), "rows": [r for r in rows if r[1]]})
    return out
