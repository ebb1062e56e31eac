"""Runs the same facts through every printer, for the tests and the proof. "RULE scope" asks for a rule's scope."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from sampan.rulebook.bulk import work
from sampan.rulebook.kleene import Missing
from sampan.rulebook.law import Law
from sampan.rulebook.printers.javascript import module
from sampan.rulebook.sheet import Sheet

DRIVER = """
import { work } from "./law.mjs";
import { createInterface } from "node:readline";
const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  const [facts, names] = JSON.parse(line);
  process.stdout.write(JSON.stringify(work(facts, names)) + "\\n");
}
"""

def everything(law: Law) -> list[str]:
    """Every rule, and the scope of every rule that judges."""
    return [*law.rules, *(f"{r.id} scope" for r in law.rules.values() if r.judges)]


def of_offers(law: Law) -> list[str]:
    """The rules that an offer asks for, with all they need, and the scopes of those that judge."""
    judged = [r.id for r in law.rules.values() if r.judges in ("charge", "charge_finding", "limit", "offer", "ilo")]
    found: dict[str, None] = {}
    todo = [*judged, "jp.income_tax", "sums.loan_payment_yen", "sums.loan_interest"]
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = None
            todo += [n for kind, n in [*law.rules[name].deps, *law.rules[name].scope_deps] if kind == "rule"]
    return [*found, *(f"{name} scope" for name in judged)]


Answers = dict[str, int | None]


def scalar(law: Law, rows: list[dict[str, int]], names: list[str]) -> list[Answers]:
    """Each row through the scalar sheet; None where it stays open."""
    out = []
    for facts in rows:
        sheet = Sheet(law, facts)
        values = {n: sheet.scope(n[:-6]) if n.endswith(" scope") else sheet.value(n) for n in names}
        out.append({n: None if isinstance(v, Missing) else int(v) for n, v in values.items()})
    return out


def numpy(law: Law, rows: list[dict[str, int]], names: list[str]) -> list[Answers]:
    """All rows as columns through NumPy blocks."""
    keys = sorted({k for r in rows for k in r})
    facts = {k: np.array([r.get(k, 0) for r in rows], np.int64) for k in keys}
    known = {k: np.array([k in r for r in rows]) for k in keys}
    worked = work(facts, names, law, known)
    return [{n: int(worked[n][0][i]) if worked[n][1][i] else None for n in names} for i in range(len(rows))]


def javascript(law: Law, rows: list[dict[str, int]], names: list[str]) -> list[Answers]:
    """All rows through the printed JavaScript in node; None where something lacks."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "law.mjs").write_text(module(law), encoding="utf-8")
        Path(folder, "driver.mjs").write_text(DRIVER, encoding="utf-8")
        text = "".join(json.dumps([r, names]) + "\n" for r in rows)
        done = subprocess.run(["node", "driver.mjs"], input=text, capture_output=True, text=True, cwd=folder,
                              check=True)
    out = []
    for line in done.stdout.splitlines():
        out.append({n: v if isinstance(v, int) else None for n, v in json.loads(line).items()})
    return out
