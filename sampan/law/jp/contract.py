"""A contract of work for Japan: terms that differ from the promise, and terms that may not stand in it."""


@rule(judges="contract", breach="not_verified", when="contract_term == 'none' and points_changed > 0")
def contract_leave_at_once(leave_at_once) -> Flag:
    """If the work is not as it was stated when the contract was made, you may leave at once. If you then go home
    within 14 days, the employer must pay the way."""
    return leave_at_once


@rule(
    judges="contract", breach="not_verified",
    when="contract_term == 'none' and points_changed > 0 and programme in ('titp', 'esd')",
)
def contract_change_employer(breach_is_reason) -> Flag:
    """A grave breach of the contract is a reason for which you may ask to change to another employer."""
    return breach_is_reason


@rule(
    judges="contract", breach="forbidden",
    when="contract_term in ('penalty', 'leaving_fee') and (term_with_told == 0 or term_with == 'employer')",
)
def contract_penalty(contract_penalty_ban) -> Flag:
    """An employer may not make you promise a penalty, a fee for leaving, or damages fixed before any damage has
    happened."""
    return contract_penalty_ban


@rule(
    judges="contract", breach="forbidden",
    when="contract_term in ('penalty', 'leaving_fee') and programme in ('titp', 'ssw1', 'ssw2')",
)
def contract_penalty_programme(penalty_ban) -> Flag:
    """Under this programme nobody may make a contract with you or your family in which you pay a penalty."""
    return penalty_ban


@rule(judges="contract", breach="forbidden", when="contract_term == 'deposit'")
def contract_deposit(deposit_ban) -> Flag:
    """Nobody may hold money or property of you or your family, whatever name is given to it."""
    return deposit_ban


@rule(
    judges="contract", breach="forbidden",
    when="contract_term in ('forced_saving', 'bankbook_kept') and (term_with_told == 0 or term_with == 'employer')",
)
def contract_saving(contract_saving_ban) -> Flag:
    """An employer may not make you save a part of your pay, or keep your savings or your bankbook, as a condition of
    the work."""
    return contract_saving_ban


@rule(
    judges="contract", breach="forbidden",
    when="contract_term in ('forced_saving', 'bankbook_kept') and programme == 'titp' "
         "and (term_with_told == 0 or term_with == 'supervising_organisation')",
)
def contract_saving_programme(forced_saving_ban) -> Flag:
    """A supervising organisation may not make a trainee save, and may not keep the savings of a trainee."""
    return forced_saving_ban


@rule(
    judges="contract", breach="forbidden",
    when="contract_term in ('passport_kept', 'residence_card_kept') "
         "and (term_with_told == 0 or term_with in ('employer', 'supervising_organisation', 'support_organisation'))",
)
def contract_papers(papers_ban) -> Flag:
    """Nobody may keep the passport or the residence card of a trainee."""
    return papers_ban


@rule(
    judges="contract", breach="forbidden",
    when="contract_term == 'no_phone' "
         "and (term_with_told == 0 or term_with in ('employer', 'supervising_organisation', 'support_organisation'))",
)
def contract_phone(private_life_ban) -> Flag:
    """Nobody may limit the private life of a trainee without a fair reason: having a phone, going out, meeting
    people."""
    return private_life_ban


@rule(judges="contract", breach="void", when="contract_term == 'no_pregnancy'")
def contract_no_pregnancy(pregnancy_term_ban) -> Flag:
    """A promise not to become pregnant, or to leave the work when you are, does not count. Nobody may hold you to it."""
    return pregnancy_term_ban


@rule(
    judges="contract", breach="void",
    when="contract_term == 'no_pregnancy' and programme == 'titp' "
         "and (term_with_told == 0 or term_with == 'sending_organisation')",
)
def contract_pregnancy_promise(pregnancy_promise_ban) -> Flag:
    """A sending organisation may not make a trainee promise to go home because of pregnancy."""
    return pregnancy_promise_ban


@rule(
    judges="contract", breach="forbidden",
    when="contract_term == 'no_union' and (term_with_told == 0 or term_with == 'employer')",
)
def contract_no_union(union_term_ban) -> Flag:
    """The employer may not make it a condition of the work that you stay out of a union or leave one."""
    return union_term_ban
