"""The drawing of a story's lineage: origins at the top, a line down from each, and the articles below as rows.

An article that took its text from another stands indented beneath it, as in a stemma of manuscripts. A row for every
article keeps the drawing as clear for sixty as for three.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from firsthand.model import Origin, StoryReport

from .. import wording
from ..index import StoryIndex, cut, opening_words
from ..neutral import one_line
from .anchors import Anchors
from .descent import Parents, loose_pairs, parents_of, rows_of
from .edges import Edge, loose_edges, tree_edges

_ROW, _TIGHT_ROW, _MANY_ROWS = 38, 26, 16
_LEFT, _MOST_INDENT = 16, 5
_MANY_COLUMNS = 5
_NAME_WIDTH, _NAME_LINES, _NAME_LINE = 16, 3, 15
_SLANTED_NAME = 24
_BOX = 34
_TO_LABEL = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The widths of a drawing, in pixels."""

    name: str
    labels: int
    takes: int
    column: int
    narrow_column: int
    indent: int
    arcs: int
    most: int
    """Columns, where a story has more origins than can be told apart."""


WIDE = Measure(name="at-large", labels=250, takes=100, column=128, narrow_column=42, indent=22, arcs=44, most=13)
SMALL = Measure(name="at-small", labels=164, takes=0, column=40, narrow_column=32, indent=14, arcs=22, most=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """An origin at the top with its line. The name is set in lines or, where columns are narrow, aslant."""

    x: int
    y: int
    bottom: int
    code: str
    name: tuple[str, ...]
    slanted: str
    title: str
    href: str
    absent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article."""

    x: int
    y: int
    number: int
    label: str
    takes: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """Where an article takes from an origin; the size says how much. Hollow: it cites it, no text was matched."""

    x: int
    y: int
    radius: float
    hollow: bool
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma:
    """The whole drawing, in pixels."""

    size: str
    width: int
    height: int
    head: int
    box: int
    """How wide the head of an origin is."""
    row: int
    takes: int
    """Where the column begins that says how much an article took."""
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    dots: tuple[Dot, ...]
    edges: tuple[Edge, ...]
    summary: str
    left_out: int
    """Origins that only the list below the drawing has."""


def stemma(story: StoryReport, index: StoryIndex, anchors: Anchors, measure: Measure = WIDE) -> Stemma | None:
    """The drawing; None where a story has nothing to draw."""
    if len(index.articles) < 2:
        return None
    parents = parents_of(story, index)
    order = rows_of(story, index, parents)
    arcs = loose_pairs(story, index, parents)
    row = _TIGHT_ROW if len(order) > _MANY_ROWS else _ROW
    left = _LEFT + (measure.arcs if arcs else 0)
    columns = _drawn(story, index, measure.most)
    many = len(columns) > _MANY_COLUMNS
    column = measure.narrow_column if many else measure.column
    head, names = _head_height(len(columns), measure, many)
    start = left + measure.labels + measure.takes + column // 2
    origins = [(number, origin, start + at * column) for at, (number, origin) in enumerate(columns)]
    ys = {article: head + row // 2 + at * row for at, (article, _) in enumerate(order)}
    xs = {article: left + min(depth, _MOST_INDENT) * measure.indent for article, depth in order}
    slant = 116 if names == "slanted" else 8
    return Stemma(
        size=measure.name,
        width=start + max(0, len(origins) - 1) * column + column // 2 + slant,
        height=head + row * len(order) + 8,
        head=head,
        box=min(_BOX, column - 5),
        row=row,
        takes=left + measure.labels if measure.takes else 0,
        heads=tuple(_head(origin, x, number, ys, index, anchors, head, names) for number, origin, x in origins),
        rows=tuple(
            _row(
                article,
                xs[article],
                ys[article],
                (left + measure.labels - xs[article] - _TO_LABEL) // 8,
                parents,
                index,
                anchors,
            )
            for article, _ in order
        ),
        dots=tuple(dot for _, origin, x in origins for dot in _dots(origin, x, ys, index, anchors)),
        edges=(*loose_edges(arcs, ys, left, index), *tree_edges(order, parents, xs, ys, index)),
        summary=_summary(story, index, parents),
        left_out=len(story.lineage.origins) - len(columns),
    )


def _drawn(story: StoryReport, index: StoryIndex, most: int) -> list[tuple[int, Origin]]:
    """The origins with a column, by their numbers. Where there are many, those behind one article alone have none, for
    their dots would say no more than the row does; of the rest, those that most text comes from."""
    numbered = list(enumerate(story.lineage.origins, start=1))
    if len(numbered) <= _MANY_COLUMNS:
        return numbered
    weighed = []
    for number, origin in numbered:
        behind = [article for article in origin.articles if article in index.numbers]
        if len(behind) > 1:
            taken = sum(index.taken(origin, article) for article in behind)
            weighed.append((-round(taken, 3), -len(behind), number))
    kept = {number for _, _, number in sorted(weighed)[:most]}
    return [(number, origin) for number, origin in numbered if number in kept]


def _head_height(columns: int, measure: Measure, many: bool) -> tuple[int, str]:
    """How high the heads of the origins stand, and how their names are set."""
    if not columns:
        return 8, "none"
    if measure.column < WIDE.column:
        return 40, "none"
    return (172, "slanted") if many else (40 + _NAME_LINES * _NAME_LINE, "lines")


def _head(
    origin: Origin, x: int, number: int, ys: dict[str, int], index: StoryIndex, anchors: Anchors, head: int, names: str
) -> Head:
    name = index.origin_name(origin)
    lines = textwrap.wrap(name, _NAME_WIDTH, max_lines=_NAME_LINES, placeholder=" …") if names == "lines" else []
    absent = ", not among the pages" if origin.absent else ""
    return Head(
        x=x,
        y=6 if names != "slanted" else head - 36,
        bottom=max((ys[article] for article in origin.articles if article in ys), default=head),
        code=f"O{number}",
        name=tuple(lines),
        slanted=cut(name, _SLANTED_NAME) if names == "slanted" else "",
        title=f"{name} ({wording.ORIGIN_KINDS[origin.kind]}{absent})",
        href=anchors.to_origin(number),
        absent=origin.absent,
    )


def _dots(origin: Origin, x: int, ys: dict[str, int], index: StoryIndex, anchors: Anchors) -> list[Dot]:
    dots = []
    for article in origin.articles:
        if article not in ys:
            continue
        taken = sorted(witness.span for witness in origin.witnesses if witness.span.article == article)
        cited = sorted(one.span for one in origin.evidence if one.span.article == article)
        share = index.taken(origin, article)
        how = f"{wording.percent(share)} of its text" if taken else "cites it"
        shown = (taken or cited)[:1]
        dots.append(
            Dot(
                x=x,
                y=ys[article],
                radius=round(4 + 8 * min(share, 1.0) ** 0.5, 1),
                hollow=not taken,
                title=f"{index.numbers[article]} {index.label(article)}, {index.origin_name(origin)}: {how}",
                href=anchors.to(shown[0], "origin") if shown else anchors.to_article(article),
            )
        )
    return dots


def _row(article: str, x: int, y: int, room: int, parents: Parents, index: StoryIndex, anchors: Anchors) -> Row:
    label, known = index.label(article), index.articles[article]
    headline = one_line(known.title or opening_words(known))
    alike = sum(index.label(other) == label for other in index.numbers) > 1
    takes = ""
    if article in parents:
        giver, share = parents[article]
        takes = f"{wording.percent(share)} from {index.numbers[giver]}"
    return Row(
        x=x,
        y=y,
        number=index.numbers[article],
        label=cut(f"{label}: {headline}" if alike else label, room),
        takes=takes,
        title=f"{label}: {headline}",
        href=anchors.to_article(article),
    )


def _summary(story: StoryReport, index: StoryIndex, parents: Parents) -> str:
    absent = sum(origin.absent for origin in story.lineage.origins)
    parts = [
        wording.count(len(index.articles), "article"),
        wording.count(len(story.lineage.origins), "origin") + (f" ({absent} not among the pages)" if absent else ""),
    ]
    taken = f"{wording.count(len(parents), 'article')} took text from another" if parents else ""
    return "Lineage: " + ", ".join(part for part in (*parts, taken) if part) + ". The tables below say the same."
