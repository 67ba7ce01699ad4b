"""Two articles beside each other, each in its paragraphs: what they share, and what one puts otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.desk.values import Run, SideBySide
from firsthand.model import Article, Direction, Relation
from firsthand.report import wording

_SHARED = {
    Relation.REPRINT: "The two are one text",
    Relation.DERIVED: "The two share text",
    Relation.SHARED_QUOTES: "The two share quotations",
    Relation.SHARED_BOILERPLATE: "The two share boilerplate",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch with one mark. The first piece of a passage carries its number."""

    text: str
    mark: str
    number: int | None
    begins: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One side."""

    side: str
    """`l` or `r`: what its anchors begin with."""
    other: str
    article: Article
    language: str
    share: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    passages: int


def columns(beside: SideBySide) -> tuple[Column, Column]:
    """Both sides."""
    return (
        _column("l", "r", beside.left, beside.left_runs, beside.share_left),
        _column("r", "l", beside.right, beside.right_runs, beside.share_right),
    )


def _column(side: str, other: str, article: Article, runs: Sequence[Run], share: float) -> Column:
    return Column(
        side=side,
        other=other,
        article=article,
        language="" if article.language == "und" else article.language,
        share=wording.percent(share),
        paragraphs=paragraphs(runs),
        passages=len({run.passage for run in runs if run.passage is not None}),
    )


def paragraphs(runs: Sequence[Run]) -> tuple[tuple[Piece, ...], ...]:
    """The runs cut at line breaks; blank lines fall away. White space at the edge of what is marked stands outside."""
    seen: set[int] = set()
    lines: list[list[Piece]] = [[]]
    for run in runs:
        for at, text in enumerate(run.text.split("\n")):
            if at:
                lines.append([])
            lines[-1] += _pieces(run, text, seen)
    return tuple(tuple(line) for line in lines if any(piece.text.strip() for piece in line))


def _pieces(run: Run, text: str, seen: set[int]) -> Iterator[Piece]:
    core = text.strip()
    if run.mark == "own" or not core:
        if text:
            yield Piece(text=text, mark="own", number=None, begins=False)
        return
    start = text.index(core)
    if start:
        yield Piece(text=text[:start], mark="own", number=None, begins=False)
    begins = run.passage is not None and run.passage not in seen
    # another kind of quotation mark is no change of words
    mark = "shared" if run.mark == "changed" and not any(sign.isalnum() for sign in core) else run.mark
    yield Piece(text=core, mark=mark, number=None if run.passage is None else run.passage + 1, begins=begins)
    if run.passage is not None:
        seen.add(run.passage)
    if text[start + len(core) :]:
        yield Piece(text=text[start + len(core) :], mark="own", number=None, begins=False)


def relation_words(beside: SideBySide) -> str:
    """What the two share, in one sentence."""
    if beside.relation is None:
        return "These two share no text."
    words = _SHARED[Relation(beside.relation)]
    if beside.direction is not None:
        left, right = "the left one", "the right one"
        direction = wording.DIRECTIONS[Direction(beside.direction)].format(a=left, b=right)
        words += f"; {direction}"
    return words + "."
