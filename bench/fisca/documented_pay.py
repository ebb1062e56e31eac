"""Pay, minimum wage, insurance and tax, as the OpenFisca documentation teaches it.

Amounts are `float` variables, tables of a choice are parameter nodes indexed by an Enum, bands are
single-amount scales. Each variable names in `reference` the rule that it stands for.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call,misc"
from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from bench.fisca.inputs import Offer, WageBasis


def half_up(x):
    """To the nearest whole, a half upwards."""
    return np.floor(x + 0.5)


def half_down(x):
    """To the nearest whole, a half downwards."""
    return np.ceil(x - 0.5)


class Amount(Variable):
    """An amount of money for one offer, on one day (core reads a variable's own attributes only)."""

    def __init_subclass__(cls):
        cls.value_type, cls.entity, cls.definition_period = float, Offer, DateUnit.DAY


class pay_of_month(Amount):
    """The pay of a month, for the contracted hours."""

    reference = "jp.base_pay"

    def formula(offer, period):
        basis, amount = offer("wage_basis", period), offer("wage_amount", period)
        hours = offer("scheduled_hours", period)
        return np.select([basis == WageBasis.hour, basis == WageBasis.month],
                         [amount * hours, amount], half_up(amount * hours / 8))


class gross(Amount):
    """That pay with all allowances."""

    reference = "jp.gross"

    def formula(offer, period):
        return offer("pay_of_month", period) + offer("allowance_total", period)


class minimum_month(Amount):
    """The minimum wage of a month."""

    reference = "jp.minimum_month"

    def formula(offer, period, parameters):
        hourly = parameters(period).jp.minimum_wage[offer("prefecture", period)]
        return hourly * offer("scheduled_hours", period)


class minimum_wage_shortfall(Amount):
    """What the pay lacks to the minimum wage."""

    reference = "jp.minimum_wage_shortfall"

    def formula(offer, period):
        gap = offer("minimum_month", period) - offer("pay_of_month", period) - offer("allowance_counted", period)
        unclear = offer("allowance_unclear", period)
        within = np.where(offer("allowance_other_counts", period), 0, gap)
        return np.select([gap <= 0, gap > unclear], [0, gap - unclear], within)


class short_per_hour(Amount):
    """That, for each contracted hour."""

    reference = "jp.short_per_hour"

    def formula(offer, period):
        return np.ceil(offer("minimum_wage_shortfall", period) / offer("scheduled_hours", period))


class health_premium(Amount):
    """The worker's half of the health insurance premium."""

    reference = "jp.health_premium"

    def formula(offer, period, parameters):
        law = parameters(period).jp
        standard = law.health_standard.calc(offer("gross", period))
        return half_down(standard * law.health_rate[offer("prefecture", period)] / 20000)


class child_levy(Amount):
    """The worker's half of the child support levy, from April 2026."""

    reference = "jp.child_levy"

    def formula_2026_04_01(offer, period, parameters):
        law = parameters(period).jp
        return half_down(law.health_standard.calc(offer("gross", period)) * law.child_levy_rate / 20000)


class pension_premium(Amount):
    """The worker's half of the pension premium."""

    reference = "jp.pension_premium"

    def formula(offer, period, parameters):
        law = parameters(period).jp
        return half_down(law.pension_standard.calc(offer("gross", period)) * law.pension_rate / 20000)


class employment_premium(Amount):
    """The worker's share of employment insurance."""

    reference = "jp.employment_premium"

    def formula(offer, period, parameters):
        rate = parameters(period).jp.employment_rate[offer("field", period)]
        return half_down(offer("gross", period) * rate / 10000)


class taxable(Amount):
    """The pay after social insurance."""

    reference = "jp.taxable"

    def formula(offer, period):
        premiums = ("health_premium", "child_levy", "pension_premium", "employment_premium")
        return np.maximum(0, offer("gross", period) - sum(offer(p, period) for p in premiums))


class withholding_basis(Amount):
    """The pay after the deductions of the tax table."""

    reference = "jp.withholding_basis"

    def formula(offer, period, parameters):
        law, pay = parameters(period).jp, offer("taxable", period)
        salary = np.ceil(pay * law.withholding_rate1.calc(pay) / 100) + law.withholding_constant1.calc(pay)
        return np.maximum(0, pay - salary - law.withholding_basic.calc(pay))


class income_tax(Amount):
    """The income tax withheld, to the nearest ten yen."""

    reference = "jp.income_tax"

    def formula(offer, period, parameters):
        law, pay = parameters(period).jp, offer("withholding_basis", period)
        tax = pay * law.withholding_rate4.calc(pay) / 100000 - law.withholding_constant4.calc(pay)
        return np.maximum(0, 10 * half_up(tax / 10))


VARIABLES = [pay_of_month, gross, minimum_month, minimum_wage_shortfall, short_per_hour, health_premium, child_levy,
             pension_premium, employment_premium, taxable, withholding_basis, income_tax]
