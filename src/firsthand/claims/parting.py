"""A statement of which other accounts speak to a part only, as its parts: each stands in a claim of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Span, Stance, Statement, content_id
from ..text.cuts import noun_before
from .points import Point

if TYPE_CHECKING:
    from spacy.tokens import Token

MARKED = re.compile("“(.*)”$")
"""The words that show a stance, at the end of its reason."""
SHORT_NOT = ("n't", "n’t")
"""The negation that is the end of another word: "hasn't"."""


def part_of(statement: Statement, points: Sequence[Point], text: str) -> Statement:
    """The words of a statement that make some of its points, as a statement: who is cited for it and how stays.

    Words in a row are one piece, with what stands between two of them but space left out. What the article says itself
    of a noun ("known as the Dike Act") keeps that noun before it, which says what it is about.
    """
    article = statement.span.article
    told = {word.i: word for point in points for word in point.part.words}
    if statement.source is None and statement.cue is None:
        told |= {word.i: word for word in _noun_before(points) if statement.span.start <= word.idx}
    words = sorted((word.idx, word.idx + len(word), word.i) for word in told.values())
    pieces: list[tuple[int, int]] = []
    last = None
    for start, end, number in words:
        if last is not None and number == last + 1:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
        last = number
    span = Span(article, pieces[0][0], pieces[-1][1])
    quote = text[span.start : span.end]
    stance, why = _stance_of(statement, text, quote)
    inside = [marked for marked in statement.quoted if marked.overlaps(span)]
    sentences = {(point.part.head.sent.start_char, point.part.head.sent.end_char) for point in points}
    return replace(
        statement,
        id=content_id("part", statement.id, span.start, span.end),
        span=span,
        quote=quote,
        sentence=Span(article, min(start for start, _ in sentences), max(end for _, end in sentences)),
        pieces=tuple(Span(article, start, end) for start, end in pieces),
        quoted=tuple(Span(article, max(q.start, span.start), min(q.end, span.end)) for q in inside),
        stance=stance,
        stance_why=why,
        whole=statement.whole or statement.pieces if statement.source or statement.cue else statement.whole,
    )


def _stance_of(statement: Statement, text: str, quote: str) -> tuple[Stance, str]:
    """A part keeps a denial or doubt of the whole if the words of it stand in the cue or in the part: of "It held. I do
    not believe that it leaks" the first half doubts nothing."""
    stance, why = statement.stance, statement.stance_why
    if stance not in (Stance.DENIES, Stance.DOUBTS):
        return stance, why
    cue = text[statement.cue.start : statement.cue.end] if statement.cue is not None else ""
    marked = MARKED.search(why)
    words = (marked.group(1) if marked is not None else why).split()
    if not words or _holds(quote, words[-1]) or _holds(cue, words[-1]):
        return stance, why
    return Stance.REPORTS if statement.source is not None or statement.cue is not None else Stance.ASSERTS, ""


def _holds(text: str, word: str) -> bool:
    """Whether a word stands in a text, and not just its letters: "not" does not in "another"."""
    before = "" if word in SHORT_NOT else r"(?<!\w)"
    return re.search(rf"{before}{re.escape(word)}(?!\w)", text) is not None


def _noun_before(points: Sequence[Point]) -> Sequence[Token]:
    part = min((point.part for point in points), key=lambda part: part.words[0].i)
    return noun_before(part.head.doc[part.words[0].i : part.words[-1].i + 1], part.head)
