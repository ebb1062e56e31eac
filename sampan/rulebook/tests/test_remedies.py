"""The duty-bearer map: what the loader refuses, who is named for each topic, and what is never shown."""

from __future__ import annotations

import csv
import pickle
import re
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from sampan.rulebook.dates import LAST
from sampan.rulebook.duties import ORIGINS, PROGRAMMES
from sampan.rulebook.errors import LawError
from sampan.rulebook.families import DECIDING
from sampan.rulebook.law import LAW
from sampan.rulebook.remedies import BLANK, HELD_BACK, TOPICS, VAGUE, Duty, read_remedies, remedies_for

FOLDER = LAW / "remedies"
DOSSIER = Path(__file__).resolve().parents[3] / "tests" / "dossier"
TODAY = date(2026, 11, 23)
GOOD = """
checked = 2026-11-23
[sources.act]
instrument = "An act"
url        = "https://example.org/act"
confidence = "official"
[bodies.office]
who     = "An office"
country = "jp"
kind    = "state"
[[bodies.office.contact]]
text   = "03-0000-0000"
source = "act"
[[duty]]
id     = "ONE"
body   = "office"
topics = ["unpaid_wages"]
does   = "It listens."
from   = 2020-01-01
source = "act"
[duty.deadline]
text = "Three years."
date = "limitation_by"
"""
WRONG = {
    "a file that is no TOML": ("checked = 2026-11-23", "checked = ", "TOML"),
    "an unknown key on top": ("checked = 2026-11-23", "checked = 2026-11-23\ncolour = 1", "'colour' is not known"),
    "a file without the day of checking": ("checked = 2026-11-23", "", "'checked' is missing"),
    "a day in quotes": ("checked = 2026-11-23", 'checked = "2026-11-23"', "without quotes"),
    "an unknown key of a source": ('"An act"', '"An act"\npage = "2"', "'page' is not known"),
    "a source without a place": ('url        = "https://example.org/act"', "", "give `url`"),
    "a source with two places": ('"An act"', '"An act"\nseen = "a book"', "give `url`"),
    "an address that is none": ("https://example.org/act", "example.org", "must begin with https://"),
    "a source from memory": ('"official"', '"memory"', "may not be shown to a worker"),
    "a source that nobody knows": ('"official"', '"unknown"', "may not be shown to a worker"),
    "a source with two readings": ('"official"', '"conflicting"', "may not be shown to a worker"),
    "a word of confidence that is none": ('"official"', '"sure"', "may not be shown to a worker"),
    "an unknown key of a body": ('who     = "An office"', 'who = "An office"\nfax = "1"', "'fax' is not known"),
    "a body in no known country": ('country = "jp"', 'country = "xx"', "'xx' is not one of jp, vn, kh, mm"),
    "a body of no known kind": ('kind    = "state"', 'kind = "shop"', "'shop' is not one of state"),
    "a body without a name": ('"An office"', '""', "not empty"),
    "a place of a body without source": ('text   = "03-0000-0000"\nsource = "act"', 'text = "03-0000-0000"', "missing"),
    "a place of unknown source": ('text   = "03-0000-0000"\nsource = "act"', 'text = "1"\nsource = "b"', "[sources]"),
    "an unknown key of a duty": ('does   = "It listens."', 'does = "It listens."\nby = 1', "'by' is not known"),
    "a duty of an unknown body": ('body   = "office"', 'body = "nobody"', "write [bodies.nobody]"),
    "a topic that is none": ('["unpaid_wages"]', '["wages"]', "'wages' is not one of overcharge"),
    "a duty without topic": ('["unpaid_wages"]', "[]", "a list that is not empty"),
    "an origin that is none": ('body   = "office"', 'body = "office"\norigin = ["th"]', "'th' is not one of vn"),
    "a programme that is none": ('body   = "office"', 'body = "office"\nprogramme = ["x"]', "'x' is not one of titp"),
    "half a sentence": ('"It listens."', '"It listens"', "with a full stop"),
    "a first day that is none": ("from   = 2020-01-01", 'from = "spring"', "is no date"),
    "a last day before the first": ("from   = 2020-01-01", "from = 2020-01-01\nto = 2019-01-01", "before `from`"),
    "a duty without source": ('from   = 2020-01-01\nsource = "act"', "from = 2020-01-01", "'source' is missing"),
    "a letter in big letters": ('body   = "office"', 'body = "office"\nletter = "Wage Claim"', "small letters"),
    "a doubt that is no sentence": ('body   = "office"', 'body = "office"\ndoubts = ["perhaps"]', "list of sentences"),
    "a duty from memory": ('body   = "office"', 'body = "office"\nconfidence = "memory"', "may not be shown"),
    "an unknown key of a time limit": ('date = "limitation_by"', 'days = "3"', "'days' is not known"),
    "a time limit of nobody": ('date = "limitation_by"', 'whose = "ours"', "'ours' is not one of yours, theirs"),
    "a time limit without a full stop": ('"Three years."', '"Three years"', "with a full stop"),
    "one bracket for two": ("[[duty]]", "[duty]", "two brackets"),
    "the same id twice": ("[duty.deadline]", '[[duty]]\nid = "ONE"\nbody = "office"\ntopics = ["injury"]\n'
                          'does = "It too."\nsource = "act"\n[duty.deadline]', "this id is used twice"),
    "a body without duty": ("[[duty]]", '[bodies.idle]\nwho = "Idle"\ncountry = "jp"\nkind = "state"\n[[duty]]',
                            "no duty names this body"),
    "a source that nothing uses": ("[bodies.office]", '[sources.idle]\ninstrument = "I"\nurl = "https://x.org"\n'
                                   'confidence = "official"\n[bodies.office]', "nothing uses this source"),
}


