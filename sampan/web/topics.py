"""The topic board: from a rule or topic id to the address that explains it.

So a finding and an article find each other without one room importing the other.
"""

from __future__ import annotations

from django.urls import reverse

_views: dict[str, tuple[str, tuple[str, ...]]] = {}


def register(topic: str, view: str, *args: str) -> None:
    """Say that `topic` is explained by the address named `view`."""
    _views[topic] = (view, args)


def address(topic: str) -> str:
    """The address for a topic in the present language; empty when no room explains it."""
    if topic not in _views:
        return ""
    view, args = _views[topic]
    return reverse(view, args=args)
