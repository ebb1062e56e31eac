"""What may be taken from the pay of a technical intern for lodging."""


@rule(judges="offer", breach="over", when="programme == 'titp' and rent > 0")
def rent_actual_cost(rent, regular_charge_at_actual_cost) -> JPY:
    """Rent may be at most your share of what the lodging really costs, or another fair amount. You must have
    understood it and agreed to it."""
    return 0 if regular_charge_at_actual_cost == 1 else rent
