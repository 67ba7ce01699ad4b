"""A statement of which other accounts speak to a part only, as its parts: each stands in a claim of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Span, Statement, content_id
from .points import Point


def part_of(statement: Statement, points: Sequence[Point], text: str) -> Statement:
    """The words of a statement that make some of its points, as a statement: who is cited for it and how stays.

    Words in a row are one piece, with what stands between two of them but space left out.
    """
    article = statement.span.article
    words = sorted((word.idx, word.idx + len(word), word.i) for point in points for word in point.part.words)
    pieces: list[tuple[int, int]] = []
    last = None
    for start, end, number in words:
        if last is not None and number == last + 1:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
        last = number
    span = Span(article, pieces[0][0], pieces[-1][1])
    inside = [quote for quote in statement.quoted if quote.overlaps(span)]
    sentences = {(point.part.head.sent.start_char, point.part.head.sent.end_char) for point in points}
    return replace(
        statement,
        id=content_id("part", statement.id, span.start, span.end),
        span=span,
        quote=text[span.start : span.end],
        sentence=Span(article, min(start for start, _ in sentences), max(end for _, end in sentences)),
        pieces=tuple(Span(article, start, end) for start, end in pieces),
        quoted=tuple(Span(article, max(q.start, span.start), min(q.end, span.end)) for q in inside),
        whole=statement.whole or statement.pieces if statement.source or statement.cue else statement.whole,
    )
