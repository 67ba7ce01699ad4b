"""The lineage walked: one stands at an article or at an origin, and sees which ways lead on from there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from firsthand.model import Direction, Overlap, Relation, Report, Span, StoryReport
from firsthand.report import wording
from firsthand.report.index import StoryIndex, index_of
from firsthand.report.views.anchors import Anchors
from firsthand.report.views.lineage import OriginView, origin_views
from firsthand.report.views.stemma import SMALL, WIDE, Stemma, stemma

from ..words import link
from .parts import places_of

_STAND = re.compile(r"([ao])([1-9]\d{0,5})")
_MOST_TRAIL = 12
_TAKEN = (Relation.REPRINT, Relation.DERIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way that leads on."""

    href: str
    name: str
    how: str
    """How much, and why, in words."""
    beside: str = ""
    """Where the two articles can be read side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is seen from there."""

    kind: str
    words: str
    href: str
    """To the article's text, or to the origin among the others."""
    came_from: tuple[Way, ...]
    went_to: tuple[Way, ...]
    shares: tuple[Way, ...]
    """Articles with common text where nobody can say who took it."""
    origin: OriginView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where one stands, and how one came there."""

    seen: Seen
    name: str
    trail: tuple[tuple[str, str], ...]
    stemmas: tuple[Stemma, ...]
    here: str
    """What the drawing's link to this place is."""


class _Ways(Anchors):
    """Anchors whose articles and origins are places to stand at; words stay where they are, on the story's page."""

    def __init__(self, story: str, index: StoryIndex, trail: str) -> None:
        super().__init__(1, index, places_of(story))
        self._story_path = f"/stories/{story}"
        self._trail = trail

    def to(self, span: Span, kind: str) -> str:
        words = super().to(span, kind)
        return words if words.startswith("/") else self._story_path + words

    def to_article(self, article: str) -> str:
        return self.way(f"a{self._index.numbers[article]}")

    def to_origin(self, number: int) -> str:
        return self.way(f"o{number}")

    def way(self, stand: str) -> str:
        """The address of a place to stand at, with the trail to it."""
        return link(f"{self._story_path}/lineage", (("at", stand), ("trail", self._trail)))


def walk(report: Report, story: StoryReport, at: str, trail: str) -> Walk:
    """What is seen from one place of a story's lineage; from its first origin where the place is none."""
    index = index_of(report, story)
    stand = at if _known(at, story, index) else "o1" if story.lineage.origins else "a1"
    steps = [one for one in trail.split(".") if _known(one, story, index)][-_MOST_TRAIL:]
    kept = [*(steps if not steps or steps[-1] != stand else steps[:-1]), stand]
    ways = _Ways(story.story.id, index, ".".join(kept))
    names = {one: _name(one, story, index) for one in {*kept}}
    before = [
        (_Ways(story.story.id, index, ".".join(kept[:at])).way(one), names[one]) for at, one in enumerate(kept[:-1])
    ]
    drawn = (stemma(story, index, ways, measure) for measure in (WIDE, SMALL))
    number = int(stand[1:])
    seen = _from_origin(number, story, index, ways) if stand[0] == "o" else _from_article(number, story, index, ways)
    return Walk(
        seen=seen,
        name=names[stand],
        trail=tuple(before),
        here=ways.way(stand),
        stemmas=tuple(one for one in drawn if one),
    )


def _known(stand: str, story: StoryReport, index: StoryIndex) -> bool:
    found = _STAND.fullmatch(stand)
    if not found:
        return False
    return int(found[2]) <= (len(index.articles) if found[1] == "a" else len(story.lineage.origins))


def _name(stand: str, story: StoryReport, index: StoryIndex) -> str:
    number = int(stand[1:])
    if stand[0] == "o":
        return f"O{number} {index.origin_name(story.lineage.origins[number - 1])}"
    article = list(index.articles)[number - 1]
    return f"Article {number}, {index.label(article)}"


def _from_origin(number: int, story: StoryReport, index: StoryIndex, ways: _Ways) -> Seen:
    origin = story.lineage.origins[number - 1]
    behind = [article for article in origin.articles if article in index.numbers]
    absent = ", not among the pages" if origin.absent else ""
    view = origin_views(story, index, ways, "s1")[number - 1]
    return Seen(
        kind=f"{wording.ORIGIN_KINDS[origin.kind]}{absent}",
        words=f"Behind {wording.count(len(behind), 'article')} of {len(index.articles)}.",
        href=f"/stories/{story.story.id}#s1-o{number}",
        came_from=(),
        went_to=tuple(
            Way(
                href=ways.to_article(article),
                name=_name(f"a{index.numbers[article]}", story, index),
                how=f"{wording.percent(share)} of its text" if (share := index.taken(origin, article)) else "names it",
            )
            for article in sorted(behind, key=lambda one: (-index.taken(origin, one), index.numbers[one]))
        ),
        shares=(),
        origin=view,
    )


def _from_article(number: int, story: StoryReport, index: StoryIndex, ways: _Ways) -> Seen:
    article = list(index.articles)[number - 1]
    origins = [
        Way(
            href=ways.to_origin(at),
            name=f"O{at} {index.origin_name(origin)}",
            how=f"{wording.percent(share)} of its text" if (share := index.taken(origin, article)) else "it names this",
        )
        for at, origin in enumerate(story.lineage.origins, start=1)
        if article in origin.articles
    ]
    kept = sorted(_overlaps(article, story, index), key=lambda one: -max(one[0].share_a, one[0].share_b))
    return Seen(
        kind="article",
        words=index.articles[article].title or "Without a headline",
        href=_on_page(article, story, index),
        came_from=(*(_way(*one, story, index, ways) for one in kept if one[2] == "up"), *origins),
        went_to=tuple(_way(*one, story, index, ways) for one in kept if one[2] == "down"),
        shares=tuple(_way(*one, story, index, ways) for one in kept if one[2] == "beside"),
        origin=None,
    )


def _on_page(article: str, story: StoryReport, index: StoryIndex) -> str:
    path = Anchors(1, index, places_of(story.story.id)).to_article(article)
    return path if path.startswith("/") else f"/stories/{story.story.id}{path}"


def _overlaps(article: str, story: StoryReport, index: StoryIndex) -> Iterator[tuple[Overlap, str, str]]:
    """The article's overlaps, with the other article, and whether text came `up` from it, went `down`, or neither."""
    for overlap in story.lineage.overlaps:
        if article not in (overlap.a, overlap.b):
            continue
        other = overlap.b if article == overlap.a else overlap.a
        if other not in index.numbers:
            continue
        gives = {Direction.A_TO_B: overlap.a, Direction.B_TO_A: overlap.b}.get(overlap.direction)
        taken = overlap.relation in _TAKEN and gives is not None
        yield overlap, other, ("down" if gives == article else "up") if taken else "beside"


def _way(overlap: Overlap, other: str, way: str, story: StoryReport, index: StoryIndex, ways: _Ways) -> Way:
    own = overlap.share_b if other == overlap.a else overlap.share_a
    theirs = overlap.share_a if other == overlap.a else overlap.share_b
    article = overlap.b if other == overlap.a else overlap.a
    share = f"{wording.percent(theirs)} of that text" if way == "down" else f"{wording.percent(own)} of this text"
    return Way(
        href=ways.to_article(other),
        name=_name(f"a{index.numbers[other]}", story, index),
        how=f"{share}: {wording.RELATIONS[overlap.relation]}. {wording.sentence(overlap.why)}".strip(),
        beside=f"/stories/{story.story.id}/beside?{urlencode({'left': article, 'right': other})}",
    )
