"""One story's claims, side by side: every facet's differences, ranked, and what each claim stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import (
    Article,
    Claim,
    Finding,
    FindingKind,
    Judgement,
    Lineage,
    Severity,
    Span,
    Story,
    StoryReport,
    content_id,
)
from .agreement import Difference
from .bearing import comparable
from .facets import (
    attributions,
    disputes,
    fragments,
    hedges,
    names,
    numbers,
    places,
    quotes,
    roles,
    speakers,
    statuses,
    times,
)
from .judged import judge
from .material import Material, lay_out
from .omissions import omissions_of
from .standing import standing_of
from .timeline import timeline_of

Facet = Callable[[Material], Iterator[Difference]]

FACETS: tuple[Facet, ...] = (
    disputes.differences,
    numbers.differences,
    times.differences,
    places.differences,
    statuses.differences,
    roles.differences,
    quotes.differences,
    fragments.differences,
    names.differences,
    attributions.differences,
    hedges.differences,
    speakers.differences,
)


def compare_claims(
    story: Story,
    articles: Mapping[str, Article],
    lineage: Lineage,
    claims: Sequence[Claim],
    judgements: Mapping[str, Judgement] | None = None,
) -> StoryReport:
    """The findings of one story, most serious first; its claims with their standing; what it dates; what some accounts
    leave out. `judgements` holds what people have decided, by `words_of` a finding."""
    material = lay_out(articles, lineage, claims)
    differences = comparable([difference for facet in FACETS for difference in facet(material)], claims)
    ranked = _ranked(_not_told_twice([_finding(one) for one in differences if not one.update]))
    findings, dismissed = judge(ranked, judgements or {})
    stood = tuple(_standing(claim, findings) for claim in claims)
    return StoryReport(
        story=story,
        lineage=lineage,
        claims=stood,
        findings=findings,
        timeline=timeline_of(material, findings),
        updates=_ranked([_finding(one) for one in differences if one.update]),
        omissions=omissions_of(articles, stood, findings),
        dismissed=dismissed,
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


def _not_told_twice(findings: Sequence[Finding]) -> list[Finding]:
    """Without the statuses that differ because somebody denies them, which are disputes, and without the lesser of two
    findings on who is cited for the same words."""
    disputed = [side.span for one in findings if one.kind is FindingKind.DISPUTE for side in one.sides]
    graver = [side.span for one in findings if one.kind is FindingKind.ATTRIBUTION and one.severity is Severity.MAJOR
              for side in one.sides]  # fmt: skip
    return [
        one
        for one in findings
        if not (one.kind is FindingKind.STATUS and _covered(one, disputed))
        and not (one.kind is FindingKind.ATTRIBUTION and one.severity is Severity.MINOR and _covered(one, graver))
    ]


def _covered(finding: Finding, spans: Sequence[Span]) -> bool:
    return all(any(side.span.overlaps(span) for span in spans) for side in finding.sides)


def _ranked(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    unique = {finding.id: finding for finding in findings}
    return tuple(sorted(unique.values(), key=lambda f: (f.severity != "major", -f.weight, f.id)))
