"""Lineage: who took text from whom, and what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span


class Relation(StrEnum):
    """What two articles share."""

    REPRINT = "reprint"
    DERIVED = "derived"
    SHARED_QUOTES = "shared-quotes"
    SHARED_BOILERPLATE = "shared-boilerplate"


class Direction(StrEnum):
    """Which way text ran between the articles a and b of an overlap."""

    A_TO_B = "a->b"
    B_TO_A = "b->a"
    COMMON = "common"
    UNKNOWN = "unknown"


class OriginKind(StrEnum):
    """What text or information came from first."""

    ARTICLE = "article"
    AGENCY = "agency"
    PRESS_RELEASE = "press-release"
    POST = "post"
    SPEECH = "speech"
    INTERVIEW = "interview"
    HEARING = "hearing"
    DOCUMENT = "document"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch that two articles share. `verbatim` is the share of its words that stand in both in order, 0..1."""

    a: Span
    b: Span
    verbatim: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two articles share and how. Shares are of each article's words, 0..1."""

    a: str
    b: str
    relation: Relation
    share_a: float
    share_b: float
    direction: Direction
    passages: tuple[Passage, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words that speak for an origin."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One article's reading of one sentence of an origin's rebuilt text (a line of the apparatus).

    `start` and `end` are offsets in `Origin.text`; `span` is where the witness has it.
    """

    start: int
    end: int
    span: Span
    text: str
    verbatim: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where text or information comes from first. `text` is rebuilt from the witnesses where the origin is absent."""

    id: str
    kind: OriginKind
    name: str
    articles: tuple[str, ...]
    text: str | None
    evidence: tuple[Evidence, ...]
    witnesses: tuple[Witness, ...]
    absent: bool
    """Not among the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """Origins proven independent … origins possibly independent; `why` in one plain sentence."""

    min: int
    max: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All that was traced in one story."""

    overlaps: tuple[Overlap, ...]
    origins: tuple[Origin, ...]
    independence: Independence
