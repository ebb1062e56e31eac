"""Pay as the offer states it, for one month of contracted hours."""


def base_pay(wage_basis, wage_amount, scheduled_hours) -> JPY:
    """The base pay of a month, for the contracted hours.
    For pay by the day, days of eight hours are assumed."""
    if wage_basis == "hour":
        return wage_amount * scheduled_hours
    if wage_basis == "month":
        return wage_amount
    return half_up(wage_amount * scheduled_hours, 8)


def gross(base_pay, allowance_total) -> JPY:
    """The gross pay of a month is the base pay and all allowances."""
    return base_pay + allowance_total
