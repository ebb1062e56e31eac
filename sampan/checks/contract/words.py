"""The words of the contract check: choices with their labels, points of comparison, names of the answer."""

from __future__ import annotations

ORIGIN = {"vn": "Viet Nam", "kh": "Cambodia", "mm": "Myanmar"}
PROGRAMME = {
    "titp": "Technical intern", "ssw1": "Specified Skilled Worker 1", "ssw2": "Specified Skilled Worker 2",
    "esd": "Employment for Skill Development", "engineer": "Engineer, humanities, international work",
    "student": "Student", "other": "Another",
}
BASIS = {"hour": "By the hour", "day": "By the day", "month": "By the month"}
ALLOWANCE = {
    "fixed": "Fixed, every month the same", "commuting": "For the way to work", "family": "For the family",
    "attendance": "For full attendance", "other": "Another",
}
TERM = {
    "penalty": "A penalty, or damages fixed before",
    "leaving_fee": "Money to pay if you leave",
    "deposit": "A deposit, or property held",
    "forced_saving": "A part of the pay is saved for you",
    "passport_kept": "The passport is kept",
    "residence_card_kept": "The residence card is kept",
    "bankbook_kept": "The bankbook or bank card is kept",
    "no_pregnancy": "You must not become pregnant",
    "no_phone": "You may not have a phone",
    "no_union": "You may not join a union",
    "other": "Another term",
}
PARTY = {
    "employer": "The employer", "supervising_organisation": "The supervising organisation",
    "support_organisation": "The support organisation", "sending_organisation": "The sending company or agency",
    "broker": "A broker", "training_centre": "A training centre", "lender": "A lender", "other": "Somebody else",
}
BARRED = {
    "employer": "The employer", "sending_organisation": "The sending company or agency",
    "supervising_organisation": "The supervising organisation", "broker": "A broker", "family": "My family",
}
RATE_KIND = {"official": "Official rate", "market": "Market rate"}
FIELD = {
    "care": "Care", "building_cleaning": "Building cleaning", "industrial_products": "Industrial products",
    "construction": "Construction", "shipbuilding": "Shipbuilding", "automobile_maintenance": "Car maintenance",
    "aviation": "Aviation", "accommodation": "Hotels", "automobile_transport": "Road transport",
    "railway": "Railway", "agriculture": "Farming", "fishery": "Fishing", "food_manufacturing": "Making food",
    "food_service": "Restaurants", "forestry": "Forestry", "wood": "Wood", "linen_supply": "Linen supply",
    "logistics_warehouse": "Warehouse", "resource_circulation": "Recycling", "other": "Another",
}
PREFECTURES = (
    "hokkaido", "aomori", "iwate", "miyagi", "akita", "yamagata", "fukushima", "ibaraki", "tochigi", "gunma",
    "saitama", "chiba", "tokyo", "kanagawa", "niigata", "toyama", "ishikawa", "fukui", "yamanashi", "nagano", "gifu",
    "shizuoka", "aichi", "mie", "shiga", "kyoto", "osaka", "hyogo", "nara", "wakayama", "tottori", "shimane",
    "okayama", "hiroshima", "yamaguchi", "tokushima", "kagawa", "ehime", "kochi", "fukuoka", "saga", "nagasaki",
    "kumamoto", "oita", "miyazaki", "kagoshima", "okinawa",
)
PREFECTURE = {name: name.capitalize() for name in PREFECTURES}

# What each point of comparison is called, in the order of the answer.
POINTS = {
    "wage": "Pay of a month", "lodging": "Lodging", "food": "Food", "utilities": "Electricity, gas and water",
    "work": "Kind of work", "field": "Field of work", "prefecture": "Prefecture",
    "contract_months": "Months of the contract", "hours_per_day": "Hours of work a day",
    "days_off_per_month": "Days off a month", "overtime_expected": "Hours of overtime a month",
}
WORDS = {
    "gap_month": "Money missing in a month",
    "gap_contract": "Money missing over the whole contract",
    "minimum_hourly": "Minimum wage of an hour",
    "short_hour": "Below the minimum wage, by hour",
    "short_month": "Below the minimum wage, by month",
    "differences": "What differs",
    "do_not_contact": "Do not contact",
    "promised": "Promised", "signed": "Signed", "what": "What", "counts": "How it counts",
    "exchange": "Exchange rate",
}
