"""The home page and the pages that say what went wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from sampan.web import nav, search


@require_safe
def home(request: HttpRequest, order: Iterable[tuple[object, Iterable[str]]] = ()) -> HttpResponse:
    """The first page: one tile for each room that exists, grouped by when it is needed."""
    return render(request, "web/home.html", {"groups": nav.groups(order)})


def _wrong(request: HttpRequest, status: int, title: str, *advice: str) -> HttpResponse:
    found = search.texts() if status == 404 else []
    context = {"title": title, "advice": advice, "found": found}
    return render(request, "web/wrong.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request cannot be read."""
    return _wrong(
        request,
        400,
        gettext("We cannot read what was sent"),
        gettext("Go back one page and try again."),
        gettext("If it happens again, start from the first page."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page."""
    return _wrong(
        request,
        404,
        gettext("This page does not exist"),
        gettext("Check the address for a typing mistake."),
        gettext("Or start from the first page."),
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """413: more was sent than one check needs."""
    return _wrong(
        request,
        413,
        gettext("This is too large"),
        gettext("One check takes at most 1 MB, a file at most 256 kB."),
        gettext("Leave out what the check does not need, or split the file."),
    )


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form was sent from another place."""
    return _wrong(
        request,
        403,
        gettext("This form cannot be used from here"),
        gettext("Open the page again and fill in the form there."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return _wrong(
        request,
        500,
        gettext("Something is wrong on our side"),
        gettext("Nothing that you typed was kept."),
        gettext("Wait a few minutes, then go back one page and try again."),
    )
