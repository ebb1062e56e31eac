"""Every check on the web: walked from its first page to its result, with everything told and with nothing."""

from __future__ import annotations

import gzip
import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection

from sampan.checks import every, pages
from sampan.checks.offer.tests.walk import page
from sampan.checks.outcome import outcome
from sampan.checks.tests.walk import NAMES, ROOT, ask, carried, example, walk

PAPERS = ("result", "working", "help", "print")


def weight(body: bytes) -> int:
    return len(gzip.compress(body, 6))


@pytest.mark.parametrize("name", NAMES)
def test_answering_page_by_page_gives_the_same_amounts_as_the_file(client: Any, name: str) -> None:
    typed = json.loads(walk(client, name, example(name)).hidden["case"])
    check = every.find(name)
    one, other = check.answer(typed), check.answer(example(name))
    assert (one["amounts"], one["dates"], one["headline"]) == (other["amounts"], other["dates"], other["headline"])


@pytest.mark.parametrize("name", NAMES)
def test_every_question_can_be_left_open(client: Any, name: str) -> None:
    here = walk(client, name, {})
    assert json.loads(here.hidden["case"]) == {"format": every.find(name).format}
    for paper in PAPERS:
        response = client.post(ask(name, paper), here.hidden)
        assert response.status_code == 200 and b"There is a problem" not in response.content


@pytest.mark.parametrize("name", NAMES)
def test_a_whole_file_can_be_read_and_its_result_shows_every_figure(client: Any, name: str) -> None:
    file = ContentFile((ROOT / "docs" / "examples" / f"{name}.toml").read_bytes(), "case.toml")
    here = page(client.post(ask(name), {**carried({}), "do": "upload", "file": file}))
    assert here.hidden["at"] == "check" and json.loads(here.hidden["case"]) == example(name)
    answer = every.find(name).answer(example(name))
    shown = outcome(answer, every.find(name))
    text = page(client.post(ask(name, "result"), here.hidden)).text
    for figure in shown["figures"]:
        assert str(figure["label"]) in text and figure["value"] in text
    # What stands behind an allowed finding is one page further, so that the page stays small.
    for entry in (*answer["figures"], *(f for f in answer["findings"] if f["verdict"] != "allowed")):
        assert all(doubt in text for doubt in entry.get("doubts", []))


@pytest.mark.parametrize("name", NAMES)
def test_the_print_holds_answers_working_doubts_and_who_can_help(client: Any, name: str) -> None:
    text = page(client.post(ask(name, "print"), carried(example(name)))).text
    answer = every.find(name).answer(example(name))
    for entry in answer["figures"]:
        assert all(line in text for line in entry["working"])
    for step in answer["next"]:
        for doubt in step.get("doubts", []):
            assert doubt in text
        assert step["who"] == "you" or step["who"] in text
    assert "Your answers" in text


@pytest.mark.parametrize("name", NAMES)
def test_the_working_page_has_each_step_once(client: Any, name: str) -> None:
    text = page(client.post(ask(name, "working"), carried(example(name)))).text
    for entry in every.find(name).answer(example(name))["figures"]:
        assert all(line in text for line in entry["working"])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", [code for code, _ in settings.LANGUAGES])
def test_pages_keep_their_weight(client: Any, name: str, lang: str) -> None:
    told = carried(example(name))
    sizes = {paper: weight(client.post(ask(name, paper, lang), told).content) for paper in PAPERS}
    sizes["check"] = weight(client.post(ask(name, lang=lang), {**told, "at": "check"}).content)
    for question in pages.questions(name).every:
        here = client.post(ask(name, lang=lang), {**told, "do": f"go:{question.name}"})
        sizes[question.name] = weight(here.content)
    assert sizes.pop("print") <= 10 * 1024  # paper: the whole working is in it
    assert {page: size for page, size in sizes.items() if size > 6 * 1024} == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_list_can_be_empty_or_not_known(client: Any, name: str) -> None:
    for question in pages.questions(name).every:
        if question.listed and question.when({}):
            response = client.post(ask(name), {**carried({}), "do": f"go:{question.name}"})
            assert b"There is none</button>" in response.content and b"I do not know</button>" in response.content


def test_a_question_that_does_not_concern_the_case_is_not_shown(client: Any) -> None:
    here = page(client.post(ask("paid_leave"), {**carried(example("paid_leave")), "do": "go:hours_a_week"}))
    assert here.hidden["at"] == "check"


@pytest.mark.parametrize("name", NAMES)
def test_a_later_page_by_its_plain_address_leads_to_the_start(client: Any, name: str) -> None:
    for paper in (*PAPERS, "pdf"):
        response = client.get(ask(name, paper))
        assert (response.status_code, response.headers["Location"]) == (302, ask(name))


@pytest.mark.parametrize("address", ["nothing/", "nothing/result", "paid_leave/", "offers/", "paid-leave/nothing"])
def test_an_unknown_check_is_a_calm_404(client: Any, address: str) -> None:
    response = client.post(f"/en/check/{address}")
    assert response.status_code == 404 and "Go to the first page" in page(response).text


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_kept_and_no_answer_stands_in_an_address(client: Any, name: str) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("a public check made a query")

    with connection.execute_wrapper(refuse):
        responses = [client.get(ask(name)), client.post(ask(name), carried(example(name), at="check")),
                     *(client.post(ask(name, paper), carried(example(name))) for paper in PAPERS)]
    for response in responses:
        assert response.status_code == 200 and not response.cookies
        for tag, attributes in page(response).tags:
            assert tag != "form" or attributes["method"] == "post"
            assert "?" not in str(attributes.get("formaction") or "")
    assert responses[-1].headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("case", ["{", "[]", "3", "[" * 9999])
def test_a_broken_carried_document_is_a_clear_400(client: Any, name: str, case: str) -> None:
    assert client.post(ask(name, "result"), {"case": case}).status_code == 400


def test_a_document_that_breaks_the_format_names_key_and_remedy(client: Any) -> None:
    text = page(client.post(ask("paid_leave", "result"), carried({"used": "many"}))).text
    assert "There is a problem" in text and "used: this number is not possible" in text


@pytest.mark.parametrize("name", NAMES)
def test_markup_in_an_answer_is_shown_as_text(client: Any, name: str) -> None:
    spoilt = {key: "<script>alert(1)</script>" for key in example(name) if key != "format"}
    shape = pages.shape(every.find(name))
    spoilt = {k: v for k, v in spoilt.items() if k not in shape.tables}
    response = client.post(ask(name), carried(spoilt, at="check"))
    assert response.status_code == 200 and b"<script>alert" not in response.content


def test_the_home_page_leads_to_every_check(client: Any) -> None:
    found = re.findall(r'href="(/en/check/[^"]+)"', client.get("/en/").content.decode())
    assert {ask(name) for name in NAMES} <= set(found)
