"""What the International Labour Organization says about each charge, beside the national law."""


@rule()
def fee_code(ilo_code) -> Number:
    """The place of this charge in the list of codes of the international definition, counted from 1."""
    return ilo_code


@rule(judges="ilo", breach="not_on_worker", when="charge_kind != 'interest'")
def not_on_worker(charge_amount, ilo_code) -> Money:
    """By the international standard, workers pay no recruitment fees and no related costs. This holds for indirect payment too."""
    return charge_amount if ilo_code <= 11 else 0


@rule(judges="ilo", breach="forbidden", when="charge_kind != 'interest'")
def never(charge_amount, ilo_code) -> Money:
    """By the international standard, nobody may ever ask for a bond, a deposit, a bribe or a hidden cost."""
    return charge_amount if ilo_code >= 12 and ilo_code <= 17 else 0
