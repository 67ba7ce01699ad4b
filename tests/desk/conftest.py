from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.store.opening import Store, open_store

from ..pages.fetching.serving import Web
from .filled import filled_copy, filled_file


@pytest.fixture(scope="session")
def filled() -> Iterator[Store]:
    """A store with the example in it, to read from."""
    with open_store(filled_file()) as store:
        yield store


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    """A store with the example in it, to change."""
    with filled_copy(tmp_path) as store:
        yield store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path / "store.db") as made:
        yield made


@pytest.fixture
def web() -> Iterator[Web]:
    served = Web()
    yield served
    served.close()
