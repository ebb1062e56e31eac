"""The Django application of the common look."""

from django.apps import AppConfig


class Web(AppConfig):
    """Templates, style and boards that every room uses."""

    name = "sampan.web"
    label = "web"
