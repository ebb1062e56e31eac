"""The terms that stand in a contract, each held against the law of Japan and of the country of origin."""

from __future__ import annotations

from typing import Any

from sampan.checks.contract.words import TERM
from sampan.checks.fields import Told
from sampan.checks.work import Work
from sampan.rulebook.money import written
from sampan.rulebook.sheet import Sheet

HOME = {"vn": "Viet Nam", "kh": "Cambodia", "mm": "Myanmar"}
TOPICS = {
    "penalty": ("penalty", "void_term"), "leaving_fee": ("penalty", "void_term"), "deposit": ("deposit",),
    "forced_saving": ("forced_saving",), "passport_kept": ("documents_kept",),
    "residence_card_kept": ("documents_kept",), "bankbook_kept": ("documents_kept", "forced_saving"),
    "no_pregnancy": ("void_term",), "no_phone": ("void_term",), "no_union": ("void_term",),
}
NOT_TOLD = "It was not told with whom the term was signed. Rules for each who may have signed it are shown."


def judge_terms(work: Work, told: Told, facts: dict[str, int]) -> None:
    """Every term as findings: first Japan, then the country of origin."""
    rows: list[dict[str, Any]] = told.rows.get("terms", [])
    origin = told.get("origin")
    every = [r.id for r in work.rules.judging("contract") if not r.id.startswith("sums.")]
    chosen = tuple(r for r in every if r.startswith("jp.") or r.startswith(f"{origin}."))
    for row in rows:
        found = [] if row["kind"] == "other" else _judged(work, row, facts, chosen)
        _remarks(work, row["kind"], found, origin)
    if rows and origin is None:
        work.note("contract", ["origin"], [])


def _judged(work: Work, row: dict[str, Any], facts: dict[str, int], chosen: tuple[str, ...]) -> list[dict[str, Any]]:
    known = work.rules.facts
    term = {**facts, "contract_term": known["contract_term"].code(row["kind"]), "term_with_told": int("with" in row)}
    if "with" in row:
        term["term_with"] = known["term_with"].code(row["with"])
    topics = dict.fromkeys(chosen, TOPICS[row["kind"]])
    found = work.judge("contract", topics, Sheet(work.rules, term), chosen)
    for entry in found:
        entry["term"] = row["kind"]
        if "with" in row:
            entry["with"] = row["with"]
        elif entry["citations"]:
            entry["assumes"] = [*entry.get("assumes", []), NOT_TOLD]
        money = row.get("amount")
        if money and entry["verdict"] not in ("allowed", "no_rule", "unknown"):
            entry["amount"] = {money.currency: written(money.amount, money.currency)}
    return found


def _remarks(work: Work, kind: str, found: list[dict[str, Any]], origin: str | None) -> None:
    """What no rule speaks of."""
    if not any(entry["rule"].startswith("jp.") for entry in found):
        work.remarks.append(f"No rule of Japan is loaded on this term: {TERM[kind]}.")
    if origin and not any(entry["rule"].startswith(f"{origin}.") for entry in found):
        work.remarks.append(f"No rule of {HOME[origin]} is loaded on this term: {TERM[kind]}.")
