"""What a payslip owes: each kind of hours, their sum with one rounding, what was paid, what is missing."""


def day_parts(split_of) -> Number:
    """The parts of a yen in which the worth of hours is summed, times the days over which hours are spread."""
    return 6000 * split_of


def due_base(sum_base, sum_base_rest, hour_parts, day_parts) -> JPY:
    """What is due for the regular hours, at the agreed pay but at least the minimum wage."""
    yen = down(sum_base, day_parts)
    left = max(0, min(185999, sum_base - yen * day_parts))
    return yen + half_up(left * 8 * hour_parts + sum_base_rest, 8 * hour_parts * day_parts)


def due_overtime(sum_overtime, sum_overtime_rest, hour_parts, day_parts) -> JPY:
    """What is due for overtime within 60 hours of the month."""
    yen = down(sum_overtime, day_parts)
    left = max(0, min(185999, sum_overtime - yen * day_parts))
    return yen + half_up(left * 8 * hour_parts + sum_overtime_rest, 8 * hour_parts * day_parts)


def due_over_60(sum_over_60, sum_over_60_rest, hour_parts, day_parts) -> JPY:
    """What is due for overtime beyond 60 hours of the month."""
    yen = down(sum_over_60, day_parts)
    left = max(0, min(185999, sum_over_60 - yen * day_parts))
    return yen + half_up(left * 8 * hour_parts + sum_over_60_rest, 8 * hour_parts * day_parts)


def due_night(sum_night, sum_night_rest, hour_parts, day_parts) -> JPY:
    """The premium due for work between 22:00 and 5:00, on top of other pay."""
    yen = down(sum_night, day_parts)
    left = max(0, min(185999, sum_night - yen * day_parts))
    return yen + half_up(left * 8 * hour_parts + sum_night_rest, 8 * hour_parts * day_parts)


def due_holiday(sum_holiday, sum_holiday_rest, hour_parts, day_parts) -> JPY:
    """What is due for work on the legal rest day."""
    yen = down(sum_holiday, day_parts)
    left = max(0, min(185999, sum_holiday - yen * day_parts))
    return yen + half_up(left * 8 * hour_parts + sum_holiday_rest, 8 * hour_parts * day_parts)


def allowances_agreed(
    allowance_fixed, allowance_attendance, allowance_other, allowance_family, allowance_commuting
) -> JPY:
    """All allowances of the month, as agreed."""
    return allowance_fixed + allowance_attendance + allowance_other + allowance_family + allowance_commuting


def hours_worth(sum_base, sum_overtime, sum_over_60, sum_night, sum_holiday) -> Number:
    """The worth of all hours of the month, not rounded."""
    return min(240000000000000, sum_base + sum_overtime + sum_over_60 + sum_night + sum_holiday)


def hours_worth_rest(sum_base_rest, sum_overtime_rest, sum_over_60_rest, sum_night_rest, sum_holiday_rest) -> Number:
    """The rest beside the worth of all hours."""
    return sum_base_rest + sum_overtime_rest + sum_over_60_rest + sum_night_rest + sum_holiday_rest


def due_for_hours(hours_worth, hours_worth_rest, hour_parts, day_parts) -> JPY:
    """What is due for all hours of the month. It is rounded once, half a yen up."""
    yen = down(hours_worth, day_parts)
    left = max(0, min(185999, hours_worth - yen * day_parts))
    return yen + half_up(left * 8 * hour_parts + hours_worth_rest, 8 * hour_parts * day_parts)


def payslip_due(due_for_hours, allowances_agreed) -> JPY:
    """What is due for the month: all hours with their premiums, and the allowances agreed."""
    return due_for_hours + allowances_agreed


def payslip_paid(paid_for_hours, paid_allowances, allowances_agreed) -> JPY:
    """What was paid and counts: base, overtime, night and holiday pay, and allowances as far as they were agreed."""
    return paid_for_hours + min(paid_allowances, allowances_agreed)


@rule(judges="payslip", breach="short")
def payslip_short(payslip_due, payslip_paid) -> JPY:
    """Pay may not be below what the law and the contract give for the hours worked."""
    return max(0, payslip_due - payslip_paid)


def short_all(payslip_short, months_short, people) -> JPY:
    """What is missing for all the equal months and all the people together."""
    return share(payslip_short, months_short * people, 1)


def wage_claim_by(payday, wage_claim_months) -> Date:
    """The last day to claim this pay. After it the employer may refuse."""
    return max(months_after(payday + 1, wage_claim_months) - 1, months_after(payday, wage_claim_months))


@rule(judges="payslip", breach="over")
def overtime_total_excess(overtime_minutes, holiday_minutes, hours_rules_apply, overtime_total_hours) -> Number:
    """Overtime and rest-day work of a month must stay below 100 hours, even with a special agreement.
    The figure is in minutes."""
    if overtime_minutes + holiday_minutes == 0 or hours_rules_apply == 0 or overtime_total_hours == 0:
        return 0
    return max(0, overtime_minutes + holiday_minutes + 1 - overtime_total_hours * 60)


@rule(judges="payslip", breach="not_verified")
def overtime_month_excess(overtime_minutes, hours_rules_apply, overtime_month_hours) -> Number:
    """More than 45 hours of overtime in a month need a special written agreement, at most six times a year.
    One payslip does not show whether there is one. The figure is in minutes."""
    if overtime_minutes == 0 or hours_rules_apply == 0 or overtime_month_hours == 0:
        return 0
    return max(0, overtime_minutes - overtime_month_hours * 60)
