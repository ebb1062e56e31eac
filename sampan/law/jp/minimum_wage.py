"""Minimum wage: whether the pay for the contracted hours reaches it."""


def minimum_month(minimum_wage, scheduled_hours) -> JPY:
    """The minimum wage of a month: the hourly amount of the prefecture times the contracted hours."""
    return minimum_wage * scheduled_hours


@rule(judges="offer", breach="short")
def minimum_wage_shortfall(minimum_month, base_pay, allowance_counted, allowance_unclear, allowance_other_counts) -> JPY:
    """The pay for the contracted hours may not be below the minimum wage of the prefecture."""
    gap = minimum_month - base_pay - allowance_counted
    # Allowances of kind "other" may or may not count: short in any case, enough in any case, or unknown.
    if gap <= 0:
        return 0
    if gap > allowance_unclear:
        return gap - allowance_unclear
    return 0 if allowance_other_counts else gap


def short_per_hour(minimum_wage_shortfall, scheduled_hours) -> JPY:
    """What is missing for each contracted hour, rounded up to the yen."""
    return up(minimum_wage_shortfall, scheduled_hours)
