"""The reviewer's spreadsheet: out, back, and refused where it would spoil something."""

from __future__ import annotations

import csv
from datetime import date

import polib
import pytest

from sampan.speech import catalogues
from sampan.speech.catalogues import Refused, export, faults_of, path, read, state, take_back, wordings

DAY = date(2026, 11, 25)


@pytest.fixture
def folder(tmp_path):
    """Catalogues of Khmer with four texts."""
    po = polib.POFile()
    po.append(polib.POEntry(msgid="Rent", msgstr="ថ្លៃ\u200bឈ្នួល", occurrences=[("sampan/a.py", "")]))
    po.append(polib.POEntry(msgid="%(n)s found", msgstr=""))
    po.append(polib.POEntry(msgid="- Loan", msgstr="ប្រាក់កម្ចី", tcomment="free: loan\nreviewed Sok Dara 2026-01-02"))
    po.append(polib.POEntry(msgid="one day", msgid_plural="%(n)s days", msgstr_plural={0: ""}))
    catalogues.save("km", "django", po, tmp_path)
    catalogues.save("km", "law", polib.POFile(), tmp_path)
    return tmp_path


def changed(folder, *changes):
    """The exported sheet with some cells changed: (English, column, new text)."""
    sheet = folder / "km.csv"
    export("km", sheet, folder)
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for english, column, text in changes:
        next(r for r in rows if r["english"].lstrip("'") == english)[column] = text
    with sheet.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.DictWriter(stream, rows[0])
        table.writeheader()
        table.writerows(rows)
    return sheet


def states(folder):
    return {w.english: (w.translation, w.state) for w in wordings("km", folder)}


def test_a_sheet_that_comes_back_unchanged_changes_nothing(folder):
    before = path("km", "django", folder=folder).read_bytes()
    assert take_back("km", changed(folder), DAY, folder) == 0
    assert path("km", "django", folder=folder).read_bytes() == before


def test_a_review_stands_with_name_and_day(folder):
    sheet = changed(folder, ("Rent", "state", "reviewed by Chan Sophea"), ("%(n)s found", "translation", "រកឃើញ %(n)s"))
    assert take_back("km", sheet, DAY, folder) == 2
    assert states(folder)["Rent"] == ("ថ្លៃ\u200bឈ្នួល", "reviewed")
    assert states(folder)["%(n)s found"] == ("រកឃើញ %(n)s", "drafted")
    assert read("km", "django", folder).find("Rent").tcomment == "reviewed Chan Sophea 2026-11-25"


def test_a_reviewed_text_that_is_changed_is_a_draft_again(folder):
    sheet = changed(folder, ("- Loan", "translation", "កម្ចី"), ("- Loan", "state", "drafted"))
    take_back("km", sheet, DAY, folder)
    assert states(folder)["- Loan"] == ("កម្ចី", "drafted")
    assert read("km", "django", folder).find("- Loan").tcomment == "free: loan"


def test_a_reviewed_text_cannot_be_changed_under_the_old_review(folder):
    with pytest.raises(Refused, match="this state is not known"):
        take_back("km", changed(folder, ("- Loan", "translation", "កម្ចី")), DAY, folder)


def test_a_counted_text_has_one_form(folder):
    take_back("km", changed(folder, ("one day", "translation", "%(n)s ថ្ងៃ")), DAY, folder)
    assert read("km", "django", folder).find("one day").msgstr_plural == {0: "%(n)s ថ្ងៃ"}


@pytest.mark.parametrize(("english", "text", "word"), [
    ("%(n)s found", "រកឃើញ %(m)s", "blanks"), ("%(n)s found", "រកឃើញ", "blanks"), ("Rent", "<b>ថ្លៃ</b>", "HTML"),
    ("Rent", "ថ្លៃឈ្នួល", "zero-width"), ("Rent", "ថ្លៃ {x}", "blanks"),
])
def test_what_would_spoil_a_text_is_refused_and_nothing_is_taken(folder, english, text, word):
    sheet = changed(folder, ("one day", "translation", "%(n)s ថ្ងៃ"), (english, "translation", text))
    with pytest.raises(Refused) as error:
        take_back("km", sheet, DAY, folder)
    assert word in error.value.wrong[0].message and error.value.wrong[0].place.startswith("line ")
    assert states(folder)["one day"] == ("", "open")


def test_a_changed_english_text_and_a_lost_column_are_refused(folder):
    with pytest.raises(Refused, match="not in the catalogue"):
        take_back("km", changed(folder, ("Rent", "english", "Rents")), DAY, folder)
    sheet = folder / "bad.csv"
    sheet.write_text("english,translation\nRent,x\n", encoding="utf-8")
    with pytest.raises(Refused, match="a column is missing"):
        take_back("km", sheet, DAY, folder)


def test_a_cell_that_a_spreadsheet_would_compute_is_kept_as_text(folder):
    sheet = folder / "km.csv"
    export("km", sheet, folder)
    assert "'- Loan" in sheet.read_text(encoding="utf-8-sig")


def test_zawgyi_is_refused_in_burmese():
    assert [m for m, _ in faults_of("Worker", "အလုပ္သမား ေဆးရံု ေပးရန္", "my")] == ["this is written in Zawgyi"]
    assert list(faults_of("Worker", "အလုပ်သမား ဆေးရုံ", "my")) == []


def test_a_text_whose_english_has_changed_is_open():
    entry = polib.POEntry(msgid="Rent", msgstr="x", tcomment="reviewed A 2026-01-01", flags=["fuzzy"])
    assert state(entry) == "open"
