"""The Django application of the checks that are declared as data: each puts itself on the boards of the common look."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Checks(AppConfig):
    """Papers and questions of a worker held against the law."""

    name = "sampan.checks"
    label = "check"

    def ready(self) -> None:
        """Fill the boards with every check."""
        from sampan.checks import every
        from sampan.web import after, nav, offline, search, topics

        for name in every.NAMES:
            check, slug = every.find(name), name.replace("_", "-")
            title, about = _(check.title), _(check.about)
            icon = name if check.icon == "paper" else check.icon
            nav.register(nav.Entry(name, "check:ask", title, about, icon, args=(slug,)))
            search.register(search.Text("check:ask", title, about, (slug,)))
            topics.register(f"check.{name}", "check:ask", slug)
            offline.register("check:ask", slug)
            after.register(after.Act(check.format, _("Print"), "check:print", (slug,)))
            after.register(after.Act(check.format, _("Keep as PDF"), "check:pdf", (slug,)))
