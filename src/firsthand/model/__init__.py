"""Frozen values that the stages exchange. This package imports nothing else of Firsthand."""

from .articles import Article, Credit, CreditKind, DateCandidate, Dateline, Furniture, PageSpan, Precision, Published
from .claims import Claim, Standing
from .findings import Dating, Finding, FindingKind, Judgement, Omission, Severity, Side, TimelineEntry, Verdict
from .lineage import (
    Direction,
    Evidence,
    Independence,
    Lineage,
    Origin,
    OriginKind,
    Overlap,
    Passage,
    Relation,
    Witness,
)
from .pages import Hints, Page, Repair
from .report import Failure, Report, StoryReport
from .spans import Span, content_id
from .statements import Source, SourceKind, Stance, Statement
from .stories import Event, Neighbour, Placing, Story
from .values import Bound, Quantity, TimeExpression, TimeType

__all__ = [
    "Article", "Bound", "Claim", "Credit", "CreditKind", "DateCandidate", "Dateline", "Dating", "Direction",
    "Event", "Evidence", "Failure", "Finding", "FindingKind", "Furniture", "Hints", "Independence", "Judgement",
    "Lineage", "Neighbour", "Omission", "Origin", "OriginKind", "Overlap", "Page", "PageSpan", "Passage", "Placing",
    "Precision", "Published", "Quantity", "Relation", "Repair", "Report", "Severity", "Side", "Source",
    "SourceKind", "Span", "Stance", "Standing", "Statement", "Story", "StoryReport", "TimeExpression", "TimeType",
    "TimelineEntry", "Verdict", "Witness", "content_id",
]  # fmt: skip
