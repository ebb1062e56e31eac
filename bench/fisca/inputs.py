"""What both models ask of an offer: one entity, the choices, and an input variable for each fact."""

from __future__ import annotations

from typing import Any

from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from sampan.rulebook.stored import law

Offer = build_entity(key="offer", plural="offers", label="A job offer", is_person=True)
CHOICES = ("programme", "prefecture", "field", "charge_kind", "wage_basis")
MONEY = ("wage_amount", "allowance_total", "allowance_counted", "allowance_unclear", "rent", "charge_amount",
         "service_charge_before", "sending_total_yen")
NUMBERS = ("stage", "contract_months", "scheduled_hours", "yen_num", "yen_den")
FLAGS = ("completed_titp", "same_employer_again", "allowance_other_counts")


def _choices(name: str) -> Any:
    title = name.title().replace("_", "")
    return Enum(title, [(choice, choice) for choice in law().facts[name].of])


Programme, Prefecture, Field, ChargeKind, WageBasis = (_choices(name) for name in CHOICES)
ENUMS = dict(zip(CHOICES, (Programme, Prefecture, Field, ChargeKind, WageBasis), strict=True))


def inputs() -> list[type[Variable]]:
    """The input variables as documented: an Enum for a choice, `float` for money."""
    out = []
    for name, choices in ENUMS.items():
        more = {"possible_values": choices, "default_value": next(iter(choices))}
        out.append(_variable(name, Variable, Enum, **more))
    for names, kind in ((MONEY, float), (NUMBERS, int), (FLAGS, bool)):
        out += [_variable(n, Variable, kind) for n in names]
    return out


def plain_inputs(whole: type[Variable]) -> list[type[Variable]]:
    """The input variables of the tuned model: whole numbers everywhere, so that nothing is encoded."""
    out = [_variable(n, whole, int) for n in (*CHOICES, *MONEY, *NUMBERS)]
    return out + [_variable(n, Variable, bool) for n in FLAGS]


def _variable(name: str, parent: type[Variable], kind: type, **more: Any) -> type[Variable]:
    shared = {"entity": Offer, "definition_period": DateUnit.DAY, "value_type": kind, "label": name}
    return type(name, (parent,), {**shared, **more})
