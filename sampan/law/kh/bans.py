"""What a sending agency in Cambodia may not take from an intern: kept money and penalties."""


@rule(judges="charge", breach="forbidden", when="charge_kind in ('deposit', 'collateral')")
def deposit_forbidden(charge_amount, deposit_ban) -> Money:
    """A sending agency may not keep money or property of the worker."""
    return charge_amount if deposit_ban == 1 else 0


@rule(judges="charge", breach="forbidden", when="charge_kind == 'penalty_bond'")
def penalty_forbidden(charge_amount, penalty_ban) -> Money:
    """A sending agency may not make a contract in which the worker pays a penalty."""
    return charge_amount if penalty_ban == 1 else 0
