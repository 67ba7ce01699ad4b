"""Sources: who is cited, for what, in which stories, and denied by whom."""

from __future__ import annotations

from pydantic import Field

from .base import ArticleId, ClaimId, Listed, Shape, StoryId


class SourceInList(Shape):
    """A person, office, organisation or document that is cited."""

    id: str
    name: str
    kind: str
    roles: list[str]
    stories: int
    statements: int


class Sources(Listed[SourceInList]):
    """Sources, those cited most first."""


class Saying(Shape):
    """What one source is cited for in one article."""

    source: str
    name: str
    story: StoryId
    story_title: str
    article: ArticleId
    publisher: str | None
    claim: ClaimId
    quote: str
    start: int
    end: int
    stance: str
    when: str | None
    denied_by: list[str]


class Sayings(Listed[Saying]):
    """What a source is cited for, the newest first."""

    source: SourceInList = Field(description="Who it is.")
