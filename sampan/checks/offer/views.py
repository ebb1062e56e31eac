"""The pages of the offer check: questions one by one, then the result, its print and its PDF.

Nothing is stored: each page carries the whole offer to the next by POST. No cookie, no query.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from sampan.checks.offer import parts
from sampan.checks.offer.answers import told
from sampan.checks.offer.carried import Carried, carried
from sampan.checks.offer.forms import UNKNOWN, Asked, Choice
from sampan.checks.offer.questions import BY_NAME, QUESTIONS, Question, after, asked, before, prune
from sampan.checks.offer.result import check_offer
from sampan.checks.offer.shown import page_of
from sampan.checks.offer.upload import Upload, read_upload
from sampan.rulebook.errors import BadInput

FIRST = QUESTIONS[0].name
CHECK = "check"
ITEM = re.compile(r"(charges|allowances):(\d{1,4})")
View = Callable[[HttpRequest], HttpResponse]


def with_offer(view: Callable[[HttpRequest, Carried], HttpResponse]) -> View:
    """A page that needs the carried offer; who comes by a plain address starts at the first question."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseRedirect(reverse("offer:ask"))
        return view(request, carried(request))

    return page


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """One question: show it, read its answer, go on, go back, or change an answer."""
    if request.method != "POST":
        return _question(request, Carried(), BY_NAME[FIRST])
    state = carried(request)
    at, do = request.POST.get("at", FIRST), request.POST.get("do", "next")
    if do == "upload":
        return _uploaded(request, state)
    if do.startswith("go:"):
        state.then = CHECK
        return _show(request, state, do.removeprefix("go:"))
    if do == "show":
        return _show(request, state, at, typed=True)
    if item := ITEM.fullmatch(at):
        return _item_done(request, state, BY_NAME[item[1]], int(item[2]), do)
    if at == CHECK:
        last = asked(state.offer)[-1]
        return _question(request, state, last) if do == "back" else _check(request, state)
    return _answered(request, state, _named(at), do)


def _named(name: str) -> Question:
    if name not in BY_NAME:
        raise BadRequest("no such question")
    return BY_NAME[name]


def _show(request: HttpRequest, state: Carried, at: str, typed: bool = False) -> HttpResponse:
    if at == CHECK:
        return _check(request, state)
    if item := ITEM.fullmatch(at):
        return _item(request, state, BY_NAME[item[1]], int(item[2]), typed=typed)
    return _question(request, state, _named(at), typed=typed)


def _answered(request: HttpRequest, state: Carried, question: Question, do: str) -> HttpResponse:
    if question.items and (found := re.fullmatch(r"(edit|remove|add):?(\d{0,4})", do)):
        return _list(request, state, question, found[1], int(found[2] or 0))
    form = _form(question, state, request, bound=do in ("next", "back"))
    if do == "skip":
        question.write(state.offer, {})
    elif form.is_valid():
        question.write(state.offer, form.cleaned_data)
    elif do != "back":
        return _question(request, state, question, form)
    if do != "back" or form.is_valid():
        state.mark(question.name)
    prune(state.offer)
    if do == "back":
        earlier = before(state.offer, question.name)
        return _question(request, state, earlier or question)
    following = after(state.offer, question.name, state.seen, only_open=state.then == CHECK)
    return _question(request, state, following) if following else _check(request, state)


def _list(request: HttpRequest, state: Carried, question: Question, act: str, index: int) -> HttpResponse:
    if act == "remove":
        parts.remove_item(state.offer, question.items, index)
        return _question(request, state, question)
    at = len(parts.items(state.offer, question.items)) if act == "add" else index
    return _item(request, state, question, at)


def _item_done(request: HttpRequest, state: Carried, question: Question, index: int, do: str) -> HttpResponse:
    if do == "back":
        return _question(request, state, question)
    form = _item_form(question, state, index, request, bound=True)
    if not form.is_valid():
        return _item(request, state, question, index, form)
    parts.write_item(state.offer, question.items, index, form.cleaned_data)
    return _question(request, state, question)


def _typed(form: Asked, request: HttpRequest) -> Asked:
    form.initial = {n: f.widget.value_from_datadict(request.POST, request.FILES, n) for n, f in form.fields.items()}
    return form


def _make(fields: dict[str, forms.Field], **more: Any) -> Asked:
    return type("Form", (Asked,), fields)(**more)  # type: ignore[no-any-return]


def _initial(question: Question, state: Carried) -> dict[str, Any]:
    out = question.read(state.offer)
    if question.name in state.seen:
        fields = question.fields(state.offer)
        unknown = [n for n, f in fields.items() if isinstance(f, Choice) and out.get(n) in (None, "")]
        out = {**out, **dict.fromkeys(unknown, UNKNOWN)}
    return {k: v for k, v in out.items() if v not in (None, "")}


