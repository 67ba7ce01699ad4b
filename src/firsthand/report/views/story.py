"""One story's part of the page, section by section."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model import Dating, Report, StoryReport

from .. import wording
from ..index import StoryIndex, index_of
from .anchors import Anchors, Link
from .articles import ArticleView, article_views
from .claims import ClaimTable, claim_table, shown_claims
from .findings import FindingView, finding_views
from .lineage import OriginView, OverlapView, origin_views, overlap_views
from .places import ONE_PAGE, Part, Places
from .stemma import SMALL, WIDE, Stemma, stemma


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingView:
    """When an event was by some accounts, with the words that say so."""

    value: str
    """As HTML has it: no part of a day."""
    when: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """One dated event: when it was by most accounts that date it, and the other times that accounts give."""

    text: str
    dated: DatingView
    differing: tuple[DatingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OmissionView:
    """A claim that some accounts leave out."""

    text: str
    href: str
    carried_by: tuple[Link, ...]
    left_out_by: tuple[Link, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """A part of a story that goes on over several pages."""

    total: int
    links: tuple[Link, ...]
    """To each page; the one that is shown has an empty address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """What one page shows of a story: in the one-file report, everything."""

    id: str
    key: str
    """The story's own id."""
    number: int
    part: Part
    totals: dict[Part, int]
    """How many of each part the story has, on this page or not."""
    more: dict[Part, More]
    """The parts that do not stand whole on one page."""
    title: str
    event: str
    size: str
    coverage: str
    why: str
    single: bool
    major: int
    findings: tuple[FindingView, ...]
    updates: tuple[FindingView, ...]
    dismissed: tuple[FindingView, ...]
    omissions: tuple[OmissionView, ...]
    claims: ClaimTable
    stemmas: tuple[Stemma, ...]
    """One for wide screens and one for small; none where there is nothing to draw."""
    origins: tuple[OriginView, ...]
    overlaps: tuple[OverlapView, ...]
    timeline: tuple[TimelineView, ...]
    articles: tuple[ArticleView, ...]


def story_view(report: Report, story: StoryReport, number: int, places: Places = ONE_PAGE) -> StoryView:
    """What a page shows of one story. The articles come last: they hold the anchors of all the rest."""
    index = index_of(report, story)
    prefix = f"s{number}"
    anchors = Anchors(number, index, places)
    event = story.story.event
    independence = story.lineage.independence
    findings = finding_views(story.findings, story, index, anchors, f"{prefix}-f")
    updates = finding_views(story.updates, story, index, anchors, f"{prefix}-u")
    dismissed = finding_views(story.dismissed, story, index, anchors, f"{prefix}-w")
    claims = claim_table(story, index, anchors, prefix)
    drawings = [stemma(story, index, anchors, measure) for measure in (WIDE, SMALL)]
    origins = origin_views(story, index, anchors, prefix)
    overlaps = overlap_views(story, index, anchors)
    timeline = _timeline(story, index, anchors)
    single = len(index.articles) < 2
    totals = {
        Part.FINDINGS: len(findings),
        Part.CLAIMS: len(claims.rows),
        Part.ALONE: claims.alone_count,
        Part.ORIGINS: len(origins),
        Part.PAIRS: len(overlaps),
        Part.ARTICLES: len(index.articles),
    }
    whole = places.part is Part.STORY
    return StoryView(
        id=prefix,
        key=story.story.id,
        number=number,
        part=places.part,
        totals=totals,
        more={part: more for part, total in totals.items() if (more := _more(part, total, places))},
        title=story.story.title,
        event=", ".join(part for part in (event.date and wording.moment(event.date), event.place) if part),
        size=_size(index, story),
        coverage=wording.coverage(len(index.articles), independence),
        why="" if single else wording.sentence(independence.why),
        single=single,
        major=sum(finding.severity == "major" for finding in findings),
        findings=findings[places.shown(Part.FINDINGS, len(findings))],
        updates=updates if whole else (),
        dismissed=dismissed if whole else (),
        omissions=_omissions(story, index, anchors) if whole else (),
        claims=shown_claims(claims, index, places),
        stemmas=tuple(drawing for drawing in drawings if drawing) if whole else (),
        origins=origins[places.shown(Part.ORIGINS, len(origins))],
        overlaps=overlaps[places.shown(Part.PAIRS, len(overlaps))],
        timeline=timeline if whole else (),
        articles=article_views(story, index, anchors),
    )


def _more(part: Part, total: int, places: Places) -> More | None:
    pages = range(1, places.pages(part, total) + 1)
    if len(pages) == 1:
        return None
    return More(
        total=total,
        links=tuple(Link(href=places.path(part, page, total), text=str(page)) for page in pages),
    )


def _size(index: StoryIndex, story: StoryReport) -> str:
    articles = wording.count(len(index.articles), "article")
    if len(index.articles) < 2:
        return articles
    return f"{articles}, {wording.independent_origins(story.lineage.independence)}"


def _omissions(story: StoryReport, index: StoryIndex, anchors: Anchors) -> tuple[OmissionView, ...]:
    texts = {claim.id: claim.text for claim in story.claims}

    def badges(articles: tuple[str, ...]) -> tuple[Link, ...]:
        known = [key for key in articles if key in index.numbers]
        return tuple(Link(href=anchors.to_article(key), text=str(index.numbers[key])) for key in known)

    return tuple(
        OmissionView(
            text=texts[one.claim],
            href=anchors.to_claim(index.claims[one.claim]),
            carried_by=badges(one.carried_by),
            left_out_by=badges(one.left_out_by),
            why=one.why,
        )
        for one in story.omissions
        if one.claim in texts
    )


def _timeline(story: StoryReport, index: StoryIndex, anchors: Anchors) -> tuple[TimelineView, ...]:
    return tuple(
        TimelineView(
            text=entry.text,
            dated=_dating(entry, index, anchors),
            differing=tuple(_dating(other, index, anchors) for other in entry.differing),
        )
        for entry in story.timeline
    )


def _dating(one: Dating, index: StoryIndex, anchors: Anchors) -> DatingView:
    first = {span.article: span for span in reversed(one.spans)}
    return DatingView(
        value=one.value.partition("T")[0] if one.precision == "part-of-day" else one.value,
        when=wording.moment(one.value),
        links=tuple(
            Link(href=anchors.to(first[article], "time"), text=str(number))
            for article, number in index.numbers.items()
            if article in first
        ),
    )
