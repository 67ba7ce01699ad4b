from __future__ import annotations

import json
from typing import Any

import pytest

import firsthand
from firsthand.model import Report

from .example import PAGES


@pytest.fixture(scope="session")
def example() -> Report:
    """The report on the example, made once."""
    return firsthand.report(PAGES)


@pytest.fixture(scope="session")
def example_json(example: Report) -> str:
    from firsthand.report import as_json

    return as_json(example)


@pytest.fixture(scope="session")
def example_data(example_json: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(example_json)
    return data
