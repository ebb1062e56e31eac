"""Leaving: the last pay, what may not be kept, and until when pay and belongings must be there."""


def resignation_ends(
    notice_given, fixed_term, contract_end, work_began, resign_days, free_after_months
) -> Date:
    """When the worker leaves: two weeks after the notice. In a fixed term at its end, or after one year at any time."""
    if fixed_term == 0:
        return notice_given + resign_days
    return min(contract_end, max(notice_given, months_after(work_began, free_after_months)))


def leaving_pay_by(asked_told, asked_on, last_day, return_days) -> Date:
    """Pay and everything that is yours must be given to you within seven days after you ask."""
    return (max(asked_on, last_day) if asked_told == 1 else last_day) + return_days


def last_pay_gap(last_pay_due, last_pay_received) -> JPY:
    """The part of the last pay that was not paid."""
    return max(0, last_pay_due - last_pay_received)


# What was kept and is not clearly forbidden explains a part of the gap; it is judged by itself.
@rule(judges="leaving", breach="short", when="pay_told == 1")
def last_pay_short(last_pay_gap, kept_open, full_pay) -> JPY:
    """The last pay is due in full, less what may be kept."""
    if last_pay_gap == 0:
        return 0
    return max(0, last_pay_gap - kept_open) if full_pay == 1 else 0


@rule(judges="leaving", breach="forbidden", when="kept_for in ('visa', 'training', 'travel')")
def kept_advance(kept_amount, advance_ban) -> JPY:
    """The employer may not keep wages for costs of visa, training or travel that were paid in advance."""
    return kept_amount if advance_ban == 1 else 0


@rule(
    judges="leaving", breach="forbidden",
    when="kept_for == 'housing' or kept_for in ('damage', 'other') and (agreement_told == 0 or written_agreement == 0)",
)
def kept_without_agreement(kept_amount, written_agreement, full_pay) -> JPY:
    """The employer may keep a part of the wages only by law or by a written agreement with the workers."""
    return kept_amount if full_pay == 1 and written_agreement == 0 else 0


@rule(
    judges="leaving", breach="not_verified",
    when="kept_for in ('damage', 'other') and agreement_told == 1 and written_agreement == 1",
)
def kept_for_damage(kept_amount, damages_ban) -> JPY:
    """A penalty, or damages fixed in advance, may not be kept even with an agreement."""
    return kept_amount if damages_ban == 1 else 0


@rule(
    judges="leaving", breach="forbidden",
    when="document_kept in ('passport', 'residence_card') and programme in ('titp', 'esd')",
)
def document_of_trainee(document_ban) -> Flag:
    """Nobody may keep the passport or the residence card of a trainee."""
    return 1 if document_ban == 1 else 0


@rule(judges="leaving", breach="forbidden", when="document_kept == 'bankbook'")
def bankbook_of_worker(bankbook_ban) -> Flag:
    """The employer may not keep your bankbook or your savings."""
    return 1 if bankbook_ban == 1 else 0


@rule(judges="leaving", breach="forbidden", when="documents_count > 0")
def belongings_kept(documents_count, return_days) -> Number:
    """When you leave and ask for it, everything that is yours must be given back within seven days."""
    return documents_count if return_days > 0 else 0


# What was kept explains a part of the gap, so that it is not counted twice: only what goes beyond the gap is added.
def leaving_claim(pay_told, last_pay_gap, kept_total, kept_open, full_pay, notice_counted, notice_allowance) -> JPY:
    """What you can claim: the unpaid part of the last pay, money that may not be kept, and pay for lacking notice.
    What was kept from the last pay is counted once."""
    gap = last_pay_gap if pay_told == 1 else 0
    notice = notice_allowance if notice_counted == 1 else 0
    return max(0, max(gap, kept_total) - kept_open) * full_pay + notice


def late_interest(last_pay_short, interest_on, last_day, late_per_mille) -> JPY:
    """Late interest on the unpaid last pay, from the day after the last day to the day you ask about."""
    return share(last_pay_short, late_per_mille * max(0, interest_on - last_day), 365000)
