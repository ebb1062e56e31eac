"""Take-home pay of an offer: the worker's half of insurance and the income tax, in the month of entry."""


def health_premium(gross, health_standard, health_rate) -> JPY:
    """The worker pays half of the health insurance premium. A fraction of 0.50 yen or less is dropped."""
    return half_down(health_standard(gross) * health_rate, 20000)


def child_levy(insured_on, gross, health_standard, child_levy_rate) -> JPY:
    """The worker pays half of the child support levy. There is no levy before April 2026."""
    if insured_on < date(2026, 4, 1):
        return 0
    return half_down(health_standard(gross) * child_levy_rate, 20000)


def pension_premium(gross, pension_standard, pension_rate) -> JPY:
    """The worker pays half of the pension premium. A fraction of 0.50 yen or less is dropped."""
    return half_down(pension_standard(gross) * pension_rate, 20000)


def employment_premium(gross, employment_rate) -> JPY:
    """The worker's share of employment insurance. A fraction of 0.50 yen or less is dropped."""
    return half_down(gross * employment_rate, 10000)


def taxable(gross, health_premium, child_levy, pension_premium, employment_premium) -> JPY:
    """The month's pay after social insurance; income tax is worked out from it."""
    return max(0, gross - health_premium - child_levy - pension_premium - employment_premium)


def withholding_basis(taxable, withholding_rate1, withholding_constant1, withholding_basic) -> JPY:
    """The pay after the deduction from salary income and the basic deduction, never below zero."""
    salary_deduction = up(taxable * withholding_rate1(taxable), 100) + withholding_constant1(taxable)
    return max(0, taxable - salary_deduction - withholding_basic(taxable))


def income_tax(withholding_basis, withholding_rate4, withholding_constant4) -> JPY:
    """The income tax withheld from a month's pay of a resident without dependants, to the nearest 10 yen."""
    # Worked in millions of yen and a rest, so that every product stays small. It is exact: the tax on
    # a whole million is a multiple of ten yen.
    rate = withholding_rate4(withholding_basis)
    millions = down(withholding_basis, 1000000)
    rest = max(0, min(999999, withholding_basis - millions * 1000000))
    rest_tax = rest * rate - withholding_constant4(withholding_basis) * 100000
    return max(0, 10 * millions * rate + to_ten(rest_tax, 100000))
