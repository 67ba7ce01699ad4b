"""What the store takes and gives besides the values of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from firsthand.model import Article, Hints, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A page as it is kept: its bytes, and what its reader needs to make the same `Page` of them."""

    number: int
    id: str
    path: str
    place: str
    part: str
    data: bytes
    as_text: bool
    url: str | None
    media_type: str | None
    charset: str | None
    fetched: str | None
    hints: Hints | None
    attempts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedArticle:
    """An article with the stream's story, the article it is nearest to, what the stream said, and its statements."""

    article: Article
    placed_in: str
    nearest: str | None
    placing: Mapping[str, Any]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptArticle:
    """An article as it is kept, with its number of arrival and its statements."""

    number: int
    article: Article
    statements: tuple[Statement, ...]
