"""The air ticket of a specified skilled worker from Cambodia."""


@rule(judges="charge", breach="not_on_worker", when="programme == 'ssw1' and charge_kind == 'air_ticket'")
def ssw_ticket_payer(charge_amount, ssw_ticket_payer_named) -> Money:
    """The enrolment contract must say who pays the air ticket, and you must be told. Look for this sentence in
    the contract before you pay."""
    return 0 if ssw_ticket_payer_named == 1 else charge_amount
