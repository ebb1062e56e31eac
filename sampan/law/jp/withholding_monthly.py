"""Income tax withheld on a payslip: by the official calculation, and by the monthly table."""


def tax_basis(
    slip_taxed, dependants, withholding_rate1, withholding_constant1, withholding_basic, withholding_dependent
) -> JPY:
    """The taxed pay after the deductions for salary, for the person and for each relative, never below zero."""
    salary = up(slip_taxed * withholding_rate1(slip_taxed), 100) + withholding_constant1(slip_taxed)
    return max(0, slip_taxed - salary - withholding_basic(slip_taxed) - dependants * withholding_dependent)


def tax_by_calculation(tax_basis, withholding_rate4, withholding_constant4) -> JPY:
    """The income tax of the month by the official calculation, to the nearest 10 yen."""
    # Worked in millions of yen and a rest, as in jp.income_tax, so that every product stays small.
    rate = withholding_rate4(tax_basis)
    millions = down(tax_basis, 1000000)
    rest = max(0, min(999999, tax_basis - millions * 1000000))
    rest_tax = rest * rate - withholding_constant4(tax_basis) * 100000
    return max(0, 10 * millions * rate + to_ten(rest_tax, 100000))


def tax_by_table(
    slip_taxed, dependants, monthly_tax_0, monthly_tax_1, monthly_tax_2, monthly_tax_3, monthly_tax_4,
    monthly_tax_5, monthly_tax_6, monthly_tax_7
) -> JPY:
    """The income tax of the month by the monthly table, for up to seven relatives."""
    if dependants == 0:
        return monthly_tax_0(slip_taxed)
    if dependants == 1:
        return monthly_tax_1(slip_taxed)
    if dependants == 2:
        return monthly_tax_2(slip_taxed)
    if dependants == 3:
        return monthly_tax_3(slip_taxed)
    if dependants == 4:
        return monthly_tax_4(slip_taxed)
    if dependants == 5:
        return monthly_tax_5(slip_taxed)
    return monthly_tax_6(slip_taxed) if dependants == 6 else monthly_tax_7(slip_taxed)


def table_speaks(payday, slip_taxed, dependants) -> Flag:
    """Whether the monthly table is loaded for this pay: paydays of 2026, 105,000 to 739,999 yen, up to seven relatives."""
    return payday >= date(2026, 1, 1) and payday <= date(2026, 12, 31) and (
        slip_taxed >= 105000 and slip_taxed < 740000 and dependants <= 7)


def income_tax_most(table_speaks, tax_by_calculation, tax_by_table) -> JPY:
    """The income tax that may be taken: by the calculation or by the table, whichever is more."""
    return max(tax_by_calculation, tax_by_table) if table_speaks else tax_by_calculation


def tax_without_declaration(slip_taxed, monthly_tax_otsu) -> JPY:
    """The income tax of who has not handed in the declaration of dependants, by the monthly table, without surtax."""
    return monthly_tax_otsu(slip_taxed)
