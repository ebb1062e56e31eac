"""Contracts that an agency in Myanmar swapped."""


@rule(judges="contract", breach="forbidden", when="contract_term == 'none' and points_changed > 0")
def contract_swapped(swapping_is_fault) -> Flag:
    """In Myanmar agencies were suspended because they swapped the contract."""
    return swapping_is_fault
