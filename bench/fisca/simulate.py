"""One run of OpenFisca: the system of a model, a simulation of some rows, the rules asked of it."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from bench.fisca import documented_charges, documented_pay, tuned
from bench.fisca.inputs import CHOICES, ENUMS, FLAGS, MONEY, NUMBERS, Offer, inputs, plain_inputs
from bench.fisca.parameters import write
from bench.offers import ONE_DAY, Column
from sampan.rulebook.law import Law

DAY = ONE_DAY.isoformat()
FACTS = [*CHOICES, *MONEY, *NUMBERS, *FLAGS]


class Model:
    """A model with its parameters, ready to be run; `names` gives the variable of each rule."""

    def __init__(self, law: Law, by_hand: bool) -> None:
        self.kind = np.int64 if by_hand else np.float32
        self.system: Any = TaxBenefitSystem([Offer])
        if by_hand:
            variables = tuned.VARIABLES
            self.system.add_variables(*plain_inputs(tuned.Whole))
        else:
            variables = documented_pay.VARIABLES + documented_charges.VARIABLES
            self.system.add_variables(*inputs())
        self.system.add_variables(*variables)
        with tempfile.TemporaryDirectory() as folder:
            write(law, Path(folder))
            self.system.load_parameters(folder)
        self.names = {str(v.reference): v.__name__ for v in variables if "reference" in vars(v)}

    def ready(self, columns: dict[str, Column]) -> dict[str, Column]:
        """The columns in the types that the model keeps, so that a run need not convert them."""
        out: dict[str, Column] = {}
        for name in FACTS:
            kind = self.system.get_variable(name).dtype
            out[name] = columns[name].astype(kind)
        return out

    def run(self, columns: dict[str, Column], rules: list[str], day: str = DAY) -> dict[str, Column]:
        """One simulation of all rows, at one instant."""
        simulation = SimulationBuilder().build_default_simulation(self.system, len(columns["rent"]))
        for name in FACTS:
            simulation.set_input(name, day, columns[name])
        return {rule: simulation.calculate(self.names[rule], day) for rule in rules}

    def run_in_blocks(self, columns: dict[str, Column], rules: list[str], block: int) -> dict[str, Column]:
        """One simulation for each so many rows, so that the columns stay in the processor's cache."""
        out = {r: np.empty(len(columns["rent"]), self.kind) for r in rules}
        for start in range(0, len(columns["rent"]), block):
            part = slice(start, start + block)
            for rule, values in self.run({n: c[part] for n, c in columns.items()}, rules).items():
                out[rule][part] = values
        return out

    def run_by_day(self, columns: dict[str, Column], rules: list[str], days: Column) -> dict[str, Column]:
        """Rows that have a day of their own: sorted, one simulation a day, and put back in order."""
        order = np.argsort(days, kind="stable")
        there, starts = np.unique(days[order], return_index=True)
        sorted_columns = {n: c[order] for n, c in columns.items()}
        out = {r: np.empty(len(days), self.kind) for r in rules}
        for day, start, end in zip(there.tolist(), starts, [*starts[1:], len(days)], strict=True):
            part = {n: c[start:end] for n, c in sorted_columns.items()}
            for rule, values in self.run(part, rules, date.fromordinal(day).isoformat()).items():
                out[rule][order[start:end]] = values
        return out

    def one(self, offer: dict[str, int], rules: list[str]) -> dict[str, float]:
        """One offer, given as the documentation shows: a situation as a dictionary."""
        given: dict[str, Any] = {}
        for name in FACTS:
            value: Any = offer[name]
            if name in ENUMS:
                value = list(ENUMS[name])[value].name
            elif name in FLAGS:
                value = bool(value)
            given[name] = {DAY: value}
        simulation = SimulationBuilder().build_from_dict(self.system, {"offers": {"one": given}})
        return {rule: float(simulation.calculate(self.names[rule], DAY)[0]) for rule in rules}
