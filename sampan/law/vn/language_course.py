"""The Japanese course of technical interns before 2022 (official letter 1123 of 2016)."""


@rule(
    judges="charge", breach="over", ceiling="language_course_vnd", ceiling_unit="VND",
    when="charge_kind == 'language_course' and programme == 'titp' and signed >= date(2016, 4, 6) and "
    "signed <= date(2021, 12, 31)",
)
def language_course_excess(charge_amount, language_course_vnd, home_num, home_den) -> Money:
    """The Japanese course before departure may not cost the worker more than its ceiling."""
    return max(0, charge_amount - share(language_course_vnd, home_num, home_den))
