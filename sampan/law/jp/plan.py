"""Pay for overtime in a plan."""


def plan_overtime_pay(
    base_pay, scheduled_hours, plan_overtime_hours, overtime_percent, over_60_percent, long_overtime_hours
) -> JPY:
    """Pay for overtime of a month: the hourly part of the base pay with the premium of the law, which is higher beyond
    60 hours."""
    first = min(long_overtime_hours, plan_overtime_hours)
    beyond = max(0, plan_overtime_hours - long_overtime_hours)
    return share(base_pay, first * overtime_percent + beyond * over_60_percent, scheduled_hours * 100)


def plan_overtime_over_limit(plan_overtime_hours, hours_rules_apply, overtime_month_hours) -> Number:
    """Overtime is limited in a month: without a special written agreement it may not be as long as in this plan."""
    if hours_rules_apply == 0 or overtime_month_hours == 0:
        return 0
    return max(0, plan_overtime_hours - overtime_month_hours)
