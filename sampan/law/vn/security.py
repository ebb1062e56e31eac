"""Security that may not be asked of the worker (Law 69/2020, article 7(10))."""


@rule(judges="charge", breach="forbidden", when="charge_kind in ('penalty_bond', 'collateral')")
def security_forbidden(charge_amount, security_banned) -> Money:
    """No security may be taken from the worker: no penalty bond, no land papers, no identity papers."""
    return charge_amount if security_banned == 1 else 0
