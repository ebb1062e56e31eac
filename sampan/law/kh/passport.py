"""The price of a Cambodian passport."""


@rule(
    judges="charge", breach="over", ceiling="passport_tariff_cents", ceiling_unit="USD",
    when="charge_kind == 'passport'",
)
def passport_excess(charge_amount, passport_tariff_cents, cent_num, cent_den) -> Money:
    """The passport may not cost you more than the tariff of the Ministry of Interior for normal speed."""
    return max(0, charge_amount - share(passport_tariff_cents, cent_num, cent_den))
