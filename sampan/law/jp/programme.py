"""Which programme is open on the day of entry into Japan."""


@rule(judges="offer", breach="not_verified", when="programme == 'titp'")
def titp_in_force_on_entry(titp_in_force) -> Flag:
    """The Technical Intern Training Programme takes new trainees until 31 March 2027. With a plan approved by
    then, training may begin until 30 June 2027."""
    return 0 if titp_in_force == 1 or titp_in_force == 2 else 1


@rule(
    judges="offer", breach="not_verified",
    when="programme == 'titp' and entry >= date(2027, 4, 1) and entry <= date(2027, 6, 30)",
)
def titp_transition(titp_in_force) -> Flag:
    """With this day of entry, the training plan must have been approved by 31 March 2027. Ask to see the
    approval."""
    return 0 if titp_in_force == 2 else 1


@rule(judges="offer", breach="not_verified", when="programme == 'esd'")
def esd_in_force_on_entry(esd_in_force) -> Flag:
    """Employment for Skill Development begins on 1 April 2027. Nobody can enter Japan under it before that
    day."""
    return 0 if esd_in_force == 1 else 1
