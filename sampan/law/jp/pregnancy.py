"""Promises not to become pregnant, and being told to leave because of pregnancy."""


@rule(judges="pregnancy", breach="void", when="signed_no_pregnancy == 1")
def no_pregnancy_clause(clause_ban) -> Flag:
    """A promise not to become pregnant, or to leave the job when you are, does not count. Nobody may hold you to it."""
    return 1 if clause_ban == 1 else 0


@rule(
    judges="pregnancy", breach="void",
    when="signed_no_pregnancy == 1 and promise_with == 'sending_organisation' "
         "and (programme_told == 0 or programme == 'titp')",
)
def no_pregnancy_sending(sending_promise_ban) -> Flag:
    """A sending organisation may not make a trainee promise to go home because of pregnancy."""
    return 1 if sending_promise_ban == 1 else 0


@rule(judges="pregnancy", breach="forbidden", when="told_to_leave == 1")
def told_to_leave_pregnant(dismissal_ban) -> Flag:
    """Nobody may dismiss you, send you away or treat you badly because of pregnancy, birth or maternity leave."""
    return 1 if dismissal_ban == 1 else 0


@rule(
    judges="pregnancy", breach="forbidden",
    when="told_to_leave == 1 and programme_told == 1 and programme == 'titp'",
)
def training_ended_pregnant(one_sided_end_ban) -> Flag:
    """The training may not be ended against your will because of pregnancy. You may go on, or stop and come back."""
    return 1 if one_sided_end_ban == 1 else 0


def dismissal_void_to(birth_on, void_months) -> Date:
    """A dismissal during pregnancy, or until one year after birth, is void unless the employer proves another
    reason."""
    return max(months_after(birth_on + 1, void_months) - 1, months_after(birth_on, void_months))
