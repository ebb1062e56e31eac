"""The pages of every check that is declared as data: questions, result, working, print and PDF.

Nothing is stored: each page carries the whole document to the next by POST. No cookie, no query.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from sampan.checks import every, pages
from sampan.checks.carried import Carried
from sampan.checks.check import Check
from sampan.checks.flow import CHECK, Flow
from sampan.checks.kinds import lazy
from sampan.checks.outcome import helpers, outcome
from sampan.rulebook.errors import BadInput

View = Callable[[HttpRequest, str], HttpResponse]


@cache
def flow(name: str) -> Flow:
    """How a visitor walks through the check of this name."""
    check, slug = every.find(name), name.replace("_", "-")
    return Flow(
        pages.shape(check), pages.questions(name), lambda page: reverse(f"check:{page}", args=(slug,)),
        lambda document: pages.told(check, document), check.answer,
        lambda document, before: pages.prune(check, document, before),
    )


def known(slug: str) -> str:
    """The name of the check at an address. Raises Http404 when there is none."""
    name = slug.replace("-", "_")
    if name not in every.NAMES or "_" in slug:
        raise Http404("no such check")
    return name


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, name: str) -> HttpResponse:
    """One question: show it, read its answer, go on, go back, or change an answer."""
    return flow(known(name)).ask(request)


def answered(view: Callable[[HttpRequest, Check, Flow, Carried, dict[str, Any]], HttpResponse]) -> View:
    """A page that needs the carried document; who comes by a plain address starts at the first question."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request: HttpRequest, name: str) -> HttpResponse:
        here = flow(known(name))
        if request.method != "POST":
            return HttpResponseRedirect(here.address("ask"))
        check, state = every.find(known(name)), here.carried(request)
        state.then = CHECK
        try:
            answer = check.answer(state.document)
        except BadInput as error:
            return here.refused(request, state, error)
        return view(request, check, here, state, answer)

    return page


def _page(request: HttpRequest, here: Flow, state: Carried, template: str, shown: dict[str, Any]) -> HttpResponse:
    places = {f"{page}_at": here.address(page) for page in ("ask", "result", "working", "help")}
    context = {**shown, **places, "carried": state.fields(CHECK), "action": request.path}
    return render(request, template, context)


@answered
def result(request: HttpRequest, check: Check, here: Flow, state: Carried, answer: dict[str, Any]) -> HttpResponse:
    """The verdict, the figures, what to do, and the law behind."""
    return _page(request, here, state, "checks/result.html", outcome(answer, check, brief=True))


@answered
def working(request: HttpRequest, check: Check, here: Flow, state: Carried, answer: dict[str, Any]) -> HttpResponse:
    """The steps behind each figure and finding."""
    return _page(request, here, state, "checks/working.html", outcome(answer, check))


@answered
def helped(request: HttpRequest, check: Check, here: Flow, state: Carried, answer: dict[str, Any]) -> HttpResponse:
    """Who can help, where, how and until when."""
    return _page(request, here, state, "checks/help.html", helpers(answer, str(lazy(check.title))))


@answered
def printed(request: HttpRequest, check: Check, here: Flow, state: Carried, answer: dict[str, Any]) -> HttpResponse:
    """The result for paper."""
    shown = {**outcome(answer, check, help_too=True), "answers": pages.told(check, state.document), "paper": True}
    return _page(request, here, state, "checks/print.html", shown)


@answered
def pdf(request: HttpRequest, check: Check, here: Flow, state: Carried, answer: dict[str, Any]) -> HttpResponse:
    """The result with its full working as one or two A4 pages."""
    from sampan.checks.sheet import sheet

    slug = check.name.replace("_", "-")
    name = {"Content-Disposition": f'attachment; filename="{slug}.pdf"', "X-Robots-Tag": "noindex"}
    body = sheet(answer, check, pages.told(check, state.document))
    return HttpResponse(body, content_type="application/pdf", headers=name)
