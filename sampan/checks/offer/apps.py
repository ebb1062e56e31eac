"""The Django application of the offer check: it puts itself on the boards of the common look."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfferCheck(AppConfig):
    """A job offer held against the law."""

    name = "sampan.checks.offer"
    label = "offer"

    def ready(self) -> None:
        """Fill the boards."""
        from sampan.checks.offer.facts import FORMAT
        from sampan.web import after, nav, offline, search, topics

        title, about = _("Check a job offer"), _("Is this fee allowed? What is left of the pay?")
        nav.register(nav.Entry("offer", "offer:ask", title, about, "offer"))
        search.register(search.Text("offer:ask", title, about))
        topics.register("check.offer", "offer:ask")
        offline.register("offer:ask")
        after.register(after.Act(FORMAT, _("Print"), "offer:print"))
        after.register(after.Act(FORMAT, _("Keep as PDF"), "offer:pdf"))
        after.register(after.Act(FORMAT, _("Plan"), "offer:plan"))
