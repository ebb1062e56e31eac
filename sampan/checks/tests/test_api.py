"""Every check for programs: the same answer as the file, faults with key and remedy, the format as a schema."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sampan.checks import every
from sampan.checks.schema import schema
from sampan.checks.tests.walk import NAMES, example


@pytest.mark.parametrize("name", NAMES)
def test_the_api_gives_the_same_answer(client: Any, name: str) -> None:
    body = json.dumps(example(name))
    response = client.post(f"/api/check/{name.replace('_', '-')}", body, content_type="application/json")
    assert response.json() == json.loads(json.dumps(every.find(name).answer(example(name))))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("body", ["{", "[1]", '{"nothing": 1}', "3.5", b"\xff", '{"format": "sampan-offer/1"}'])
def test_the_api_explains_bad_input(client: Any, name: str, body: Any) -> None:
    response = client.post(f"/api/check/{name.replace('_', '-')}", body, content_type="application/json")
    assert response.status_code == 400 and response.json()["format"] == "sampan-error/1"
    assert all(e["message"] and e["remedy"] for e in response.json()["errors"])


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_names_every_field_and_the_example_uses_only_those(client: Any, name: str) -> None:
    told = client.get(f"/api/formats/{name.replace('_', '-')}").json()
    check = every.find(name)
    assert told == json.loads(json.dumps(schema(check))) and told["title"] == check.format
    assert set(example(name)) <= set(told["properties"])
    for field in check.fields:
        here = told
        for part in field.key.split("."):
            here = here["properties"][part]
        assert {"type", "enum", "anyOf"} & set(here)


def test_the_document_of_the_api_knows_every_check(client: Any) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    for name in NAMES:
        slug = name.replace("_", "-")
        assert {f"/api/check/{slug}", f"/api/formats/{slug}"} <= set(paths)
