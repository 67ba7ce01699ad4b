"""Names: who and what a text names, and how two names relate."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .compare import NameComparison, NameRelation, compare_names

if TYPE_CHECKING:
    from .reader import Name

__all__ = ["NameComparison", "NameRelation", "compare_names", "find_names"]


@lru_cache(maxsize=256)
def find_names(text: str) -> tuple[Name, ...]:
    """All names of a text in order of place; mentions of one name share a key."""
    from .reader import read_names

    return read_names(text)
