"""The pages of a check: questions one by one, the list of answers, a whole file instead, and back.

Nothing is stored: each page carries the whole document to the next by POST. No cookie, no query.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sampan.checks.carried import Carried, Document, Shape, carried
from sampan.checks.forms import UNKNOWN, Asked, Choice
from sampan.checks.question import Fields, Listed, Question, Questions
from sampan.checks.upload import Upload, read_upload
from sampan.rulebook.errors import BadInput

CHECK = "check"
ITEM = re.compile(r"(.{1,60}):(\d{1,4})")
LIST_ACT = re.compile(r"(edit|remove|add):?(\d{0,4})")
Faults = list[tuple[str, str]]


@dataclass(frozen=True)
class Flow:
    """How a visitor walks through one check.

    `address` gives the address of a page by its name ("ask", "result"); `told` the answers in words; `answer` checks a
    document (it may raise BadInput); `prune` takes out what an answer has made pointless (the document before it is
    given too).
    """

    shape: Shape
    questions: Questions
    address: Callable[[str], str]
    told: Callable[[Document], list[dict[str, Any]]]
    answer: Callable[[Document], dict[str, Any]]
    prune: Callable[[Document, Document], None]

    def ask(self, request: HttpRequest) -> HttpResponse:
        """One question: show it, read its answer, go on, go back, or change an answer."""
        if request.method != "POST":
            return self.question(request, Carried(self.shape), self.questions.first)
        state = self.carried(request)
        at, do = request.POST.get("at", self.questions.first.name), request.POST.get("do", "next")
        if do == "upload":
            return self._uploaded(request, state)
        if do.startswith("go:"):
            state.then = CHECK
            return self._show(request, state, do.removeprefix("go:"))
        if do == "show":
            return self._show(request, state, at, typed=True)
        if at == CHECK:
            last = self.questions.asked(state.document)[-1]
            return self.question(request, state, last) if do == "back" else self.check(request, state)
        if item := self._item_at(at):
            return self._item_done(request, state, *item, do)
        return self._answered(request, state, self._named(at), do)

    def carried(self, request: HttpRequest) -> Carried:
        """What the form brought."""
        return carried(request, self.shape)

    def _named(self, name: str) -> Question:
        if name not in self.questions.by_name:
            raise BadRequest("no such question")
        return self.questions.by_name[name]

    def _item_at(self, at: str) -> tuple[Question, Listed, int] | None:
        found = ITEM.fullmatch(at)
        question = self.questions.by_name.get(found[1]) if found else None
        return (question, question.listed, int(found[2])) if found and question and question.listed else None

    def _show(self, request: HttpRequest, state: Carried, at: str, typed: bool = False) -> HttpResponse:
        if at == CHECK:
            return self.check(request, state)
        if item := self._item_at(at):
            return self._item(request, state, *item, typed=typed)
        question = self._named(at)
        if not question.when(state.document):
            return self.check(request, state)
        return self.question(request, state, question, typed=typed)

    def _answered(self, request: HttpRequest, state: Carried, question: Question, do: str) -> HttpResponse:
        if question.listed and (found := LIST_ACT.fullmatch(do)):
            return self._list(request, state, question, question.listed, found[1], int(found[2] or 0))
        before = deepcopy(state.document)
        form = _form(question, state, request, bound=do in ("next", "back"))
        if do == "none" and question.listed and question.listed.tell_none:
            question.listed.tell_none(state.document)
        elif do == "skip":
            question.write(state.document, {})
        elif form.is_valid():
            if not question.listed:
                question.write(state.document, form.cleaned_data)
        elif do != "back":
            return self.question(request, state, question, form)
        if do != "back" or form.is_valid():
            state.mark(question.name)
        self.prune(state.document, before)
        if do == "back":
            earlier = self.questions.before(state.document, question.name)
            return self.question(request, state, earlier or question)
        if do == "next" and not set(question.fields(state.document)) <= {*form.fields}:
            return self.question(request, state, question)
        following = self.questions.after(state.document, question.name, state.seen, only_open=state.then == CHECK)
        return self.question(request, state, following) if following else self.check(request, state)

    def _list(
        self, request: HttpRequest, state: Carried, question: Question, listed: Listed, act: str, index: int
    ) -> HttpResponse:
        if act == "remove":
            listed.remove(state.document, index)
            return self.question(request, state, question)
        at = len(listed.rows(state.document)) if act == "add" else index
        return self._item(request, state, question, listed, at)

    def _item_done(
        self, request: HttpRequest, state: Carried, question: Question, listed: Listed, index: int, do: str
    ) -> HttpResponse:
        if do == "back":
            return self.question(request, state, question)
        form = _item_form(listed, state, index, request, bound=True)
        if not form.is_valid():
            return self._item(request, state, question, listed, index, form)
        if index < listed.most:
            listed.write(state.document, index, form.cleaned_data)
        return self.question(request, state, question)

    def _context(self, state: Carried, at: str, question: Question, form: Asked) -> dict[str, Any]:
        order = [q.name for q in self.questions.asked(state.document)]
        leads = question.lead and form.fields
        return {
            "form": form, "lead": question.lead, "why": question.why,
            "title": next(iter(form.fields.values())).label if leads else question.title,
            "carried": state.fields(at), "action": self.address("ask"),
            "faults": faults_of(form) if form.is_bound else [],
            "count": order.index(question.name) + 1 if question.name in order else 0, "total": len(order),
            "back": at != self.questions.first.name, "first": at == self.questions.first.name,
            "format": self.shape.format, "may_skip": question.may_skip and ITEM.fullmatch(at) is None,
            "skip_word": _("I do not know"),
        }

    def question(
        self, request: HttpRequest, state: Carried, question: Question, form: Asked | None = None, typed: bool = False
    ) -> HttpResponse:
        """The page of a question, or of its list."""
        if form is None:
            form = _form(question, state, request)
            form = _typed(form, request) if typed else form
        context = self._context(state, question.name, question, form)
        if question.listed:
            lines = question.listed.lines(state.document)
            context.update(listed=question.listed, lines=lines, full=len(lines) >= question.listed.most,
                           may_be_none=question.listed.tell_none is not None)
            return render(request, "checks/list.html", context)
        return render(request, "checks/question.html", context)

    def _item(
        self, request: HttpRequest, state: Carried, question: Question, listed: Listed, index: int,
        form: Asked | None = None, typed: bool = False,
    ) -> HttpResponse:
        index = min(index, len(listed.rows(state.document)))
        if form is None:
            form = _item_form(listed, state, index, request)
            form = _typed(form, request) if typed else form
        context = self._context(state, f"{question.name}:{index}", question, form)
        own = {"title": listed.one, "why": "", "lead": False, "first": False}
        return render(request, "checks/question.html", {**context, **own})

    def check(self, request: HttpRequest, state: Carried, faults: Faults | None = None) -> HttpResponse:
        """The answers so far, each with a way to change it."""
        state.then = CHECK
        context = {
            "carried": state.fields(CHECK), "action": self.address("ask"), "ask_at": self.address("ask"),
            "result_at": self.address("result"), "answers": self.told(state.document), "faults": faults or [],
            "back": True,
        }
        return render(request, "checks/check.html", context)

    def refused(self, request: HttpRequest, state: Carried, error: BadInput) -> HttpResponse:
        """The answers with what is wrong in them, where the flow itself would not have let it pass."""
        return self.check(request, state, [("", f"{e['key']}: {e['message']}. {e['remedy']}") for e in error.errors])

    def _uploaded(self, request: HttpRequest, state: Carried) -> HttpResponse:
        first = self.questions.first
        try:
            document = read_upload(request.FILES.get("file"), self.shape)
            self.answer(document)
        except (Upload, BadInput) as error:
            found = error.errors if isinstance(error, BadInput) else [{"key": "", "message": str(error), "remedy": ""}]
            faults = [("f_file", ": ".join(filter(None, [f["key"], f["message"], f["remedy"]]))) for f in found]
            context = self._context(state, first.name, first, _form(first, state, request))
            return render(request, "checks/question.html", {**context, "faults": faults, "open": True})
        return self.check(request, Carried(self.shape, document, [q.name for q in self.questions.every]))


def _typed(form: Asked, request: HttpRequest) -> Asked:
    form.initial = {n: f.widget.value_from_datadict(request.POST, request.FILES, n) for n, f in form.fields.items()}
    return form


def _make(fields: Fields, **more: Any) -> Asked:
    return type("Form", (Asked,), dict(fields))(**more)  # type: ignore[no-any-return]


def _initial(question: Question, state: Carried) -> dict[str, Any]:
    out = question.read(state.document)
    if question.name in state.seen:
        fields = question.fields(state.document)
        unknown = [n for n, f in fields.items() if isinstance(f, Choice) and out.get(n) in (None, "")]
        out = {**out, **dict.fromkeys(unknown, UNKNOWN)}
    return {k: v for k, v in out.items() if v not in (None, "")}


def _form(question: Question, state: Carried, request: HttpRequest, bound: bool = False) -> Asked:
    fields = {} if question.listed else question.fields(state.document)
    if bound:
        return _make(fields, data=request.POST)
    return _make(fields, initial=_initial(question, state) if fields else {})


def _item_form(listed: Listed, state: Carried, index: int, request: HttpRequest, bound: bool = False) -> Asked:
    rows = listed.rows(state.document)
    row = rows[index] if index < len(rows) else {}
    fields = listed.fields(state.document, row)
    if bound:
        return _make(fields, data=request.POST)
    return _make(fields, initial=listed.read(row) if row else {})


def faults_of(form: Asked) -> Faults:
    """Each message of a form with the id of the field it belongs to."""
    out = []
    for name, messages in form.errors.items():
        widget = form.fields[name].widget if name in form.fields else None
        first = "_0" if isinstance(widget, forms.RadioSelect) else ""
        out += [(f"f_{name}{first}", str(m)) for m in messages]
    return out
