"""The pages of the law explorer. All are read by GET, work without JavaScript and make no query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sampan.lawbook import shown, words
from sampan.lawbook.forms import FIRST, SECOND, Asked, Search, TwoDays, rows_form
from sampan.lawbook.templatetags.lawbook import known, plain
from sampan.rulebook import compared, review
from sampan.rulebook.dates import today
from sampan.rulebook.law import Law
from sampan.rulebook.stored import law
from sampan.web.templatetags.sampan import day

ENTRIES, CASES, ROWS, CHANGES, SENTENCES, OPEN, CHECKED = 40, 6, 25, 30, 30, 30, 40


def _page(request: HttpRequest, rows: Sequence[Any], size: int) -> Page[Any]:
    return Paginator(rows, size).get_page(request.GET.get("page"))


def _faults(form: Asked) -> list[tuple[str, str]]:
    return [(f"f_{name}", str(m)) for name, messages in form.errors.items() for m in messages]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every rule and every family of values, by whose law it is; a search by words."""
    rules, form = law(), Search(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = _search(rules, str(asked.get("words", "")), str(asked.get("of", "")))
    context = {
        "form": form, "entries": _page(request, found, ENTRIES), "asked": any(asked.values()), "law": rules,
        "rules": len(rules.rules), "families": len(rules.families), "faults": _faults(form),
    }
    return render(request, "lawbook/index.html", context)


def _search(rules: Law, text: str, of: str) -> list[shown.Entry]:
    wanted = text.casefold().split()

    def meets(entry: shown.Entry) -> bool:
        told = f"{entry.id} {entry.id.replace('_', ' ')} {entry.title} {plain(entry.title)}".casefold()
        return (not of or entry.place == of) and all(w in told for w in wanted)

    return [e for e in shown.entries(rules) if meets(e)]


@require_safe
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: its meaning, scope, formula, articles, values, doubts and worked cases."""
    rules = law()
    if name not in rules.rules:
        raise Http404
    found = rules.rules[name]
    cases = _page(request, shown.cases_of(rules, found), CASES)
    context = {**shown.rule_of(rules, found), "cases": cases, "breach": words.BREACHES.get(found.breach, "")}
    return render(request, "lawbook/rule.html", context)


@require_safe
def values(request: HttpRequest, name: str) -> HttpResponse:
    """One family of values: which day selects the row, every dated row, and the line that says when it was checked."""
    rules = law()
    if name not in rules.families:
        raise Http404
    family = rules.families[name]
    form = rows_form(rules, family, request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    sources = shown.Sources()
    page = _page(request, shown.rows_of(rules, family, asked), ROWS)
    rows = [shown.row_of(rules, family, r, sources) for r in page]
    context = {
        **shown.family_of(rules, family), "form": form, "faults": _faults(form), "page": page, "rows": rows,
        "sources": sources.rows, "table": all(shown.short(r["values"]) and not r["readings"] for r in rows),
        "file": f"sampan/law/{family.file}", "line": review.checked_line(family), "filter": len(family.rows) > 1,
        "stale": (today() - family.checked).days > review.STALE_DAYS,
    }
    return render(request, "lawbook/values.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two days of the law: what changes, first in sentences, then value by value."""
    rules = law()
    asked = "one" in request.GET or "two" in request.GET
    form = TwoDays(request.GET if asked else {"one": FIRST, "two": SECOND})
    context: dict[str, Any] = {"form": form, "faults": _faults(form)}
    if form.is_valid():
        found = compared.compare(rules, form.cleaned_data["one"], form.cleaned_data["two"])
        page = _page(request, found.changes, CHANGES)
        context.update(found=found, page=page, changes=shown.changes_of(rules, list(page)))
        if page.number == 1:
            told = compared.sentences(found, known, day)
            context.update(sentences=told[:SENTENCES], more=max(0, len(told) - SENTENCES))
    return render(request, "lawbook/compare.html", context)


@require_safe
def unverified(request: HttpRequest) -> HttpResponse:
    """What is not verified: memory, conflicting, unknown, vague days, what is never decided, open questions."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in review.KINDS else ""
    every = review.unverified(law())
    counts = [(k, words.OPEN[k], sum(o.kind == k for o in every)) for k in review.KINDS]
    found = sorted((o for o in every if not kind or o.kind == kind), key=lambda o: review.KINDS.index(o.kind))
    context = {"kind": kind, "counts": counts, "page": _page(request, found, OPEN)}
    return render(request, "lawbook/unverified.html", context)


@require_safe
def checked(request: HttpRequest) -> HttpResponse:
    """When each family was last compared with its source; what nobody has looked at for long is marked."""
    found = review.checks(law(), today())
    context = {"page": _page(request, found, CHECKED), "stale": sum(c.stale for c in found), "days": review.STALE_DAYS,
               "ending": sum(c.ending for c in found)}
    return render(request, "lawbook/checked.html", context)
