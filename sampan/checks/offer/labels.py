"""The words for what the format sampan-offer/1 calls by code: one list for each choice, in plain speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sampan.checks.kinds import CURRENCY as CURRENCY
from sampan.checks.kinds import YES_NO as YES_NO

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Words = dict[str, "_StrPromise"]

ORIGIN: Words = {"vn": _("Viet Nam"), "kh": _("Cambodia"), "mm": _("Myanmar")}
PROGRAMME: Words = {
    "titp": _("Technical intern (Ginō Jisshū)"),
    "ssw1": _("Specified skilled worker 1 (Tokutei Ginō 1)"),
    "ssw2": _("Specified skilled worker 2 (Tokutei Ginō 2)"),
    "esd": _("Employment for skill development (Ikusei Shūrō, from April 2027)"),
    "engineer": _("Engineer, specialist, interpreter (Gijinkoku)"),
    "student": _("Student who works part-time"),
    "other": _("Something else"),
}
STAGE: Words = {
    "1": _("No. 1 (the first year)"),
    "2": _("No. 2 (the second and third year)"),
    "3": _("No. 3 (the fourth and fifth year)"),
}
FIELD: Words = {
    "care": _("Care for old or sick people"),
    "building_cleaning": _("Cleaning of buildings"),
    "industrial_products": _("Making industrial products"),
    "construction": _("Construction"),
    "shipbuilding": _("Shipbuilding"),
    "automobile_maintenance": _("Repair of cars"),
    "aviation": _("Aviation"),
    "accommodation": _("Hotels and inns"),
    "automobile_transport": _("Driving (truck, bus, taxi)"),
    "railway": _("Railway"),
    "agriculture": _("Farming"),
    "fishery": _("Fishing"),
    "food_manufacturing": _("Making food and drinks"),
    "food_service": _("Restaurants"),
    "forestry": _("Forestry"),
    "wood": _("Wood industry"),
    "linen_supply": _("Laundry of linen"),
    "logistics_warehouse": _("Warehouse"),
    "resource_circulation": _("Recycling"),
    "other": _("Other work"),
}
CHARGE: Words = {
    "service_charge": _("Service fee of the agency"),
    "brokerage": _("Fee for a broker or an introduction"),
    "deposit": _("Deposit (money kept so that you do not leave)"),
    "penalty_bond": _("Promise to pay a penalty"),
    "collateral": _("Land, house or papers given as security"),
    "language_course": _("Japanese lessons"),
    "skills_training": _("Training for the work"),
    "orientation": _("Course before departure"),
    "dormitory": _("Room or food during training"),
    "medical_check": _("Health check"),
    "vaccination": _("Vaccination"),
    "insurance": _("Insurance"),
    "welfare_fund": _("Fund for workers abroad"),
    "test_fee": _("Fee for a test"),
    "certificate": _("Certificate"),
    "passport": _("Passport"),
    "visa": _("Visa"),
    "papers": _("Papers and translation"),
    "air_ticket": _("Air ticket"),
    "domestic_travel": _("Travel inside your country"),
    "equipment": _("Tools, clothes, equipment"),
    "interest": _("Interest on a loan"),
    "other": _("Something else"),
}
PAID_TO: Words = {
    "sending_organisation": _("The sending organisation (agency)"),
    "broker": _("A broker or another person"),
    "training_centre": _("A training centre"),
    "government": _("An office of the government"),
    "clinic": _("A clinic or hospital"),
    "employer": _("The employer in Japan"),
    "supervising_organisation": _("The supervising organisation in Japan"),
    "lender": _("A lender"),
    "other": _("Somebody else"),
}
BASIS: Words = {"hour": _("For one hour"), "day": _("For one day"), "month": _("For one month")}
ALLOWANCE: Words = {
    "fixed": _("Fixed, the same each month"),
    "commuting": _("For the way to work"),
    "family": _("For the family"),
    "attendance": _("For not missing a day"),
    "other": _("Other allowance"),
}
DEDUCTION: Words = {
    "rent": _("Rent"),
    "utilities": _("Water, electricity, gas"),
    "food": _("Food"),
    "income_tax": _("Income tax"),
    "resident_tax": _("Resident tax"),
    "health": _("Health insurance"),
    "pension": _("Pension insurance"),
    "employment": _("Employment insurance"),
    "savings": _("Savings kept by the company"),
    "management_fee": _("Management fee"),
    "other": pgettext_lazy("deduction", "Other"),
}
LENDER: Words = {
    "bank": _("A bank"),
    "state": _("A state programme"),
    "microfinance": _("A microfinance company"),
    "moneylender": _("A moneylender"),
    "family": _("Family or friends"),
    "agency": _("The agency"),
}
RATE_KIND: Words = {"official": _("Of a bank or the state"), "market": _("Of the market")}
HOME_CURRENCY = {"vn": "VND", "kh": "KHR", "mm": "MMK"}

PREFECTURE: Words = {
    "hokkaido": _("Hokkaidō"), "aomori": _("Aomori"), "iwate": _("Iwate"), "miyagi": _("Miyagi"),
    "akita": _("Akita"), "yamagata": _("Yamagata"), "fukushima": _("Fukushima"), "ibaraki": _("Ibaraki"),
    "tochigi": _("Tochigi"), "gunma": _("Gunma"), "saitama": _("Saitama"), "chiba": _("Chiba"),
    "tokyo": _("Tokyo"), "kanagawa": _("Kanagawa"), "niigata": _("Niigata"), "toyama": _("Toyama"),
    "ishikawa": _("Ishikawa"), "fukui": _("Fukui"), "yamanashi": _("Yamanashi"), "nagano": _("Nagano"),
    "gifu": _("Gifu"), "shizuoka": _("Shizuoka"), "aichi": _("Aichi"), "mie": _("Mie"),
    "shiga": _("Shiga"), "kyoto": _("Kyoto"), "osaka": _("Osaka"), "hyogo": _("Hyōgo"),
    "nara": _("Nara"), "wakayama": _("Wakayama"), "tottori": _("Tottori"), "shimane": _("Shimane"),
    "okayama": _("Okayama"), "hiroshima": _("Hiroshima"), "yamaguchi": _("Yamaguchi"),
    "tokushima": _("Tokushima"), "kagawa": _("Kagawa"), "ehime": _("Ehime"), "kochi": _("Kōchi"),
    "fukuoka": _("Fukuoka"), "saga": _("Saga"), "nagasaki": _("Nagasaki"), "kumamoto": _("Kumamoto"),
    "oita": _("Ōita"), "miyazaki": _("Miyazaki"), "kagoshima": _("Kagoshima"), "okinawa": _("Okinawa"),
}

# Part of the verdict's words: what a code of the answer is called on the page.
TAKE_HOME: Words = {
    "health": _("Health insurance"),
    "child_levy": _("Child support levy"),
    "pension": _("Pension insurance"),
    "employment": _("Employment insurance"),
}
NEEDS: Words = {
    "origin": _("the country you come from"),
    "programme": _("the programme"),
    "stage": _("the stage of the programme"),
    "field": _("the kind of work"),
    "prefecture": _("the prefecture"),
    "signed": _("the day of the offer"),
    "entry": _("the day of entry"),
    "contract_months": _("the length of the contract"),
    "completed_titp": _("whether you finished the technical intern programme"),
    "same_employer_again": _("whether it is the same employer again"),
    "wage": _("the pay"),
    "wage.scheduled_hours": _("the hours of work in a month"),
    "wage.allowance": _("the allowances"),
    "charge": _("the payments"),
    "charge.kind": _("what a payment is for"),
    "charge.amount": _("the amount of a payment"),
    "charge.paid_to": _("who takes the payment"),
    "charge.paid_on": _("the day of a payment"),
    "charge.receipt": _("whether there is a receipt"),
    "loan.principal": _("the sum of the loan"),
    "loan.monthly_rate": _("the interest of the loan"),
    "loan.payments": _("the number of payments of the loan"),
    "loan.lender": _("who lends the money"),
    "exchange": _("an exchange rate"),
}
