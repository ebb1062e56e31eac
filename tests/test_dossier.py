"""Every row of the law beside the raw tables of the dossier, both ways; docs/law.md lists what differs.

Its tables "Mended", "Read from the dossier's text", "Carried as a doubt" and "Left out" are read here:
a difference that is not listed fails, and so does a listed one that is gone.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests import test_dossier_home as home
from tests import test_dossier_japan as japan
from tests import test_dossier_work as work
from tests.test_dossier_home import TABLES, WITH_IDS, Pair, law, raw_rows

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "law.md").read_text(encoding="utf-8")
FEW = 7  # so many rows of one difference are named; more are counted


def listed(title: str) -> list[list[str]]:
    """The rows of the table under a heading of docs/law.md, without its head."""
    part = PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]
    rows = [line.strip().strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in row] for row in rows[2:]]


@cache
def compared() -> tuple[list[Pair], list[tuple[str, str]]]:
    """Every pair of the law and the raw tables, and the rows of the law without a raw row."""
    found: list[Pair] = []
    alone: list[tuple[str, str]] = []
    for family in law().families.values():
        reader = work if family.id in work.READERS else japan if family.id.startswith("jp.") else home
        pairs, rest = reader.pairs(family)
        found += pairs
        alone += [(family.id, name) for name in rest]
        alone += [(family.id, p.row) for p in pairs if "from" not in p.raw]
    return found, alone


def grouped(faults: list[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Faults (family, row, ...) with the rows of the same kind together: named when few, else counted."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for family, row, *rest in faults:
        groups.setdefault((family, *rest), []).append(row)
    return {(key[0], "; ".join(rows) if len(rows) <= FEW else f"{len(rows)} rows", *key[1:])
            for key, rows in groups.items()}


def spread(text: str) -> set[str]:
    """The names in a cell: "PAR-01 to PAR-03; PAR-12" are four."""
    out: set[str] = set()
    for part in text.split("; "):
        ends = re.fullmatch(r"(\S+-)(\d+) to \1(\d+)", part)
        out |= {f"{ends[1]}{n:02d}" for n in range(int(ends[2]), int(ends[3]) + 1)} if ends else {part}
    return out


def keys(table: str) -> list[str]:
    """The name of each row of a raw table."""
    rows = raw_rows(table)
    if table in WITH_IDS:
        return [row["id"] for row in rows]
    if table == "ilo_fee_taxonomy":
        return [row["code"] for row in rows]
    if table == "myanmar_exchange_rates":
        return [f"{row['period']} {row['kind']}" for row in rows]
    return work.keys(table) if table in work.NAMED else japan.keys(table)


def test_every_row_of_the_law_is_compared_or_read_from_the_text() -> None:
    pairs, alone = compared()
    here = {family.id for family in law().families.values() if family.rows}
    assert here == {p.family for p in pairs} | {family for family, _ in alone}
    assert len(pairs) > 900


def test_every_difference_from_the_raw_tables_is_listed_as_mended_and_still_there() -> None:
    faults = [fault for pair in compared()[0] for fault in pair.differences()]
    found = grouped([*faults, *japan.dropped()])
    known = {tuple(row[:4]) for row in listed("Mended")}
    assert sorted(found - known) == [], "not listed in docs/law.md"
    assert sorted(known - found) == [], "listed in docs/law.md, but no longer so"


def test_every_mended_row_says_why() -> None:
    assert [row for row in listed("Mended") if len(row) != 5 or not row[4]] == []


def test_every_row_without_a_raw_row_is_listed_with_its_place_in_the_text() -> None:
    found = grouped(list(compared()[1]))
    rows = listed("Read from the dossier's text")
    assert found == {(row[0], row[1]) for row in rows}
    assert [row for row in rows if not row[2]] == []


def test_what_was_read_outside_the_dossier_stands_on_its_row_with_its_address() -> None:
    alone = {name for _, name in compared()[1]}
    for family, names, places, what in listed("Read outside the dossier"):
        rows = [row for row in law().families[family].rows if (row.id or row.start.written) in names.split("; ")]
        told = " ".join(text for row in rows for text in (row.source.url, row.source.instrument, *row.doubts))
        addresses = re.findall(r"https?://[^\s;]+", places)
        assert rows and set(names.split("; ")) <= alone and what, family
        assert addresses and [address for address in addresses if address not in told] == [], family


def test_no_row_rests_on_a_copy_of_2020_without_being_listed_as_read_outside() -> None:
    listed_rows = {(row[0], name) for row in listed("Read outside the dossier") for name in row[1].split("; ")}
    copies = {(family.id, row.id) for family in law().families.values() for row in family.rows
              if row.source.url.endswith("lwhb/lawhub") and row.confidence == "secondary"}
    assert copies - listed_rows == set()


def test_every_raw_row_is_loaded_or_carried_as_a_doubt_or_left_out() -> None:
    out = {(row[0], name) for title in ("Carried as a doubt", "Left out")
           for row in listed(title) for name in spread(row[1])}
    used = {(p.table, p.key) for p in compared()[0]}
    used |= {("minimum_wage_prefecture", name) for _, name, _, _ in japan.dropped()}
    whole = {table for table, name in out if name == "all"}
    tables = {file.stem for file in TABLES.glob("*.csv")}
    rows = {(table, key) for table in tables - whole for key in keys(table)}
    assert sorted(rows - used - out) == [], "neither loaded nor left out"
    assert sorted({o for o in out if o[1] != "all"} - rows) == [], "left out, but not in the raw tables"
    assert sorted(used & out) == [], "left out, but loaded"
    assert whole <= tables and not whole & {table for table, _ in used}


def test_every_doubt_named_here_stands_on_its_family() -> None:
    families = law().families
    for _, _, named, _ in listed("Carried as a doubt"):
        for name in named.split("; "):
            family = families[name]
            assert family.doubts or any(row.doubts for row in family.rows), name


def test_what_was_left_out_says_why() -> None:
    assert [row for row in listed("Left out") if len(row) != 3 or not row[2]] == []


def test_a_conflicting_row_keeps_the_reading_of_the_row_before_it_or_its_own() -> None:
    for family in law().families.values():
        for row in (r for r in family.rows if r.readings):
            before = [r.values for r in family.rows if r.where == row.where and r.last < row.first]
            kept = before[-1] if before else row.values
            assert kept in [reading.values for reading in row.readings], (family.id, row.id)


def test_nothing_read_in_a_copy_is_called_official_for_viet_nam_and_nothing_from_memory_has_an_address() -> None:
    for family in law().families.values():
        for row in family.rows:
            copied = "github.com" in row.source.url and family.id.startswith("vn.")
            assert not (copied and row.confidence == "official"), (family.id, row.id)
            if row.confidence in ("official", "transcribed", "secondary"):
                assert row.source.url, (family.id, row.id)