@cache
def shipped() -> tuple[Duty, ...]:
    return read_remedies(FOLDER)


def made(folder: Path, text: str = GOOD) -> tuple[Duty, ...]:
    (folder / "office.toml").write_text(text, encoding="utf-8")
    return read_remedies(folder)


def named(*topics, origin="vn", programme="titp", on=TODAY, dates=None, cautious=False):
    return remedies_for(shipped(), topics, origin, programme, on, dates or {}, cautious)


def ids(entries):
    return {part["id"] for entry in entries for part in entry.get("parts", [])}


@pytest.mark.parametrize("name", WRONG)
def test_the_loader_refuses(tmp_path, name):
    old, new, says = WRONG[name]
    assert GOOD.count(old) == 1
    with pytest.raises(LawError, match=re.escape(says)) as refusal:
        made(tmp_path, GOOD.replace(old, new))
    assert str(refusal.value).startswith("remedies/office.toml:")


def test_the_same_body_may_not_be_described_in_two_files(tmp_path):
    (tmp_path / "again.toml").write_text(GOOD.replace("ONE", "TWO"), encoding="utf-8")
    with pytest.raises(LawError, match="described twice"):
        made(tmp_path)


def test_an_office_abroad_acts_only_for_its_own_workers(tmp_path):
    text = GOOD.replace('country = "jp"', 'country = "kh"').replace('body   = "office"', 'body="office"\norigin=["vn"]')
    with pytest.raises(LawError, match="acts only for workers of that country"):
        made(tmp_path, text)


def test_a_good_file_is_read_and_no_folder_holds_no_duties(tmp_path):
    (duty,) = made(tmp_path)
    assert (duty.id, duty.body.who, duty.last) == ("ONE", "An office", LAST)
    assert read_remedies(tmp_path / "nothing") == ()


def test_the_map_can_be_kept_in_the_stored_law():
    assert pickle.loads(pickle.dumps(shipped())) == shipped()


def test_every_duty_and_every_place_names_a_source_that_may_be_shown():
    for duty in shipped():
        limits = [duty.deadline.source] if duty.deadline else []
        for source in [duty.source, *limits, *(c.source for c in duty.body.contacts)]:
            assert source.confidence in DECIDING and source.instrument, duty.id
            assert source.url.startswith("http") or source.url.startswith("extracts"), duty.id


