"""What a search finds."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import Listed, Shape, StoryId

Kind = Literal["story", "claim", "article", "source"]


class Hit(Shape):
    """One thing found."""

    kind: Kind
    id: str
    story: StoryId | None
    title: str
    snippet: str = Field(description="Plain text; what was asked for is at `marks`.")
    score: float
    marks: list[tuple[int, int]]


class Hits(Listed[Hit]):
    """What was found, the best first."""
