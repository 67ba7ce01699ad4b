"""The API against its own description, in short; `bench/api_schema.py` runs it at length."""

from __future__ import annotations

import importlib.util
import json
import socket
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from firsthand.store.opening import Store

BENCH = Path(__file__).parents[2] / "bench" / "api_schema.py"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("api_schema", BENCH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["api_schema"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def description(reader: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = reader.get("/api/v1/openapi.json").json()
    return found


def operations(description: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(f"{verb} {path}", one) for path, all_ in description["paths"].items() for verb, one in all_.items()]


def test_every_operation_keeps_what_is_described(
    bench: ModuleType, own: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Valid and invalid requests: no 5xx, and no answer that is not described. Checks, which load models, are left to
    the bench, and to tests/desk."""
    monkeypatch.setattr(socket, "getaddrinfo", bench.no_names)
    told: list[str] = []
    failed = bench.check(bench.subject_of(own), 8, but="/check", say=told.append)
    assert not failed, "\n\n".join(failed)
    assert len(told) > 30


def test_the_description_is_openapi_3_1(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    for schema in description["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_every_operation_is_told_in_words(description: dict[str, Any]) -> None:
    for label, operation in operations(description):
        assert operation["summary"], label
        assert "\n\nFor: " in operation["description"], label
        assert operation["tags"], label
        for parameter in operation.get("parameters", ()):
            schema = parameter["schema"]
            assert parameter.get("description") or parameter["in"] == "path", (label, parameter["name"])
            assert schema, (label, parameter["name"])


def test_every_problem_is_told_in_one_shape(description: dict[str, Any]) -> None:
    for label, operation in operations(description):
        for status, answer in operation["responses"].items():
            if status == "default" or int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], (label, status)
        assert {"401", "403", "422", "429", "default"} <= set(operation["responses"]), label


def test_bodies_have_examples_that_fit(description: dict[str, Any]) -> None:
    """Every example of what is sent passes the schema that it stands in."""
    schemas, seen = description["components"]["schemas"], 0
    for label, operation in operations(description):
        for media_type, content in operation.get("requestBody", {}).get("content", {}).items():
            if media_type != "application/json":
                continue
            name = content["schema"]["$ref"].rpartition("/")[2]
            examples = schemas[name].get("examples", [])
            assert examples, label
            whole = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
            for example in examples:
                jsonschema.Draft202012Validator(whole).validate(example)
                seen += 1
    assert seen > 5


def test_the_description_tells_nothing_of_the_machine(description: dict[str, Any]) -> None:
    text = json.dumps(description)
    assert "/home/" not in text and "site-packages" not in text and "127.0.0.1" not in text
