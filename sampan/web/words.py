"""The page of the words: how far each language is, what is open and what waits for a review by a native speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sampan.speech.translate import DOMAINS, LANGUAGES, share

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

ON_A_PAGE = 30
NAMES: dict[str, _StrPromise] = {"django": _("Pages and questions"), "law": _("The words of the law")}
STATES: dict[str, _StrPromise] = {"open": _("Not translated"), "drafted": _("Not yet reviewed")}


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Counts for each part, then the texts that are open or not reviewed; for English, every language's share."""
    code = get_language() or "en"
    context = {
        "counts": [(NAMES[d], share(code, d)) for d in DOMAINS] if code != "en" else [],
        "shares": [(lang, [(NAMES[d], share(lang, d)) for d in DOMAINS]) for lang in LANGUAGES if lang != "en"],
        "english": code == "en", "spoken": code,
    }
    if code != "en":
        asked = request.GET.get("state", "")
        found = _texts(code, asked if asked in STATES else "")
        context["state"], context["states"] = asked, STATES.items()
        context["page"] = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "web/words.html", context)


def _texts(code: str, state: str) -> list[tuple[str, str, _StrPromise]]:
    """English, translation and state of what is open; the catalogues are read only for this page."""
    from sampan.speech.catalogues import wordings

    return [(w.english, w.translation if w.state != "open" else "", STATES[w.state]) for w in wordings(code)
            if w.state in STATES and state in ("", w.state)]
