"""Checks: a sentence or an article laid beside the store."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from .articles import ArticleInList
from .base import Asked, ClaimId, Shape, StoryId, Whole, Words
from .findings import Finding
from .pages import Address
from .sources import Saying
from .stories import StoryInList


class CheckAsked(Asked):
    """What to check: one sentence, or the text of an article."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "The harbour bridge was closed after a barge struck it.", "limit": 5}]}
    )

    text: Words = Field(min_length=1, max_length=100_000)
    limit: Whole = Field(default=5, ge=1, le=20, description="Claims at most.")


class CheckAddressAsked(Asked):
    """What to check: the article at an address."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"url": "https://news.example/harbour-bridge"}]})

    url: Address
    limit: Whole = Field(default=5, ge=1, le=20, description="Claims at most.")


class Match(Shape):
    """One claim of the store beside what was checked."""

    story: StoryId
    story_title: str
    claim: ClaimId
    text: str
    standing: str | None
    origins_min: int
    origins_max: int
    why: str
    same: Literal["agrees", "differs", "related"]
    reason: str
    score: float
    said_by: list[Saying]
    differing: list[Finding]
    sentence: str


class Shared(Shape):
    """What a checked article has in common with an article of the store."""

    article: ArticleInList
    relation: str
    direction: str
    share: float
    share_of_other: float
    passages: list[str]
    why: str


class Check(Shape):
    """Which story and claim it is, who else says so, on how many origins, and who differs."""

    kind: Literal["sentence", "article"]
    story: StoryInList | None
    matches: list[Match]
    overlaps: list[Shared]
    why: str
    title: str | None
