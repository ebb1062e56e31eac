"""The Django application of the law explorer: it puts itself on the boards of the common look."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LawBook(AppConfig):
    """The law as pages."""

    name = "sampan.lawbook"
    label = "lawbook"

    def ready(self) -> None:
        """Fill the boards: each rule and each family of values finds its page by its id."""
        from sampan.rulebook.stored import law
        from sampan.web import nav, offline, search, topics

        title, about = _("The law we use"), _("Every rule with its source, its dates and its doubts.")
        nav.register(nav.Entry("law", "lawbook:index", title, about, "law"))
        search.register(search.Text("lawbook:index", title, about))
        search.register(search.Text("lawbook:compare", _("Compare two days of the law"),
                                    _("What changes between two days, in sentences.")))
        search.register(search.Text("lawbook:unverified", _("What is not verified"),
                                    _("Rules from memory, sources that disagree, open questions.")))
        search.register(search.Text("lawbook:checked", _("What was last checked when"),
                                    _("The last day on which each value was compared with its source.")))
        offline.register("lawbook:index")
        topics.register("law", "lawbook:index")
        rules = law()
        for rule in rules.rules:
            topics.register(rule, "lawbook:rule", rule)
        for family in rules.families:
            topics.register(family, "lawbook:values", family)
