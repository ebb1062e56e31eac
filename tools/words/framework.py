"""Texts of Django that our pages can show. Khmer and Burmese lack most of them, so they are in our catalogues too.

`tests/test_words.py` compares them with Django's own list.
"""

from __future__ import annotations

from collections.abc import Iterator

from tools.words.found import Text

PLACE = "django"
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ALSO = (
    "This field is required.", "Enter a whole number.", "Enter a number.", "Enter a valid date.",
    "Enter a valid value.", "Enter a valid email address.", "Enter a valid URL.",
    "Null characters are not allowed.", "Enter a list of values.",
    "Select a valid choice. That choice is not one of the available choices.",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "No file was submitted. Check the encoding type on the form.", "No file was submitted.",
    "The submitted file is empty.",
    "Upload a valid image. The file you uploaded was either not an image or a corrupted image.",
    "Ensure this value is less than or equal to %(limit_value)s.",
    "Ensure this value is greater than or equal to %(limit_value)s.",
)
COUNTED = (
    ("Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
     "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d)."),
    ("Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
     "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d)."),
    ("Ensure this filename has at most %(max)d character (it has %(length)d).",
     "Ensure this filename has at most %(max)d characters (it has %(length)d)."),
)


def texts() -> Iterator[Text]:
    """Every text of the framework that we translate ourselves."""
    yield from (Text(english, [PLACE]) for english in (*MONTHS, *DAYS, *ALSO))
    yield from (Text(month, [PLACE], context="alt. month") for month in MONTHS)
    yield from (Text(one, [PLACE], many) for one, many in COUNTED)
