"""The command line as a caseworker uses it: answers, exit status, errors in their place, many files at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sampan.checks.check import exit_status
from sampan.checks.every import NAMES, find
from sampan.cli import main

LINH = "docs/examples/linh.toml"
CLEAN = """
origin = "vn"
programme = "titp"
stage = 1
field = "agriculture"
prefecture = "aichi"
signed = 2026-08-20
entry = 2026-10-15
contract_months = 36
[wage]
basis = "hour"
amount = "1200 JPY"
scheduled_hours = 160
[[charge]]
kind = "service_charge"
amount = "100000 JPY"
paid_to = "sending_organisation"
receipt = true
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def clean(tmp_path: Path) -> str:
    path = tmp_path / "clean.toml"
    path.write_text(CLEAN, encoding="utf-8")
    return str(path)


def test_an_offer_that_is_not_allowed_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "check", LINH)
    assert status == 1 and err == ""
    for words in ("Not allowed", "over by 240,000 VND", "190,500,000 VND = 1,088,571 JPY = 7,257.14 USD", "16.5",
                  "Law 69/2020/QH14 23(4)(a)", "short by 55 JPY an hour"):
        assert words in out
    assert "\033[" not in out


def test_a_clean_offer_ends_with_zero(capsys: pytest.CaptureFixture[str], clean: str) -> None:
    status, out, _ = run(capsys, "check", clean, "--json")
    assert (status, json.loads(out)["headline"]) == (0, "nothing_wrong_found")


