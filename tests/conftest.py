from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import settings

import firsthand
from firsthand.model import Report

from .example import PAGES

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
"""The same examples in every run, so that a commit is not stopped by what another broke; CONTRIBUTING.md says how to
draw new ones."""


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
