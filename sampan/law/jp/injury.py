"""Work injury: average wage, what the employer and the insurance pay, and until when to ask."""


def average_plain(wages_three_months, calendar_days, average_pay_percent, average_parts) -> Number:
    """The pay of the three months before, shared by all days of these months, in hundredths of a yen."""
    return down(wages_three_months * average_pay_percent * average_parts, calendar_days * 100)


def average_floor(wages_three_months, days_worked, average_floor_percent, average_parts) -> Number:
    """For hourly or daily pay: sixty percent of the pay shared by the days worked, in hundredths of a yen."""
    return down(wages_three_months * average_floor_percent * average_parts, days_worked * 100)


def average_daily(floor_told, average_basis, average_plain, average_floor, average_without_floor) -> Number:
    """The average wage a day, in hundredths of a yen. For hourly or daily pay it is never below its floor."""
    if floor_told == 0:
        return average_plain * average_without_floor
    return average_plain if average_basis == "month" else max(average_plain, average_floor)


def base_plain(average_daily, average_parts, base_step) -> JPY:
    """The average wage rounded up to the yen."""
    return up(average_daily, average_parts * base_step) * base_step


def base_daily(base_plain, minimum_daily) -> JPY:
    """The base daily amount of the insurance: the average wage rounded up, and at least the smallest amount."""
    return max(base_plain, minimum_daily)


def employer_days(average_daily, days_absent, employer_percent, waiting_days, average_parts, payment_step) -> JPY:
    """The employer pays sixty percent of the average wage for the first three days off. The insurance does not pay
    these days."""
    part = average_daily * employer_percent * min(days_absent, waiting_days)
    return half_up(part, 100 * average_parts * payment_step) * payment_step


def insurance_days(days_absent, waiting_days) -> Number:
    """The days without pay that the insurance pays: from the fourth day on."""
    return max(0, days_absent - waiting_days)


def insurance_daily(base_daily, insurance_percent, benefit_step) -> JPY:
    """The insurance pays sixty percent of the base daily amount for each day, without the fraction of a yen."""
    return down(base_daily * insurance_percent, 100 * benefit_step) * benefit_step


def special_daily(base_daily, special_percent, benefit_step) -> JPY:
    """The special payment adds twenty percent of the base daily amount for each day, without the fraction."""
    return down(base_daily * special_percent, 100 * benefit_step) * benefit_step


def injury_compensation(insurance_daily, special_daily, insurance_days) -> JPY:
    """Insurance pay and special payment together, for all days from the fourth on."""
    return (insurance_daily + special_daily) * insurance_days


def injury_compensation_at_least(
    base_plain, insurance_percent, special_percent, benefit_step, insurance_days
) -> JPY:
    """What the insurance pays at least, when the smallest base daily amount of that year is not known."""
    insurance = down(base_plain * insurance_percent, 100 * benefit_step) * benefit_step
    special = down(base_plain * special_percent, 100 * benefit_step) * benefit_step
    return (insurance + special) * insurance_days


def treatment_you_pay(treatment_yen) -> JPY:
    """Treatment of a work injury is free: the insurance pays all of it."""
    return treatment_yen


def first_day_off(absent_from_told, absent_from, injured) -> Date:
    """The first day off work. When it was not told, the day of the accident is taken."""
    return absent_from if absent_from_told == 1 else injured


# The right to insurance pay arises for each unpaid day by itself (WCI art. 14(1), 42(1)). Days 1 to 3 are the
# employer's, so the first day claimed from the insurance is day 4. Its right can be used from that day. Periods follow
# the Civil Code (WCI art. 43): the first day is not counted, so two years run from the day after day 4 and end on the
# day before the same date; where the last month has no such date, on its last day (art. 140, 143(2)). Day 1 is the
# first day off: 2026-03-02 gives day 4 = 2026-03-05, two years from 2026-03-06, and the limit 2028-03-05.
def temporary_claim_by(first_day_off, waiting_days, insurance_limit_months) -> Date:
    """The last day to ask for the first day that the insurance pays, which is the fourth day off. Each later day has
    its own limit, one day later."""
    day = first_day_off + waiting_days
    return max(months_after(day + 1, insurance_limit_months) - 1, months_after(day, insurance_limit_months))


# The same way of counting: fixed on 2026-10-10, five years run from 2026-10-11 and end on 2031-10-10.
def disability_claim_by(fixed_on, disability_limit_months) -> Date:
    """The last day to ask for a disability payment. The time runs from the day a doctor says that the condition will
    not change any more, never from the accident."""
    return max(months_after(fixed_on + 1, disability_limit_months) - 1, months_after(fixed_on, disability_limit_months))


def injury_barred_to(first_day_off, days_absent, bar_days) -> Date:
    """The employer may not dismiss you while you are off work for the injury, nor in the thirty days after."""
    return first_day_off + days_absent - 1 + bar_days
