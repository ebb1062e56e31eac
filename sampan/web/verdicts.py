"""Three tones for every verdict, each with a shape and a word, so that colour never stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

@dataclass(frozen=True)
class Mark:
    """How a verdict is shown: `tone` is no, ask or ok."""

    tone: str
    shape: str
    word: _StrPromise


MARKS: dict[str, Mark] = {
    "forbidden": Mark("no", "✕", _("Forbidden")),
    "over": Mark("no", "✕", _("Over the limit")),
    "not_on_worker": Mark("no", "✕", _("You should not pay this")),
    "short": Mark("no", "✕", _("Too little")),
    "void": Mark("no", "✕", _("Not valid")),
    "not_allowed": Mark("no", "✕", _("Not allowed")),
    "conflicting": Mark("ask", "?", _("Sources disagree")),
    "not_verified": Mark("ask", "?", _("Not verified")),
    "unknown": Mark("ask", "?", _("Not known yet")),
    "no_rule": Mark("ask", "–", _("No rule loaded")),
    "allowed": Mark("ok", "✓", _("Allowed")),
    "nothing_wrong_found": Mark("ok", "✓", _("Nothing wrong found")),
}
