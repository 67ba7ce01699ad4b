"""docs/api.md and the API say the same."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from firsthand.api.assistants.results import LARGEST
from firsthand.api.settings import Bounds, Rates
from firsthand.desk.access import NEEDS, Role
from firsthand.desk.delivering import signature

TEXT = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
SCHEMAS = {"/api/v1/check": "CheckAsked", "/api/v1/decisions": "DecisionAsked", "/api/v1/watches": "WatchAsked"}


@pytest.fixture(scope="module")
def description(reader: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = reader.get("/api/v1/openapi.json").json()
    return found


def test_every_route_is_told_and_every_told_route_is_there(description: dict[str, Any]) -> None:
    told = set(re.findall(r"`(GET|POST|PUT|PATCH|DELETE) (/api/v1/[^`?]*)`", TEXT))
    there = {(verb.upper(), path) for path, verbs in description["paths"].items() for verb in verbs}
    assert told == there


def test_every_parameter_of_a_list_of_stories_is_told(description: dict[str, Any]) -> None:
    row = next(line for line in TEXT.splitlines() if line.startswith("| `GET /api/v1/stories` "))
    parameters = {one["name"] for one in description["paths"]["/api/v1/stories"]["get"]["parameters"]}
    assert not [name for name in parameters - {"cursor", "limit"} if f"`{name}" not in row]


def test_what_curl_sends_is_of_the_described_form(description: dict[str, Any]) -> None:
    import jsonschema

    sent = re.findall(r"--json '(\{.*?\})' \\?\s*http://127\.0\.0\.1:8000(/api/v1/\w+)", TEXT)
    assert len(sent) == 3
    for body, path in sent:
        schema = {**description["components"]["schemas"][SCHEMAS[path]], "components": description["components"]}
        jsonschema.Draft202012Validator(schema).validate(json.loads(body))


def test_every_address_that_is_asked_for_answers(reader: TestClient) -> None:
    for path in re.findall(r"http://127\.0\.0\.1:8000(/api/v1/[^'\s]*)", TEXT):
        if "/events" in path:
            continue  # does not end
        assert reader.get(path).status_code in (200, 405), path


def test_the_check_of_a_signature_checks_ours() -> None:
    code = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert code
    space: dict[str, Any] = {"hashlib": hashlib, "hmac": hmac}
    exec(code[1], space)
    is_ours, now, body = space["is_ours"], str(int(time.time())), b'{"id": 1}'
    assert is_ours("secret", now, signature("secret", now, body), body)
    assert not is_ours("secret", now, signature("secret", now, body), b'{"id": 2}')
    assert not is_ours("other", now, signature("secret", now, body), body)
    old = str(int(time.time()) - 3_000)
    assert not is_ours("secret", old, signature("secret", old, body), body)


def test_bounds_are_told_as_they_are() -> None:
    bounds, rates = Bounds(), Rates()
    assert f"upload of {bounds.files} files at most, {bounds.file // 1_000_000} MB each" in TEXT
    assert f"{bounds.upload // 1_000_000} MB together" in TEXT
    flat = " ".join(TEXT.split())
    assert f"{rates.all} requests, {rates.check} checks and {rates.add} additions a minute" in flat
    assert f"bounded at {LARGEST:,} characters" in flat


def test_every_role_is_told() -> None:
    assert {least for least in NEEDS.values() if least} == set(Role)
    assert all(f"| {role} | " in TEXT for role in Role)


def test_the_configuration_of_an_assistant_starts_our_command() -> None:
    from firsthand.cli.arguments import parser

    found = re.search(r"```json\n(.*?)```", TEXT, re.DOTALL)
    assert found
    server = json.loads(found[1])["mcpServers"]["firsthand"]
    assert parser().parse_args(server["args"]).command == "mcp"
