"""What may be asked of the worker, as the OpenFisca documentation teaches it."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
from __future__ import annotations

import numpy as np

from bench.fisca.documented_pay import Amount, half_up
from bench.fisca.inputs import Programme


class charge_ceiling(Amount):
    """The ceiling of the sending charge: the general one, or that of a special row."""

    reference = "vn.service_charge_ceiling"

    def formula_2024_05_15(offer, period, parameters):
        law, programme = parameters(period).vn, offer("programme", period)
        third = (programme == Programme.titp) & (offer("stage", period) == 2) & offer("same_employer_again", period)
        former = (programme == Programme.ssw1) & offer("completed_titp", period)
        scopes = [third, former, programme == Programme.engineer]
        keys = ["programme_titp_stage_3_same_employer_again_yes", "programme_ssw1_completed_titp_yes",
                "programme_engineer"]
        yearly, most = law.service_charge_tenths_per_year, law.service_charge_tenths_cap
        tenths_yearly = np.select(scopes, [yearly[k] for k in keys], yearly.general)
        tenths_most = np.select(scopes, [most[k] for k in keys], most.general)
        tenths = np.minimum(tenths_yearly * offer("contract_months", period), tenths_most * 12)
        return np.floor(offer("pay_of_month", period) * tenths / 120)


class charge_excess(Amount):
    """What is asked above that ceiling, in the currency of the charge."""

    reference = "vn.service_charge_excess"

    def formula(offer, period):
        ceiling, amount = offer("charge_ceiling", period), offer("charge_amount", period)
        own = half_up(ceiling * offer("yen_num", period) / offer("yen_den", period))
        left = np.maximum(0, own - offer("service_charge_before", period))
        return np.where(ceiling == 0, amount, np.maximum(0, amount - left))


class deposit_forbidden(Amount):
    """A deposit where none may be taken (Viet Nam)."""

    reference = "vn.deposit_forbidden"

    def formula(offer, period, parameters):
        ceiling = parameters(period).vn.deposit_ceiling_usd[offer("programme", period)]
        return np.where(ceiling == 0, offer("charge_amount", period), 0)


class brokerage_on_worker(Amount):
    """Broker money where none may be taken."""

    reference = "vn.brokerage_on_worker"

    def formula(offer, period, parameters):
        return offer("charge_amount", period) * (parameters(period).vn.brokerage_ceiling_usd == 0)


class air_ticket_on_worker(Amount):
    """The air ticket, where the receiving side bears it."""

    reference = "vn.air_ticket_on_worker"

    def formula(offer, period, parameters):
        borne = parameters(period).vn.air_ticket_borne_by_receiving_side[offer("programme", period)]
        return np.where(borne == 1, offer("charge_amount", period), 0)


class rent_ceiling(Amount):
    """The ceiling of the rent of a technical intern."""

    reference = "vn.rent_ceiling"

    def formula_2022_02_01(offer, period, parameters):
        percent = parameters(period).vn.rent_percent[offer("programme", period)]
        return np.floor(offer("pay_of_month", period) * percent / 100)


class rent_excess(Amount):
    """The rent above that ceiling."""

    reference = "vn.rent_excess"

    def formula_2022_02_01(offer, period):
        intern = offer("programme", period) == Programme.titp
        return np.where(intern, np.maximum(0, offer("rent", period) - offer("rent_ceiling", period)), 0)


class esd_ceiling(Amount):
    """The ceiling of what the worker pays to the sending organisation, from April 2027."""

    reference = "jp.esd_ceiling"

    def formula_2027_04_01(offer, period, parameters):
        return parameters(period).jp.esd_cap_months * offer("pay_of_month", period)


class esd_payment_excess(Amount):
    """What is paid above that ceiling."""

    reference = "jp.esd_payment_excess"

    def formula_2027_04_01(offer, period):
        return np.maximum(0, offer("sending_total_yen", period) - offer("esd_ceiling", period))


class deposit_forbidden_in_japan(Amount):
    """A deposit where none may be taken (Japan)."""

    reference = "jp.deposit_forbidden"

    def formula(offer, period, parameters):
        banned = parameters(period).jp.deposit_ban[offer("programme", period)]
        return np.where(banned == 1, offer("charge_amount", period), 0)


class not_on_worker(Amount):
    """Fees and related costs of the international definition."""

    reference = "ilo.not_on_worker"

    def formula(offer, period, parameters):
        code = parameters(period).ilo.ilo_code[offer("charge_kind", period)]
        return np.where(code <= 11, offer("charge_amount", period), 0)


class never(Amount):
    """What nobody may ever ask for, by the international definition."""

    reference = "ilo.never"

    def formula(offer, period, parameters):
        code = parameters(period).ilo.ilo_code[offer("charge_kind", period)]
        return np.where((code >= 12) & (code <= 17), offer("charge_amount", period), 0)


VARIABLES = [charge_ceiling, charge_excess, deposit_forbidden, brokerage_on_worker, air_ticket_on_worker,
             rent_ceiling, rent_excess, esd_ceiling, esd_payment_excess, deposit_forbidden_in_japan, not_on_worker,
             never]
