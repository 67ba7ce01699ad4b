"""Findings: differences and disputes."""

from __future__ import annotations

from pydantic import Field

from .base import ClaimId, FindingId, Listed, Shape
from .spans import Located, Range


class Side(Located):
    """One account's words."""

    quote: str
    value: str = Field(description="What the words come to.")
    focus: Range | None = Field(description="The words that differ.")


class JudgementTold(Shape):
    """What a person says of a finding."""

    verdict: str | None
    by: str
    when: str
    note: str


class Finding(Shape):
    """A difference or dispute, with both sides' words and the reason."""

    id: FindingId
    kind: str = Field(
        description="`number`, `date`, `time`, `place`, `name`, `status`, `attribution`, `quote` or `dispute`."
    )
    severity: str = Field(description="`major` or `minor`.")
    why: str
    claims: list[ClaimId]
    sides: list[Side]
    weight: float
    judgement: JudgementTold | None


class Findings(Listed[Finding]):
    """A story's findings, most serious first."""
