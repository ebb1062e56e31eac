"""What a phone must hold to check without a network: rules, tables, questions and reasons of one language."""

from __future__ import annotations

import gzip
import json

import pytest

from sampan.checks import every
from sampan.checks.fields import Field, Rows
from sampan.rulebook.law import Law
from sampan.rulebook.printers.javascript import module
from sampan.rulebook.stored import law

PACK = 40_000  # bytes, gzip: the budget of the design for one language
SOURCES = 20_000  # the second file: sources and doubts


def questions() -> dict[str, list[list[str]]]:
    """Every question of every check with its reason and its choices."""
    def one(f: Field | Rows) -> list[list[str]]:
        if isinstance(f, Rows):
            return [[f.key, f.ask, f.one, f.why], *(line for inner in f.fields for line in one(inner))]
        return [[f.key, f.kind, f.ask, f.why, *f.words.values()]]

    return {name: [line for f in every.find(name).fields for line in one(f)] for name in every.NAMES}


def pack(rules: Law) -> bytes:
    """The first file: what decides, asks and gives the reason."""
    reasons = {r.id: r.says for r in rules.rules.values() if r.judges}
    words = {name: dict(every.find(name).words) for name in every.NAMES}
    texts = json.dumps([questions(), words, reasons], ensure_ascii=False)
    return gzip.compress((module(rules) + texts).encode(), 9)


def sources(rules: Law) -> bytes:
    """The second file: where each row of law was read, and what is doubtful about it."""
    rows = {f.id: [sorted({(r.source.instrument, r.source.url, r.confidence) for r in f.rows}),
                   sorted({d for r in f.rows for d in r.doubts} | {d.text for d in f.doubts})]
            for f in rules.families.values()}
    return gzip.compress(json.dumps(rows, ensure_ascii=False).encode(), 9)


def test_the_offline_pack_stays_within_its_budget(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = len(pack(law())), len(sources(law()))
    with capsys.disabled():
        print(f"\noffline pack, English: {first:,} bytes of {PACK:,}; sources and doubts {second:,} of {SOURCES:,}")
    assert first <= PACK
