"""Take-home pay: the deductions of the law beside those that were told, and what is left after living."""

from __future__ import annotations

from datetime import date
from typing import Any

from sampan.checks.offer.sums import monthly
from sampan.checks.offer.worked import Worked
from sampan.checks.verdict import STALE, needed
from sampan.rulebook.explain import citation, working
from sampan.rulebook.kleene import Missing
from sampan.rulebook.money import rounded

PREMIUMS = {"health": "jp.health_premium", "child_levy": "jp.child_levy", "pension": "jp.pension_premium",
            "employment": "jp.employment_premium"}
TAX = "jp.income_tax"
ASSUMES = [
    "insured in health, pension and employment insurance",
    "under 40 years old",
    "resident in Japan, declaration of dependants handed in, no dependants",
    "no resident tax in the first year",
    "all allowances are taxed",
]


def take_home(worked: Worked) -> dict[str, Any]:
    """The monthly take-home of an offer in yen; what cannot be known is left out and noted."""
    sheet = worked.sheet
    gross = sheet.value("jp.gross")
    out: dict[str, Any] = {}
    if isinstance(gross, int):
        out["gross"] = gross
    told = monthly(worked.offer, worked.rates)
    computed: dict[str, int] = {}
    for name, rule in {**PREMIUMS, "income_tax": TAX}.items():
        value = sheet.value(rule)
        if isinstance(value, Missing):
            _note(worked, rule, value)
        else:
            computed[name] = value
    out.update({k: v for k, v in computed.items() if k in PREMIUMS})
    if told:
        out["told"] = told
    if "income_tax" in computed:
        out["income_tax_computed"] = computed["income_tax"]
    kinds = {k for k, _ in worked.offer.deductions}
    complete = set(computed) | kinds >= {*PREMIUMS, "income_tax"} and kinds == set(told)
    if isinstance(gross, int) and complete:
        _net(worked, out, gross, {**computed, **told})
    if computed:
        _basis(worked, out)
    return out


def _net(worked: Worked, out: dict[str, Any], gross: int, taken: dict[str, int]) -> None:
    out["net"] = gross - sum(taken.values())
    if worked.offer.living is not None:
        living = worked.rates.exact(worked.offer.living, "JPY")
        if living is not None:
            out["after_living"] = out["net"] - rounded(living)


def _note(worked: Worked, rule: str, missing: Missing) -> None:
    needs = needed(worked.sheet, missing, worked.lacking)
    if needs:
        worked.unknown.append({"rule": rule, "needs": needs})
    for line in sorted((n.missing, n.on) for n in missing.no_rule):
        worked.no_table = True
        worked.no_rule.append({"rule": rule, "on": date.fromordinal(line[1]).isoformat(), "missing": line[0]})


def _basis(worked: Worked, out: dict[str, Any]) -> None:
    sheet = worked.sheet
    used = {(u.family.id, id(u.row)): u for r in [*PREMIUMS.values(), TAX] for u in sheet.rests_on(r)}
    out["assumes"] = list(ASSUMES)
    if worked.offer.wage_basis == "day":
        out["assumes"].append("days of eight hours")
    out["citations"] = [citation(u) for u in used.values()]
    out["working"] = list(dict.fromkeys(line for r in [*PREMIUMS.values(), TAX] for line in working(sheet, r)))
    doubts = dict.fromkeys(d for r in [*PREMIUMS.values(), TAX] for d in sheet.doubts(r))
    doubts.update(dict.fromkeys(
        f"Not checked since {u.family.checked.isoformat()}: {u.family.title}."
        for u in used.values() if (worked.today - u.family.checked).days > STALE))
    out["doubts"] = list(doubts)
