"""The findings section: each with its sides beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import Finding, StoryReport

from .. import wording
from ..index import StoryIndex
from ..marking import Excerpt, Sentences, excerpt, pieces_of
from ..sides import Reading, readings_of
from .anchors import Anchors, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One account's words in their sentence."""

    number: int | None
    article: str
    """The article's own id; empty where it is not among the pages."""
    label: str
    file: str
    excerpt: Excerpt
    value: str
    href: str
    also: tuple[Link, ...]
    """Further accounts with the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding."""

    id: str
    key: str
    """The finding's own id."""
    number: int
    kind: str
    severity: str
    why: str
    sides: tuple[SideView, ...]
    claims: tuple[Link, ...]
    name: str
    """As much of the id as `firsthand judge` asks for."""
    judgement: str


def finding_views(
    findings: Sequence[Finding], story: StoryReport, index: StoryIndex, anchors: Anchors, prefix: str
) -> tuple[FindingView, ...]:
    """Findings of a story, in their order of weight; each is found on the page by the prefix and its number."""
    sentences = Sentences(story)
    return tuple(
        FindingView(
            id=f"{prefix}{number}",
            key=finding.id,
            number=number,
            kind=wording.KINDS[finding.kind],
            severity=str(finding.severity),
            why=finding.why,
            sides=tuple(
                _side(reading, index, anchors, sentences)
                for reading in readings_of(finding, lambda side: index.words(side.span) or side.quote)
            ),
            claims=tuple(
                Link(href=anchors.to_claim(index.claims[claim]), text=str(index.claims[claim]))
                for claim in finding.claims
                if claim in index.claims
            ),
            name=wording.finding_name(finding),
            judgement=wording.judgement(finding.judgement) if finding.judgement else "",
        )
        for number, finding in enumerate(findings, start=1)
    )


def _side(reading: Reading, index: StoryIndex, anchors: Anchors, sentences: Sentences) -> SideView:
    side = reading.side
    article = index.articles.get(side.span.article)
    return SideView(
        number=index.numbers.get(side.span.article),
        article=side.span.article if article else "",
        label=index.label(side.span.article),
        file=index.place(side.span.article),
        excerpt=excerpt(article, side.span, sentences, reading.marks)
        if article
        else Excerpt(before="", pieces=pieces_of(reading.words, reading.marks), after=""),
        value=side.value,
        href=anchors.to(side.span, "finding"),
        also=tuple(
            Link(href=anchors.to(other.span, "finding"), text=str(index.numbers[other.span.article]))
            for other in reading.also
            if other.span.article in index.numbers
        ),
    )
