"""What Japan and Viet Nam agreed about pregnancy of interns."""


@rule(
    judges="pregnancy", breach="void",
    when="signed_no_pregnancy == 1 and (programme_told == 0 or programme == 'titp')",
)
def no_pregnancy_record(record_of_discussion) -> Flag:
    """Japan and Viet Nam agreed that interns are not treated unfairly because of pregnancy or birth."""
    return 1 if record_of_discussion == 1 else 0
