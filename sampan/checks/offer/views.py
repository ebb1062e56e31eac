"""The pages of the offer check: questions one by one, then the result, its print and its PDF.

Nothing is stored: each page carries the whole offer to the next by POST. No cookie, no query.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from sampan.checks.carried import Carried
from sampan.checks.flow import CHECK, Flow
from sampan.checks.offer.answers import told
from sampan.checks.offer.questions import QUESTIONS, SHAPE, prune
from sampan.checks.offer.result import check_offer
from sampan.checks.offer.shown import page_of
from sampan.checks.outcome import helpers
from sampan.rulebook.errors import BadInput

FLOW = Flow(SHAPE, QUESTIONS, lambda page: reverse(f"offer:{page}"), told, check_offer, prune)
HELP = "checks/help.html"
View = Callable[[HttpRequest], HttpResponse]


def with_offer(view: Callable[[HttpRequest, Carried], HttpResponse]) -> View:
    """A page that needs the carried offer; who comes by a plain address starts at the first question."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseRedirect(FLOW.address("ask"))
        return view(request, FLOW.carried(request))

    return page


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """One question: show it, read its answer, go on, go back, or change an answer."""
    return FLOW.ask(request)


def _answer(request: HttpRequest, state: Carried, template: str, more: dict[str, Any] | None = None) -> HttpResponse:
    try:
        verdict = check_offer(state.document)
    except BadInput as error:
        return FLOW.refused(request, state, error)
    places = {f"{page}_at": FLOW.address(page) for page in ("ask", "result", "help")}
    shown = helpers(verdict, gettext("Check of a job offer")) if template == HELP else page_of(
        verdict, state.document)
    context = {**shown, **places, "answers": told(state.document), "carried": state.fields(CHECK),
               "action": request.path, **(more or {})}
    return render(request, template, context)


@with_offer
def result(request: HttpRequest, state: Carried) -> HttpResponse:
    """The verdict on the offer, line by line, with reasons, sources and what to do."""
    state.then = CHECK
    return _answer(request, state, "offer/result.html")


@with_offer
def working(request: HttpRequest, state: Carried) -> HttpResponse:
    """The steps behind each figure of the result."""
    return _answer(request, state, "offer/working.html")


@with_offer
def helped(request: HttpRequest, state: Carried) -> HttpResponse:
    """Who can help, where, how and until when."""
    return _answer(request, state, HELP)


@with_offer
def printed(request: HttpRequest, state: Carried) -> HttpResponse:
    """The result for paper."""
    return _answer(request, state, "offer/print.html", {"paper": True})


@with_offer
def pdf(request: HttpRequest, state: Carried) -> HttpResponse:
    """The result as one A4 page."""
    from sampan.checks.offer.sheet import sheet

    try:
        verdict = check_offer(state.document)
    except BadInput as error:
        return FLOW.refused(request, state, error)
    name = {"Content-Disposition": 'attachment; filename="offer.pdf"', "X-Robots-Tag": "noindex"}
    return HttpResponse(sheet(verdict, state.document), content_type="application/pdf", headers=name)
