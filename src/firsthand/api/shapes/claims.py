"""Claims and their statements."""

from __future__ import annotations

from pydantic import Field

from .base import ClaimId, Listed, Shape
from .spans import Located, OptionalRange, Range


class Source(OptionalRange):
    """Who is cited. Offsets are those of the mention at this statement."""

    name: str
    kind: str = Field(examples=["office"])
    entity: str = Field(description="Equal for one source in all accounts of a story.")
    roles: list[str]


class Statement(Located):
    """One assertion in one article."""

    quote: str
    stance: str = Field(description="`asserts` (the article's own voice), `reports`, `denies` or `doubts`.")
    source: Source | None
    cue: Range | None
    origin: str | None = Field(description="The origin that it rests on.")
    id: str
    sentence: Range
    pieces: list[Range]
    quoted: list[Range]
    via: list[str]
    stance_why: str
    whole: list[Range]
    point: Range | None = Field(default=None, description="The words that speak to this claim, where it has more.")


class OriginsOfClaim(Shape):
    """How many origins a claim rests on."""

    min: int
    max: int
    why: str


class Claim(Shape):
    """The statements, over all articles, that speak to one point."""

    id: ClaimId
    text: str
    standing: str | None = Field(
        description="`corroborated`, `single-origin`, `single-article`, `discrepant` or `disputed`."
    )
    independent_origins: OriginsOfClaim | None
    why: str
    statements: list[Statement]


class Claims(Listed[Claim]):
    """A story's claims, in the report's order."""
