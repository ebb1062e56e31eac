"""The worker's payment into the Overseas Employment Support Fund (Decision 40/2021, article 8)."""


@rule(
    judges="charge", breach="over", ceiling="welfare_fund_vnd", ceiling_unit="VND",
    when="charge_kind == 'welfare_fund'",
)
def welfare_fund_excess(charge_amount, welfare_fund_vnd, home_num, home_den) -> Money:
    """The worker pays a fixed sum a contract into the support fund, and not more."""
    return max(0, charge_amount - share(welfare_fund_vnd, home_num, home_den))
