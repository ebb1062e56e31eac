"""What the receiving side in Japan must bear (Circular 02/2024, appendix II, and the notice of 2020)."""


@rule(judges="charge", breach="not_on_worker", when="charge_kind == 'air_ticket'")
def air_ticket_on_worker(charge_amount, air_ticket_borne_by_receiving_side) -> Money:
    """The air ticket is paid by the receiving side, not by the worker."""
    return charge_amount if air_ticket_borne_by_receiving_side == 1 else 0


@rule(judges="charge", breach="not_on_worker", when="charge_kind == 'language_course'")
def language_course_on_worker(charge_amount, language_course_borne_by_receiving_side) -> Money:
    """The language course is paid by the receiving side, not by the worker."""
    return charge_amount if language_course_borne_by_receiving_side == 1 else 0


@rule(judges="charge", breach="not_on_worker", when="charge_kind == 'skills_training'")
def skills_training_on_worker(charge_amount, skills_training_borne_by_receiving_side) -> Money:
    """The skills training is paid by the receiving side, not by the worker."""
    return charge_amount if skills_training_borne_by_receiving_side == 1 else 0
