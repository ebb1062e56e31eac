"""Broker money (Law 69/2020, article 7(8), and Decision 61/2008 before)."""


@rule(judges="charge", breach="not_on_worker", when="charge_kind == 'brokerage' and signed >= date(2022, 1, 1)")
def brokerage_on_worker(charge_amount, brokerage_ceiling_usd) -> Money:
    """Broker money may not be taken from the worker."""
    return charge_amount if brokerage_ceiling_usd == 0 else 0


@rule(
    judges="charge", breach="over", ceiling="brokerage_ceiling_usd", ceiling_unit="USD",
    when="charge_kind == 'brokerage' and signed < date(2022, 1, 1)",
)
def brokerage_excess(charge_amount, brokerage_ceiling_usd, cent_num, cent_den) -> Money:
    """The broker money that the worker repays may not be more than its ceiling."""
    return max(0, charge_amount - share(brokerage_ceiling_usd, cent_num, cent_den))
