"""Lineage: who took text from whom, and what stands behind it."""

from __future__ import annotations

from pydantic import Field

from .base import ArticleId, Shape
from .spans import Located
from .stories import Origins


class Passage(Shape):
    """A stretch that two articles share."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    verbatim: float


class Overlap(Shape):
    """What two articles share and how."""

    a: ArticleId
    b: ArticleId
    relation: str = Field(description="`reprint`, `derived`, `shared-quotes` or `shared-boilerplate`.")
    share_a: float
    share_b: float
    direction: str = Field(description="`a->b`, `b->a`, `common` or `unknown`.")
    passages: list[Passage]
    why: str


class Evidence(Located):
    """Words that speak for an origin."""

    why: str


class Witness(Shape):
    """One article's reading of one sentence of an origin's rebuilt text."""

    start: int
    end: int
    witness: Located
    text: str
    verbatim: float


class Origin(Shape):
    """Where text or information comes from first."""

    id: str
    kind: str
    name: str
    articles: list[ArticleId]
    text: str | None = Field(
        description="Rebuilt from what the articles kept, where the origin is not among the pages."
    )
    evidence: list[Evidence]
    absent: bool
    witnesses: list[Witness]


class Lineage(Shape):
    """All that was traced in one story."""

    independent_origins: Origins
    overlaps: list[Overlap]
    origins: list[Origin]
