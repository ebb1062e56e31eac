"""The order in which rooms stand in the menu and on the home page.

A room registers its entry on the board `sampan.web.nav`; only the roof knows all rooms and may order them.
A name without an entry is skipped; an entry that is not listed here comes last.
"""

ORDER = ("offer", "contract", "payslip", "rights", "emergency", "registry", "law", "evidence")
