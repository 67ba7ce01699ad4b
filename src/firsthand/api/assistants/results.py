"""What the tools answer: small, and with every word of a page in brackets."""

from __future__ import annotations

import json
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from .quoting import NOTICE, Quoted

LARGEST = 24_000
"""Characters of one answer as JSON: about 6,000 tokens, of which an assistant reads several in one conversation."""
R = TypeVar("R", bound="Result")


class Result(BaseModel):
    """What every answer begins with."""

    model_config = ConfigDict(from_attributes=True)

    notice: str = Field(default=NOTICE, description="How to take what is quoted here.")
    left_out: int = Field(
        default=0, description="Items that would have made the answer too long; ask for less, or for parts."
    )


class Found(BaseModel):
    """One thing that a search found."""

    kind: Literal["story", "claim", "article", "source"]
    id: str
    story: str | None = Field(description="The story it belongs to: what `story` takes.")
    title: Quoted
    snippet: Quoted


class SearchResult(Result):
    """What a search found, the best first."""

    found: list[Found]
    next: str | None = Field(description="Hand it back as `cursor` for what follows.")


class Range(BaseModel):
    """How many origins: proven independent, and possibly independent."""

    proven: int
    possibly: int


class StoryLine(BaseModel):
    """A story at a glance."""

    id: str
    title: Quoted
    articles: int
    publishers: list[Quoted]
    event_date: str | None
    event_place: Quoted | None
    updated: str
    independent_origins: Range
    disputed: bool
    claims: int
    findings: int


class Words(BaseModel):
    """One account's words."""

    article: str
    publisher: Quoted
    quote: Quoted


class FindingTold(BaseModel):
    """A difference or dispute between the accounts."""

    id: str
    kind: str
    severity: str
    why: Quoted
    sides: list[Words]


class SayingTold(BaseModel):
    """Who says it, in one article."""

    who: Quoted = Field(description="The source that is cited, or the outlet itself.")
    stance: str = Field(description="`asserts` (the outlet itself), `reports`, `denies` or `doubts`.")
    publisher: Quoted
    quote: Quoted
    article: str


class ClaimTold(BaseModel):
    """One point on which the accounts speak, and what it stands on."""

    id: str
    text: Quoted
    standing: str | None = Field(
        description="`corroborated` (two or more independent origins), `single-origin` (many articles, one origin), "
        "`single-article`, `discrepant` or `disputed`."
    )
    independent_origins: Range | None
    why: Quoted
    said_by: list[SayingTold]


class OriginTold(BaseModel):
    """Where text or information comes from first."""

    kind: str
    name: Quoted
    articles: list[str]
    among_the_pages: bool
    rebuilt_text: Quoted | None = Field(description="Put together from what the articles kept.")


class ArticleTold(BaseModel):
    """An article of the story."""

    id: str
    publisher: Quoted
    title: Quoted
    published: str | None
    url: Quoted | None
    begins: Quoted


class StoryResult(Result):
    """A story, or the part of it that was asked for."""

    story: StoryLine
    rests_on: Quoted = Field(description="How many origins the accounts really have, and why.")
    claims: list[ClaimTold]
    findings: list[FindingTold]
    origins: list[OriginTold]
    articles: list[ArticleTold]
    next: str | None = Field(default=None, description="Hand it back as `cursor` for more of this part.")


class MatchTold(BaseModel):
    """A claim of the store beside what was checked."""

    story: str
    story_title: Quoted
    claim: ClaimTold
    relation: Literal["agrees", "differs", "related"]
    reason: Quoted
    differing: list[FindingTold]


class CheckResult(Result):
    """Which story and claim it is, who else says so, on how many independent origins, and who differs."""

    why: Quoted
    story: StoryLine | None
    matches: list[MatchTold]
    shares_text_with: list[ArticleTold] = Field(
        description="Articles of the store that the checked text shares words with."
    )


class SourceLine(BaseModel):
    """A person, office, organisation or document that is cited."""

    id: str
    name: Quoted
    kind: str
    roles: list[Quoted]
    stories: int
    statements: int


class SaidTold(BaseModel):
    """What a source is cited for."""

    story: str
    story_title: Quoted
    publisher: Quoted
    quote: Quoted
    stance: str
    when: str | None
    denied_by: list[Quoted]


class SourcesResult(Result):
    """Sources, or what one of them is cited for."""

    sources: list[SourceLine]
    said: list[SaidTold]
    next: str | None


def fitting(result: R) -> R:
    """The result without the last items of its longest lists, until it is small enough; `left_out` says how many."""
    data = result.model_dump(mode="json")
    while _size(data) > LARGEST:
        longest = max(_lists(data), key=_size, default=None)
        if longest is None:
            break
        longest.pop()
        data["left_out"] += 1
    return type(result).model_validate(data)


def _size(data: Any) -> int:
    return len(json.dumps(data, ensure_ascii=False))


def _lists(data: Any) -> list[list[Any]]:
    """Lists with something in them, at any depth."""
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    found = [one for value in inner for one in _lists(value)]
    return [*found, data] if isinstance(data, list) and data else found
