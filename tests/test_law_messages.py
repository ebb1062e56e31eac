"""Mistakes that a lawyer may make in a law file: each is refused with a message that says what to write instead."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sampan.rulebook.errors import LawError
from sampan.rulebook.law import LAW, read_law

TITP, ESD, WAGE = "jp/programme_titp.toml", "jp/esd.toml", "jp/minimum_wage.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small law of its own: the facts and a few families, copied."""
    law = tmp_path / "law"
    shutil.copytree(LAW / "facts", law / "facts")
    (law / "jp").mkdir()
    for name in (TITP, ESD, WAGE, "jp/minimum_wage.toml"):
        shutil.copy(LAW / name, law / name)
    return law


def said(folder: Path, name: str, old: str, new: str) -> str:
    """What the loader says when `old` becomes `new` in a file."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LawError) as error:
        read_law(folder)
    assert name.split(".")[0] in str(error.value)
    return str(error.value)


def test_the_small_law_is_sound(folder: Path) -> None:
    assert set(read_law(folder).families) == {"jp.esd", "jp.minimum_wage", "jp.programme_titp"}


def test_a_typing_mistake_in_a_key_names_the_key_that_is_meant(folder: Path) -> None:
    assert "'titel' is not known; did you mean 'title'?" in said(folder, ESD, "title ", "titel ")


def test_a_number_with_a_point_is_to_be_put_in_quotes(folder: Path) -> None:
    message = said(folder, ESD, "esd_cap_months = 2 ", "esd_cap_months = 2.5 ")
    assert 'put it in quotes: esd_cap_months = "2.5"' in message


def test_two_rows_on_the_same_days_are_told_which_day_closes_the_earlier(folder: Path) -> None:
    message = said(folder, TITP, "to      = 2027-03-31", "to      = 2027-05-31")
    assert "JP-TITP and JP-TITP-TRANSITION" in message and "to = 2027-03-31" in message


@pytest.mark.parametrize("key", ["to      = ", "checked = "])
def test_a_day_in_quotes_is_to_be_written_without_them(folder: Path, key: str) -> None:
    day = {"to      = ": "2027-03-31", "checked = ": "2026-11-23"}[key]
    assert "write a day without quotes" in said(folder, TITP, key + day, f'{key}"{day}"')


def test_a_row_without_source_is_told_which_sources_there_are(folder: Path) -> None:
    message = said(folder, TITP, 'source  = "act60"\n', "")
    assert "'source' is missing" in message and "act60, isaqa" in message


def test_a_mistyped_source_or_choice_names_the_nearest(folder: Path) -> None:
    assert "did you mean 'act60'?" in said(folder, TITP, 'source  = "act60"', 'source  = "act6"')


@pytest.mark.parametrize(("old", "new", "words"), [
    ("aomori,790", "aomory,790", "did you mean 'aomori'?"),
    ("aomori,790", "aomori,790.5", "not a whole number"),
    ("2020-10-02,aomori", "2.10.2020,aomori", "write it like 2027-03-31"),
    ("2020-10-02,aomori", "2020-10-04,aomori", "close the earlier with to = 2020-10-02"),
    ("790,compilation", "790,", "'source' is missing"),
])
def test_in_a_table_the_line_is_named(folder: Path, old: str, new: str, words: str) -> None:
    message = said(folder, WAGE, old, new)
    assert words in message and ("minimum_wage.csv line 2" in message or "2019-10-04 aomori" in message)


def test_a_table_that_is_not_there_is_named(folder: Path) -> None:
    (folder / WAGE).unlink()
    with pytest.raises(LawError, match=r"minimum_wage\.csv' is not in the folder"):
        read_law(folder)


def test_a_row_may_bring_its_source_itself(folder: Path) -> None:
    head = "from,to,prefecture,minimum_wage,instrument,url,confidence\n"
    row = "2026-10-01,,aichi,1195,A notice,https://example.org/notice,"
    (folder / WAGE).write_text(f"{head}{row}official\n", encoding="utf-8")
    (found,) = read_law(folder).families["jp.minimum_wage"].rows
    assert (found.source.instrument, found.source.url, found.confidence) == (
        "A notice", "https://example.org/notice", "official")


def test_half_a_source_of_its_own_is_not_enough(folder: Path) -> None:
    head = "from,to,prefecture,minimum_wage,url,confidence\n"
    (folder / WAGE).write_text(f"{head}2026-10-01,,aichi,1195,https://example.org/notice,official\n", encoding="utf-8")
    with pytest.raises(LawError, match="'source' is missing"):
        read_law(folder)