def _form(question: Question, state: Carried, request: HttpRequest, bound: bool = False) -> Asked:
    fields = {} if question.items else question.fields(state.offer)
    if bound:
        return _make(fields, data=request.POST)
    return _make(fields, initial=_initial(question, state) if fields else {})


def _item_form(question: Question, state: Carried, index: int, request: HttpRequest, bound: bool = False) -> Asked:
    fields = question.fields(state.offer)
    if bound:
        return _make(fields, data=request.POST)
    rows = parts.items(state.offer, question.items)
    return _make(fields, initial=parts.read_item(rows[index]) if index < len(rows) else {})


def faults_of(form: Asked) -> list[tuple[str, str]]:
    """Each message of a form with the id of the field it belongs to."""
    out = []
    for name, messages in form.errors.items():
        widget = form.fields[name].widget if name in form.fields else None
        first = "_0" if isinstance(widget, forms.RadioSelect) else ""
        out += [(f"f_{name}{first}", str(m)) for m in messages]
    return out


def _context(state: Carried, at: str, question: Question, form: Asked) -> dict[str, Any]:
    order = [q.name for q in asked(state.offer)]
    return {
        "form": form, "question": question, "title": question.title, "why": question.why,
        "carried": state.fields(at), "action": reverse("offer:ask"), "faults": faults_of(form) if form.is_bound else [],
        "count": order.index(question.name) + 1 if question.name in order else 0, "total": len(order),
        "back": at != FIRST, "may_skip": question.may_skip and ITEM.fullmatch(at) is None,
        "skip_word": _("I do not know"),
    }


def _question(
    request: HttpRequest, state: Carried, question: Question, form: Asked | None = None, typed: bool = False
) -> HttpResponse:
    if form is None:
        form = _form(question, state, request)
        form = _typed(form, request) if typed else form
    context = _context(state, question.name, question, form)
    if question.items:
        rows = parts.items(state.offer, question.items)
        context.update(rows=told(state.offer, question.name), some=bool(rows))
        return render(request, "offer/list.html", context)
    template = "offer/first.html" if question.name == FIRST else "web/question.html"
    return render(request, template, context)


def _item(
    request: HttpRequest, state: Carried, question: Question, index: int, form: Asked | None = None, typed: bool = False
) -> HttpResponse:
    index = min(index, len(parts.items(state.offer, question.items)))
    if form is None:
        form = _item_form(question, state, index, request)
        form = _typed(form, request) if typed else form
    context = _context(state, f"{question.name}:{index}", question, form)
    title = _("An allowance") if question.items == "allowance" else _("A payment")
    return render(request, "web/question.html", {**context, "title": title, "why": ""})


def _check(request: HttpRequest, state: Carried, faults: list[tuple[str, str]] | None = None) -> HttpResponse:
    state.then = CHECK
    context = {
        "carried": state.fields(CHECK), "action": reverse("offer:ask"), "answers": told(state.offer),
        "faults": faults or [], "back": True,
    }
    return render(request, "offer/check.html", context)


def _uploaded(request: HttpRequest, state: Carried) -> HttpResponse:
    try:
        offer = read_upload(request.FILES.get("file"))
        check_offer(offer)
    except (Upload, BadInput) as error:
        found = error.errors if isinstance(error, BadInput) else [{"key": "", "message": str(error), "remedy": ""}]
        faults = [("f_file", ": ".join(filter(None, [f["key"], f["message"], f["remedy"]]))) for f in found]
        form = _form(BY_NAME[FIRST], state, request)
        context = {**_context(state, FIRST, BY_NAME[FIRST], form), "faults": faults, "open": True}
        return render(request, "offer/first.html", context)
    return _check(request, Carried(offer, [q.name for q in QUESTIONS]))


def _answer(request: HttpRequest, state: Carried, template: str, more: dict[str, Any] | None = None) -> HttpResponse:
    try:
        verdict = check_offer(state.offer)
    except BadInput as error:
        return _check(request, state, [("", f"{e['key']}: {e['message']}. {e['remedy']}") for e in error.errors])
    context = {
        **page_of(verdict, state.offer), "answers": told(state.offer), "carried": state.fields(CHECK),
        "action": request.path, "back_to": reverse("offer:ask"), **(more or {}),
    }
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
def printed(request: HttpRequest, state: Carried) -> HttpResponse:
    """The result for paper."""
    return _answer(request, state, "offer/print.html", {"paper": True})


@with_offer
def pdf(request: HttpRequest, state: Carried) -> HttpResponse:
    """The result as one A4 page."""
    from sampan.checks.offer.sheet import sheet

    try:
        verdict = check_offer(state.offer)
    except BadInput as error:
        return _check(request, state, [("", f"{e['key']}: {e['message']}. {e['remedy']}") for e in error.errors])
    name = {"Content-Disposition": 'attachment; filename="offer.pdf"', "X-Robots-Tag": "noindex"}
    return HttpResponse(sheet(verdict, state.offer), content_type="application/pdf", headers=name)
