"""The Django application of the common look."""

from django.apps import AppConfig


class Web(AppConfig):
    """Templates, style and boards that every room uses."""

    name = "sampan.web"
    label = "web"

    def ready(self) -> None:
        """Find what has no translation on a page."""
        from sampan.web import fallback

        fallback.stand_last()
