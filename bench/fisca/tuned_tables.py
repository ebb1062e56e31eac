"""The tables of one instant as NumPy arrays, read once from the parameters for the tuned model."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
from __future__ import annotations

import numpy as np

from bench.fisca.inputs import ENUMS, Programme

_READ: dict[object, object] = {}


class Bands:
    """A scale as bounds and amounts; grades whose bounds are round are found by a direct index."""

    def __init__(self, first, second=None):
        self.bounds = np.array(first.thresholds, np.int64)
        self.first = np.array(first.amounts, np.int64)
        self.second = None if second is None else np.array(second.amounts, np.int64)
        step = 1000
        self.direct = None
        if not (self.bounds % step).any():
            places = np.arange(0, int(self.bounds[-1]) + step, step)
            self.direct = self.first[np.searchsorted(self.bounds, places, "right") - 1]

    def slot(self, pay):
        """The place of each amount; few bounds are counted faster than searched."""
        at = (pay >= self.bounds[1]).astype(np.int64)
        for bound in self.bounds[2:].tolist():
            at += pay >= bound
        return at

    def __call__(self, pay):
        """The amount of the grade that holds each pay."""
        if self.direct is None:
            return self.first.take(self.slot(pay))
        return self.direct.take(pay // 1000, mode="clip")


class Tables:
    """Everything that the formulas look up at one instant."""

    def __init__(self, law):
        jp, vn = law.jp, law.vn
        self.minimum_wage = _by("prefecture", jp.minimum_wage)
        self.health_rate = _by("prefecture", jp.health_rate)
        self.employment_rate = _by("field", jp.employment_rate)
        self.health_standard, self.pension_standard = Bands(jp.health_standard), Bands(jp.pension_standard)
        self.pension_rate, self.child_levy_rate = jp.pension_rate, _held(jp, "child_levy_rate")
        self.salary = Bands(jp.withholding_rate1, jp.withholding_constant1)
        self.basic = Bands(jp.withholding_basic)
        self.tax = Bands(jp.withholding_rate4, jp.withholding_constant4)
        self.no_deposit = (_by("programme", vn.deposit_ceiling_usd) == 0).astype(np.int64)
        self.no_brokerage = vn.brokerage_ceiling_usd == 0
        self.ticket = (_by("programme", vn.air_ticket_borne_by_receiving_side) == 1).astype(np.int64)
        self.banned = (_by("programme", jp.deposit_ban) == 1).astype(np.int64)
        code = _by("charge_kind", law.ilo.ilo_code)
        self.fee = ((code > 0) & (code <= 11)).astype(np.int64)
        self.never = ((code >= 12) & (code <= 17)).astype(np.int64)
        self.rent_percent = vn.rent_percent.titp
        self.esd_months = _held(jp, "esd_cap_months")
        self.tenths_yearly = _charge(vn.service_charge_tenths_per_year)
        self.tenths_most = _charge(vn.service_charge_tenths_cap) * 12


def _held(node, name):
    """A parameter, or 0 where it holds nothing at this instant."""
    return node[name] if name in set(node) else 0


def _by(name, node):
    """A node of a choice as an array by code; 0 where it holds nothing at this instant."""
    held = set(node)
    return np.array([node[c.name] if c.name in held else 0 for c in ENUMS[name]], np.int64)


def _charge(node):
    """The general figure, and the special ones, by programme, stage, same employer and finished training."""
    table = np.full((len(Programme), 3, 2, 2), node["general"], np.int64)
    table[Programme.titp.index, 2, 1, :] = node["programme_titp_stage_3_same_employer_again_yes"]
    table[Programme.ssw1.index, :, :, 1] = node["programme_ssw1_completed_titp_yes"]
    table[Programme.engineer.index] = node["programme_engineer"]
    return table.ravel()


def tables(parameters, period):
    """The tables of a period, made once."""
    found = _READ.get(period.start)
    if found is None:
        found = _READ[period.start] = Tables(parameters(period))
    return found
