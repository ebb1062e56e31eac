"""Changing the employer: for which reason, from which day, on which conditions, and who pays."""


@rule(
    judges="transfer", breach="forbidden",
    when="transfer_reason == 'own_wish' or transfer_reason == 'other' and programme in ('ssw1', 'ssw2')",
)
def transfer_own_wish(own_wish_barred) -> Flag:
    """At own wish a trainee may change employer only when stage 3 begins. A specified skilled worker may change with
    a permit. In Employment for Skill Development the field sets a least time and conditions."""
    return own_wish_barred


@rule(judges="transfer", breach="not_verified", when="transfer_reason in ('violence', 'unpaid', 'closure')")
def transfer_unavoidable(unavoidable_allowed) -> Flag:
    """For a reason that cannot be avoided, such as violence, unpaid wages or closure, the employer can be changed at
    any time."""
    return 0 if unavoidable_allowed == 1 else 1


@rule(
    judges="transfer", breach="not_verified",
    when="transfer_reason == 'other' and programme != 'ssw1' and programme != 'ssw2'",
)
def transfer_other_reason(unavoidable_allowed) -> Flag:
    """With another reason the employer can be changed at any time only if it cannot be avoided. Somebody who knows
    the rules must look at it."""
    return unavoidable_allowed


@rule(when="programme in ('esd', 'ssw1', 'ssw2')")
def transfer_wait(programme, ssw_wait, esd_wait_years) -> Number:
    """The least time with the first employer, in months, before a change at own wish."""
    if programme == 'esd':
        return 12 * esd_wait_years
    return ssw_wait


@rule(when="programme in ('esd', 'ssw1', 'ssw2')")
def earliest_transfer(started, transfer_wait) -> Date:
    """The first day on which the employer can be changed at own wish."""
    return months_after(started, transfer_wait)


@rule(judges="transfer", breach="forbidden", when="programme == 'esd' and transfer_reason == 'own_wish'")
def transfer_without_language(language_level, esd_language_least) -> Flag:
    """For a change at own wish you need Japanese at level A1 or higher; the field sets the level."""
    return min(esd_language_least, 1) * (1 if language_level == 'none' else 0)


@rule(
    judges="transfer", breach="not_verified",
    when="programme == 'esd' and transfer_reason == 'own_wish' and language_level in ('A1', 'N5')",
)
def transfer_language_of_field(esd_language_least, esd_language_most) -> Flag:
    """Level A1 is enough in some fields; others may ask for A2. Which field asks for what is not known."""
    return 1 if esd_language_most > esd_language_least else 0


@rule(judges="transfer", breach="forbidden", when="programme == 'esd' and transfer_reason == 'own_wish'")
def transfer_without_test(skill_test, esd_test_needed) -> Flag:
    """For a change at own wish you must have passed the basic trade test or the test of the programme."""
    return esd_test_needed * (1 if skill_test == 'false' else 0)


@rule(judges="transfer", breach="forbidden", when="go_between_fee > 0")
def transfer_placement_fee(go_between_fee, placement_fee_barred) -> Number:
    """Who arranges jobs may not take a fee from the worker."""
    return go_between_fee if placement_fee_barred == 1 else 0


@rule(judges="transfer", breach="forbidden", when="go_between_fee > 0 and programme == 'esd'")
def transfer_private_broker(go_between_fee, private_broker_barred) -> Number:
    """A change at own wish is arranged by public bodies. No private go-between may be used."""
    return go_between_fee if private_broker_barred == 1 else 0


@rule(when="programme == 'esd'")
def transfer_worker_share(transfer_worker_yen) -> JPY:
    """What the worker pays for the change to the employers: nothing."""
    return transfer_worker_yen


# The change is taken to be on the first possible day: the parts grow smaller with time.
@rule(when="programme == 'esd'")
def between_employers(transfer_costs, transfer_wait, new_employer_num, new_employer_den) -> JPY:
    """What the new employer pays to the first one, if the change is on the first possible day."""
    return share(transfer_costs, new_employer_num(transfer_wait), new_employer_den(transfer_wait))
