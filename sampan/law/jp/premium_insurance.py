"""The worker's half of insurance on a payslip: the rules of take-home pay, for those who are insured.

`gross` is the pay of the month as it was paid.
"""


def slip_health(insured_health, health_premium) -> JPY:
    """Your half of health insurance. Who is not insured pays none."""
    return 0 if insured_health == 0 else health_premium


def care_premium(gross, health_standard, care_rate) -> JPY:
    """The worker pays half of the care insurance premium. A fraction of 0.50 yen or less is dropped."""
    return half_down(health_standard(gross) * care_rate, 20000)


def slip_care(insured_health, age, care_premium) -> JPY:
    """Your half of care insurance, from 40 to 64 years of age."""
    if insured_health == 0 or age < 40 or age > 64:
        return 0
    return care_premium


def slip_levy(insured_health, child_levy) -> JPY:
    """Your half of the child support levy, which is taken with health insurance."""
    return 0 if insured_health == 0 else child_levy


def slip_pension(insured_pension, pension_premium) -> JPY:
    """Your half of the employees' pension. Who is not insured pays none."""
    return 0 if insured_pension == 0 else pension_premium


def slip_employment(insured_employment, employment_premium) -> JPY:
    """Your share of employment insurance. Who is not insured pays none."""
    return 0 if insured_employment == 0 else employment_premium


def slip_taxed(gross, slip_health, slip_care, slip_levy, slip_pension, slip_employment) -> JPY:
    """The month's pay after social insurance; income tax is worked out from it."""
    return max(0, gross - slip_health - slip_care - slip_levy - slip_pension - slip_employment)
