"""What nobody may take from a worker: deposits, penalties, forced savings, supervising fees."""


@rule(judges="charge", breach="forbidden", when="charge_kind in ('deposit', 'collateral')")
def deposit_forbidden(charge_amount, deposit_ban) -> Money:
    """Money or property of the worker or the family may not be held, whatever name is given to it."""
    return charge_amount if deposit_ban == 1 else 0


@rule(judges="charge", breach="forbidden", when="charge_kind == 'penalty_bond'")
def penalty_forbidden(charge_amount, penalty_ban) -> Money:
    """Nobody may make the worker pay a penalty, or fix damages before any damage has happened."""
    return charge_amount if penalty_ban == 1 else 0


@rule(
    judges="charge", breach="not_on_worker",
    when="programme == 'titp' and charge_paid_to == 'supervising_organisation'",
)
def supervising_fee_on_worker(charge_amount, supervision_fee_ban) -> Money:
    """The supervising organisation takes its fees from employers only. It may take nothing from the trainee,
    directly or indirectly."""
    return charge_amount if supervision_fee_ban == 1 else 0


@rule(
    judges="offer", breach="not_on_worker",
    when="programme in ('titp', 'ssw1') and deducted_management_fee > 0",
)
def management_fee_on_worker(deducted_management_fee, supervision_fee_ban) -> JPY:
    """The cost of supervision or support may not be taken from the pay of the worker."""
    return deducted_management_fee if supervision_fee_ban == 1 else 0


@rule(judges="offer", breach="forbidden", when="deducted_savings > 0")
def forced_saving(deducted_savings, forced_saving_ban) -> JPY:
    """Nobody may make the worker save a part of the pay, or keep the savings of the worker, as a condition of
    the work."""
    return deducted_savings if forced_saving_ban == 1 else 0
