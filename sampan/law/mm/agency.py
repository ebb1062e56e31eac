"""The ceiling on what a sending agency in Myanmar may take from a worker."""


@rule(
    judges="limit", breach="over", counted="agency_total_cents", ceiling="agency_ceiling_cents", ceiling_unit="USD",
    when="programme in ('titp', 'ssw1')",
)
def agency_total_excess(agency_total_cents, agency_ceiling_cents) -> USD:
    """All that a sending agency in Myanmar takes from the worker may not be more than the ministry's ceiling."""
    return max(0, agency_total_cents - agency_ceiling_cents)


@rule(
    judges="charge", breach="over", ceiling="agency_ceiling_cents", ceiling_unit="USD",
    when="programme in ('titp', 'ssw1') and charge_paid_to == 'sending_organisation'"
         " or programme == 'ssw1'"
         " and charge_kind in ('air_ticket', 'visa', 'papers', 'medical_check', 'certificate')",
)
def agency_line_excess(charge_amount, agency_before, agency_ceiling_cents, cent_num, cent_den) -> Money:
    """This payment, added to the payments before it, may not go over the agency's ceiling.
    For a specified skilled worker the ceiling includes the ticket, the visa, the papers and the health checks."""
    ceiling = share(agency_ceiling_cents, cent_num, cent_den)
    left = max(0, ceiling - agency_before)
    return max(0, charge_amount - left)