@pytest.mark.parametrize("on", [TODAY, date(2027, 5, 1)])
def test_each_topic_country_and_programme_has_an_answer_or_says_that_it_has_none(on):
    for topic, origin, programme in product(TOPICS, ORIGINS, (*PROGRAMMES, None)):
        entries = named(topic, origin=origin, programme=programme, on=on)
        countries = [e["country"] for e in entries]
        assert countries == sorted(countries, key="jp".__eq__), "the country of origin comes first"
        for country in (origin, "jp"):
            here = [e for e in entries if e["country"] == country]
            blank = [e for e in here if e.get("blank")]
            assert here and (not blank or here == blank == [{**blank[0], "who": BLANK[country]}]), (topic, country)
        assert all(e["who"] and (e.get("blank") or e["does"]) for e in entries)


def test_every_topic_has_a_duty_bearer_in_japan():
    for topic in TOPICS:
        programme, on = ("esd", date(2027, 5, 1)) if topic == "esd_cap" else ("titp", TODAY)
        assert not [e for e in named(topic, programme=programme, on=on) if e["country"] == "jp" and e.get("blank")]


def test_a_blank_names_only_the_topics_that_nobody_answers():
    blank = [e for e in named("overcharge", "minimum_wage", origin="kh") if e.get("blank")]
    assert [(e["country"], e["topics"]) for e in blank] == [("kh", ["minimum_wage"])]


def test_the_office_of_the_interns_changes_on_the_first_of_april_2027():
    before, after = named("unpaid_wages", on=date(2027, 3, 31)), named("unpaid_wages", on=date(2027, 4, 1))
    assert "JP-OTIT-ADVICE" in ids(before) and "JP-ESD-ORGANISATION-ADVICE" not in ids(before)
    assert "JP-ESD-ORGANISATION-ADVICE" in ids(after) and "JP-OTIT-ADVICE" not in ids(after)
    assert not any("0120-250-168" in e.get("where", "") for e in after)


def test_a_skilled_worker_is_not_sent_to_the_office_of_the_interns():
    assert not [i for i in ids(named("unpaid_wages", "deposit", programme="ssw1")) if "OTIT" in i or "TITP" in i]


def test_without_a_programme_an_office_for_some_says_for_whom_it_is():
    (otit,) = [e for e in named("unpaid_wages", programme=None) if "JP-OTIT-ADVICE" == e["id"]]
    assert otit["only_for"] == ["titp"]


def test_without_an_origin_only_japan_answers():
    entries = named("overcharge", "violence", origin=None)
    assert {e["country"] for e in entries} == {"jp"}
    assert not [e for e in entries if e["kind"] == "embassy"]


