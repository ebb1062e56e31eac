"""What is asked about a payslip, and the words of the answer."""

from __future__ import annotations

from typing import Any

from sampan.checks.fields import Document, Field, Rows
from sampan.checks.payslip.places import PREFECTURES

INDUSTRY = {"manufacturing": "Factory", "construction": "Construction", "agriculture": "Farming", "fishery": "Fishing",
            "care": "Care", "other": "Other work"}
SIZE = {"small": "Small or medium", "large": "Large"}
BASIS = {"hour": "For one hour", "day": "For one day", "month": "For one month"}
ALLOWANCE = {"fixed": "Fixed, the same each month", "commuting": "For the way to work", "family": "For the family",
             "attendance": "For coming every day", "other": "Another allowance"}
PAID = {"base": "Base pay", "overtime": "Overtime pay", "night": "Night pay", "holiday": "Pay for rest days",
        "allowance": "Allowance", "other": "Something else"}
TAKEN = {"rent": "Rent", "utilities": "Water, electricity, gas", "food": "Food", "income_tax": "Income tax",
         "resident_tax": "Resident tax", "health": "Health insurance", "pension": "Pension",
         "employment": "Employment insurance", "savings": "Savings", "management_fee": "Management fee",
         "other": "Something else", "care": "Care insurance", "child_levy": "Child support levy"}
BY_LAW = ("health", "care", "child_levy", "pension", "employment", "income_tax", "resident_tax")


def _within(table: str, key: str, told: Document) -> Any:
    inside = told.get(table)
    return inside.get(key) if isinstance(inside, dict) else None


def _schedule(told: Document) -> bool:
    return _within("pay", "basis", told) != "hour" or bool(_within("pay", "allowance", told))


def _size(told: Document) -> bool:
    return str(told.get("month", "")) < "2023-04"


