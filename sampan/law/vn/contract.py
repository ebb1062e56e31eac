"""Terms of a contract that Viet Nam's law forbids, and promises that are not kept."""


@rule(judges="contract", breach="forbidden", when="contract_term == 'none' and points_changed > 0")
def contract_promise(false_promise_ban) -> Flag:
    """Nobody may win workers for a job abroad with a false promise, a false advertisement or a trick."""
    return false_promise_ban


@rule(judges="contract", breach="forbidden", when="contract_term in ('passport_kept', 'penalty')")
def contract_security(security_banned) -> Flag:
    """No security may be taken from the worker: no penalty paper, no land papers, no identity papers."""
    return security_banned


@rule(judges="contract", breach="forbidden", when="contract_term == 'deposit' and signed >= date(2017, 1, 1)")
def contract_deposit(deposit_ceiling_usd) -> Flag:
    """For work in Japan no deposit may be taken from the worker."""
    return 1 if deposit_ceiling_usd == 0 else 0


@rule(
    judges="contract", breach="forbidden",
    when="contract_term in ('penalty', 'leaving_fee') and programme == 'titp' "
         "and (term_with_told == 0 or term_with == 'sending_organisation')",
)
def contract_penalty(penalty_contract_ban) -> Flag:
    """A sending organisation may make no penalty contract with a trainee."""
    return penalty_contract_ban
