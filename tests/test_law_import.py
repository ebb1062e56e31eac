"""A new minimum-wage table by one command: shown first, taken only when told so, and the law is never left broken.

All amounts of the new tables are invented.
"""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from sampan.rulebook.imported import TABLE, take_table
from sampan.rulebook.law import LAW, read_law
from sampan.rulebook.pages import command

HEAD = "prefecture,yen_per_hour,effective_from,source_url,confidence"
URL = "https://example.org/table"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A law that holds the minimum wage only, copied."""
    law = tmp_path / "law"
    shutil.copytree(LAW / "facts", law / "facts")
    (law / "jp").mkdir()
    for name in ("minimum_wage.toml", "minimum_wage.csv"):
        shutil.copy(LAW / "jp" / name, law / "jp" / name)
    return law


def table(tmp_path: Path, *lines: str, head: str = HEAD) -> list[str]:
    """A new table as a file, named as the command wants it."""
    path = tmp_path / "new.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return [str(path)]


def line(prefecture: str, yen: object, day: str = "2027-10-01", sure: str = "official") -> str:
    return f"{prefecture},{yen},{day},{URL},{sure}"


def wage(folder: Path, prefecture: str, day: str) -> int | None:
    """The minimum wage of a prefecture on a day, as the law of the folder has it."""
    law = read_law(folder)
    row = law.families["jp.minimum_wage"].row(
        date.fromisoformat(day).toordinal(), {"prefecture": law.facts["prefecture"].code(prefecture)})
    return row.values["minimum_wage"] if row else None


def test_without_take_the_difference_is_shown_and_nothing_changes(folder, tmp_path, capsys):
    before = (folder / TABLE).read_bytes()
    assert take_table(table(tmp_path, line("aichi", 1240)), False, folder) == 0
    out = capsys.readouterr().out
    row = next(part.split() for part in out.splitlines() if part.startswith("aichi"))
    assert row == ["aichi", "1195", "1240", "+45", "3.8", "2027-10-01"]
    assert "Nothing is changed" in out and "add --take" in out
    assert (folder / TABLE).read_bytes() == before


def test_the_prefectures_that_are_missing_are_named(folder, tmp_path, capsys):
    take_table(table(tmp_path, line("aichi", 1240)), False, folder)
    missing = capsys.readouterr().out.split("missing: ")[1].splitlines()[0].split(", ")
    assert len(missing) == 46 and "aichi" not in missing and "tokyo" in missing


@pytest.mark.parametrize(("yen", "odd"), [(1194, True), (1195, False), (1434, False), (1435, True)])
def test_a_rise_outside_0_to_20_percent_is_to_be_looked_at_again(folder, tmp_path, capsys, yen, odd):
    take_table(table(tmp_path, line("aichi", yen)), False, folder)
    out = capsys.readouterr().out
    assert ("LOOK AGAIN" in out) == odd
    assert f"{int(odd)} to be looked at again" in out


def test_with_take_the_row_before_ends_on_the_day_before(folder, tmp_path, capsys):
    assert take_table(table(tmp_path, line("aichi", 1240, "2027-10-05")), True, folder) == 0
    assert wage(folder, "aichi", "2027-10-04") == 1195
    assert wage(folder, "aichi", "2027-10-05") == 1240
    assert wage(folder, "tokyo", "2027-10-05") is None
    said = capsys.readouterr().out
    assert "Taken into" in said and "line 6: checked" in said


def test_what_is_taken_carries_its_source_confidence_and_doubt(folder, tmp_path):
    rows = [f"{line('aichi', 1240, sure='secondary')},The notice was not read.", f"{line('tokyo', 1330)},"]
    assert take_table(table(tmp_path, *rows, head=f"{HEAD},doubt"), True, folder) == 0
    found = {r.values["minimum_wage"]: r for r in read_law(folder).families["jp.minimum_wage"].rows
             if r.source.url == URL}
    assert (found[1240].confidence, found[1240].doubts) == ("secondary", ("The notice was not read.",))
    assert (found[1330].confidence, found[1330].doubts) == ("official", ())


def test_every_row_that_was_there_stays_as_it_was(folder, tmp_path):
    def rows() -> list[dict[str, str]]:
        with (folder / TABLE).open(encoding="utf-8", newline="") as stream:
            return [{k: v for k, v in row.items() if v} for row in csv.DictReader(stream)]

    before = rows()
    take_table(table(tmp_path, line("aichi", 1240)), True, folder)
    after = rows()
    changed = [(old, new) for old, new in zip(before, after, strict=False) if old != new]
    assert len(after) == len(before) + 1
    assert [(old["prefecture"], new["to"]) for old, new in changed] == [("aichi", "2027-09-30")]


def test_all_47_prefectures_can_be_taken_at_once_from_the_whole_law(tmp_path, capsys):
    law = tmp_path / "law"
    shutil.copytree(LAW, law)
    names = read_law(law).facts["prefecture"].of
    lines = [line(name, 1300 + n, f"2027-10-{1 + n % 28:02d}") for n, name in enumerate(names)]
    assert take_table(table(tmp_path, *lines), True, law) == 0
    assert "47 prefectures" in capsys.readouterr().out
    assert wage(law, "okinawa", "2027-10-31") == 1346


def test_the_file_is_put_back_when_the_law_cannot_be_read(folder, tmp_path, capsys, monkeypatch):
    from sampan.rulebook import imported

    before = (folder / TABLE).read_bytes()
    monkeypatch.setattr(imported, "_written", lambda text, found: text + "2027-10-01,,aichy,1240,compilation,,\n")
    assert take_table(table(tmp_path, line("aichi", 1240)), True, folder) == 2
    said = capsys.readouterr().err
    assert "Not taken" in said and "'aichy' is not one of" in said
    assert (folder / TABLE).read_bytes() == before
    assert not list((folder / "jp").glob(".*"))


@pytest.mark.parametrize(("row", "words"), [
    (line("aichy", 1240), ["line 2, prefecture", "'aichy' is not a prefecture", "did you mean 'aichi'"]),
    (line("aichi", "1240.5"), ["line 2, yen_per_hour", "not a whole number of yen"]),
    (line("aichi", "1240 yen"), ["not a whole number of yen"]), (line("aichi", 0), ["not a whole number of yen"]),
    (line("aichi", -5), ["not a whole number of yen"]), (line("aichi", ""), ["not a whole number of yen"]),
    (line("aichi", 1240, "2027-02-30"), ["line 2, effective_from", "no day of the calendar"]),
    (line("aichi", 1240, "1.10.2027"), ["not a date", "like 2027-10-01"]),
    (line("aichi", 1240, sure="offical"), ["did you mean 'official'"]),
    (line("aichi", 1240, sure="conflicting"), ["'conflicting' is not one of"]),
    (f"aichi,1240,2027-10-01,,{'official'}", ["line 2, source_url", "not an address"]),
    ("aichi,1240,2027-10-01", ["line 2", "more or fewer cells"]),
    (f'aichi,"1,240",2027-10-01,{URL},official', ["not a whole number of yen"]),
    (line("aichi", 1195, "2026-10-01"), ["has 1195 yen from 2026-10-01 already"]),
    (line("aichi", 1200, "2026-10-01"), ["change it in sampan/law/jp/minimum_wage.csv itself"]),
    (line("aichi", 1200, "2026-01-01"), ["a new one cannot begin on 2026-01-01"]),
])
def test_a_bad_line_says_where_it_is_and_what_to_write(folder, tmp_path, capsys, row, words):
    before = (folder / TABLE).read_bytes()
    assert take_table(table(tmp_path, row), True, folder) == 2
    said = capsys.readouterr().err
    assert [w for w in words if w not in said] == []
    assert (folder / TABLE).read_bytes() == before


def test_every_fault_is_told_at_once_and_a_prefecture_counts_once(folder, tmp_path, capsys):
    rows = [line("aichi", 1240), line("aichi", 1250), line("tokio", 1330), line("osaka", "x")]
    assert take_table(table(tmp_path, *rows), True, folder) == 2
    said = capsys.readouterr().err
    for words in ("line 3, prefecture: aichi stands in the table twice", "line 4, prefecture", "line 5, yen_per_hour"):
        assert words in said


@pytest.mark.parametrize(("content", "words"), [
    (b"prefecture,yen_per_hour,effective_from,confidence\n", "the column 'source_url' is missing"),
    (b"prefecture,yen_per_hr,effective_from,source_url,confidence\n", "did you mean 'yen_per_hour'"),
    (b"", "the column 'prefecture' is missing"), (f"{HEAD}\n".encode(), "holds no line"),
    (f"{HEAD}\naichi,\xe9".encode("latin-1"), "not in UTF-8"), (b"x" * 1_000_001, "larger than 1 MB"),
    (b"x" * 200_000, "cannot be read as CSV"),
])
def test_a_file_that_is_no_such_table_is_refused(folder, tmp_path, capsys, content, words):
    path = tmp_path / "new.csv"
    path.write_bytes(content)
    assert take_table([str(path)], True, folder) == 2
    assert words in capsys.readouterr().err


def test_a_table_from_a_spreadsheet_with_a_mark_and_capitals_is_read(folder, tmp_path, capsys):
    path = tmp_path / "new.csv"
    path.write_bytes("\ufeff".encode() + f"{HEAD}\r\nAichi,１２４０,2027-10-01,{URL},Official\r\n".encode())
    assert take_table([str(path)], False, folder) == 0
    assert "1240" in capsys.readouterr().out


def test_a_row_that_was_closed_by_hand_is_not_moved(folder, tmp_path, capsys):
    path = folder / TABLE
    path.write_text(path.read_text(encoding="utf-8").replace("2026-10-01,,aichi", "2026-10-01,2027-08-31,aichi"),
                    encoding="utf-8")
    assert take_table(table(tmp_path, line("aichi", 1240)), True, folder) == 2
    assert "ends on 2027-08-31, but the new one begins on 2027-10-01" in capsys.readouterr().err


def test_the_command_wants_one_file_that_is_there(capsys):
    assert command("import", [], False) == 2
    assert command("import", ["nothing.csv"], False, True) == 2
    assert "cannot be opened" in capsys.readouterr().err
