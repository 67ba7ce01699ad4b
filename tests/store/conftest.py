from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.store.opening import Store

from ..databases import KINDS, new_store


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, once of each kind."""
    with new_store(request.param, tmp_path) as made:
        yield made
