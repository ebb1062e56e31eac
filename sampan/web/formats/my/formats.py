"""Burmese, with Latin digits: 20 ဩဂုတ် 2026; 95,760,000. Django itself has no formats for Burmese."""

DATE_FORMAT = "j F Y"
YEAR_MONTH_FORMAT = "F Y"
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
