"""The pay of an hour on a payslip: as agreed, at least the minimum wage, and for premiums.

An hour's pay is kept as whole yen and a rest in `8 * hour_parts` parts of a yen, so that nothing is rounded early.
"""


def minimum_hourly(minimum_wage) -> JPY:
    """The minimum wage of an hour in the prefecture on the day worked."""
    return minimum_wage


def allowances_in_premium(
    allowance_fixed, allowance_attendance, allowance_other, allowance_family, allowance_commuting,
    family_in_premium, commuting_in_premium
) -> JPY:
    """The allowances that count for premiums. Family and commuting allowances do not count."""
    family = allowance_family * family_in_premium if allowance_family > 0 else 0
    commuting = allowance_commuting * commuting_in_premium if allowance_commuting > 0 else 0
    return allowance_fixed + allowance_attendance + allowance_other + family + commuting


def hour_parts(wage_basis, allowances_in_premium, scheduled_minutes) -> Number:
    """The contracted minutes of a month, by which pay of a month is divided. Plain pay by the hour does not need them."""
    if wage_basis == "hour" and allowances_in_premium == 0:
        return 60
    return scheduled_minutes


def agreed_rate(wage_basis, pay_hour, pay_day, pay_month, hour_parts, pay_divided_by_hours) -> Number:
    """The agreed pay of an hour. Pay of a day is divided by eight hours, pay of a month by the contracted hours."""
    if wage_basis == "hour":
        return pay_hour * 8 * hour_parts
    if wage_basis == "day":
        return pay_day * hour_parts * pay_divided_by_hours
    return pay_month * 480 * pay_divided_by_hours


def lowest_rate(minimum_wage, hour_parts, allowance_fixed, fixed_in_minimum) -> Number:
    """What an hour must bring at least beside the fixed allowances. Other allowances do not count here."""
    fixed = allowance_fixed * 480 * fixed_in_minimum if allowance_fixed > 0 else 0
    return max(0, minimum_wage * 8 * hour_parts - fixed)


def base_rate(agreed_rate, lowest_rate) -> Number:
    """The pay of an hour as agreed, but at least the minimum wage."""
    return max(agreed_rate, lowest_rate)


def base_yen(base_rate, hour_parts) -> JPY:
    """The whole yen of an hour's pay."""
    return min(1000000, down(base_rate, 8 * hour_parts))


def base_rest(base_rate, base_yen, hour_parts) -> Number:
    """The rest of an hour's pay, in parts of a yen."""
    return max(0, min(357119, base_rate - base_yen * 8 * hour_parts))


def premium_rate(base_rate, allowances_in_premium) -> Number:
    """The pay of an hour on which premiums are counted: base pay and the allowances that count."""
    return base_rate + allowances_in_premium * 480


def premium_yen(premium_rate, hour_parts) -> JPY:
    """The whole yen of an hour's pay on which premiums are counted."""
    return min(1000000, down(premium_rate, 8 * hour_parts))


def premium_rest(premium_rate, premium_yen, hour_parts) -> Number:
    """The rest of an hour's pay on which premiums are counted, in parts of a yen."""
    return max(0, min(357119, premium_rate - premium_yen * 8 * hour_parts))


@rule(judges="payslip", breach="short")
def agreed_below_minimum(agreed_rate, lowest_rate, hour_parts) -> JPY:
    """The agreed pay of an hour may not be below the minimum wage. The amount is what is missing for one hour,
    rounded up. The minimum wage is due instead."""
    return up(max(0, lowest_rate - agreed_rate), 8 * hour_parts)
