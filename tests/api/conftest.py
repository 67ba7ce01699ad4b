from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from firsthand.store.opening import Store, open_store

from ..desk.conftest import filled, own
from .asking import local

__all__ = ["filled", "own"]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A store with nothing in it."""
    with open_store(tmp_path / "empty.db") as store:
        yield store


@pytest.fixture(scope="session")
def reader(filled: Store) -> TestClient:
    """Whoever sits at the machine, on a desk with the example in it, reading."""
    return local(filled)


@pytest.fixture(scope="session")
def story(reader: TestClient) -> str:
    """The weightiest story of the example."""
    found: str = reader.get("/api/v1/stories").json()["items"][0]["id"]
    return found
