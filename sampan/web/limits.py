"""Small guards around every request: a limit for its size, and no trace of what was sent."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext

Next = Callable[[HttpRequest], HttpResponse]


class Bare(logging.Filter):
    """Takes the request out of a log record, so that no handler can print what was sent."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Drop the request and keep the record."""
        record.__dict__.pop("request", None)
        return True


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def body_limit(get_response: Next) -> Next:
    """Refuse a body over the limit with a clear 413 before any of it is read."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _length(request) <= settings.BODY_LIMIT:
            return get_response(request)
        if request.path.startswith("/api/"):
            fault = {
                "file": "",
                "key": "",
                "message": gettext("The file is too large."),
                "remedy": gettext("Send at most 1 MB; split a long list into several files."),
            }
            return JsonResponse({"format": "sampan-error/1", "errors": [fault]}, status=413)
        from sampan.web.views import too_large

        return too_large(request)

    return middleware


def no_store(get_response: Next) -> Next:
    """Let no cache keep the answer to a POST."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST":
            response.headers["Cache-Control"] = "no-store"
        return response

    return middleware
