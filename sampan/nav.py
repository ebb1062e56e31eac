"""The order in which rooms stand on the home page, grouped by when they are needed.

A room registers its entry on the board `sampan.web.nav`; only the roof knows all rooms and may order them.
A name without an entry is skipped; an entry that is not listed here comes last.
"""

from django.utils.translation import gettext_lazy as _

ORDER = (
    (_("Before you go"), ("offer", "contract")),
    (_("At work"), ("payslip", "paid_leave", "stay")),
    (_("When something is wrong"), ("emergency", "injury", "pregnancy", "leaving", "transfer")),
    (_("After the return"), ("pension_refund",)),
    (_("To read"), ("rights", "registry", "law", "evidence")),
)
