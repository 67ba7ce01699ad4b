"""What of a database is held against the tables of the code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

INDEX_OF_WORDS = "finds_fts"
"""SQLite's virtual table, and the start of the names of those that it keeps its own things in."""


def is_compared(name: str | None, kind: str, parents: Mapping[str, Any]) -> bool:
    """All but the index of words, which each database has in its own way."""
    if kind == "table":
        return name is None or not name.startswith(INDEX_OF_WORDS)
    if kind == "column":
        return not (parents.get("table_name") == "finds" and name == "tsv")
    return not (kind == "index" and name == "ix_finds_tsv")
