"""The vocabulary for people: sampan-offer/1 key by key, its CSV columns, and the rule ids."""

from __future__ import annotations

import json
from typing import Any

from sampan.checks.offer.facts import FORMAT
from sampan.checks.offer.schema import offer_schema
from sampan.rulebook.money import MINOR
from sampan.rulebook.stored import law


def schema_text() -> str:
    """The schema as indented JSON."""
    return json.dumps(offer_schema(), indent=1) + "\n"


def text(name: str | None) -> str:
    """The vocabulary for people: all formats, or one of offer, csv and rules."""
    parts = {"offer": _offer, "csv": _csv, "rules": _rules}
    return "\n".join(part() for key, part in parts.items() if name in (None, key))


def _offer() -> str:
    lines = [f"{FORMAT} (TOML, or JSON with the same keys). Leave out what you do not know."]
    properties = offer_schema()["properties"]
    for key, what in properties.items():
        lines += _described(key, what, 1)
    lines += ["", f"Money: digits, a space, the currency ({' '.join(MINOR)}). Rates: \"1.5%\", \"3/200\", \"175\".",
              "Several offers in one file: [[case]] before each.", ""]
    return "\n".join(lines)


def _described(key: str, what: dict[str, Any], depth: int) -> list[str]:
    pad = "  " * depth
    if what.get("type") == "array":
        out = [f"{pad}[[{key}]]"]
        for name, inner in what["items"]["properties"].items():
            out += _described(name, inner, depth + 1)
        return out
    if what.get("type") == "object":
        out = [f"{pad}[{key}]"]
        for name, inner in what["properties"].items():
            out += _described(name, inner, depth + 1)
        return out
    told = what.get("description") or what.get("format") or what.get("const") or what.get("type", "")
    if "enum" in what:
        told = " ".join(str(v) for v in what["enum"])
    if "minimum" in what:
        told = f"whole number {what['minimum']} to {what['maximum']}"
    return [f"{pad}{key:<22}{told}"]


def _csv() -> str:
    return """CSV: one offer a line. Columns:
  origin programme stage field prefecture signed entry contract_months completed_titp same_employer_again
  wage.basis wage.amount wage.scheduled_hours      allowance.KIND
  charge.KIND  charge.KIND.paid_to  charge.KIND.paid_on  charge.KIND.receipt      (KIND2, KIND3 for more of a kind)
  deduction.KIND  living.amount  loan.principal loan.monthly_rate loan.payments loan.lender
  exchange.JPY.VND  exchange.JPY.VND.kind  exchange.JPY.VND.date  exchange.JPY.VND.source
Empty cells are not known. Amounts and rates are written as in an offer file.
"""


def _rules() -> str:
    lines = ["Rule ids:"]
    for rule in law().rules.values():
        lines.append(f"  {rule.id:<42}{rule.judges or 'computes':<16}{rule.says}")
    return "\n".join(lines) + "\n"
