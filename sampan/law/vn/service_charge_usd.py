"""The service charge of technical interns from 2016-04-06 to 2021-12-31, with a ceiling in US dollars."""


@rule(
    when="programme == 'titp' and signed >= date(2016, 4, 6) and signed <= date(2021, 12, 31) and "
    "(contract_months >= 36 or contract_months <= 12)",
)
def service_charge_usd_ceiling(contract_months, service_charge_usd_3_years, service_charge_usd_1_year) -> USD:
    """The service charge of a technical intern may not be more than the amount set for three years or for one year."""
    return service_charge_usd_3_years if contract_months >= 36 else service_charge_usd_1_year


@rule(
    judges="charge", breach="over", ceiling="service_charge_usd_ceiling",
    ceiling_unit="USD",
    when="charge_kind == 'service_charge' and programme == 'titp' and signed >= date(2016, 4, 6) and "
    "signed <= date(2021, 12, 31) and (contract_months >= 36 or contract_months <= 12)",
)
def service_charge_usd_excess(
    charge_amount, service_charge_before, service_charge_usd_ceiling, cent_num, cent_den
) -> Money:
    """The service charge asked of a technical intern may not be more than its ceiling in US dollars."""
    if service_charge_usd_ceiling == 0:
        return charge_amount
    ceiling = share(service_charge_usd_ceiling, cent_num, cent_den)
    left = max(0, ceiling - service_charge_before)
    return max(0, charge_amount - left)


@rule(
    judges="limit", breach="over", counted="service_charge_total_cents", ceiling="service_charge_usd_ceiling",
    ceiling_unit="USD",
    when="service_charge_total_cents > 0 and programme == 'titp' and signed >= date(2016, 4, 6) and "
    "signed <= date(2021, 12, 31) and (contract_months >= 36 or contract_months <= 12)",
)
def service_charge_usd_total_excess(service_charge_total_cents, service_charge_usd_ceiling) -> USD:
    """All service charges of a technical intern together may not be more than the ceiling in US dollars."""
    return max(0, service_charge_total_cents - service_charge_usd_ceiling)
