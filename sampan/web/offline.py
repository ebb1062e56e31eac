"""The offline board: the public pages that a phone may keep, and the service worker that keeps them.

Only listed pages and the style are kept; never a result, never what was typed.
"""

from __future__ import annotations

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from sampan.web.page import asset

_views: list[tuple[str, ...]] = [("home",)]

WORKER = """"use strict";
const NAME = %(name)s, PAGES = %(pages)s;
self.addEventListener("install", e => e.waitUntil(caches.open(NAME).then(c => c.addAll(PAGES))));
self.addEventListener("activate", e => e.waitUntil(caches.keys().then(all =>
  Promise.all(all.filter(n => n !== NAME).map(n => caches.delete(n))))));
self.addEventListener("fetch", e => {
  const at = new URL(e.request.url), key = at.pathname + at.search;
  if (e.request.method !== "GET" || at.origin !== location.origin || !PAGES.includes(key)) return;
  e.respondWith(fetch(e.request).catch(() => caches.match(key)));
});
"""


def register(view: str, *args: str) -> None:
    """Say that the public page named `view` may be kept on the phone."""
    if (view, *args) not in _views:
        _views.append((view, *args))


def addresses() -> list[str]:
    """Every page that may be kept, in every language."""
    found = []
    for code, _ in settings.LANGUAGES:
        with translation.override(code):
            found += [reverse(view, args=args) for view, *args in _views]
    return found


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker with the list of pages; a new list or style gives it a new name."""
    style = asset("web/sampan.css")
    pages = [*addresses(), style]
    body = WORKER % {"name": json.dumps("sampan " + style[-8:]), "pages": json.dumps(pages)}
    return HttpResponse(body, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})
