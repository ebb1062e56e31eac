"""Whatever is still English on a page of another language is found, marked with its language, and told to the reader.

The last link in gettext's chain is asked only for texts that have no translation. It sets two invisible signs around
the English text; when the page is made, they become <span lang="en">, or vanish where no mark can stand (a title, an
attribute). So every text is covered, whichever template or form it comes from. Outside pages the signs are not set.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext_noop, trans_real
from django.utils.translation import gettext as _

from sampan.web.page import translated

# Invisible separator, times and plus: a reader sees nothing even where one is left.
BEGIN, QUOTED, END = "\u2063", "\u2062", "\u2064"
NOTE = "<!--english-->"  # where the note stands that some sentences are still English
PARTLY = gettext_noop("Some sentences of this page are not translated yet. They are in English.")
_page: ContextVar[bool] = ContextVar("page", default=False)
_TAG = re.compile(r"(<[^>]*>)")
_INLINE = re.compile(r"</?(a|abbr|b|br|cite|code|em|i|kbd|q|small|span|strong|time)\b", re.I)
_BARE = re.compile(r"<(/?)(title|option|textarea|script|style)\b", re.I)


def marked(text: str) -> str:
    """An English text on a page of another language, between the signs; elsewhere the text as it is."""
    return f"{BEGIN}{text}{END}" if text and _page.get() else text


def quoted(text: str) -> str:
    """The title or article of a law as its source writes it: marked as English, but not missed in the catalogue."""
    return f"{QUOTED}{text}{END}" if text and _page.get() else text


class English(gettext.NullTranslations):
    """The last in the chain of catalogues: gives the English text, marked."""

    def gettext(self, message: str) -> str:
        """The message, whose context (before a control sign) is not shown."""
        return marked(message.rpartition("\x04")[2])

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The message for one or for several."""
        return marked((msgid1 if n == 1 else msgid2).rpartition("\x04")[2])


@cache
def stand_last() -> None:
    """Put ourselves behind the English catalogue, which stands behind all others."""
    trans_real.translation("en").add_fallback(English())


def mark_english(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware: on pages of a language that has words of its own, mark what has none."""

    def middleware(request: HttpRequest) -> HttpResponse:
        code = get_language() or "en"
        if code == "en" or not translated(code) or not request.path_info.startswith(f"/{code}/"):
            return get_response(request)
        before = _page.set(True)
        try:
            response = get_response(request)
        finally:
            _page.reset(before)
        if response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming:
            response.content = in_spans(response.content.decode())
        return response

    return middleware


def in_spans(html: str) -> str:
    """A page with its signs turned into marks, and with the note when there was one."""
    out, bare, depth = [], False, 0
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            if tag := _BARE.match(piece):
                bare = not tag[1]
            depth = depth if _INLINE.match(piece) else 0
            out.append(unmarked(piece))
        elif bare:
            out.append(unmarked(piece))
        else:
            marks, depth = _spans(piece, depth)
            out.append(marks)
    said, own = _(PARTLY), "" if _(PARTLY) != PARTLY else ' lang="en"'
    note = f'<p class="note"{own}>{said}</p>'
    return "".join(out).replace(NOTE, note if BEGIN in html else "", 1)


def _spans(text: str, depth: int) -> tuple[str, int]:
    """The text between two tags; English that goes on behind an inline tag is marked anew there."""
    out = []
    for part in re.split(f"([{BEGIN}{QUOTED}{END}])", text):
        if part in (BEGIN, QUOTED):
            depth += 1
        elif part == END:
            depth = max(0, depth - 1)
        elif part:
            out.append(f'<span lang="en">{part}</span>' if depth and part.strip() else part)
    return "".join(out), depth


def unmarked(text: str) -> str:
    """The text without the signs."""
    return text.replace(BEGIN, "").replace(QUOTED, "").replace(END, "")
