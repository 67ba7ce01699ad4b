"""One story's claims, side by side: every facet's differences, ranked, and what each claim stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import Article, Claim, Finding, Lineage, Story, StoryReport, content_id
from .agreement import Difference
from .facets import attributions, disputes, fragments, names, numbers, places, quotes, statuses, times
from .material import Material, lay_out
from .standing import standing_of
from .timeline import timeline_of

Facet = Callable[[Material], Iterator[Difference]]

FACETS: tuple[Facet, ...] = (
    disputes.differences,
    numbers.differences,
    times.differences,
    places.differences,
    statuses.differences,
    quotes.differences,
    fragments.differences,
    names.differences,
    attributions.differences,
)


def compare_claims(
    story: Story, articles: Mapping[str, Article], lineage: Lineage, claims: Sequence[Claim]
) -> StoryReport:
    """The findings of one story, most serious first; its claims with their standing; what it dates."""
    material = lay_out(articles, lineage, claims)
    findings = _ranked([_finding(difference) for facet in FACETS for difference in facet(material)])
    return StoryReport(
        story=story,
        lineage=lineage,
        claims=tuple(_standing(claim, findings) for claim in claims),
        findings=findings,
        timeline=timeline_of(material),
    )


def _standing(claim: Claim, findings: Sequence[Finding]) -> Claim:
    own = [finding for finding in findings if claim.id in finding.claims]
    standing, why = standing_of(claim, own)
    return replace(claim, standing=standing, why=why)


def _finding(difference: Difference) -> Finding:
    sides = tuple(sorted(difference.sides, key=lambda side: (side.span, side.value)))
    return Finding(
        id=content_id("finding", difference.kind, *((side.span, side.value) for side in sides)),
        kind=difference.kind,
        severity=difference.severity,
        why=difference.why,
        claims=difference.claims,
        sides=difference.sides,
        weight=difference.weight,
    )


def _ranked(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    unique = {finding.id: finding for finding in findings}
    return tuple(sorted(unique.values(), key=lambda f: (f.severity != "major", -f.weight, f.id)))