LABEL = Field("label", "text", "The line as it is printed", "We show what the Japanese words mean.")
WORK = (
    Field("prefecture", "choice", "In which prefecture do you work?",
          "Each prefecture has its own minimum wage and its own rate of health insurance.", PREFECTURES,
          fact="prefecture"),
    Field("industry", "choice", "What kind of work is it?",
          "Farming and fishing have other rules on hours. Employment insurance differs too.", INDUSTRY,
          fact="industry"),
    Field("month", "month", "For which month of work is the payslip?", "The law of that month counts.",
          fact="worked_on", page="days"),
    Field("payday", "day", "On which day was the pay due?",
          "The time to claim starts on this day. It also chooses the tax table.", fact="payday", page="days"),
    Field("employer_size", "choice", "Is the firm small or large?",
          "Until March 2023 small firms owed less for long overtime. Small is up to 300 workers in a factory.", SIZE,
          fact="employer_size", when=_size),
)
PAY = (
    Field("pay.basis", "choice", "For what time is the pay agreed?",
          "We turn pay of a day or month into pay of an hour.", BASIS, fact="wage_basis", page="pay"),
    Field("pay.amount", "money", "How much is the agreed pay?",
          "The base pay by contract, without allowances and overtime.", page="pay"),
    Field("pay.scheduled_hours", "hours", "How many hours a month do you work by contract?",
          "The mean of a year. Pay of a month is divided by it.", low=10, high=744, fact="scheduled_minutes",
          when=_schedule, page="pay"),
    Rows("pay.allowance", "Which allowances are agreed?", "An allowance", (
        Field("kind", "choice", "What is it for?", words=ALLOWANCE),
        Field("amount", "money", "How much a month?"),
    ), "Some allowances count for the minimum wage and for overtime, some do not.", most=50),
)
HOURS = (
    Field("hours.regular", "hours", "How many regular hours did you work in this month?",
          "Hours within eight a day and forty a week.", high=744, fact="regular_minutes", page="hours"),
    Field("hours.overtime", "hours", "How many hours of overtime?",
          "All hours beyond eight a day or forty a week, also those beyond sixty in the month.", high=744,
          fact="overtime_minutes", page="hours"),
    Field("hours.night", "hours", "How many hours between 22:00 and 5:00?",
          "They bring a premium on top, so count them here again.", high=744, fact="night_minutes", page="hours"),
    Field("hours.holiday", "hours", "How many hours on the weekly rest day?",
          "The law gives one rest day a week. Do not count these hours as overtime too.", high=744,
          fact="holiday_minutes", page="hours"),
    Rows("hours.part", "Do you know the hours of each part of the month?", "A part of the month", (
        Field("from", "day", "First day"), Field("to", "day", "Last day"),
        Field("regular", "hours", "Regular hours", high=744), Field("overtime", "hours", "Overtime", high=744),
        Field("night", "hours", "Night hours", high=744), Field("holiday", "hours", "Rest-day hours", high=744),
    ), "Only needed when the minimum wage changed in this month.", most=31),
)
MONEY = (
    Rows("paid", "What was paid?", "A line of pay", (
        Field("kind", "choice", "What is it for?", words=PAID),
        Field("amount", "money", "How much?"), LABEL,
    ), "Write each line of pay, before anything is taken off."),
    Rows("deduction", "What was taken from the pay?", "A line that was taken", (
        Field("kind", "choice", "What is it for?", words=TAKEN),
        Field("amount", "money", "How much?"),
        Field("agreed_in_writing", "flag", "Is there a written labour agreement for it?",
              "Insurance and tax are taken by law. All else needs a written agreement.",
              when=lambda row: row.get("kind") not in BY_LAW), LABEL,
    ), "Some deductions need a written agreement. Others may not be more than the law says."),
)
PERSON = (
    Field("insured.health", "flag", "Are you in the health insurance of the employer?",
          "You have a health insurance card or notice of the employer.", fact="insured_health", page="insured"),
    Field("insured.pension", "flag", "Are you in the employees' pension?", "", fact="insured_pension", page="insured"),
    Field("insured.employment", "flag", "Are you in employment insurance?", "", fact="insured_employment",
          page="insured"),
    Field("age", "whole", "How old are you?", "Care insurance is taken from 40 to 64 years of age.", low=15, high=100,
          fact="age", page="person"),
    Field("dependants", "whole", "How many relatives are in your declaration of dependants?",
          "Each one lowers the income tax. Write 0 if there are none.", high=20, fact="dependants", page="person"),
    Field("months_short", "whole", "How many months were like this one?",
          "We count the sum for all of them. Write 1 for this month alone.", low=1, high=120, fact="months_short",
          page="sums"),
    Field("people", "whole", "How many people have such a payslip?", "Write 1 for yourself alone.", low=1, high=10000,
          fact="people", page="sums"),
)
FIELDS: tuple[Field | Rows, ...] = (*WORK, *PAY, *HOURS, *MONEY, *PERSON)
WORDS = {
    "minimum_hourly": "Minimum wage of an hour",
    "minimum_hourly_other": "Minimum wage of an hour after the change",
    "minimum_changes_on": "Day on which the minimum wage changes",
    "base": "Due for regular hours",
    "overtime": "Due for overtime up to 60 hours",
    "overtime_over_60": "Due for overtime beyond 60 hours",
    "night": "Premium due for night hours",
    "holiday": "Due for hours on the rest day",
    "due": "Due for the month",
    "paid": "Paid and counted",
    "short": "Missing for the month",
    "short_all": "Missing for all months and people",
    "limitation_by": "Last day to claim",
    "health_computed": "Health insurance, your half",
    "care_computed": "Care insurance, your half",
    "child_levy_computed": "Child support levy, your half",
    "pension_computed": "Pension, your half",
    "employment_computed": "Employment insurance, your share",
    "income_tax_computed": "Income tax by the calculation",
    "income_tax_table": "Income tax by the monthly table",
    "income_tax_no_declaration": "Income tax without a declaration of dependants (without surtax)",
    "resident_tax_taken": "Resident tax as taken",
}
