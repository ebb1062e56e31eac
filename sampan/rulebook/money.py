"""Money and exact numbers: reading what people write, and writing it back.

Money is an integer in the currency's minor unit (US cents; yen, dong, riel and kyat have none).
Rates are exact fractions. Khmer, Burmese and full-width digits are read as digits.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from sampan.rulebook.words import half_up
from sampan.speech.translate import Filled

MINOR = {"JPY": 0, "VND": 0, "KHR": 0, "MMK": 0, "USD": 2}
MOST = 10**11
_AMOUNT = re.compile(r"(-?)(\d{1,15})(?:\.(\d{1,4}))?\s+([A-Za-z]{3})")
_NUMBER = re.compile(r"(-?)(\d{1,15})(?:\.(\d{1,12}))?")


@dataclass(frozen=True)
class Money:
    """An amount in minor units with its currency."""

    amount: int
    currency: str


def read_digits(text: str) -> str:
    """The text with every decimal digit of any script written as 0-9."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def read_money(text: object) -> Money:
    """Read "96000000 VND" or "12.50 USD". Raises ValueError with a message that says what to write."""
    if not isinstance(text, str):
        raise ValueError('an amount is a text like "96000000 VND"')
    found = _AMOUNT.fullmatch(read_digits(text).strip())
    if not found:
        raise ValueError('the amount cannot be read; write digits, a space and the currency: "96000000 VND"')
    sign, whole, fraction, currency = found.groups()
    currency = currency.upper()
    if currency not in MINOR:
        known = ", ".join(MINOR)
        raise ValueError(Filled("the currency %(currency)s is not known; use one of %(known)s", currency=currency,
                                known=known))
    places = MINOR[currency]
    if fraction and len(fraction.rstrip("0")) > places:
        raise ValueError(Filled("%(currency)s has %(places)s decimal places; thousands are written without dots or "
                                "commas", currency=currency, places=places))
    amount = int(whole) * 10**places + int((fraction or "").ljust(places, "0")[:places] or 0)
    if sign and amount:
        raise ValueError("the amount is below zero; write what was asked or paid as a positive amount")
    if amount > MOST:
        raise ValueError(Filled("the amount is too large; at most %(most)s minor units can be checked", most=MOST))
    return Money(amount, currency)


def read_rate(text: object, most_digits: int = 6) -> Fraction:
    """Read an exact rate: "1.5%", "3/200", "0.015" or "175". Raises ValueError."""
    if not isinstance(text, str):
        raise ValueError('a rate is a text like "1.5%" or "3/200"')
    clean = read_digits(text).strip()
    percent = clean.endswith("%")
    parts = [p.strip() for p in clean.rstrip("%").split("/")]
    numbers = [_NUMBER.fullmatch(p) for p in parts]
    if len(parts) > 2 or any(n is None for n in numbers) or (percent and len(parts) == 2):
        raise ValueError('the rate cannot be read; write "1.5%", "3/200" or "175"')
    values = [Fraction(p) for p in parts]
    for part in parts:
        if len(re.sub(r"[-.]", "", part).strip("0")) > most_digits:
            raise ValueError(Filled("the rate has more than %(most)s significant digits", most=most_digits))
    if any(v < 0 for v in values) or (len(values) == 2 and values[1] == 0):
        raise ValueError("the rate is below zero or divides by zero")
    value = values[0] / values[1] if len(values) == 2 else values[0]
    return value / 100 if percent else value


def read_whole(value: object) -> object:
    """A short text of digits of any script as a whole number; anything else as it is."""
    clean = read_digits(value).strip() if isinstance(value, str) else ""
    return int(clean) if clean.isascii() and clean.isdecimal() and len(clean) <= 9 else value


def in_units(text: object, unit: str) -> int:
    """A value of a law file as a whole number of its unit: "9.93%" in "0.01 percent" is 993.

    Raises ValueError when it does not divide exactly, or for a float.
    """
    if isinstance(text, bool) or isinstance(text, float):
        raise ValueError("a value is a whole number or an exact text, never a float")
    if isinstance(text, int):
        return text
    word = str(text).strip()
    money = re.fullmatch(r"(\S+) (JPY|VND|KHR|MMK|USD)", word)
    if money:
        return read_money(word).amount
    step = re.match(r"(\d+(?:\.\d+)?)\s+(percent|per mille)?", unit)
    scale = Fraction(step[1]) if step else Fraction(1)
    kind = step[2] if step else None
    if word.endswith("%"):
        value = Fraction(word[:-1]) / 100
    else:
        value = Fraction(word)
        if kind is not None and "/" not in word:
            value /= 100 if kind == "percent" else 1000
    scale /= {"percent": 100, "per mille": 1000, None: 1}[kind]
    counted = value / scale
    if counted.denominator != 1:
        raise ValueError(f'"{word}" is not a whole number of the unit "{unit}"')
    return counted.numerator


def written(amount: int, currency: str) -> int | str:
    """An amount as the formats write it: an integer, US dollars as a decimal text with two digits."""
    if currency != "USD":
        return amount
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def rounded(value: Fraction) -> int:
    """An exact fraction to the nearest whole number, a half upwards."""
    return half_up(value.numerator, value.denominator)


def decimals(value: Fraction, places: int) -> str:
    """An exact fraction as a decimal text with so many digits, a half upwards."""
    scaled = rounded(value * 10**places)
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**places)
    return f"{sign}{whole}.{rest:0{places}d}"
