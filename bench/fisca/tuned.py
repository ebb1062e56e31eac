"""The same rules, tuned by hand as far as OpenFisca allows.

64-bit whole numbers instead of 32-bit floats, choices as codes, every table read once an instant
into arrays, grades by a direct index, no formula that computes a thing twice. Each variable names
in `reference` the rule that it stands for.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call,misc"
from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from bench.fisca.inputs import Offer, Programme
from bench.fisca.tuned_tables import tables


class Whole(Variable):
    """A whole number of 64 bits for one offer, on one day (core reads a variable's own attributes only)."""

    def __init_subclass__(cls):
        cls.value_type, cls.entity, cls.definition_period = int, Offer, DateUnit.DAY

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.dtype = np.int64


class pay_of_month(Whole):
    """The pay of a month, for the contracted hours."""

    reference = "jp.base_pay"

    def formula(offer, period):
        basis, amount = offer("wage_basis", period), offer("wage_amount", period)
        product = amount * offer("scheduled_hours", period)
        return np.where(basis == 0, product, np.where(basis == 2, amount, (product + 4) >> 3))


class gross(Whole):
    """That pay with all allowances."""

    reference = "jp.gross"

    def formula(offer, period):
        return offer("pay_of_month", period) + offer("allowance_total", period)


class minimum_month(Whole):
    """The minimum wage of a month."""

    reference = "jp.minimum_month"

    def formula(offer, period, parameters):
        hourly = tables(parameters, period).minimum_wage.take(offer("prefecture", period))
        return hourly * offer("scheduled_hours", period)


class minimum_wage_shortfall(Whole):
    """What the pay lacks to the minimum wage."""

    reference = "jp.minimum_wage_shortfall"

    def formula(offer, period):
        gap = offer("minimum_month", period) - offer("pay_of_month", period) - offer("allowance_counted", period)
        unclear = offer("allowance_unclear", period)
        within = gap * ~offer("allowance_other_counts", period)
        return np.where(gap <= 0, 0, np.where(gap > unclear, gap - unclear, within))


class short_per_hour(Whole):
    """That, for each contracted hour."""

    reference = "jp.short_per_hour"

    def formula(offer, period):
        return np.ceil(offer("minimum_wage_shortfall", period) / offer("scheduled_hours", period))


class health_standard(Whole):
    """The standard monthly remuneration of health insurance; worked once for two premiums."""

    def formula(offer, period, parameters):
        return tables(parameters, period).health_standard(offer("gross", period))


class health_premium(Whole):
    """The worker's half of the health insurance premium."""

    reference = "jp.health_premium"

    def formula(offer, period, parameters):
        rate = tables(parameters, period).health_rate.take(offer("prefecture", period))
        return (offer("health_standard", period) * rate + 9999) // 20000


class child_levy(Whole):
    """The worker's half of the child support levy, from April 2026."""

    reference = "jp.child_levy"

    def formula_2026_04_01(offer, period, parameters):
        return (offer("health_standard", period) * tables(parameters, period).child_levy_rate + 9999) // 20000


class pension_premium(Whole):
    """The worker's half of the pension premium."""

    reference = "jp.pension_premium"

    def formula(offer, period, parameters):
        law = tables(parameters, period)
        return (law.pension_standard(offer("gross", period)) * law.pension_rate + 9999) // 20000


class employment_premium(Whole):
    """The worker's share of employment insurance."""

    reference = "jp.employment_premium"

    def formula(offer, period, parameters):
        rate = tables(parameters, period).employment_rate.take(offer("field", period))
        return (offer("gross", period) * rate + 4999) // 10000


class taxable(Whole):
    """The pay after social insurance."""

    reference = "jp.taxable"

    def formula(offer, period):
        left = offer("gross", period) - offer("health_premium", period)
        for premium in ("child_levy", "pension_premium", "employment_premium"):
            left -= offer(premium, period)
        return np.maximum(left, 0, out=left)


class withholding_basis(Whole):
    """The pay after the deductions of the tax table."""

    reference = "jp.withholding_basis"

    def formula(offer, period, parameters):
        law, pay = tables(parameters, period), offer("taxable", period)
        at = law.salary.slot(pay)
        left = pay + (-pay * law.salary.first.take(at)) // 100
        left -= law.salary.second.take(at)
        left -= law.basic.first.take(law.basic.slot(pay))
        return np.maximum(left, 0, out=left)


class income_tax(Whole):
    """The income tax withheld, to the nearest ten yen."""

    reference = "jp.income_tax"

    def formula(offer, period, parameters):
        law, pay = tables(parameters, period), offer("withholding_basis", period)
        at = law.tax.slot(pay)
        tax = pay * law.tax.first.take(at) - law.tax.second.take(at) * 100000
        tax = 10 * ((tax + 500000) // 1000000)
        return np.maximum(tax, 0, out=tax)


class charge_ceiling(Whole):
    """The ceiling of the sending charge."""

    reference = "vn.service_charge_ceiling"

    def formula(offer, period, parameters):
        law = tables(parameters, period)
        scope = offer("programme", period) * 12 + offer("stage", period) * 4
        scope += offer("same_employer_again", period) * 2
        scope += offer("completed_titp", period)
        tenths = law.tenths_yearly.take(scope) * offer("contract_months", period)
        np.minimum(tenths, law.tenths_most.take(scope), out=tenths)
        tenths *= offer("pay_of_month", period)
        return tenths // 120


class charge_excess(Whole):
    """What is asked above that ceiling, in the currency of the charge."""

    reference = "vn.service_charge_excess"

    def formula(offer, period):
        divisor = offer("yen_den", period)
        own = offer("charge_ceiling", period) * offer("yen_num", period)
        own = np.floor((2 * own + divisor) / (2 * divisor))
        own -= offer("service_charge_before", period)
        left = offer("charge_amount", period) - np.maximum(own, 0, out=own)
        return np.maximum(left, 0, out=left)


def _charged_where(name, rule, says):
    def formula(offer, period, parameters):
        """The amount where the table of a choice says so, else nothing."""
        choice, table = says(tables(parameters, period))
        return offer("charge_amount", period) * table.take(offer(choice, period))

    return type(name, (Whole,), {"reference": rule, "formula": formula, "label": name})


CHARGED = [
    _charged_where("deposit_forbidden", "vn.deposit_forbidden", lambda law: ("programme", law.no_deposit)),
    _charged_where("air_ticket_on_worker", "vn.air_ticket_on_worker", lambda law: ("programme", law.ticket)),
    _charged_where("deposit_in_japan", "jp.deposit_forbidden", lambda law: ("programme", law.banned)),
    _charged_where("not_on_worker", "ilo.not_on_worker", lambda law: ("charge_kind", law.fee)),
    _charged_where("never", "ilo.never", lambda law: ("charge_kind", law.never)),
]


class brokerage_on_worker(Whole):
    """Broker money where none may be taken."""

    reference = "vn.brokerage_on_worker"

    def formula(offer, period, parameters):
        return offer("charge_amount", period) if tables(parameters, period).no_brokerage else 0


class rent_ceiling(Whole):
    """The ceiling of the rent of a technical intern."""

    reference = "vn.rent_ceiling"

    def formula(offer, period, parameters):
        ceiling = offer("pay_of_month", period) * tables(parameters, period).rent_percent // 100
        ceiling *= offer("programme", period) == Programme.titp.index
        return ceiling


class rent_excess(Whole):
    """The rent above that ceiling."""

    reference = "vn.rent_excess"

    def formula(offer, period):
        over = offer("rent", period) - offer("rent_ceiling", period)
        np.maximum(over, 0, out=over)
        over *= offer("programme", period) == Programme.titp.index
        return over


class esd_ceiling(Whole):
    """The ceiling of what the worker pays to the sending organisation, from April 2027."""

    reference = "jp.esd_ceiling"

    def formula_2027_04_01(offer, period, parameters):
        return tables(parameters, period).esd_months * offer("pay_of_month", period)


class esd_payment_excess(Whole):
    """What is paid above that ceiling."""

    reference = "jp.esd_payment_excess"

    def formula_2027_04_01(offer, period):
        return np.maximum(0, offer("sending_total_yen", period) - offer("esd_ceiling", period))


VARIABLES = [pay_of_month, gross, minimum_month, minimum_wage_shortfall, short_per_hour, health_standard,
             health_premium, child_levy, pension_premium, employment_premium, taxable, withholding_basis, income_tax,
             charge_ceiling, charge_excess, *CHARGED, brokerage_on_worker, rent_ceiling, rent_excess, esd_ceiling,
             esd_payment_excess]
