"""The lineage section: origins with their rebuilt texts, and what the articles share."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model import Direction, Origin, Overlap, StoryReport, Witness

from .. import wording
from ..index import StoryIndex
from ..marking import Piece, differing, left_out, pieces_of
from .anchors import Anchors, Link
from .articles import shared_stretches, stretch_at

_MOST_PASSAGES = 5
_MOST_OMITTED = 8  # words: more than that is a shorter quotation, not a variant


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What some witnesses have for one line of a rebuilt text."""

    witnesses: tuple[Link, ...]
    pieces: tuple[Piece, ...]
    omits: tuple[str, ...]
    """Words of the line that these witnesses have not."""
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a rebuilt text with its readings: the apparatus."""

    number: int
    text: str
    readings: tuple[Reading, ...]
    lone: bool
    """Only one article has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """One origin."""

    id: str
    number: str
    name: str
    kind: str
    absent: bool
    articles: tuple[tuple[Link, str], ...]
    """Who carries it, and how much of each article's text its words make up, where that is known."""
    text: str
    lines: tuple[Line, ...]
    evidence: tuple[tuple[Link, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A shared passage, by where it stands in both articles."""

    a: str
    b: str
    text: str
    verbatim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapView:
    """What two articles share."""

    a: Link
    b: Link
    relation: str
    share_a: float
    share_b: float
    direction: str
    why: str
    passages: tuple[PassageView, ...]
    more: int


def origin_views(story: StoryReport, index: StoryIndex, anchors: Anchors, prefix: str) -> tuple[OriginView, ...]:
    """The story's origins, numbered O1, O2, …"""
    return tuple(
        OriginView(
            id=f"{prefix}-o{number}",
            number=f"O{number}",
            name=index.origin_name(origin),
            kind=wording.ORIGIN_KINDS[origin.kind],
            absent=origin.absent,
            articles=tuple(
                (
                    Link(href=anchors.to_article(article), text=str(index.numbers[article])),
                    _taken(origin, article, index),
                )
                for article in sorted(origin.articles, key=lambda one: index.numbers.get(one, 0))
                if article in index.numbers
            ),
            text=origin.text or "",
            lines=_lines(origin, index, anchors),
            evidence=tuple(
                (
                    Link(href=anchors.to(one.span, "origin"), text=str(index.numbers[one.span.article])),
                    index.words(one.span),
                    one.why,
                )
                for one in origin.evidence
                if one.span.article in index.numbers
            ),
        )
        for number, origin in enumerate(story.lineage.origins, start=1)
    )


def _to(article: str, index: StoryIndex, anchors: Anchors) -> Link:
    return Link(href=anchors.to_article(article), text=str(index.numbers[article]))


def _taken(origin: Origin, article: str, index: StoryIndex) -> str:
    share = index.taken(origin, article)
    return wording.percent(share) if share else ""


def _lines(origin: Origin, index: StoryIndex, anchors: Anchors) -> tuple[Line, ...]:
    text = origin.text or ""
    by_place: dict[tuple[int, int], list[Witness]] = {}
    for witness in origin.witnesses:
        by_place.setdefault((witness.start, witness.end), []).append(witness)
    return tuple(
        Line(
            number=number,
            text=text[start:end],
            readings=_readings(text[start:end], witnesses, index, anchors),
            lone=len({witness.span.article for witness in witnesses}) == 1,
        )
        for number, ((start, end), witnesses) in enumerate(sorted(by_place.items()), start=1)
    )


def _readings(line: str, witnesses: list[Witness], index: StoryIndex, anchors: Anchors) -> tuple[Reading, ...]:
    by_words: dict[str, list[Witness]] = {}
    for witness in sorted(witnesses, key=lambda one: (index.numbers.get(one.span.article, 0), one.span)):
        if witness.span.article in index.numbers:
            words = "" if not _variants(line, witness.text) else " ".join(witness.text.split())
            by_words.setdefault(words, []).append(witness)
    return tuple(
        Reading(
            witnesses=tuple(
                Link(href=anchors.to(one.span, "origin"), text=str(index.numbers[one.span.article])) for one in group
            ),
            pieces=pieces_of(words, differing(words, line)),
            omits=tuple(run for run in left_out(words, line) if len(run.split()) <= _MOST_OMITTED) if words else (),
            same=not words,
        )
        for words, group in sorted(by_words.items(), key=lambda item: (item[0] != "", -len(item[1])))
    )


def _variants(line: str, words: str) -> bool:
    return bool(differing(words, line) or differing(line, words))


def overlap_views(story: StoryReport, index: StoryIndex, anchors: Anchors) -> tuple[OverlapView, ...]:
    """What pairs of articles share, most first."""
    shared = shared_stretches(story, index)
    known = [one for one in story.lineage.overlaps if one.a in index.numbers and one.b in index.numbers]
    known.sort(key=lambda one: (-max(one.share_a, one.share_b), index.numbers[one.a], index.numbers[one.b]))
    return tuple(_overlap(one, index, anchors, shared) for one in known)


def _overlap(
    overlap: Overlap, index: StoryIndex, anchors: Anchors, shared: dict[str, list[tuple[int, int]]]
) -> OverlapView:
    a, b = index.numbers[overlap.a], index.numbers[overlap.b]
    longest = sorted(overlap.passages, key=lambda one: (one.a.start - one.a.end, one.a))
    return OverlapView(
        a=_to(overlap.a, index, anchors),
        b=_to(overlap.b, index, anchors),
        relation=wording.RELATIONS[overlap.relation],
        share_a=overlap.share_a,
        share_b=overlap.share_b,
        direction=direction(overlap.direction, a, b),
        why=overlap.why,
        passages=tuple(
            PassageView(
                a=anchors.to(stretch_at(one.a, shared[overlap.a]), "shared"),
                b=anchors.to(stretch_at(one.b, shared[overlap.b]), "shared"),
                text=" ".join(index.words(one.a).split()),
                verbatim=wording.percent(one.verbatim),
            )
            for one in longest[:_MOST_PASSAGES]
        ),
        more=max(0, len(longest) - _MOST_PASSAGES),
    )


def direction(way: Direction, a: int, b: int) -> str:
    """ "2 took from 1"."""
    return wording.DIRECTIONS[way].format(a=a, b=b)
