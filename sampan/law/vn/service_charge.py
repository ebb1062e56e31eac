"""The service charge of the sending enterprise (Law 69/2020, article 23, and the table of Circular 02/2024)."""


@rule()
def service_charge_ceiling(
    jp_base_pay, contract_months, service_charge_tenths_per_year, service_charge_tenths_cap
) -> JPY:
    """The service charge may not be more than a set part of the monthly wage for each 12 months of the contract."""
    if service_charge_tenths_cap == 0:
        return 0
    tenths = min(service_charge_tenths_per_year * contract_months, service_charge_tenths_cap * 12)
    return down(jp_base_pay * tenths, 120)


@rule(
    judges="charge", breach="over", ceiling="service_charge_ceiling",
    ceiling_unit="JPY",
    when="charge_kind == 'service_charge' and "
    "(programme != 'titp' or signed < date(2016, 4, 6) or signed > date(2021, 12, 31))",
)
def service_charge_excess(charge_amount, service_charge_before, service_charge_ceiling, yen_num, yen_den) -> Money:
    """The service charge asked of the worker may not be more than its ceiling."""
    if service_charge_ceiling == 0:
        return charge_amount
    ceiling = share(service_charge_ceiling, yen_num, yen_den)
    left = max(0, ceiling - service_charge_before)
    return max(0, charge_amount - left)


@rule(
    judges="limit", breach="over", counted="service_charge_total_yen", ceiling="service_charge_ceiling",
    ceiling_unit="JPY",
    when="service_charge_total_yen > 0 and "
    "(programme != 'titp' or signed < date(2016, 4, 6) or signed > date(2021, 12, 31))",
)
def service_charge_total_excess(service_charge_total_yen, service_charge_ceiling) -> JPY:
    """All service charges together may not be more than the ceiling."""
    return max(0, service_charge_total_yen - service_charge_ceiling)
