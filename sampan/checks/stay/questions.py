"""What is asked about a history of stays, and the words of the answer."""

from __future__ import annotations

from sampan.checks.fields import Field, Rows

STATUSES = {
    "titp": "Technical Intern Training", "ssw1": "Specified Skilled Worker 1", "ssw2": "Specified Skilled Worker 2",
    "esd": "Employment for Skill Development", "engineer": "Engineer or specialist", "care": "Nursing care",
    "student": "Student", "dependant": "Dependant", "designated": "Designated activities", "other": "Another one",
}
FIELDS = (
    Rows("period", "With which statuses have you been in Japan?", "Period", (
        Field("status", "choice", "Which status?", "It stands on the residence card.", words=STATUSES),
        Field("from", "day", "From which day?"),
        Field("to", "day", "Until which day?", "Leave it out if it still goes on."),
    ), why="Each status counts for other things. Write every period, also those before a return home.", most=100),
)
WORDS = {
    "ten_years_on": "Ten years in Japan without a break are full on",
    "permanent_residence_from": "First day to ask for permanent residence, if nothing changes",
    "ssw1_until": "Last day as Specified Skilled Worker 1",
    "esd_until": "Last day of three years of Employment for Skill Development",
    "ssw1_days_left": "Days left as Specified Skilled Worker 1",
}
