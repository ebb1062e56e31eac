"""Yearly paid leave: days due by length of service, days left, and until when they may be used."""


def service_band(hired, leave_on) -> Number:
    """The months of service that count: six months, then a year more for each further year."""
    if leave_on < months_after(hired, 6):
        return 0
    if leave_on < months_after(hired, 18):
        return 6
    if leave_on < months_after(hired, 30):
        return 18
    if leave_on < months_after(hired, 42):
        return 30
    if leave_on < months_after(hired, 54):
        return 42
    if leave_on < months_after(hired, 66):
        return 54
    return 66 if leave_on < months_after(hired, 78) else 78


def leave_by_schedule(
    service_band, days_a_week, hours_a_week, leave_full, leave_four, leave_three, leave_two, leave_one
) -> Number:
    """Who works five days or thirty hours a week gets the full days; who works less gets fewer."""
    if days_a_week >= 5 or hours_a_week >= 30:
        return leave_full(service_band)
    if days_a_week == 4:
        return leave_four(service_band)
    if days_a_week == 3:
        return leave_three(service_band)
    return leave_two(service_band) if days_a_week == 2 else leave_one(service_band)


def leave_due(leave_by_schedule, attendance) -> Number:
    """Paid leave of the last grant. It is due to who came to work on at least eighty percent of the working days."""
    if leave_by_schedule == 0:
        return 0
    return leave_by_schedule if attendance >= 8000 else 0


def leave_left(leave_due, leave_used) -> Number:
    """The days of the last grant that are not used yet."""
    return max(0, leave_due - leave_used)


# Days by 366 are the whole years, or one less: no year is longer.
def leave_years(hired, leave_on) -> Number:
    """The whole years, or one less, from the first grant to the day you ask about."""
    return down(max(0, leave_on - months_after(hired, 6)), 366)


def leave_granted(hired, leave_on, leave_years) -> Date:
    """The day of the last grant, or of the first one while it is still to come."""
    if leave_on < months_after(hired, 18 + 12 * leave_years):
        return months_after(hired, 6 + 12 * leave_years)
    return months_after(hired, 18 + 12 * leave_years)


def leave_use_by(leave_granted) -> Date:
    """Days of paid leave can be used for two years from the day they were granted."""
    return months_after(leave_granted, 24) - 1
