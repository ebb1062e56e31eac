"""What is asked about changing the employer, and the words of the answer."""

from __future__ import annotations

from sampan.checks.fields import Document, Field, currencies

PROGRAMMES = {
    "titp": "Technical Intern Training", "ssw1": "Specified Skilled Worker 1", "ssw2": "Specified Skilled Worker 2",
    "esd": "Employment for Skill Development", "engineer": "Engineer or specialist", "student": "Student",
    "other": "Another one",
}
FIELD_NAMES = {
    "care": "Nursing care", "building_cleaning": "Building cleaning",
    "industrial_products": "Industrial product manufacturing", "construction": "Construction",
    "shipbuilding": "Shipbuilding and ship machinery", "automobile_maintenance": "Automobile maintenance",
    "aviation": "Aviation", "accommodation": "Accommodation", "automobile_transport": "Automobile transport",
    "railway": "Railway", "agriculture": "Agriculture", "fishery": "Fishery",
    "food_manufacturing": "Food and beverage manufacturing", "food_service": "Food service", "forestry": "Forestry",
    "wood": "Wood industry", "linen_supply": "Linen supply", "logistics_warehouse": "Logistics warehouse",
    "resource_circulation": "Resource circulation", "other": "Another field",
}
REASONS = {
    "violence": "Violence, threats or harassment", "unpaid": "Wages are not paid",
    "closure": "The firm closes, or dismisses me", "own_wish": "I want another job", "other": "Another reason",
}
LEVELS = {"none": "No test passed", **{level: level for level in (
    "A1", "A2", "B1", "B2", "C1", "C2", "N5", "N4", "N3", "N2", "N1")}}
TESTS = {"basic": "Yes, the basic trade test", "esd": "Yes, the test of the programme", "true": "Yes, one of them",
         "false": "No"}


def skill_development(told: Document) -> bool:
    """Whether it is Employment for Skill Development, or may be."""
    return told.get("programme") in (None, "esd")


def own_wish(told: Document) -> bool:
    """Whether it is a change at own wish under Employment for Skill Development, or may be."""
    return skill_development(told) and told.get("reason") in (None, "own_wish")


FIELDS = (
    Field("programme", "choice", "On which programme are you in Japan?", "Each programme has rules of its own.",
          words=PROGRAMMES, fact="programme"),
    Field("reason", "choice", "Why do you want to change employer?",
          "For some reasons you may change at any time.", words=REASONS, fact="transfer_reason"),
    Field("stage", "choice", "In which stage of the training are you?",
          "The training plan says it. The rules differ by stage.",
          words={"1": "Stage 1", "2": "Stage 2", "3": "Stage 3"}, fact="stage",
          when=lambda told: told.get("programme", "titp") == "titp"),
    Field("started", "day", "On which day did you begin at this employer?", "A least time is counted from this day.",
          fact="started"),
    Field("field", "choice", "In which field do you work?", "The least time before a change depends on the field.",
          words=FIELD_NAMES, fact="field", when=skill_development),
    Field("language_level", "choice", "Which test of Japanese have you passed?", "A change at own wish asks for one.",
          words=LEVELS, fact="language_level", when=own_wish, page="tests"),
    Field("skill_test", "choice", "Have you passed a test of your trade?", "A change at own wish asks for one.",
          words=TESTS, fact="skill_test", when=own_wish, page="tests"),
    Field("go_between_fee", "money", "Does somebody ask money of you for the change? How much?",
          "You need not pay for it. Leave it out if nobody asks.", currencies=currencies()),
    Field("employer_costs.placement", "money", "What did the first employer pay to bring you?",
          "A new employer may have to pay a part of it. You pay nothing. Leave it out if you do not know.",
          when=own_wish, page="costs"),
    Field("employer_costs.training", "money", "What did it pay to train you?", when=own_wish, page="costs"),
    Field("employer_costs.other", "money", "What else did it pay for you?", when=own_wish, page="costs"),
)
WORDS = {
    "worker_share": "What you pay to the employers",
    "between_employers": "What the new employer would pay to the first one",
    "between_employers_other": "The same, by the other reading",
    "earliest_transfer": "First day for a change at own wish",
    "earliest_transfer_other": "The same, by the other reading",
}
