"""The search board: texts that can be found, each with its address and title.

So far its entries help people who land on an address that does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

@dataclass(frozen=True)
class Text:
    """One thing to find: the name of its address and what that takes, its title and a sentence about it."""

    view: str
    title: _StrPromise
    about: _StrPromise
    args: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Its address in the present language."""
        return reverse(self.view, args=self.args)


_texts: dict[tuple[str, ...], Text] = {}


def register(text: Text) -> None:
    """Make a text findable."""
    _texts[text.view, *text.args] = text


def texts() -> list[Text]:
    """All texts that rooms have registered."""
    return list(_texts.values())
