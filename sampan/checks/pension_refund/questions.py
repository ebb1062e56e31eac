"""What is asked about the pension refund, and the words of the answer."""

from __future__ import annotations

from sampan.checks.fields import Document, Field, currencies

COUNTRIES = {"vn": "Viet Nam", "kh": "Cambodia", "mm": "Myanmar"}
SCHEMES = {"employees": "Employees' pension (taken from the pay)", "national": "National Pension (you pay it yourself)"}


def employed(told: Document) -> bool:
    """Whether the employees' pension is asked about, or may be."""
    return told.get("scheme") != "national"


FIELDS = (
    Field("origin", "choice", "Which country are you from?", "So that we can say who can help there.",
          words=COUNTRIES, fact="origin"),
    Field("scheme", "choice", "Which pension did you pay into?",
          "It stands on the pay slip: Kosei Nenkin is the employees' pension.", words=SCHEMES, fact="refund_scheme"),
    Field("months_insured", "whole", "For how many months did you pay into it?",
          "From six months on there is a lump sum. Count only months for which none was paid out before.",
          low=0, high=600, fact="refund_months"),
    Field("last_insured_month", "month", "What was the last month you paid for?",
          "The rate depends on this month.", fact="last_insured", page="leaving"),
    Field("left_japan", "day", "On which day did you leave Japan, or will you leave?",
          "The time limits run from then.", fact="left_japan", page="leaving"),
    Field("average_standard_remuneration", "money", "What was your average standard pay a month?",
          "Add the standard pay of all months and all bonuses, and divide by the months. The pension office tells it.",
          fact="refund_average", when=employed),
    Field("moved_out", "flag", "Did you give the move-out notice at the city office?",
          "As long as you have an address in Japan in the records, nothing is paid.", fact="moved_out"),
    Field("going_back", "flag", "Do you want to work in Japan again?",
          "Months that are paid out do not count for a pension any more.", page="later"),
    Field("permanent_resident", "flag", "Are you a permanent resident of Japan?",
          "Then a pension later may be worth more than the lump sum now.", page="later"),
    Field("fee_asked", "money_or_rate", "Does somebody ask a fee for the claim? How much?",
          "Write an amount, or the share of the lump sum, such as 30%. Leave it out if nobody asks.",
          high=100, currencies=currencies()),
)
WORDS = {
    "lump_sum": "Lump sum before tax",
    "tax": "Tax taken from it",
    "paid": "What is paid to you",
    "refundable_tax": "Tax that comes back with a tax return",
    "fee_asked": "Fee that is asked",
    "left_after_fee": "What is left when the agent is paid",
    "left_with_free_help": "What you get without an agent, with the tax that comes back",
    "months_counted": "Months that count",
    "months_lost": "Months that are not paid and are erased too",
    "months_to_pension": "Months still lacking for a pension of Japan",
    "lump_sum_eight_years": "Lump sum if eight years counted (not in force)",
    "claim_by": "Last day to claim the lump sum",
    "tax_return_by": "Last day for the tax return",
}
