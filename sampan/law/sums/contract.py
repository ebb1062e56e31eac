"""The money of a contract: each amount as the part of a month in yen, and the gap between two papers."""


def term_in_yen(term_basis, term_amount, term_hours, term_num, term_den) -> JPY:
    """An amount as money of one month in yen: pay by the hour times the contracted hours, pay by the day for days
    of eight hours."""
    if term_basis == "month":
        return share(term_amount, term_num, term_den)
    if term_basis == "hour":
        return share(term_amount * term_hours, term_num, term_den)
    return share(term_amount * term_hours, term_num, term_den * 8)


def contract_gap_month(gap_sum, gap_rest, gap_parts) -> JPY:
    """The gap of one month: pay that was promised and not signed, and costs that were signed and not promised."""
    return gap_sum + half_up(gap_rest, gap_parts)


def contract_gap_total(gap_sum, gap_rest, gap_parts, gap_months) -> JPY:
    """The gap over the whole contract: the gap of one month times the months of the contract."""
    return gap_sum * gap_months + half_up(gap_rest * gap_months, gap_parts)


@rule(judges="contract", breach="short", when="contract_term == 'none'")
def contract_short(contract_gap_month) -> JPY:
    """What you signed leaves you less money in a month than what you were promised."""
    return max(0, contract_gap_month)
