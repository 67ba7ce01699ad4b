"""The claims section: a table of claims by articles, and what one article alone says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.model import Claim, Stance, Statement, StoryReport

from .. import wording
from ..index import StoryIndex, cut, ordered_claims
from .anchors import Anchors, Link
from .places import Part, Places

_MOST_WIDE = 7  # columns that still have room for words at 1,100 pixels
_MOST_LABEL = 26  # two lines of a column
SIGNS = {Stance.ASSERTS: "●", Stance.REPORTS: "○", Stance.DENIES: "✕", Stance.DOUBTS: "?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One statement: who says it in which article, and where."""

    article: int
    label: str
    stance: str
    sign: str
    who: str
    quote: str
    href: str
    origin: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one article says to a claim in one way, and how often."""

    first: Saying
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim, with a cell for every article of the story."""

    id: str
    key: str
    """The claim's own id."""
    number: int
    text: str
    standing: str
    standing_key: str
    why: str
    sayings: tuple[Saying, ...]
    cells: tuple[tuple[Told, ...], ...]
    silent: tuple[int, ...]
    findings: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One article at the head of the table."""

    number: int
    label: str
    short: str
    """The label as it fits a narrow column."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTable:
    """Claims of two or more articles as rows; those of one article apart, by article."""

    columns: tuple[Column, ...]
    wide: bool
    rows: tuple[ClaimView, ...]
    alone: tuple[tuple[Column, tuple[ClaimView, ...]], ...]
    alone_count: int


def claim_table(story: StoryReport, index: StoryIndex, anchors: Anchors, prefix: str) -> ClaimTable:
    """The claims of a story: those with findings first, then those of most articles."""
    origins = {origin.id: at for at, origin in enumerate(story.lineage.origins, start=1)}
    views = [_claim(claim, story, index, anchors, prefix, origins) for claim in ordered_claims(story)]
    columns = tuple(
        Column(
            number=number,
            label=index.label(article),
            short=cut(index.label(article), _MOST_LABEL),
            href=anchors.to_article(article),
        )
        for article, number in index.numbers.items()
    )
    lone = [view for view in views if len(view.silent) >= len(columns) - 1]
    by_number: dict[int, list[ClaimView]] = {}
    for view in lone:
        for number in {said.article for said in view.sayings}:
            by_number.setdefault(number, []).append(view)
    grouped = [(column, tuple(by_number.get(column.number, ()))) for column in columns]
    return ClaimTable(
        columns=columns,
        wide=len(columns) <= _MOST_WIDE,
        rows=tuple(view for view in views if len(view.silent) < len(columns) - 1),
        alone=tuple((column, views) for column, views in grouped if views),
        alone_count=len(lone),
    )


def shown_claims(table: ClaimTable, index: StoryIndex, places: Places) -> ClaimTable:
    """The claims that stand on one page."""
    first = index.told_by_several + 1
    alone = range(first, first + table.alone_count)[places.shown(Part.ALONE, table.alone_count)]
    kept = ((column, tuple(view for view in views if view.number in alone)) for column, views in table.alone)
    return replace(
        table,
        rows=table.rows[places.shown(Part.CLAIMS, len(table.rows))],
        alone=tuple((column, views) for column, views in kept if views),
    )


def _claim(
    claim: Claim, story: StoryReport, index: StoryIndex, anchors: Anchors, prefix: str, origins: dict[str, int]
) -> ClaimView:
    resting = claim.origins or (None,) * len(claim.statements)
    sayings = tuple(
        _saying(said, origin, index, anchors, origins)
        for said, origin in zip(claim.statements, resting, strict=False)
        if said.span.article in index.numbers
    )
    told: dict[int, list[Saying]] = {}
    for said in sayings:
        told.setdefault(said.article, []).append(said)
    cells = tuple(_told(told[number]) if number in told else () for number in index.numbers.values())
    return ClaimView(
        id=f"{prefix}-c{index.claims[claim.id]}",
        key=claim.id,
        number=index.claims[claim.id],
        text=claim.text,
        standing=wording.standing(claim),
        standing_key=str(claim.standing or "unknown"),
        why=claim.why,
        sayings=tuple(sorted(sayings, key=lambda said: said.article)),
        cells=cells,
        silent=tuple(number for number, cell in zip(index.numbers.values(), cells, strict=True) if not cell),
        findings=tuple(
            Link(href=anchors.to_finding(at), text=str(at))
            for at, finding in enumerate(story.findings, start=1)
            if claim.id in finding.claims
        ),
    )


def _told(sayings: list[Saying]) -> tuple[Told, ...]:
    alike: dict[tuple[str, str], list[Saying]] = {}
    for said in sayings:
        alike.setdefault((said.stance, said.who), []).append(said)
    return tuple(Told(first=group[0], times=len(group)) for group in alike.values())


def _saying(
    said: Statement, origin: str | None, index: StoryIndex, anchors: Anchors, origins: dict[str, int]
) -> Saying:
    who = said.source.name if said.source else ""
    via = f" (via {', '.join(said.via)})" if said.via else ""
    return Saying(
        article=index.numbers[said.span.article],
        label=index.label(said.span.article),
        stance=wording.STANCES[said.stance],
        sign=SIGNS[said.stance],
        who=who + via,
        quote=said.quote,
        href=anchors.to(said.span, "statement"),
        origin=Link(href=anchors.to_origin(origins[origin]), text=f"O{origins[origin]}") if origin in origins else None,
    )
