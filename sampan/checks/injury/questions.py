"""What is asked about a work injury, and the words of the answer."""

from __future__ import annotations

from sampan.checks.fields import Document, Field

BASES = {"hour": "By the hour", "day": "By the day", "month": "By the month"}


def not_monthly(told: Document) -> bool:
    """Whether the pay may be by the hour or by the day."""
    return told.get("basis") != "month"


FIELDS = (
    Field("injured", "day", "On which day did the accident happen?",
          "For an illness from work, write the day a doctor found it. The law of that day counts.", fact="injured"),
    Field("absent_from", "day", "Which day was your first day off work?",
          "The first three days off are paid by the employer, the later ones by the insurance. If you stopped on the "
          "day of the accident, write that day.", fact="absent_from"),
    Field("days_absent", "whole", "For how many days were you off work without pay?",
          "Count all days until now, rest days too.", low=0, high=3660, fact="days_absent"),
    Field("basis", "choice", "How is your pay counted?",
          "For pay by the hour or by the day, the average wage has a floor.", words=BASES, fact="average_basis"),
    Field("wages_three_months", "money", "How much pay did you get for the three months before, before deductions?",
          "Take the last three full pay months before the accident, with overtime. Leave out bonuses.",
          fact="wages_three_months", page="pay"),
    Field("calendar_days", "whole", "How many days do these three months have?",
          "Count all days, rest days too: 89 to 92. If you began work later, count from your first day.",
          low=1, high=100, fact="calendar_days", page="pay"),
    Field("days_worked", "whole", "On how many days did you work in these months?",
          "The floor of the average wage is counted from the days worked.",
          low=1, high=100, fact="days_worked", page="pay", when=not_monthly),
    Field("employer_refuses", "flag", "Does the employer refuse to fill in the form?",
          "You can ask the insurance without the employer. We show how."),
    Field("fixed_on", "day", "On which day did the doctor say that the condition will not change any more?",
          "The time to ask for a disability payment runs from that day. If there is no such day yet, leave it out.",
          fact="fixed_on"),
)
WORDS = {
    "average_daily": "Average wage a day",
    "base_daily": "Base daily amount of the insurance",
    "base_daily_at_least": "Base daily amount, at least",
    "employer_days": "From the employer, for the first three days",
    "insurance_daily": "Insurance pay a day",
    "special_daily": "Special payment a day",
    "insurance_days": "Days that the insurance pays",
    "compensation": "From the insurance, for all days from the fourth on",
    "compensation_at_least": "From the insurance, at least",
    "treatment_you_pay": "What you pay for treatment",
    "temporary_claim_by": "Last day to ask for the fourth day off; each later day has one day more",
    "disability_claim_by": "Last day to ask for a disability payment",
    "dismissal_barred_to": "The employer may not dismiss you until this day",
}
