"""What holds on every page: weight, headers, no cookie, no query, error pages, the API."""

from __future__ import annotations

import gzip
import json

import pytest
from django.conf import settings
from django.db import connection

from sampan.checks.offer.questions import QUESTIONS
from sampan.checks.offer.result import check_offer
from sampan.checks.offer.tests.walk import ASK, RESULT, carried, linh, page

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def weight(body: bytes) -> int:
    return len(gzip.compress(body, 6))


def static(name: str) -> bytes:
    from django.contrib.staticfiles import finders

    found = finders.find(f"web/{name}")
    assert isinstance(found, str)
    with open(found, "rb") as file:
        return file.read()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("path", ["", "check/offer/"])
def test_the_first_view_weighs_at_most_14_kb_in_4_requests(client, code, path):
    response = client.get(f"/{code}/{path}")
    fetched = [t for n, t in page(response).tags if n == "script" or (n == "link" and t.get("href"))]
    files = [static(n) for n in ("sampan.css", "sampan.js", "icon.svg")]
    assert len(fetched) + 1 <= 4
    assert weight(response.content) + sum(map(weight, files)) <= 14 * 1024


def test_style_and_script_keep_their_budget():
    assert weight(static("sampan.css")) <= 5 * 1024
    assert weight(static("sampan.js")) <= 2 * 1024


@pytest.mark.parametrize("code", LANGUAGES)
def test_later_pages_weigh_at_most_6_kb(client, code):
    ask = f"/{code}/check/offer/"
    pages = {q.name: client.post(ask, carried(do=f"go:{q.name}")) for q in QUESTIONS.every}
    pages["payment"] = client.post(ask, carried(at="charges", do="edit:0"))
    pages["check"] = client.post(ask, carried(at="check"))
    for name in ("result", "print", "working"):
        pages[name] = client.post(f"{ask}{name}", carried())
    heavy = {name: w for name, r in pages.items() if (w := weight(r.content)) > 6 * 1024}
    assert not heavy


def test_pages_set_no_cookie_and_are_kept_by_no_cache(client):
    for response in (client.get("/en/"), client.get(ASK), client.post(ASK, carried()), client.post(RESULT, carried())):
        assert not response.cookies
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        policy = response.headers["Content-Security-Policy"]
        for rule in ("default-src 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'",
                     "form-action 'self'"):
            assert rule in policy
    assert response.headers["Cache-Control"] == "no-store"


def test_a_check_makes_no_database_query(client):
    def refuse(*_args: object) -> None:
        raise AssertionError("a public check made a query")

    with connection.execute_wrapper(refuse):
        assert client.post(RESULT, carried()).status_code == 200
        assert client.get("/en/").status_code == 200


def test_results_ask_search_engines_to_stay_away(client):
    for name in ("result", "print", "working"):
        assert b'<meta name="robots" content="noindex">' in client.post(f"/en/check/offer/{name}", carried()).content


def test_answers_never_stand_in_an_address(client):
    for at in ("check", "wage"):
        for name, tag in page(client.post(ASK, carried(at=at, do="show"))).tags:
            if name == "form":
                assert tag["method"] == "post"
            assert "?" not in str(tag.get("formaction") or "")


def test_all_five_languages_are_named_in_their_own_script_on_every_page(client):
    names = [name for _code, name in settings.LANGUAGES]
    for response in (client.get("/my/"), client.get("/ja/check/offer/"), client.post(RESULT, carried()),
                     client.get("/en/nothing")):
        for name in names:
            assert name in page(response).text


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (404, lambda c: c.get("/en/nothing")),
        (404, lambda c: c.get("/xx/check/offer/")),
        (400, lambda c: c.post(ASK, {"offer": "{"})),
        (413, lambda c: c.post(ASK, "offer=" + "x" * (1024 * 1024), content_type="application/x-www-form-urlencoded")),
    ],
)
def test_a_fault_says_what_to_do_in_the_same_look(client, status, ask):
    response = ask(client)
    assert response.status_code == status
    assert "Go to the first page" in page(response).text
    assert b"sampan.css" in response.content


def test_a_fault_of_ours_is_a_calm_page_without_details(client, monkeypatch):
    from sampan.checks.offer import views

    def broken(_offer: object) -> None:
        raise RuntimeError("Linh pays 96000000")

    monkeypatch.setattr(views, "check_offer", broken)
    client.raise_request_exception = False
    response = client.post(RESULT, carried())
    assert response.status_code == 500
    assert "Something is wrong on our side" in page(response).text
    assert "96000000" not in page(response).text


def test_the_api_gives_the_same_answer(client):
    response = client.post("/api/check/offer", json.dumps(linh()), content_type="application/json")
    assert response.json() == json.loads(json.dumps(check_offer(linh())))


@pytest.mark.parametrize("body", ["{", "[1]", '{"signed": "x"}', '{"nothing": 1}', "3.5", "[" * 9999])
def test_the_api_explains_bad_input(client, body):
    response = client.post("/api/check/offer", body, content_type="application/json")
    assert response.status_code == 400
    assert response.json()["format"] == "sampan-error/1"
    assert set(response.json()["errors"][0]) == {"file", "key", "message", "remedy"}


def test_the_api_refuses_a_body_over_one_megabyte(client):
    response = client.post("/api/check/offer", "x" * (1024 * 1024 + 1), content_type="application/json")
    assert (response.status_code, response.json()["format"]) == (413, "sampan-error/1")


def test_the_api_tells_its_format_and_has_no_page_with_scripts_of_others(client):
    assert client.get("/api/formats/offer").json()["title"] == "sampan-offer/1"
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {"/api/check/offer", "/api/formats/offer"} <= set(paths)
    assert client.get("/api/docs").status_code == 404


def test_the_service_worker_keeps_only_listed_public_pages(client):
    text = client.get("/sw.js").content.decode()
    for code in LANGUAGES:
        assert f'"/{code}/check/offer/"' in text
    assert "result" not in text
