"""Linh's offer (scenario S1) as she answers it page by page, for the client and for the browser."""

from __future__ import annotations

import json
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sampan.checks.upload import plain

ROOT = Path(__file__).resolve().parents[4]
FILE = ROOT / "docs" / "examples" / "linh.toml"
ASK, RESULT = "/en/check/offer/", "/en/check/offer/result"

# (question, fields); "charges" are added one by one.
ANSWERS: list[tuple[str, dict[str, str]]] = [
    ("origin", {"origin": "vn"}),
    ("programme", {"programme": "titp"}),
    ("stage", {"stage": "1"}),
    ("field", {"field": "food_manufacturing"}),
    ("prefecture", {"prefecture": "aichi"}),
    ("signed", {"signed_day": "20", "signed_month": "8", "signed_year": "2026"}),
    ("entry", {"entry_day": "15", "entry_month": "10", "entry_year": "2026"}),
    ("contract_months", {"contract_months": "36"}),
    ("wage", {"basis": "hour", "amount": "1,140", "scheduled_hours": "160"}),
    ("allowances", {}),
    ("charges", {}),
    ("deductions", {"rent": "25,000", "utilities": "7 000", "income_tax": "2500"}),
    ("living", {"living": "45,000"}),
    ("borrowed", {"borrowed": "yes"}),
    ("loan", {"principal": "150,000,000", "currency": "VND", "monthly_rate": "1.5", "payments": "24",
              "lender": "bank"}),
    ("rates", {"JPY_VND": "175", "USD_VND": "26250", "USD_JPY": "150", "kind": "official", "date_day": "20",
               "date_month": "8", "date_year": "2026", "source": "fixed for the scenario"}),
]
CHARGES = [
    ("service_charge", "96,000,000", "sending_organisation", "yes"),
    ("language_course", "18 000 000", "sending_organisation", "yes"),
    ("dormitory", "9000000", "sending_organisation", "yes"),
    ("medical_check", "2,500,000", "clinic", "yes"),
    ("papers", "3,000,000", "sending_organisation", "yes"),
    ("brokerage", "30,000,000", "broker", "no"),
    ("deposit", "20,000,000", "sending_organisation", "yes"),
    ("air_ticket", "12,000,000", "other", "yes"),
]


def linh() -> dict[str, Any]:
    """The example file, dates as text."""
    offer: dict[str, Any] = plain(tomllib.loads(FILE.read_text(encoding="utf-8")))
    return offer


def carried(offer: dict[str, Any] | None = None, **more: str) -> dict[str, str]:
    """The hidden fields of a page."""
    return {"offer": json.dumps(linh() if offer is None else offer), "seen": "", "then": "", **more}


class Page(HTMLParser):
    """The hidden fields, the text and the element counts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag == "input" and found.get("type") == "hidden":
            self.hidden[str(found["name"])] = found.get("value") or ""

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(response: Any) -> Page:
    """The page of an answer."""
    return Page(response.content.decode())


def walk(client: Any, ask: str = ASK) -> Page:
    """Answer every question as Linh does; gives the page "look at your answers"."""
    here = page(client.get(ask))

    def post(**fields: str) -> Page:
        response = client.post(ask, {**here.hidden, **fields})
        assert response.status_code == 200
        return page(response)

    for name, fields in ANSWERS:
        assert here.hidden["at"] == name
        if name == "charges":
            for kind, amount, paid_to, receipt in CHARGES:
                here = post(do="add")
                here = post(kind=kind, amount=amount, currency="VND", paid_to=paid_to, receipt=receipt, do="next",
                            paid_on_day="", paid_on_month="", paid_on_year="")
        here = post(**fields, do="next")
    return here
