"""What is asked about leaving the job, and the words of the answer."""

from __future__ import annotations

from sampan.checks.fields import Document, Field, Rows

PROGRAMMES = {
    "titp": "Technical Intern Training", "ssw1": "Specified Skilled Worker 1", "ssw2": "Specified Skilled Worker 2",
    "esd": "Employment for Skill Development", "engineer": "Engineer or specialist", "student": "Student",
    "other": "Another one",
}
KEPT = {"visa": "Visa or papers", "housing": "The room", "training": "A course or training", "travel": "Travel",
        "damage": "Damage", "other": "Something else"}
DOCUMENTS = {"passport": "Passport", "residence_card": "Residence card", "bankbook": "Bankbook or bank card"}
KINDS = {"regular": "None of these", "day_labour": "Hired from day to day", "two_months": "Contract of two "
                                                                                          "months or less",
         "seasonal": "Seasonal work of four months or less", "trial": "Trial time"}
BASES = {"hour": "By the hour", "day": "By the day", "month": "By the month"}


def sent_away(told: Document) -> bool:
    """Whether the employer ended the job, or may have."""
    return told.get("dismissed") is not False


def insolvent(told: Document) -> bool:
    """Whether the employer cannot pay any more."""
    return told.get("insolvent") is True


FIELDS = (
    Field("programme", "choice", "On which programme are you in Japan?", "For trainees there are rules of their own.",
          words=PROGRAMMES, fact="programme"),
    Field("dismissed", "flag", "Did the employer end the job?", "Answer no if you leave yourself.", fact="dismissed"),
    Field("notice_given", "day", "When were you told, or when did you tell the employer?",
          "The notice is counted from the day after it.", fact="notice_given", page="days"),
    Field("last_day", "day", "What is your last day in this job?", "Pay and belongings are due after this day.",
          fact="last_day", page="days"),
    Field("reason_told", "flag", "Did the employer tell you the reason?", "A dismissal needs good grounds.",
          fact="reason_told", when=sent_away),
    Field("fixed_term", "flag", "Does your contract have an end day?", "Before that day other rules hold.",
          fact="fixed_term", page="contract"),
    Field("contract_end", "day", "On which day does the contract end?", "It stands in the contract of work.",
          fact="contract_end", page="contract", when=lambda told: told.get("fixed_term") is not False),
    Field("hired", "day", "When did the work begin?", "After one year you may leave a fixed term more easily.",
          fact="work_began", page="contract"),
    Field("work_kind", "choice", "Is the work one of these?", "For them notice of dismissal is not always due.",
          words=KINDS, fact="notice_kind", when=sent_away),
    Field("injury_leave_from", "day", "Were you off work for a work injury? What was the first day?",
          "In this time and thirty days after, nobody may dismiss you.", when=sent_away, page="injury"),
    Field("injury_leave_to", "day", "What was the last day off?", "Leave it out if you are still off.",
          when=sent_away, page="injury"),
    Field("maternity_leave_from", "day", "Were you on maternity leave? What was the first day?",
          "In this time and thirty days after, nobody may dismiss you.", when=sent_away, page="maternity"),
    Field("maternity_leave_to", "day", "What was the last day of the leave?", "Leave it out if it goes on.",
          when=sent_away, page="maternity"),
    Field("basis", "choice", "How is your pay counted?", "For pay by the hour or by the day, the average wage "
                                                         "has a floor.",
          words=BASES, fact="average_basis", when=sent_away, page="average"),
    Field("wages_three_months", "money", "How much pay did you get for the three months before the notice?",
          "Before deductions, with overtime, without bonuses. Pay for lacking notice is counted from it.",
          fact="wages_three_months", when=sent_away, page="average"),
    Field("calendar_days", "whole", "How many days do these three months have?", "Count all days: 89 to 92.",
          low=1, high=100, fact="calendar_days", when=sent_away, page="average"),
    Field("days_worked", "whole", "On how many days did you work in these months?",
          "The floor of the average wage is counted from the days worked.", low=1, high=100, fact="days_worked",
          when=lambda told: sent_away(told) and told.get("basis") != "month", page="average"),
    Field("last_pay_due", "money", "How much is the last pay that is due to you?", "Before anything is kept back.",
          fact="last_pay_due", page="pay"),
    Field("last_pay_received", "money", "How much of it did you get?", "Write 0 JPY if nothing came.",
          fact="last_pay_received", page="pay"),
    Rows("kept_for", "What did the employer keep money for?", "Money kept", (
        Field("kind", "choice", "For what?", words=KEPT, fact="kept_for"),
        Field("amount", "money", "How much?", fact="kept_amount"),
    ), why="Some money may not be kept at all.", most=50),
    Field("written_agreement", "flag", "Is there a written agreement with the workers about such deductions?",
          "It must be made with the union or with who stands for most workers. Your own signature is not enough.",
          fact="written_agreement"),
    Field("documents_kept", "choices", "Does somebody keep one of these?", "They are yours.", words=DOCUMENTS),
    Field("asked_on", "day", "When did you ask for pay and belongings?", "They are due within seven days after "
                                                                         "you ask.",
          fact="asked_on"),
    Field("on", "day", "For which day do you want the late interest?", "If you ask for now, write the day of today.",
          fact="interest_on"),
    Field("insolvent", "flag", "Has the employer gone bankrupt or stopped for good?",
          "Then the state may pay a part of the unpaid wages."),
    Field("unpaid", "money", "How much pay is unpaid for the time since six months before you left?",
          "Regular wages and retirement pay, without bonuses.", fact="unpaid_wages", when=insolvent, page="advance"),
    Field("age", "whole", "How old were you when you left?", "The sum has an upper end by age.", low=14, high=100,
          fact="leaving_age", when=insolvent, page="advance"),
    Field("decision_on", "day", "When did the court decide, or the office confirm that the firm has stopped?",
          "The two years to ask run from that day. Leave it out if there is no decision yet.", fact="decision_on",
          when=insolvent, page="advance"),
)
WORDS = {
    "claim": "What you can claim",
    "last_pay_unpaid": "Part of the last pay that is not paid",
    "notice_allowance": "Pay for the days of notice that are lacking",
    "late_interest": "Late interest until the day you ask about",
    "state_advance": "What the state may pay in advance",
    "notice_ends": "Day on which the job may end with this notice",
    "pay_by": "Pay and belongings are due by",
    "advance_confirm_by": "Last day to ask the office to confirm that the firm has stopped",
    "advance_claim_by": "Last day to ask for the state advance",
}
