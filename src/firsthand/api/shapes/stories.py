"""Stories."""

from __future__ import annotations

from pydantic import Field

from .articles import ArticleInList
from .base import ArticleId, ClaimId, Listed, Shape, StoryId, When
from .decisions import Decision
from .findings import Finding
from .spans import Located


class StoryInList(Shape):
    """A story at a glance."""

    id: StoryId
    title: str
    event_date: str | None
    event_place: str | None
    articles: int
    publishers: list[str]
    updated: When
    first_seen: When
    weight: float = Field(description="How much an editor would care: orders stories, heaviest first.")
    origins_min: int = Field(description="Origins proven independent.")
    origins_max: int = Field(description="Origins possibly independent.")
    findings: int
    major: int
    disputed: bool
    single_origin: bool = Field(
        description="Several articles, and no claim that two origins are proven to stand behind."
    )
    claims: int
    version: int = Field(description="Grows by one each time the story's report changes; 0 until it has one.")
    standings: dict[str, int] = Field(description="How many claims have each standing.")
    pending: bool = Field(description="Whether something has come or been decided that the report does not show yet.")
    judged: str | None


class Stories(Listed[StoryInList]):
    """Stories, in the order asked for."""


class EventTold(Shape):
    """What a story is about."""

    date: str | None
    place: str | None


class Origins(Shape):
    """How many origins, from proven independent to possibly independent."""

    min: int
    max: int
    why: str


class Moment(Shape):
    """A point in time, as finely as it is known."""

    value: str
    precision: str


class Dating(Shape):
    """When something was by some accounts, and their statements."""

    when: Moment
    statements: list[Located]


class TimelineEntry(Dating):
    """Something that the accounts date: when it was by most of them."""

    text: str
    differing: list[Dating] = Field(description="The other times that accounts give for it.")


class Omission(Shape):
    """A claim that matters and that some accounts leave out."""

    claim: ClaimId
    carried_by: list[ArticleId]
    left_out_by: list[ArticleId]
    why: str


class Story(StoryInList):
    """A story with what was made of it; its claims, findings, lineage and articles have addresses of their own."""

    event: EventTold
    independent_origins: Origins
    timeline: list[TimelineEntry]
    updates: list[Finding] = Field(description="Figures that rise from account to account: no contradiction.")
    omissions: list[Omission]
    dismissed: list[Finding] = Field(description="Findings that a person has judged wrong.")
    judgements: dict[str, Decision] = Field(
        description="The decision that holds on a finding, claim or story, by its id."
    )
    notes: list[Decision]
    arrived: list[ArticleInList] = Field(description="Articles that the report does not know yet.")
