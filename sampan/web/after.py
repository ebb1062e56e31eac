"""The board of next acts: what can be done with a result (print it, keep it as PDF, open a case).

Each act is a POST that carries the checked file on; it stores nothing unless it says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

@dataclass(frozen=True)
class Act:
    """One button under a result: the format it works on, its word, the name of its address and what that takes."""

    of: str
    label: _StrPromise
    view: str
    args: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Its address in the present language."""
        return reverse(self.view, args=self.args)


_acts: dict[tuple[str, str], Act] = {}


def register(act: Act) -> None:
    """Offer an act for results of one format."""
    _acts[act.of, act.view] = act


def acts(of: str) -> list[Act]:
    """The acts for results of the format `of`, in the order in which they came."""
    return [a for a in _acts.values() if a.of == of]
