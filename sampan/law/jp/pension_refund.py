"""The lump sum of the pension for people who leave Japan: amount, tax, and until when to ask for both."""


def refund_counted(refund_months, refund_cap) -> Number:
    """The months that count. There is a cap; months beyond it are not paid."""
    return min(refund_months, refund_cap)


def refund_lost(refund_months, refund_counted) -> Number:
    """Months beyond the cap. They are not paid, and they are erased too."""
    return refund_months - refund_counted


def months_to_pension(refund_months, pension_months) -> Number:
    """The months that are still lacking for a pension of Japan, as long as nothing is erased."""
    return max(0, pension_months - refund_months)


def lump_sum_open(refund_months, refund_least, pension_months) -> Flag:
    """The lump sum is for people with at least six months and less than ten years."""
    return 1 if refund_months >= refund_least and refund_months < pension_months else 0


def refund_times(refund_counted, refund_rate) -> Number:
    """The rate of the table for the months that count, in tenths of the average pay."""
    return refund_rate(refund_counted)


def refund_national(refund_counted, national_lump_sum) -> JPY:
    """The amount of the National Pension's table for the months that count."""
    return national_lump_sum(refund_counted)


def lump_sum(lump_sum_open, refund_scheme, refund_average, refund_times, refund_national) -> JPY:
    """The lump sum. In the employees' pension it is the average pay times a rate that grows with the months. In
    the National Pension it is an amount that grows with the months."""
    if lump_sum_open == 0:
        return 0
    if refund_scheme == 'national':
        return refund_national
    return half_up(refund_average * refund_times, 10)


def lump_sum_eight_years(
    lump_sum_open, refund_counted, refund_months, refund_scheme, refund_average, national_premium, pending_cap,
    pending_premium_rate,
) -> JPY:
    """The lump sum if the cap of eight years held. It has no start day yet."""
    if lump_sum_open == 0:
        return 0
    number = 6 * down(min(refund_months, pending_cap), 6)
    if refund_scheme == 'national':
        return half_up(national_premium(refund_counted) * number, 2)
    return half_up(refund_average * half_up(pending_premium_rate * number, 200), 10)


def lump_sum_tax(lump_sum, refund_tax_rate) -> JPY:
    """The tax that is taken before the lump sum is paid."""
    return 0 if lump_sum == 0 else down(lump_sum * refund_tax_rate, 10000)


def lump_sum_paid(lump_sum, lump_sum_tax) -> JPY:
    """What is paid into your account."""
    return max(0, lump_sum - lump_sum_tax)


def retirement_deduction(refund_months, retirement_deduction_a_year, retirement_deduction_least) -> JPY:
    """What a resident may get as retirement pay without tax: an amount for each year that was begun."""
    return max(retirement_deduction_least, retirement_deduction_a_year * up(refund_months, 12))


def refundable_tax(lump_sum, lump_sum_tax, retirement_deduction, refund_resident_tax) -> JPY:
    """The tax that comes back with a tax return: all of it when the lump sum is not above the deduction."""
    if lump_sum_tax == 0:
        return 0
    if lump_sum <= retirement_deduction:
        return lump_sum_tax
    return max(0, lump_sum_tax - refund_resident_tax)


def agent_fee(fee_is_share, fee_yen, fee_num, fee_den, lump_sum) -> JPY:
    """What the agent asks. A share is counted from the lump sum before tax."""
    return min(lump_sum, share(lump_sum, fee_num, fee_den)) if fee_is_share == 1 else fee_yen


def left_after_fee(lump_sum_paid, agent_fee) -> JPY:
    """What is left of the payment when the agent is paid."""
    return lump_sum_paid - agent_fee


def left_with_free_help(lump_sum_paid, refundable_tax) -> JPY:
    """What you get without an agent: the payment and the tax that comes back."""
    return lump_sum_paid + refundable_tax


# The count begins on the first day without an address in Japan, and that day is day 1. Who leaves on a day has the
# address still on that day, so day 1 is the day after. Two years from day 1 end on the day before the same date two
# years later; from 29 February they end on the last day of February (Civil Code, article 143(2)), which `max` sees to.
def refund_claim_by(address_until, claim_months) -> Date:
    """The lump sum can be claimed until two years have passed, counted from the first day without an address in
    Japan."""
    return max(months_after(address_until, claim_months), months_after(address_until + 1, claim_months) - 1)


def refund_return_by(left_japan, return_years) -> Date:
    """The tax return can be filed until the end of the fifth year after the year of the payment."""
    return months_after(year_start(left_japan), 12 * (return_years + 1)) - 1


@rule(judges="pension_refund", breach="not_verified", when="moved_out == 0")
def refund_with_address(lump_sum_open) -> Flag:
    """Without the move-out notice you may still have an address in Japan in the records. Then nothing is paid, and
    the two years do not run yet."""
    return lump_sum_open
