"""Vietnamese: 20 tháng 8 năm 2026; 95.760.000."""

DATE_FORMAT = r"j \t\há\n\g n \nă\m Y"
YEAR_MONTH_FORMAT = r"\t\há\n\g n \nă\m Y"
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "."
NUMBER_GROUPING = 3
