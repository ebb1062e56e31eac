"""When the service charge may be taken, and by whom (Law 69/2020, articles 17 and 23)."""


@rule(judges="charge_finding", breach="forbidden", when="charge_kind == 'service_charge'")
def service_charge_early(charge_amount, charge_paid_on, signed, service_charge_before_signing_banned) -> Money:
    """The service charge may be taken only after the sending contract is signed."""
    return charge_amount if service_charge_before_signing_banned == 1 and charge_paid_on < signed else 0


@rule(judges="charge_finding", breach="forbidden", when="charge_kind == 'service_charge'")
def service_charge_payee(charge_amount, charge_paid_to, service_charge_payee_barred) -> Money:
    """The service charge is paid to the sending enterprise, not to a broker or a training centre."""
    return charge_amount if service_charge_payee_barred == 1 and charge_paid_to in ("broker", "training_centre") else 0
