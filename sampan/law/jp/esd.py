"""The ceiling of Employment for Skill Development on what a worker pays to the sending organisation."""


@rule()
def esd_ceiling(esd_cap_months, base_pay) -> JPY:
    """The worker may pay the sending organisation at most two months of the pay for contracted hours in Japan."""
    return esd_cap_months * base_pay


@rule(
    judges="limit", breach="over", counted="sending_total_yen", ceiling="esd_ceiling", ceiling_unit="JPY",
    when="programme == 'esd' and entry >= date(2027, 4, 1)",
)
def esd_payment_excess(sending_total_yen, esd_ceiling) -> JPY:
    """All that the worker pays to the sending organisation may not be more than two months of pay. Somebody in
    Japan must bear the rest."""
    return max(0, sending_total_yen - esd_ceiling)
