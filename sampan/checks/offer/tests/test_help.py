"""Who can act on an offer: from the map of the law, by country, programme and what was found."""

from __future__ import annotations

from typing import Any

from sampan.checks.offer.result import check_offer
from sampan.checks.offer.tests.walk import carried, linh
from sampan.rulebook.stored import law


def bodies(offer: dict[str, Any]) -> list[dict[str, Any]]:
    return [n for n in check_offer(offer)["next"] if n["who"] != "you"]


def test_linh_is_shown_who_can_act_at_home_and_in_japan_with_their_form_and_source() -> None:
    found = bodies(linh())
    assert {n["country"] for n in found} == {"vn", "jp"} and found[0]["country"] == "vn"
    assert any("DOLAB" in n["who"] and {"overcharge", "deposit", "broker"} <= set(n["topics"]) for n in found)
    assert all(n.get("blank") or n["citation"]["source"] for n in found)


def test_what_is_wrong_decides_who_is_named() -> None:
    paid = {k: v for k, v in linh().items() if k != "charge"}
    topics = {t for n in bodies({**paid, "charge": []}) for t in n["topics"]}
    assert topics == {"minimum_wage"}


def test_with_nothing_wrong_nobody_is_named() -> None:
    fair = {"origin": "vn", "programme": "titp", "signed": "2026-08-20", "entry": "2026-10-15", "charge": []}
    assert bodies(fair) == []


def test_every_rule_that_calls_for_help_exists() -> None:
    from sampan.checks.offer.steps import OTHERS, SILENT

    assert {*OTHERS, *SILENT} <= set(law().rules)


def test_the_page_of_who_can_help_says_where_what_and_its_source(client: Any) -> None:
    text = client.post("/en/check/offer/help", carried()).content.decode()
    for words in ("Who can help", "dolab.moha.gov.vn", "complaint", "The law we used", "0120-250-168"):
        assert words in text
