"""Terms that an agency in Cambodia may not put to an intern."""


@rule(
    judges="contract", breach="forbidden",
    when="contract_term in ('penalty', 'leaving_fee') and programme == 'titp' "
         "and (term_with_told == 0 or term_with == 'sending_organisation')",
)
def contract_penalty(penalty_ban) -> Flag:
    """A sending agency may not make a contract in which the worker pays when something goes wrong."""
    return penalty_ban


@rule(
    judges="contract", breach="forbidden",
    when="contract_term in ('deposit', 'forced_saving', 'passport_kept', 'residence_card_kept', 'bankbook_kept') "
         "and programme == 'titp' and (term_with_told == 0 or term_with == 'sending_organisation')",
)
def contract_kept(deposit_ban) -> Flag:
    """A sending agency may not keep money, papers or other property of the worker."""
    return deposit_ban


@rule(
    judges="contract", breach="forbidden",
    when="contract_term == 'no_pregnancy' and programme == 'titp' "
         "and (term_with_told == 0 or term_with == 'sending_organisation')",
)
def contract_no_pregnancy(pregnancy_term_ban) -> Flag:
    """An agency may not tell interns that they must not become pregnant, or that they will lose the work."""
    return pregnancy_term_ban
