"""The vocabulary for people: every format key by key, made from its JSON Schema, CSV columns, and the rule ids."""

from __future__ import annotations

import json
from typing import Any

from sampan.checks import every
from sampan.checks.offer.schema import offer_schema
from sampan.checks.schema import schema
from sampan.rulebook.money import MINOR
from sampan.rulebook.stored import law


def formats() -> tuple[str, ...]:
    """The names of the formats as the command line takes them."""
    return ("offer", *(name.replace("_", "-") for name in every.NAMES))


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of a format."""
    return offer_schema() if name == "offer" else schema(every.find(name.replace("-", "_")))


def schema_text(name: str) -> str:
    """The schema as indented JSON."""
    return json.dumps(schema_of(name), indent=1, ensure_ascii=False) + "\n"


def text(name: str | None) -> str:
    """The vocabulary for people: everything, or one format, "csv" or "rules"."""
    parts = [_format(known) for known in formats() if name in (None, known)]
    parts += [_csv()] if name in (None, "csv") else []
    return "\n".join(parts + ([_rules()] if name in (None, "rules") else []))


def _format(name: str) -> str:
    about = schema_of(name)
    lines = [f"{about['title']} (TOML, or JSON with the same keys). Leave out what you do not know."]
    for key, what in about["properties"].items():
        lines += _described(key, what, 1)
    lines += ["", f"Money: digits, a space, the currency ({' '.join(MINOR)}). Rates: \"1.5%\", \"3/200\", \"175\".",
              "Several cases in one file: [[case]] before each.", ""]
    return "\n".join(lines)


def _described(key: str, what: dict[str, Any], depth: int) -> list[str]:
    pad = "  " * depth
    items = what.get("items", {})
    table = next((i for i in items.get("anyOf", [items]) if "properties" in i), None)
    if table:
        out = [f"{pad}[[{key}]]"]
        for name, inner in table["properties"].items():
            out += _described(name, inner, depth + 1)
        return out
    if what.get("type") == "object":
        out = [f"{pad}[{key}]"]
        for name, inner in what["properties"].items():
            out += _described(name, inner, depth + 1)
        return out
    return [f"{pad}{key:<30} {_told(what)}"]


def _told(what: dict[str, Any]) -> str:
    """What one key takes, in a few words."""
    if what.get("type") == "array":
        return f"list of {' '.join(what['items']['enum'])}"
    if "enum" in what:
        return " ".join(str(v) for v in what["enum"])
    if "minimum" in what:
        return f"whole number {what['minimum']} to {what['maximum']}"
    told = what.get("description") or what.get("format") or what.get("const")
    return str(told or (_told(what["anyOf"][0]) if "anyOf" in what else what.get("type", "")))


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
