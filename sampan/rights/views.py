"""The pages of the guides. Nothing about a reader is stored, and no database is asked."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sampan.rights import labels
from sampan.rights.article import Article, Text
from sampan.rights.reading import GROUPS
from sampan.rights.sheet import leaflet
from sampan.rights.shelf import Shelf, shelf
from sampan.rights.shown import frame, language, page_of
from sampan.web import after
from sampan.web.page import asset

FIRST = ("police", "ambulance")  # the numbers on top of the emergency page
FORMAT = "sampan-article/1"  # the name under which other rooms offer acts for an article


def _found(slug: str) -> tuple[Shelf, Article]:
    if slug not in shelf().articles:
        raise Http404(slug)
    return shelf(), shelf().articles[slug]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All articles in their groups: the emergency cards on top, then health."""
    held = shelf()
    groups = [(labels.GROUP[g], [(a.slug, held.text(a.slug, language())) for a in held.group(g)])
              for g in GROUPS if g != "emergency"]
    fallback = any(held.text(slug, language()).lang != language() for slug in held.articles)
    context = {"groups": groups, "frame": frame(), "cards": _cards(held), "fallback": fallback}
    return render(request, "rights/index.html", context)


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """One article: the question, the answer, what to do, who can help, the law."""
    held, found = _found(slug)
    context = {"acts": after.acts(FORMAT), "listen": asset("rights/listen.js"), "paper": False}
    return render(request, "rights/article.html", page_of(held, found) | context)


@require_safe
def printed(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for paper."""
    held, found = _found(slug)
    return render(request, "rights/article.html", page_of(held, found) | {"acts": [], "paper": True})


@require_safe
def pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The leaflet: one A4 page. Its file name says nothing about what it is on."""
    held, found = _found(slug)
    name = f"guide-{language()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(leaflet(page_of(held, found)), content_type="application/pdf", headers=headers)


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """All emergency cards on one page, each with the sentence to show."""
    cards = _cards(shelf())
    states = sorted({text.review for _, text in cards})
    fallback = any(text.lang != language() for _, text in cards)
    context = {"cards": cards, "fallback": fallback, "first": [shelf().numbers[key] for key in FIRST], "frame": frame(),
               "listen": asset("rights/listen.js"), "review": " ".join(map(labels.review, states))}
    return render(request, "rights/emergency.html", context)


def _cards(held: Shelf) -> list[tuple[Article, Text]]:
    return [(a, held.text(a.slug, language())) for a in held.group("emergency")]
