"""The page of the plan: a form for what may happen, a chart, and every month in a table. Nothing is stored."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sampan.checks.carried import Carried, Document
from sampan.checks.flow import CHECK
from sampan.checks.offer import labels, views
from sampan.checks.offer.answers import word
from sampan.checks.offer.chart import Line, chart
from sampan.checks.offer.result import check_offer
from sampan.checks.offer.shown import needed
from sampan.rulebook.errors import BadInput
from sampan.rulebook.money import read_digits

COURSES = {
    "steady": gettext_lazy("As offered, nothing happens"), "overtime": gettext_lazy("With overtime"),
    "rate": gettext_lazy("The yen falls"), "job_loss": gettext_lazy("The work is lost"),
    "together": gettext_lazy("Everything together"),
}
# The fields of the form: name, label, where the value stands in an event, the kind of the event.
FIELDS = (
    ("overtime", gettext_lazy("Overtime: how many hours a month?"), "value", "overtime"),
    ("fall", gettext_lazy("The yen falls: by how many percent?"), "value", "rate"),
    ("fall_month", gettext_lazy("The yen falls: from which month of the contract?"), "month", "rate"),
    ("loss", gettext_lazy("The work is lost: in which month of the contract?"), "month", "job_loss"),
    ("loss_months", gettext_lazy("The work is lost: for how many months? Leave it empty for: until the end."), "value",
     "job_loss"),
)


@views.with_offer
def plan(request: HttpRequest, state: Carried) -> HttpResponse:
    """The plan of the carried offer, with the events of the form."""
    offer, faults = state.document, list[tuple[str, str]]()
    asked = {**offer, "event": events(request, offer)} if "ev_overtime" in request.POST else offer
    fields = _fields(asked)
    try:
        answer = check_offer(asked, planned=True)
        offer.update(asked)
    except BadInput as error:
        if not all(e["key"].startswith("event") for e in error.errors):
            return views.result(request)
        faults = [("f_overtime", f"{e['key']}: {e['message']}. {e['remedy']}") for e in error.errors]
        offer.pop("event", None)
        answer = check_offer(offer, planned=True)
    context = {
        "carried": state.fields(CHECK), "action": request.path, "faults": faults, "fields": fields,
        **_page(answer, request.POST.get("course", "")),
    }
    return render(request, "offer/plan.html", context)


def events(request: HttpRequest, offer: Document) -> list[Document]:
    """The events of the form, as the format writes them; what is empty does not happen, what it cannot show stays."""
    told = {name: read_digits(request.POST.get(f"ev_{name}", "")).strip()[:30] for name, *_rest in FIELDS}
    shown = _shown(offer)
    out: list[Document] = [e for e in offer.get("event", []) if e not in shown.values()]
    if told["overtime"]:
        out.append({"month": 1, "kind": "overtime", "value": told["overtime"]})
    if told["fall"]:
        out.append({"month": told["fall_month"] or "1", "kind": "rate", "value": f"{told['fall'].rstrip('% ')}%"})
    if told["loss"]:
        loss = {"month": told["loss"], "kind": "job_loss"}
        out.append({**loss, "value": told["loss_months"]} if told["loss_months"] else loss)
    return out


def _shown(offer: Document) -> dict[str, Document]:
    """The events that the form can show, one of a kind: overtime from the first month on, a fall in percent."""
    out: dict[str, Document] = {}
    for event in offer.get("event", []):
        kind, value = str(event.get("kind")), str(event.get("value"))
        fits = {"overtime": str(event.get("month")) == "1", "rate": value.endswith("%"), "job_loss": True}
        if fits.get(kind):
            out.setdefault(kind, event)
    return out


def _fields(offer: Document) -> list[dict[str, Any]]:
    rows = _shown(offer)
    return [{"name": name, "label": label, "value": str(rows.get(kind, {}).get(at) or "").rstrip("%")}
            for name, label, at, kind in FIELDS]


def _page(answer: Document, wanted: str) -> dict[str, Any]:
    """What the page shows of the plan: every course in a line, one of them month by month."""
    plans = answer["plan"] if isinstance(answer["plan"], list) else [answer["plan"]]
    courses = [(_key(p, c), _name(p, c), c) for p in plans for c in p.get("courses", [])]
    if not courses:
        return {"needs": [needed(n) for n in plans[0]["needs"]], "why": plans[0].get("why", "")}
    key, name, course = next((c for c in courses if c[0] == wanted), courses[-1])
    finding = _finding(course)
    return {
        "courses": [{"key": k, "name": n, "finding": _finding(c), "end": _yen(c["left_at_end"]["JPY"]),
                     "lowest": _yen(c["lowest"]["JPY"])} for k, n, c in courses],
        "key": key, "name": name, "finding": finding, "months": [_month(r) for r in course["rows"]],
        "chart": mark_safe(_chart(course, name, finding)),  # noqa: S308 - every text in it is escaped
        "assumes": plans[0]["assumes"], "doubts": plans[0]["doubts"], "citations": plans[0]["citations"],
        "behind": ", ".join(str(m) for m in course.get("months_behind", [])),
    }


def _key(plan: Document, course: Document) -> str:
    return f"{course['name']}-{plan['exchange']}" if "exchange" in plan else str(course["name"])


def _name(plan: Document, course: Document) -> str:
    name = str(COURSES[course["name"]])
    return f"{name} ({word(labels.RATE_KIND, plan['exchange'])})" if "exchange" in plan else name


def _finding(course: Document) -> str:
    free = course["months_until_free"]
    if free == 0:
        return _("There is no debt.")
    if isinstance(free, int):
        return _("Free of debt after %(months)s months.") % {"months": free}
    last = course["rows"][-1]
    if "debt" in last and last["debt"]["JPY"]:
        left = {"months": last["month"], "debt": _yen(last["debt"]["JPY"])}
        return _("After %(months)s months a debt of %(debt)s yen is left.") % left
    return _("After %(months)s months money is still missing.") % {"months": last["month"]}


def _chart(course: Document, name: str, finding: str) -> str:
    rows = course["rows"]
    lines = [Line(_("Debt"), [r["debt"]["JPY"] for r in rows])] if "debt" in rows[0] else []
    lines.append(Line(_("Money kept"), [r["cumulative"] for r in rows]))
    about = _("%(name)s. At the end %(left)s yen are kept; the least is %(least)s yen.") % {
        "name": name, "left": _yen(course["left_at_end"]["JPY"]), "least": _yen(course["lowest"]["JPY"])}
    return chart(finding, about, _("Yen"), lines, _("Month of the contract"))


def _month(row: Document) -> dict[str, str]:
    sums = [row["income"], row["deductions"], row["living"], row.get("payment", 0)]
    debt = row["debt"]["JPY"] if "debt" in row else 0
    return {"month": str(row["month"]), "sum": " −".join(_yen(v) for v in sums), "debt": _yen(debt),
            "kept": _yen(row["cumulative"])}


def _yen(value: int) -> str:
    return f"{value:,}".replace("-", "−")
