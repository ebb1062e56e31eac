"""The Django application of the guides: it puts itself on the boards of the common look."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Rights(AppConfig):
    """Guides on rights and health, and emergency cards."""

    name = "sampan.rights"
    label = "rights"

    def ready(self) -> None:
        """Fill the boards: an article is found by its slug, by its remedy topics and by its words."""
        from sampan.rights.shelf import shelf
        from sampan.rights.views import FORMAT
        from sampan.web import after, nav, offline, search, topics

        title, about = _("Know your rights"), _("Health, pregnancy, pay, papers, the way there and back.")
        nav.register(nav.Entry("rights", "rights:index", title, about, "book"))
        help_title, help_about = _("Emergency"), _("Forced home, violence, injury, danger in pregnancy.")
        nav.register(nav.Entry("emergency", "emergency:cards", help_title, help_about, "person"))
        search.register(search.Text("rights:index", title, about))
        search.register(search.Text("emergency:cards", help_title, help_about))
        offline.register("rights:index")
        offline.register("emergency:cards")
        topics.register("rights", "rights:index")
        topics.register("emergency", "emergency:cards")
        for slug, article in shelf().articles.items():
            view = f"rights:{slug}"
            topics.register(f"rights.{slug}", view)
            for topic in article.topics:
                topics.register(topic, view)
            search.register(search.Text(view, _words(slug, "title"), _words(slug, "answer")))
            offline.register(view)
        after.register(after.Act(FORMAT, _("Print"), "rights:print"))
        after.register(after.Act(FORMAT, _("Leaflet (PDF)"), "rights:pdf"))


def _in_language(slug: str, part: str) -> str:
    from sampan.rights.shelf import shelf

    return str(getattr(shelf().text(slug, get_language() or "en").words, part))


_words: Any = lazy(_in_language, str)
