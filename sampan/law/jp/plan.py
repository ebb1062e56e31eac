"""Pay for overtime in a plan."""


def plan_overtime_pay(
    base_pay, scheduled_hours, plan_overtime_hours, plan_overtime_percent, plan_over_60_percent
) -> JPY:
    """Pay for overtime of a month: the hourly part of the base pay with the premium of the law, which is higher beyond
    60 hours."""
    first = min(60, plan_overtime_hours)
    beyond = max(0, plan_overtime_hours - 60)
    percent = first * (100 + plan_overtime_percent) + beyond * (100 + plan_over_60_percent)
    return share(base_pay, percent, scheduled_hours * 100)
