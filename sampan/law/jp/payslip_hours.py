"""What the hours of a payslip are worth, exactly: in 1/6000 yen, and the rest beside it.

Minutes times percent times yen an hour, with 60 minutes and 100 percent, gives 1/6000 yen.
"""


def overtime_up_to(overtime_minutes, overtime_earlier, long_overtime_hours) -> Number:
    """The minutes of overtime within the first 60 hours of the month."""
    if overtime_minutes == 0:
        return 0
    return max(0, min(overtime_minutes, long_overtime_hours * 60 - overtime_earlier))


def overtime_beyond(overtime_minutes, overtime_up_to) -> Number:
    """The minutes of overtime beyond the first 60 hours of the month."""
    return max(0, overtime_minutes - overtime_up_to)


def overtime_percent(hours_rules_apply, overtime_rate) -> Number:
    """Overtime in percent of an hour's pay. Farming and fishing are outside the rules on hours."""
    return overtime_rate if hours_rules_apply == 1 else 100


def over_60_percent(hours_rules_apply, over_60_rate) -> Number:
    """Overtime beyond 60 hours in percent of an hour's pay. Small firms owe the higher rate from April 2023."""
    return over_60_rate if hours_rules_apply == 1 else 100


def holiday_percent(hours_rules_apply, holiday_rate) -> Number:
    """Work on the legal rest day in percent of an hour's pay."""
    return holiday_rate if hours_rules_apply == 1 else 100


def regular_worth(regular_minutes, base_yen) -> Number:
    """Regular hours at the pay of an hour, in 1/6000 yen."""
    return regular_minutes * 100 * base_yen


def regular_worth_rest(regular_minutes, base_rest) -> Number:
    """The rest beside the worth of regular hours."""
    return regular_minutes * 100 * base_rest


def overtime_worth(overtime_up_to, overtime_percent, premium_yen) -> Number:
    """Overtime within 60 hours, in 1/6000 yen."""
    return 0 if overtime_up_to == 0 else overtime_up_to * overtime_percent * premium_yen


def overtime_worth_rest(overtime_up_to, overtime_percent, premium_rest) -> Number:
    """The rest beside the worth of overtime within 60 hours."""
    return 0 if overtime_up_to == 0 else overtime_up_to * overtime_percent * premium_rest


def over_60_worth(overtime_beyond, over_60_percent, premium_yen) -> Number:
    """Overtime beyond 60 hours, in 1/6000 yen."""
    return 0 if overtime_beyond == 0 else overtime_beyond * over_60_percent * premium_yen


def over_60_worth_rest(overtime_beyond, over_60_percent, premium_rest) -> Number:
    """The rest beside the worth of overtime beyond 60 hours."""
    return 0 if overtime_beyond == 0 else overtime_beyond * over_60_percent * premium_rest


def night_worth(night_minutes, night_rate, premium_yen) -> Number:
    """The premium for night hours, on top of other pay, in 1/6000 yen."""
    return 0 if night_minutes == 0 else night_minutes * night_rate * premium_yen


def night_worth_rest(night_minutes, night_rate, premium_rest) -> Number:
    """The rest beside the worth of night hours."""
    return 0 if night_minutes == 0 else night_minutes * night_rate * premium_rest


def holiday_worth(holiday_minutes, holiday_percent, premium_yen) -> Number:
    """Hours on the legal rest day, in 1/6000 yen."""
    return 0 if holiday_minutes == 0 else holiday_minutes * holiday_percent * premium_yen


def holiday_worth_rest(holiday_minutes, holiday_percent, premium_rest) -> Number:
    """The rest beside the worth of hours on the legal rest day."""
    return 0 if holiday_minutes == 0 else holiday_minutes * holiday_percent * premium_rest
