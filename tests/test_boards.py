"""The boards, the secret key and the words of the common look."""

from __future__ import annotations

import stat

from django.test import override_settings
from django.utils.translation import override

from sampan import settings as house
from sampan.nav import ORDER
from sampan.web import after, nav, offline, search, topics
from sampan.web.templatetags.sampan import day, mark, said


def test_the_menu_has_the_rooms_that_exist_in_the_order_of_the_roof():
    names = [e.name for e in nav.entries(("nothing", "offer"))]
    assert names[0] == "offer"
    assert nav.entries(role="caseworker") == []


def test_the_home_page_groups_the_rooms_and_forgets_none():
    groups = nav.groups(ORDER)
    assert [e.name for e in groups[0][1]][0] == "offer"
    assert sorted(e.name for _, found in groups for e in found) == sorted(e.name for e in nav.entries())
    assert [e.name for e in nav.groups((("At work", ("offer",)),))[-1][1]]
    with override("km"):
        assert nav.entries(("paid_leave",))[0].address == "/km/check/paid-leave/"


def test_a_topic_without_a_room_has_no_address():
    with override("my"):
        assert topics.address("check.offer") == "/my/check/offer/"
    assert topics.address("nothing") == ""


def test_a_result_offers_print_and_pdf():
    assert [a.view for a in after.acts("sampan-offer/1")] == ["offer:print", "offer:pdf", "offer:plan"]
    assert after.acts("nothing") == []


def test_only_public_pages_may_be_kept_offline():
    assert "/km/check/offer/" in offline.addresses()
    assert not any("result" in a for a in offline.addresses())
    assert search.texts()


def test_the_secret_key_is_made_once_and_readable_by_its_owner_only(tmp_path):
    first = house._secret_key(tmp_path / "home")
    assert first == house._secret_key(tmp_path / "home")
    assert stat.S_IMODE((tmp_path / "home" / "secret_key").stat().st_mode) == 0o600
    assert house._secret_key(None) != house._secret_key(None)


def test_days_are_written_out():
    assert day("2026-11-02") == "2 November 2026"
    assert day("2017-11") == "2017-11"
    assert day("soon") == "soon"


def test_an_unknown_verdict_is_never_shown_as_allowed():
    assert mark("something new").tone == "ask"
    assert said("") == ""


@override_settings(LEAVE_TO="https://example.org/")
def test_leave_quickly_goes_where_the_settings_say(client):
    assert b'href="https://example.org/"' in client.get("/en/").content
