"""The ceiling on what a sending agency in Cambodia may collect from a technical intern."""


@rule(
    judges="limit", breach="over", counted="agency_total_cents", ceiling="agency_ceiling_cents", ceiling_unit="USD",
    when="programme == 'titp'",
)
def agency_total_excess(agency_total_cents, agency_ceiling_cents) -> USD:
    """All that a sending agency in Cambodia collects from a technical intern may not be more than this
    ceiling."""
    return max(0, agency_total_cents - agency_ceiling_cents)


@rule(
    judges="charge", breach="over", ceiling="agency_ceiling_cents", ceiling_unit="USD",
    when="programme == 'titp' and charge_paid_to == 'sending_organisation'",
)
def agency_line_excess(charge_amount, agency_before, agency_ceiling_cents, cent_num, cent_den) -> Money:
    """This payment to the sending agency, added to the payments before it, may not go over the agency's
    ceiling."""
    ceiling = share(agency_ceiling_cents, cent_num, cent_den)
    left = max(0, ceiling - agency_before)
    return max(0, charge_amount - left)
