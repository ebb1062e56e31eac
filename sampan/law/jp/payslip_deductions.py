"""What was taken from the pay: lines that need a written agreement, and more taken than the law fixes."""


@rule(
    judges="payslip", breach="forbidden",
    when="taken_amount > 0 and taken_kind in ('rent', 'utilities', 'food', 'savings', 'management_fee', 'other')",
)
def taken_without_agreement(taken_amount, taken_agreed, deduction_needs_agreement) -> JPY:
    """Money may be taken from pay only by law or by a written labour agreement. Without one the pay is due in full."""
    return taken_amount if deduction_needs_agreement == 1 and taken_agreed == 0 else 0


@rule(judges="payslip", breach="over", when="taken_health > 0")
def health_taken_over(taken_health, slip_health, slip_care, slip_levy, care_apart, levy_apart) -> JPY:
    """Not more may be taken for health insurance than your half. Care insurance and the child support levy are
    counted with it where they have no line of their own."""
    care = 0 if care_apart == 1 else slip_care
    levy = 0 if levy_apart == 1 else slip_levy
    return max(0, taken_health - slip_health - care - levy)


@rule(judges="payslip", breach="over", when="taken_care > 0")
def care_taken_over(taken_care, slip_care) -> JPY:
    """Care insurance is taken only from 40 to 64 years of age, and not more than your half."""
    return max(0, taken_care - slip_care)


@rule(judges="payslip", breach="over", when="taken_levy > 0")
def levy_taken_over(taken_levy, slip_levy) -> JPY:
    """The child support levy starts in April 2026. Not more may be taken than your half."""
    return max(0, taken_levy - slip_levy)


@rule(judges="payslip", breach="over", when="taken_pension > 0")
def pension_taken_over(taken_pension, slip_pension) -> JPY:
    """Not more may be taken for the pension than your half."""
    return max(0, taken_pension - slip_pension)


@rule(judges="payslip", breach="over", when="taken_employment > 0")
def employment_taken_over(taken_employment, slip_employment) -> JPY:
    """Not more may be taken for employment insurance than your share."""
    return max(0, taken_employment - slip_employment)


@rule(judges="payslip", breach="over", when="taken_income_tax > 0")
def income_tax_taken_over(taken_income_tax, income_tax_most) -> JPY:
    """Not more income tax may be taken than the calculation or the monthly table gives, whichever is more."""
    return max(0, taken_income_tax - income_tax_most)


@rule(judges="payslip", breach="not_verified", when="insured_health == 0")
def not_in_health(insured_health) -> Number:
    """You are not in the health insurance of the employer. Most workers must be; ask the pension office."""
    return 1 if insured_health == 0 else 0


@rule(judges="payslip", breach="not_verified", when="insured_pension == 0")
def not_in_pension(insured_pension) -> Number:
    """You are not in the employees' pension. Most workers must be; ask the pension office."""
    return 1 if insured_pension == 0 else 0


@rule(judges="payslip", breach="not_verified", when="insured_employment == 0")
def not_in_employment(insured_employment) -> Number:
    """You are not in employment insurance. Most workers must be; ask the employment office (Hello Work)."""
    return 1 if insured_employment == 0 else 0


def resident_tax_taken(taken_resident_tax, resident_tax_parts) -> JPY:
    """Resident tax as taken: one of twelve parts of a tax on last year's income. One payslip cannot show whether
    it is right. Nothing is taken before June of the second year."""
    return taken_resident_tax if resident_tax_parts > 0 else 0
