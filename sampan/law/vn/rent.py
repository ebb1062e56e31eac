"""The rent of technical interns (Circular 02/2024, appendix II, and older rules)."""


@rule(when="programme == 'titp' and signed >= date(2022, 2, 1)")
def rent_ceiling(jp_base_pay, rent_percent) -> JPY:
    """The rent of a technical intern may not be more than a set part of the monthly wage."""
    return down(jp_base_pay * rent_percent, 100)


@rule(
    judges="limit", breach="over", counted="rent", ceiling="rent_ceiling", ceiling_unit="JPY",
    when="programme == 'titp' and signed >= date(2022, 2, 1) and rent > 0",
)
def rent_excess(rent, rent_ceiling) -> JPY:
    """The rent taken from a technical intern each month may not be more than its ceiling."""
    return max(0, rent - rent_ceiling)


@rule(
    judges="limit", breach="over", counted="rent", ceiling="rent_yen", ceiling_unit="JPY",
    when="programme == 'titp' and signed < date(2022, 2, 1) and rent > 0",
)
def rent_yen_excess(rent, rent_yen) -> JPY:
    """The rent taken from a technical intern each month may not be more than a fixed sum in yen."""
    return max(0, rent - rent_yen)
