"""Claims: the statements, over all articles, that speak to one point."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .lineage import Independence
from .spans import Span
from .statements import Statement


class Standing(StrEnum):
    """What a claim stands on."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"
    SINGLE_ARTICLE = "single-article"
    DISCREPANT = "discrepant"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements on one point. `origins` runs parallel to `statements`: the id of the origin each rests on, or None.

    Where other accounts speak to a part of a statement only, that part stands here; `stated`, parallel to `statements`
    if it is given, holds the statements as their articles have them, which may be in several claims.

    `standing` and `independence` are None until lineage and findings have been laid beside the claim.
    """

    id: str
    text: str
    statements: tuple[Statement, ...]
    origins: tuple[str | None, ...] = ()
    independence: Independence | None = None
    standing: Standing | None = None
    why: str = ""
    stated: tuple[Statement, ...] = ()
    points: tuple[Span, ...] = ()
    """The words of each statement that speak to the claim: all of it, or of what somebody is cited for the clause."""
