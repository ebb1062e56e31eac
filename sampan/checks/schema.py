"""The format of a check as a JSON Schema, made from its fields."""

from __future__ import annotations

from typing import Any

from sampan.checks.check import Check
from sampan.checks.fields import Field, Rows
from sampan.rulebook.money import MINOR

Schema = dict[str, Any]
RATE: Schema = {"type": "string", "description": 'exact: "1.5%", "3/200" or "175"'}
DAY: Schema = {"type": "string", "format": "date"}
MONTH: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}$", "description": 'year and month: "2026-09"'}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def amount(currencies: tuple[str, ...]) -> Schema:
    """An amount in one of some currencies."""
    return {
        "type": "string", "pattern": rf"^\d{{1,12}}(\.\d{{1,2}})?\s+({'|'.join(currencies)})$",
        "description": f'digits, a space and the currency: "25000 {currencies[0]}"',
    }


AMOUNT: Schema = {**amount(tuple(MINOR)), "description": 'digits, a space and the currency: "96000000 VND"'}


def table(properties: Schema, *required: str) -> Schema:
    """A table with these keys and no other."""
    out: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**out, "required": list(required)} if required else out


def field_schema(field: Field) -> Schema:
    """What one field takes."""
    kinds: dict[str, Schema] = {
        "day": DAY, "month": MONTH, "rate": RATE, "flag": {"type": "boolean"},
        "money": amount(field.currencies),
        "money_or_rate": {"anyOf": [amount(field.currencies), RATE],
                          "description": 'an amount, or a share such as "30%"'},
        "whole": {"type": "integer", "minimum": field.low, "maximum": field.high},
        "hours": {"anyOf": [{"type": "integer", "minimum": field.low, "maximum": field.high}, {"type": "string"}],
                  "description": 'hours: 92, "92.5" or "92:30"'},
        "choice": {"enum": list(field.words)},
        "choices": {"type": "array", "items": {"enum": list(field.words)}},
        "text": {"type": "string", "maxLength": 500},
    }
    return kinds[field.kind]


def schema(check: Check) -> Schema:
    """The JSON Schema (2020-12) of a check's documents.

    A check that reads its documents itself takes more than its fields say: "free" for an amount, a word alone for an
    entry of a list, and further amounts in its tables.
    """
    wide = getattr(check, "read", None) is not None
    properties: Schema = {"format": {"const": check.format}}
    for field in check.fields:
        here = properties
        *tables, key = field.key.split(".")
        for name in tables:
            inside = here.setdefault(name, table({}) | ({"additionalProperties": {"type": "string"}} if wide else {}))
            here = inside["properties"]
        if isinstance(field, Rows):
            rows = table({f.key: field_schema(f) for f in field.fields})
            word = field.fields[0].kind == "choice"
            items = {"anyOf": [field_schema(field.fields[0]), rows]} if wide and word else rows
            here[key] = {"type": "array", "maxItems": field.most, "items": items}
        else:
            one = field_schema(field)
            here[key] = {"anyOf": [one, {"type": "string"}]} if wide and field.kind in ("money", "whole") else one
    return {"$schema": DIALECT, "title": check.format, **table(properties)}
