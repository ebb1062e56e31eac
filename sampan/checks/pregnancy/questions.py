"""What is asked about pregnancy and birth, and the words of the answer."""

from __future__ import annotations

from sampan.checks.fields import Document, Field
from sampan.rulebook.stored import law

WITH = {
    "sending_organisation": "The sending organisation (agency at home)",
    "supervising_organisation": "The supervising organisation in Japan",
    "support_organisation": "The support organisation in Japan",
    "employer": "The employer",
    "broker": "A broker",
    "training_centre": "The training centre at home",
    "other": "Somebody else",
}
PROGRAMMES = {
    "titp": "Technical Intern Training", "ssw1": "Specified Skilled Worker 1", "ssw2": "Specified Skilled Worker 2",
    "esd": "Employment for Skill Development", "engineer": "Engineer or specialist", "student": "Student",
    "other": "Another one",
}
ORIGINS = {"vn": "Viet Nam", "kh": "Cambodia", "mm": "Myanmar"}
PREFECTURES = {name: name.capitalize() for name in law().facts["prefecture"].of}


def promised(told: Document) -> bool:
    """Whether a promise not to become pregnant was signed, or may have been."""
    return told.get("signed_no_pregnancy") is not False


def short_record(told: Document) -> bool:
    """Whether there are less than twelve months of records, or may be."""
    months = told.get("months_insured")
    return not isinstance(months, int) or months < 12


FIELDS = (
    Field("due", "day", "On which day is the child due?",
          "A doctor tells you this day. Leave and allowance are counted from it. If the child is born already, "
          "write the day that was expected.", fact="due"),
    Field("born", "day", "Was the child born? On which day?",
          "When the child comes later or earlier, the days change. Leave this out before birth."),
    Field("twins", "flag", "Do you expect twins or more children?", "Then the leave begins eight weeks earlier.",
          fact="twins"),
    Field("standard_monthly_remuneration", "money", "What is your standard monthly pay for the health insurance?",
          "It stands on the pay notice of the insurance (標準報酬月額). The allowance is two thirds of it a day.",
          fact="pregnancy_standard", page="insurance"),
    Field("months_insured", "whole", "For how many months have you been in the health insurance of a company?",
          "With less than twelve months, another mean may count.", low=0, high=600, fact="pregnancy_months",
          page="insurance"),
    Field("insurer_mean", "money", "What is the mean standard pay of all members of your insurer?",
          "The insurer can tell you. It counts only with less than twelve months of records.", fact="insurer_mean",
          when=short_record, page="insurance"),
    Field("left_job", "day", "Has the job ended? What was the last day?",
          "Allowance and lump sum can go on after the job. Leave this out if you still have the job.", fact="left_job"),
    Field("prefecture", "choice", "In which prefecture do you work?", "To find the offices near you.",
          words=PREFECTURES),
    Field("signed_no_pregnancy", "flag", "Did you sign or promise that you will not become pregnant?",
          "Such a promise does not count. We say why.", fact="signed_no_pregnancy"),
    Field("signed_with", "choice", "With whom did you make the promise?", "Other rules bind an agency than an "
                                                                          "employer.",
          words=WITH, fact="promise_with", when=promised, page="promise"),
    Field("signed_on", "day", "When did you make the promise?", "The law at home of that day counts.",
          when=promised, page="promise"),
    Field("told_to_leave", "flag", "Did somebody tell you to leave the job or to go home because of the pregnancy?",
          "Nobody may do this.", fact="told_to_leave"),
    Field("programme", "choice", "On which programme are you in Japan?", "For trainees there are rules of their own.",
          words=PROGRAMMES, fact="programme"),
    Field("origin", "choice", "From which country do you come?", "To show the rules of your country on such a promise.",
          words=ORIGINS, fact="origin", when=promised),
)
WORDS = {
    "allowance_per_day": "Maternity allowance a day",
    "allowance_days": "Days of maternity allowance",
    "allowance": "Maternity allowance for the whole leave",
    "childbirth_lump_sum": "Lump sum for the birth of one child",
    "childbirth_lump_sum_two": "Lump sum for two children",
    "leave_from": "First day of leave",
    "leave_to": "Last day of leave",
    "dismissal_barred_to": "The employer may not dismiss you until this day",
    "dismissal_void_to": "Until this day a dismissal is void unless the employer proves another reason",
}