def test_an_offer_that_cannot_be_decided_ends_with_three(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "open.toml"
    path.write_text(CLEAN.replace("contract_months = 36\n", ""), encoding="utf-8")
    status, out, _ = run(capsys, "check", str(path), "--json")
    answer = json.loads(out)
    assert (status, answer["headline"]) == (3, "unknown")
    assert answer["unknown"] == [{"rule": "vn.service_charge_excess", "needs": ["contract_months"]}]


def test_bad_input_ends_with_two_and_tells_file_key_and_remedy(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(CLEAN.replace("100000 JPY", "96.000.000 đ"), encoding="utf-8")
    status, out, err = run(capsys, "check", str(path), "--json")
    answer = json.loads(out)
    assert status == 2 and answer["format"] == "sampan-error/1"
    assert set(answer["errors"][0]) == {"file", "key", "message", "remedy"}
    assert str(path) in err and "charge 1.amount" in err


def test_a_batch_goes_on_after_a_bad_file_and_ends_with_the_worst(
    capsys: pytest.CaptureFixture[str], clean: str, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("signed = 2026-02-30", encoding="utf-8")
    status, out, _ = run(capsys, "check", clean, str(bad), LINH, "--json")
    answers = json.loads(out)
    assert status == 2 and [a["file"] for a in answers] == [clean, str(bad), LINH]
    assert [a["format"] for a in answers] == ["sampan-verdict/1", "sampan-error/1", "sampan-verdict/1"]
    assert run(capsys, "check", clean, LINH, "--json")[0] == 1


def test_one_file_may_hold_many_cases(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "many.toml"
    path.write_text('[[case]]\norigin = "vn"\n[[case]]\norigin = "kh"\n', encoding="utf-8")
    answers = json.loads(run(capsys, "check", str(path), "--json")[1])
    assert [a["file"] for a in answers] == [f"{path} case 1", f"{path} case 2"]


def test_json_and_csv_say_the_same_as_toml(capsys: pytest.CaptureFixture[str], clean: str, tmp_path: Path) -> None:
    table = tmp_path / "offers.csv"
    table.write_text(
        "origin,programme,stage,field,prefecture,signed,entry,contract_months,wage.basis,wage.amount,"
        "wage.scheduled_hours,charge.service_charge,charge.service_charge.paid_to,charge.service_charge.receipt\n"
        "vn,titp,1,agriculture,aichi,2026-08-20,2026-10-15,36,hour,1200 JPY,160,100000 JPY,sending_organisation,yes\n",
        encoding="utf-8")
    document = tmp_path / "offer.json"
    document.write_text(json.dumps({
        "origin": "vn", "programme": "titp", "stage": 1, "field": "agriculture", "prefecture": "aichi",
        "signed": "2026-08-20", "entry": "2026-10-15", "contract_months": 36,
        "wage": {"basis": "hour", "amount": "1200 JPY", "scheduled_hours": 160},
        "charge": [{"kind": "service_charge", "amount": "100000 JPY", "paid_to": "sending_organisation",
                    "receipt": True}]}), encoding="utf-8")
    plain = json.loads(run(capsys, "check", clean, "--json")[1])
    from_csv = json.loads(run(capsys, "check", str(table), "--json")[1])[0]
    from_json = json.loads(run(capsys, "check", str(document), "--json")[1])
    from_csv.pop("file", None)
    assert plain == from_json == from_csv


@pytest.mark.parametrize(("name", "content", "words"), [
    ("none.toml", None, "cannot be opened"), ("nested.toml", b"a = " + b"[" * 5000, "file"),
    ("nested.json", b'{"a":' * 5000, ""), ("bytes.toml", b"\xff\xfe\x00", "UTF-8"), ("empty.json", b"{", ""),
    ("twice.toml", b'origin = "vn"\norigin = "kh"\n', ""), ("nan.json", b'{"contract_months": NaN}', "NaN"),
    ("large.toml", b"#" * 2_100_000, "larger than 2 MB"), ("torn.csv", b"origin,signed\nvn\n", "cells"),
    ("bomb.toml", b"a." * 50_000 + b"a = 1", "too many parts"),
    ("inline.toml", b"x = {" + b"a." * 50_000 + b"a = 1}", "too many parts"),
    ("clash.csv", b"wage.allowance,allowance.fixed\n1 JPY,1 JPY\n", "not known"), ("none.csv", b"origin\n", "no case"),
    ("twice.json", b'{"origin":"vn","origin":"kh"}', "given twice"), ("half.json", b'{"field":"\\ud800"}', "half"),
])
def test_a_file_that_cannot_be_read_is_refused_and_nothing_crashes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    status, _, err = run(capsys, "check", str(path))
    assert status == 2 and words in err and "Traceback" not in err


@pytest.mark.parametrize("arguments", [
    ("list",), ("show", "vn.service_charge_excess"), ("show", "jp.minimum_wage"), ("history", "jp.child_levy"),
    ("diff", "2027-03-31", "2027-04-01"), ("stale",), ("doubts",), ("verify",),
])
def test_the_law_can_be_looked_into(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    status, out, err = run(capsys, "law", *arguments)
    assert status == 0 and out.strip() and err == ""


def test_the_night_of_the_change_shows_the_new_programme(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "law", "diff", "2027-03-31", "2027-04-01")[1]
    assert any(line.startswith("+  jp.esd ") for line in out.splitlines())
    assert any(line.startswith("-  jp.programme_titp ") for line in out.splitlines())


def test_a_year_and_more_later_every_family_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "law", "stale", "2028-06-01")[1]
    assert "vn.service_charge" in out and "not checked since 2026-11-23" in out


@pytest.mark.parametrize("arguments", [("show",), ("show", "no.rule"), ("diff", "2027-03-31"), ("diff", "x", "y")])
def test_a_wrong_question_to_the_law_says_what_to_ask(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    status, _, err = run(capsys, "law", *arguments)
    assert status == 2 and "sampan law" in err


def test_the_formats_are_printed_and_every_rule_id_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    from sampan.rulebook.stored import law

    text = run(capsys, "formats")[1]
    assert all(rule in text for rule in law().rules) and "scheduled_hours" in text
    assert json.loads(run(capsys, "formats", "--schema", "offer")[1])["properties"]["charge"]


@pytest.mark.parametrize("name", NAMES)
def test_every_check_answers_on_the_command_line(capsys: pytest.CaptureFixture[str], name: str) -> None:
    path, check = f"docs/examples/{name}.toml", find(name)
    status, out, err = run(capsys, "check", path, "--json")
    answer = json.loads(out)
    assert (answer["of"], err) == (check.format, "") and status == exit_status(answer)
    again, text, _ = run(capsys, "check", path)
    assert again == status and "\033[" not in text
    for label in (check.words.get(name, name.replace("_", " ")) for name in answer["amounts"]):
        assert label in text
    assert all(" ".join(doubt.split()) in " ".join(text.split()) for f in answer["figures"] for doubt in f["doubts"])


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_told_and_has_a_schema(capsys: pytest.CaptureFixture[str], name: str) -> None:
    slug = name.replace("_", "-")
    told = run(capsys, "formats", slug)[1]
    assert told.startswith(find(name).format)
    for field in find(name).fields:
        assert all(part in told for part in field.key.split("."))
    assert json.loads(run(capsys, "formats", "--schema", slug)[1])["title"] == find(name).format
    assert json.loads(run(capsys, "formats", "--schema", find(name).format)[1])["title"] == find(name).format


def test_an_unknown_format_says_which_ones_there_are(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for arguments in (("nothing",), ("--schema", "nothing"), ("--schema", "csv")):
        status, _, err = run(capsys, "formats", *arguments)
        assert status == 2 and "paid-leave" in err
    path = tmp_path / "other.toml"
    path.write_text('format = "sampan-other/1"', encoding="utf-8")
    status, _, err = run(capsys, "check", str(path))
    assert status == 2 and "sampan-paid-leave/1" in err


def test_papers_of_several_kinds_are_checked_in_one_call(capsys: pytest.CaptureFixture[str]) -> None:
    answers = json.loads(run(capsys, "check", LINH, "docs/examples/paid_leave.toml", "--json")[1])
    assert [a["of"] for a in answers] == ["sampan-offer/1", "sampan-paid-leave/1"]
