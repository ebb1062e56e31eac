"""The menu board: each room says which entry it has, with which icon and for which role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

@dataclass(frozen=True)
class Entry:
    """One tile and menu entry: `name` is the room, `view` the name of its address, `args` what that takes."""

    name: str
    view: str
    title: _StrPromise
    about: _StrPromise
    icon: str
    role: str = "public"
    args: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Its address in the present language."""
        return reverse(self.view, args=self.args)


_entries: dict[str, Entry] = {}


def register(entry: Entry) -> None:
    """Put a room's entry on the board; a second call with the same name replaces the first."""
    _entries[entry.name] = entry


def entries(order: Iterable[str] = (), role: str = "public") -> list[Entry]:
    """The entries for a role, the listed names first and in that order."""
    place = {name: n for n, name in enumerate(order)}
    found = [e for e in _entries.values() if e.role == role]
    return sorted(found, key=lambda e: (place.get(e.name, len(place)), e.name))


def groups(order: Iterable[tuple[object, Iterable[str]]], role: str = "public") -> list[tuple[object, list[Entry]]]:
    """The entries for a role under the titles of `order`; what no title names comes last, without one."""
    rest = {e.name: e for e in entries(role=role)}
    out = [(title, [rest.pop(name) for name in names if name in rest]) for title, names in order]
    return [(title, found) for title, found in [*out, ("", list(rest.values()))] if found]
