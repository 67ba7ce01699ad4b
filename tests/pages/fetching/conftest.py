from __future__ import annotations

from collections.abc import Iterator

import pytest

from .serving import Web


@pytest.fixture
def web() -> Iterator[Web]:
    """A web of its own for each test."""
    served = Web()
    yield served
    served.close()
