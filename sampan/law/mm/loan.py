"""The ceiling on microfinance interest in Myanmar."""


@rule(judges="offer", breach="over", when="loan_lender == 'microfinance'")
def loan_rate_excess(loan_rate_num, loan_rate_den, microfinance_ceiling_percent) -> Number:
    """Microfinance may take at most this interest a year, one twelfth of it a month. The answer is the excess
    in thousandths of a percent a month."""
    over = loan_rate_num * 300000 - microfinance_ceiling_percent * 250 * loan_rate_den
    return up(max(0, over), 3 * loan_rate_den)
