"""What is asked about paid leave, and the words of the answer."""

from __future__ import annotations

from sampan.checks.fields import Field

FIELDS = (
    Field("hired", "day", "When did the work begin?", "The days of leave grow with the time at this employer.",
          fact="hired"),
    Field("on", "day", "For which day do you ask?", "If you ask for now, write the day of today.", fact="leave_on"),
    Field("days_a_week", "whole", "How many days a week do you work by contract?",
          "Who works fewer days gets fewer days of leave.", low=1, high=7, fact="days_a_week"),
    Field("hours_a_week", "whole", "How many hours a week do you work by contract?",
          "From thirty hours a week on, the full days are due.", low=1, high=168, fact="hours_a_week",
          when=lambda told: told.get("days_a_week", 0) < 5),
    Field("attendance", "rate", "On how many of the working days did you come to work, in percent?",
          "Leave is due from eighty percent on. Days of paid leave, of maternity leave and after a work injury "
          "count as worked.", high=100),
    Field("used", "whole", "How many days of paid leave have you used since the last grant?",
          "So that we can say how many are left.", low=0, high=366, fact="leave_used"),
)
WORDS = {
    "days_due": "Days of paid leave of the last grant",
    "days_left": "Days that are left",
    "granted": "Day of the grant",
    "use_by": "Last day to use them",
}
