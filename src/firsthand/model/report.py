"""The report: everything one run made of its pages."""

from __future__ import annotations

from dataclasses import dataclass

from .articles import Article
from .claims import Claim
from .findings import Finding, Omission, TimelineEntry
from .lineage import Lineage
from .pages import Page
from .stories import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A failure of the world, kept as data: which stage, on what, and why."""

    stage: str
    subject: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReport:
    """One story with all that was made of it. Findings stand in order of weight."""

    story: Story
    lineage: Lineage
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    timeline: tuple[TimelineEntry, ...]
    updates: tuple[Finding, ...] = ()
    """Figures that rise from account to account as time goes on: no contradiction."""
    omissions: tuple[Omission, ...] = ()
    dismissed: tuple[Finding, ...] = ()
    """Findings that a person has judged wrong. They touch no claim's standing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What `firsthand report` shows, in every format."""

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    stories: tuple[StoryReport, ...]
    failures: tuple[Failure, ...]
