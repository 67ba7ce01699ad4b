"""The example, field by field, against tests/golden/harbour-bridge.json (`make golden` writes it again)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .golden.fields import Fields, fields_of
from .golden.write import EXPECTED

GOLDEN: Fields = json.loads(EXPECTED.read_text(encoding="utf-8")) if EXPECTED.exists() else {}


@pytest.fixture(scope="module")
def fields(example_data: dict[str, Any]) -> Fields:
    return fields_of(example_data)


def test_the_same_articles_and_stories_come_out(fields: Fields) -> None:
    assert list(fields) == list(GOLDEN)


@pytest.mark.parametrize(("subject", "name"), [(subject, name) for subject in GOLDEN for name in GOLDEN[subject]])
def test_field(fields: Fields, subject: str, name: str) -> None:
    assert fields[subject][name] == GOLDEN[subject][name]
