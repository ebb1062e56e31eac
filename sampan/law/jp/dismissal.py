"""Dismissal: notice or pay for it, times in which nobody may be dismissed, and reasons."""


def notice_needed(
    notice_kind_told, notice_kind, work_began, last_day, day_labour_months, short_term_months, seasonal_months, trial_days
) -> Flag:
    """Notice is due, except for day labour, short and seasonal contracts and trial time, as long as they are short."""
    if notice_kind_told == 0:
        return 1 if trial_days > 0 else 0
    if notice_kind == "regular":
        return 1
    if notice_kind == "day_labour":
        return 1 if last_day >= months_after(work_began, day_labour_months) else 0
    if notice_kind == "two_months":
        return 1 if last_day >= months_after(work_began, short_term_months) else 0
    if notice_kind == "seasonal":
        return 1 if last_day >= months_after(work_began, seasonal_months) else 0
    return 1 if last_day >= work_began + trial_days else 0


def notice_had(notice_given, last_day) -> Number:
    """The days of notice: from the day after the notice to the last day."""
    return max(0, last_day - notice_given)


def notice_lacking(notice_needed, notice_had, notice_days) -> Number:
    """The days of notice that are lacking."""
    return max(0, notice_days - notice_had) if notice_needed == 1 else 0


@rule(judges="leaving", breach="short", when="dismissed == 1")
def dismissal_notice_short(notice_lacking) -> Number:
    """Who dismisses you must tell you thirty days before, or pay the average wage for each day that is lacking."""
    return notice_lacking


def notice_allowance(notice_lacking, average_daily, average_parts, payment_step) -> JPY:
    """The average wage for each day of notice that is lacking."""
    return half_up(average_daily * notice_lacking, average_parts * payment_step) * payment_step


def dismissal_notice_ends(notice_given, notice_days) -> Date:
    """The first day on which a dismissal with this notice may end the job, unless days are paid."""
    return notice_given + notice_days


@rule(judges="leaving", breach="forbidden", when="dismissed == 1")
def dismissal_barred(last_day, off_from, off_to, off_ended, bar_days) -> Flag:
    """Nobody may be dismissed during leave for a work injury or maternity leave, nor in the thirty days after."""
    if last_day < off_from:
        return 0
    if off_ended == 0:
        return 1 if bar_days > 0 else 0
    return 1 if last_day <= off_to + bar_days else 0


@rule(judges="leaving", breach="not_verified", when="dismissed == 1 and fixed_term == 1")
def dismissal_before_end(last_day, contract_end, fixed_term_reason) -> Flag:
    """Before the end of a fixed term the employer may dismiss you only for a reason that cannot be avoided."""
    return 1 if fixed_term_reason == 1 and last_day < contract_end else 0


@rule(judges="leaving", breach="not_verified", when="dismissed == 1 and reason_told == 0")
def dismissal_without_reason(grounds_needed) -> Flag:
    """A dismissal without good grounds is void. Ask the employer for the reason in writing."""
    return 1 if grounds_needed == 1 else 0
