"""The rule language and the schema refuse what could go wrong, and say where and what to write instead."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sampan.rulebook.errors import LawError
from sampan.rulebook.intervals import prove
from sampan.rulebook.law import LAW, Law, read_law

FAMILY = """
title = "A test"
kind = "standing"
on = "signed"
by = ["programme"]
checked = 2026-11-23
[values]
limit = "1 JPY"
[sources.a]
instrument = "An act"
url = "https://example.org/"
confidence = "official"
"""
ROW = '[[row]]\nfrom = 2020-01-01\nset = { limit = 10 }\nsource = "a"\n'
HEAD = 'def excess(charge_amount, limit) -> JPY:\n    """More than the limit."""\n'
RULE = HEAD + "    return max(0, charge_amount - limit)\n"


def made(folder: Path, family: str = FAMILY + ROW, rule: str = RULE) -> Law:
    """A tiny law of one family and one rule."""
    (folder / "zz").mkdir(exist_ok=True)
    shutil.copytree(LAW / "facts", folder / "facts", dirs_exist_ok=True)
    (folder / "zz" / "limit.toml").write_text(family, encoding="utf-8")
    (folder / "zz" / "excess.py").write_text(rule, encoding="utf-8")
    return read_law(folder)


def refused(folder: Path, *words: str, family: str = FAMILY + ROW, rule: str = RULE) -> None:
    with pytest.raises(LawError) as error:
        prove(made(folder, family, rule))
    for word in words:
        assert word in str(error.value)


def test_the_tiny_law_itself_is_accepted(tmp_path: Path) -> None:
    assert prove(made(tmp_path))["zz.excess"] == (0, 10**11 - 10)


@pytest.mark.parametrize(("body", "words"), [
    ("    return charge_amount / 2\n", ["excess.py:3", "rounding word"]),
    ("    return charge_amount // 2\n", ["excess.py:3", "outside the rule language"]),
    ("    return 1.5\n", ["excess.py:3", "float"]),
    ("    return down(charge_amount, 2, 3)\n", ["down takes 2 arguments"]),
    ("    for i in limit:\n        return i\n", ["excess.py:3", "For is not allowed"]),
    ("    import os\n    return 1\n", ["Import is not allowed"]),
    ("    return __import__(limit)\n", ["cannot be called"]),
    ("    return charge_amount.real\n", ["outside the rule language"]),
    ("    if charge_amount > limit:\n        return 1\n", ["ends without `return`"]),
    ("    return chrge_amount\n", ["not an argument"]),
    ("    return charge_amount * charge_amount\n", ["2^53"]),
    ("    return down(limit, charge_amount)\n", ["may be zero"]),
    ("    return limit(charge_amount)\n", ["no band table"]),
    ("    return 1 if charge_kind == 'servce' else 0\n", ["not an argument"]),
    ("    return -limit ** 2\n", ["outside the rule language"]),
])
def test_a_rule_outside_the_language_is_refused_with_its_line(tmp_path: Path, body: str, words: list[str]) -> None:
    refused(tmp_path, *words, rule=HEAD + body)


def test_a_misspelt_argument_gets_a_suggestion(tmp_path: Path) -> None:
    refused(tmp_path, "charge_amout", "did you mean", rule=RULE.replace("charge_amount", "charge_amout"))


def test_a_misspelt_choice_names_the_choices(tmp_path: Path) -> None:
    rule = 'def excess(programme) -> Flag:\n    """Is it."""\n    return programme == "tipt"\n'
    refused(tmp_path, "'tipt' is not one of titp", rule=rule)


def test_a_rule_without_a_meaning_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, "docstring", rule="def excess(limit) -> JPY:\n    return limit\n")


def test_rules_in_a_circle_are_refused_by_name(tmp_path: Path) -> None:
    rule = 'def a(b) -> JPY:\n    """A."""\n    return b\n\n\ndef b(a) -> JPY:\n    """B."""\n    return a\n'
    refused(tmp_path, "circle", "zz.a -> zz.b -> zz.a", rule=rule)


@pytest.mark.parametrize(("old", "new", "words"), [
    ("limit = 10", "limit = 10.5", ["limit.toml:row 1", "never a float"]),
    ("limit = 10", 'limit = "10.5 JPY"', ["0 decimal places"]),
    ("limit = 10", "limt = 10", ["`set` must give exactly limit"]),
    ('source = "a"', 'source = "b"', ["not in [sources]"]),
    ('source = "a"', "", ["'source' is missing"]),
    ("from = 2020-01-01", 'from = "soon"', ["no date"]),
    ("from = 2020-01-01", "from = 2020-01-01\nto = 2019-12-31", ["not a day on or after"]),
    ("from = 2020-01-01", "from = 2020-01-01\nnote = 1", ["'note' is not known"]),
    ("from = 2020-01-01", 'from = 2020-01-01\nwhere = { stage = "1" }', ["not listed in `by`"]),
    ("from = 2020-01-01", 'from = 2020-01-01\nwhere = { programme = "x" }', ["not one of titp"]),
    ('confidence = "official"', 'confidence = "sure"', ["confidence 'sure'"]),
    ('kind = "standing"', 'kind = "yearly"', ["until"]),
    ('url = "https://example.org/"', 'url = ""', ["needs a source with an address"]),
])
def test_a_family_that_breaks_the_schema_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, words: list[str]
) -> None:
    refused(tmp_path, *words, family=(FAMILY + ROW).replace(old, new, 1))


def test_rows_of_equal_scope_may_not_overlap(tmp_path: Path) -> None:
    refused(tmp_path, "overlap", family=FAMILY + ROW + ROW.replace("2020", "2021"))


def test_a_special_row_may_overlap_a_general_one(tmp_path: Path) -> None:
    special = ROW.replace("from", 'where = { programme = "titp" }\nfrom').replace("10", "5")
    law = made(tmp_path, FAMILY + ROW + special)
    family = law.families["zz.limit"]
    assert [r.values["limit"] for r in family.in_force(738000, {"programme": 0})] == [5]
    assert [r.values["limit"] for r in family.in_force(738000, {"programme": 1})] == [10]


def test_a_gap_must_be_declared(tmp_path: Path) -> None:
    first = ROW.replace("from", "to = 2020-12-31\nfrom")
    later = ROW.replace("2020", "2022")
    refused(tmp_path, "nothing holds from 2021-01-01 to 2021-12-31", family=FAMILY + first + later)
    gap = "[[gap]]\nfrom = 2021-01-01\nto = 2021-12-31\nwhy = 'not seen'\n"
    assert made(tmp_path, FAMILY + first + later + gap)
