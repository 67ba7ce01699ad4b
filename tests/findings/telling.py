"""Stories told for the tests: short articles, and all that the stages make of them. Every event is invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from firsthand.claims import join_claims
from firsthand.findings import compare_claims
from firsthand.findings.material import Material, lay_out
from firsthand.model import (
    Article,
    Claim,
    Dateline,
    Event,
    Finding,
    FindingKind,
    Independence,
    Lineage,
    Precision,
    Published,
    Statement,
    Story,
    StoryReport,
)
from firsthand.statements import statements_of

UNTRACED = Lineage(overlaps=(), origins=(), independence=Independence(min=0, max=1, why="Nothing was traced."))


def article(
    key: str, text: str, *, published: str | None = "2031-06-12", publisher: str | None = None, dateline: str = ""
) -> Article:
    """An account; `dateline` is the head of its text that is no part of what it tells."""
    head = Dateline(place=None, date=None, agency=None, start=0, end=len(dateline)) if dateline else None
    return Article(
        id=key, page=f"page-{key}", path=f"{key}.txt", title=None, text=dateline + text, publisher=publisher or key,
        byline=None, language="en", dateline=head, credits=(), page_spans=(),
        published=Published(value=published, precision=Precision.DAY, basis="meta") if published else None,
    )  # fmt: skip


@lru_cache(maxsize=64)
def statements(of: Article) -> tuple[Statement, ...]:
    """The statements of an article, read once."""
    return statements_of(of)


@lru_cache(maxsize=64)
def claims(*accounts: Article) -> tuple[Claim, ...]:
    """The claims of a story, joined once."""
    return join_claims([s for one in accounts for s in statements(one)], {one.id: one for one in accounts})


@lru_cache(maxsize=64)
def report(*accounts: Article) -> StoryReport:
    """All that the claims and findings stages make of a story, made once."""
    story = Story(id="story", title="", articles=tuple(one.id for one in accounts), event=Event(date=None, place=None))
    return compare_claims(story, {one.id: one for one in accounts}, UNTRACED, claims(*accounts))


@lru_cache(maxsize=64)
def material(*accounts: Article) -> Material:
    """A story laid out for its facets."""
    return lay_out({one.id: one for one in accounts}, UNTRACED, claims(*accounts))


def findings(kind: FindingKind, *accounts: Article) -> list[Finding]:
    """The findings of one kind in a story."""
    return [one for one in report(*accounts).findings if one.kind is kind]


def focused(finding: Finding, accounts: Iterable[Article]) -> list[str]:
    """The differing words of every side, as they stand in the accounts."""
    texts = {one.id: one.text for one in accounts}
    spans = [side.focus or side.span for side in finding.sides]
    return [texts[span.article][span.start : span.end] for span in spans]


def differing(kind: FindingKind, *accounts: Article) -> list[set[str]]:
    """For every finding of a kind, the differing words."""
    return [set(focused(one, accounts)) for one in findings(kind, *accounts)]


def points(claim: Claim) -> list[str]:
    """The words of each statement that speak to the claim."""
    rows = zip(claim.statements, claim.points, strict=True)
    return [one.quote[point.start - one.span.start : point.end - one.span.start] for one, point in rows]


def claim_saying(words: str, told: Sequence[Claim]) -> Claim:
    """The one claim with a point that is made in the words."""
    found = [claim for claim in told if any(words in point for point in points(claim))]
    assert len(found) == 1, [claim.text for claim in found]
    return found[0]