def memory_numbers():
    for table, column in (("help_lines_japan", "phone"), ("vietnam_contacts", "number_or_address"),
                          ("cambodia_parameters", "value"), ("myanmar_parameters", "value")):
        with (DOSSIER / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                digits = re.sub(r"\D", "", row[column])
                if row["confidence"] in ("memory", "unknown") and len(digits) >= 8:
                    yield digits


def test_no_number_from_memory_stands_in_the_map():
    numbers = set(memory_numbers())
    assert {"0120250366", "0120250302", "0120531407", "0570001716", "84981848484", "0334419291"} <= numbers
    for file in FOLDER.glob("*.toml"):
        digits = re.sub(r"[\s()+-]", "", file.read_text(encoding="utf-8"))
        assert not [n for n in numbers if n in digits], file.name


def test_a_time_limit_is_carried_to_everybody_whom_it_concerns():
    entries = named("unpaid_wages", dates={"limitation_by": "2028-12-10"})
    carried = {e["id"]: e.get("by") for e in entries if e["country"] == "jp"}
    assert carried["JP-LABOUR-OFFICE-WAGES"] == carried["JP-EMPLOYER-WAGES"] == "2028-12-10"
    assert carried["JP-OTIT-ADVICE"] is None
    assert [e["id"] for e in entries if e["country"] == "jp"][:2] == ["JP-LABOUR-OFFICE-WAGES", "JP-EMPLOYER-WAGES"]


def test_the_nearest_time_limit_of_a_body_leads_and_its_topics_are_merged():
    dates = {"temporary_claim_by": "2028-03-05", "disability_claim_by": "2027-01-31", "limitation_by": "2028-01-01"}
    (office,) = [e for e in named("injury", "unpaid_wages", dates=dates) if e["who"].startswith("Labour Standards I")]
    assert [p["id"] for p in office["parts"] if "by" in p] == [
        "JP-LABOUR-OFFICE-INJURY-DISABILITY", "JP-LABOUR-OFFICE-WAGES", "JP-LABOUR-OFFICE-INJURY-PAY"]
    assert (office["by"], office["topics"]) == ("2027-01-31", ["unpaid_wages", "injury"])
    assert office["citation"]["instrument"].startswith("Workers' Accident")


def test_a_date_that_is_not_known_gives_no_day():
    entries = named("injury", dates={"disability_claim_by": "unknown"})
    (office,) = [e for e in entries if e["who"].startswith("Labour Standards I")]
    assert "by" not in office and office["deadline"]["text"]


def test_a_missed_time_limit_is_said_and_what_can_still_be_done_comes_first():
    late = [e for e in named("unpaid_wages", dates={"limitation_by": "2026-11-22"}) if e["country"] == "jp"][-2:]
    assert [e["id"] for e in late] == ["JP-LABOUR-OFFICE-WAGES", "JP-EMPLOYER-WAGES"]
    assert all(e["passed"] and e["by"] == "2026-11-22" for e in late)
    assert not [e for e in named("unpaid_wages", dates={"limitation_by": "2026-11-23"}) if e.get("passed")]
    (tax,) = [e for e in named("pension_tax_refund", dates={"tax_return_by": "2026-01-01"}) if e["country"] == "jp"]
    assert tax["passed"] and tax["parts"][0]["id"] == "JP-TAX-AGENT"


def test_an_employer_who_is_late_comes_first_not_last():
    entries = [e for e in named("leaving", dates={"pay_by": "2026-11-20"}) if e["country"] == "jp"]
    assert entries[0]["id"] == "JP-EMPLOYER-FINAL-PAY" and entries[0]["overdue"] and "passed" not in entries[0]


def test_the_employer_can_be_told_from_the_others():
    kinds = {e["id"]: e["kind"] for e in named("unpaid_wages")}
    assert kinds["JP-EMPLOYER-WAGES"] == "employer" and kinds["JP-LABOUR-OFFICE-WAGES"] == "state"


def test_numbers_are_given_in_the_workers_own_language():
    assert "0120-531-406" in str(named("unpaid_wages", origin="vn"))
    assert "0120-531-406" not in str(named("unpaid_wages", origin="kh"))


def test_the_offices_of_myanmar_are_named_only_on_request():
    (blank,) = [e for e in named("violence", origin="mm") if e["country"] == "mm"]
    assert blank["blank"] and blank["doubts"] == [HELD_BACK]
    asked = [e for e in named("overcharge", origin="mm", cautious=True) if e["country"] == "mm"]
    assert asked[-1]["id"] == "MM-TOWNSHIP-REPORT" and asked[-1]["does"].startswith(asked[-1]["caution"])
    assert not [e for e in named("overcharge", origin="mm") if "caution" in e]
    assert "Embassy of Myanmar" not in str([d.body.who for d in shipped()])


def test_doubts_come_along_and_an_old_check_is_said():
    entries = named("overcharge", on=date(2028, 11, 23))
    assert "Not checked since 2026-11-23." in entries[0]["doubts"]
    (federation,) = [e for e in named("overcharge", origin="mm", on=date(2025, 12, 15)) if e.get("kind") == "group"]
    assert VAGUE in federation["doubts"]
    assert any("older decree" in d for e in named("overcharge") for d in e["doubts"])


def test_an_unknown_topic_is_refused():
    with pytest.raises(ValueError, match="no such topic: wages"):
        named("wages")
