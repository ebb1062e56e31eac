"""Loans in equal payments. The payment is p = P*i/(1-(1+i)^-n), exact, rounded once."""


def loan_payment(loan_principal, loan_rate_num, loan_rate_den, loan_payments) -> loan:
    """The equal payment of each period, in the currency of the loan."""
    return level_payment(loan_principal, loan_rate_num, loan_rate_den, loan_payments, 1, 1)


def loan_payment_yen(
    loan_principal, loan_rate_num, loan_rate_den, loan_payments, loan_yen_num, loan_yen_den
) -> JPY:
    """The equal payment of each period, in yen."""
    return level_payment(loan_principal, loan_rate_num, loan_rate_den, loan_payments, loan_yen_num, loan_yen_den)


def loan_interest(loan_principal, loan_rate_num, loan_rate_den, loan_payments) -> loan:
    """All payments together, less the sum borrowed, in the currency of the loan."""
    return level_payment(loan_principal, loan_rate_num, loan_rate_den, loan_payments, loan_payments, 1) - loan_principal
