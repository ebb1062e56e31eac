"""The state advance of unpaid wages when the employer cannot pay any more."""


def state_advance(unpaid_wages, leaving_age, advance_percent, advance_least, advance_counted) -> JPY:
    """The state pays eighty percent of the unpaid wages, up to a sum by age. Nothing is paid below 20,000 yen."""
    if unpaid_wages < advance_least:
        return 0
    return down(min(unpaid_wages, advance_counted(leaving_age)) * advance_percent, 100)


# The six months and the two years run from the day after; they end on the day before the same date, or on the last day
# of a month that has no such date (Civil Code art. 143(2)).
def advance_confirm_by(last_day, confirm_months) -> Date:
    """The last day to ask the Labour Standards Inspection Office to confirm that the employer has stopped."""
    return max(months_after(last_day + 1, confirm_months) - 1, months_after(last_day, confirm_months))


def advance_claim_by(decision_on, advance_months) -> Date:
    """The last day to ask for the advance: two years after the decision of the court or the confirmation."""
    return max(months_after(decision_on + 1, advance_months) - 1, months_after(decision_on, advance_months))
