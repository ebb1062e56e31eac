"""What a Cambodian agency may not say about pregnancy."""


@rule(
    judges="pregnancy", breach="forbidden",
    when="signed_no_pregnancy == 1 and promise_with == 'sending_organisation' "
         "and (programme_told == 0 or programme == 'titp')",
)
def no_pregnancy_agency(pregnancy_words_ban) -> Flag:
    """A Cambodian agency may not tell interns that they must not become pregnant, or that they will lose the job."""
    return 1 if pregnancy_words_ban == 1 else 0
