"""Money and documents that an employer keeps when somebody leaves: each judged by itself."""

from __future__ import annotations

from sampan.checks.fields import Told
from sampan.checks.work import Work
from sampan.rulebook.money import Money
from sampan.rulebook.sheet import Sheet

MONEY: dict[str, tuple[str, ...]] = {
    "jp.kept_advance": ("kept_money", "deductions"), "jp.kept_without_agreement": ("kept_money", "deductions"),
    "jp.kept_for_damage": ("kept_money", "penalty"),
}
DOCUMENTS: dict[str, tuple[str, ...]] = {
    "jp.document_of_trainee": ("documents_kept",), "jp.bankbook_of_worker": ("documents_kept", "forced_saving"),
    "jp.belongings_kept": ("documents_kept",),
}


def kept_money(out: Work, told: Told, facts: dict[str, int]) -> None:
    """Judge each sum that was kept; sets what was kept in all, and what of it is not clearly forbidden."""
    total, still_open, read, known = 0, 0, True, True
    for i, row in enumerate(told.rows.get("kept_for", [])):
        amount, kind = row.get("amount"), row.get("kind")
        if not isinstance(amount, Money) or not isinstance(kind, str):
            lacking = [f"kept_for.{k}" for k, v in (("amount", amount), ("kind", kind)) if v is None]
            out.note("jp.leaving_claim", lacking, [])
            read = False
            continue
        code = out.rules.facts["kept_for"].code(kind)
        sheet = Sheet(out.rules, {**facts, "kept_for": code, "kept_amount": amount.amount})
        found = out.judge("leaving", MONEY, sheet, tuple(MONEY))
        for entry in found:
            entry["kept_for"] = {"index": i, "kind": kind}
        verdicts = {entry["verdict"] for entry in found}
        known = known and not verdicts & {"unknown", "no_rule"}
        total += amount.amount
        still_open += amount.amount if "forbidden" not in verdicts else 0
    if read:
        facts["kept_open"] = still_open
    if read and known:
        facts["kept_total"] = total
    if read and known and still_open:
        out.remarks.append("Money that may be kept, or that is not decided, is not in the claim.")


def kept_documents(out: Work, told: Told, facts: dict[str, int]) -> None:
    """Judge each document that is kept."""
    kept = told.get("documents_kept")
    if kept is None:
        out.note("jp.belongings_kept", ["documents_kept"], [], later=True)
        return
    facts["documents_count"] = len(kept)
    for document in kept:
        code = out.rules.facts["document_kept"].code(document)
        sheet = Sheet(out.rules, {**facts, "document_kept": code})
        for entry in out.judge("leaving", DOCUMENTS, sheet, ("jp.document_of_trainee", "jp.bankbook_of_worker")):
            entry["document"] = document
    out.judge("leaving", DOCUMENTS, Sheet(out.rules, facts), ("jp.belongings_kept",))
