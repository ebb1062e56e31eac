"""The deposit of the worker (Decree 112/2021, appendix II, and Circular 21/2013 before)."""


@rule(judges="charge", breach="forbidden", when="charge_kind == 'deposit' and signed >= date(2022, 1, 1)")
def deposit_forbidden(charge_amount, deposit_ceiling_usd) -> Money:
    """For work in Japan no deposit may be taken from the worker."""
    return charge_amount if deposit_ceiling_usd == 0 else 0


@rule(
    judges="charge", breach="over", ceiling="deposit_ceiling_usd", ceiling_unit="USD",
    when="charge_kind == 'deposit' and signed < date(2022, 1, 1)",
)
def deposit_excess(charge_amount, deposit_ceiling_usd, cent_num, cent_den) -> Money:
    """The deposit of a worker going to Japan may not be more than its ceiling."""
    return max(0, charge_amount - share(deposit_ceiling_usd, cent_num, cent_den))
