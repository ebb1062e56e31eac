"""Leave before and after birth, and the maternity allowance of the health insurance."""


def days_before(twins_told, twins, leave_before, leave_before_twins, one_child_taken) -> Number:
    """Leave before birth: six weeks, with twins or more fourteen weeks."""
    if twins_told == 0:
        return leave_before * one_child_taken
    return leave_before_twins if twins == 1 else leave_before


def maternity_leave_from(due, days_before) -> Date:
    """The first day of leave before birth. The due day counts as the last day before birth."""
    return due - days_before + 1


def maternity_leave_to(birth_on, leave_after) -> Date:
    """The last day of leave after birth."""
    return birth_on + leave_after


def maternity_barred_to(maternity_leave_to, bar_days) -> Date:
    """The employer may not dismiss you during maternity leave, nor in the thirty days after."""
    return maternity_leave_to + bar_days


def allowance_days_before(twins_told, twins, allowance_before, allowance_before_twins, one_child_taken) -> Number:
    """Days before birth for which the allowance is paid: 42, with twins or more 98."""
    if twins_told == 0:
        return allowance_before * one_child_taken
    return allowance_before_twins if twins == 1 else allowance_before


def allowance_from(due, birth_on, allowance_days_before) -> Date:
    """The first day of the allowance, counted back from the due day. When the child comes before that day, it is the
    day of birth."""
    return min(birth_on, due - allowance_days_before + 1)


def allowance_last(birth_on, allowance_after) -> Date:
    """The last day of the allowance: 56 days after birth."""
    return birth_on + allowance_after


def allowance_until(left_job_told, left_job, pregnancy_months, allowance_from, allowance_last, insured_year) -> Date:
    """When the job ends during leave, the allowance goes on for who was insured for one year without a break."""
    if left_job_told == 0:
        return allowance_last
    if left_job >= allowance_last:
        return allowance_last
    if left_job < allowance_from:
        return allowance_from - 1
    return allowance_last if pregnancy_months >= insured_year else left_job


def allowance_days(allowance_from, allowance_until) -> Number:
    """The days of leave for which the allowance is paid."""
    return max(0, allowance_until - allowance_from + 1)


def allowance_mean(
    pregnancy_months, pregnancy_standard, insurer_mean_told, insurer_mean, allowance_record, own_mean_taken
) -> JPY:
    """The monthly pay that counts: your own mean of twelve months. With fewer months of records, the lower of your own
    mean and that of all members of the insurer."""
    if pregnancy_months >= allowance_record:
        return pregnancy_standard
    if insurer_mean_told == 1:
        return min(pregnancy_standard, insurer_mean)
    return pregnancy_standard * own_mean_taken


def maternity_allowance_daily(allowance_mean, allowance_month, allowance_num, allowance_den) -> JPY:
    """The allowance a day: a thirtieth of the monthly pay to the nearest ten yen, and two thirds of it to the
    nearest yen."""
    return half_up(to_ten(allowance_mean, allowance_month) * allowance_num, allowance_den)


def maternity_allowance_total(maternity_allowance_daily, allowance_days) -> JPY:
    """The maternity allowance for the whole leave."""
    return maternity_allowance_daily * allowance_days
