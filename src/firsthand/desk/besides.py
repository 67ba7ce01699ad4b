"""Two articles side by side: what they share, what is changed in it, and what each has alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from firsthand.model import Article, Direction
from firsthand.store.articles import articles_of
from firsthand.store.opening import Store

from .errors import NotThere
from .values import Mark, Run, SideBySide

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
LONGEST = 4000
"""Tokens of one passage that are compared word by word; of a longer one the rest is marked as changed."""
_TURNED = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}


def beside(store: Store, left: str, right: str) -> SideBySide:
    """Any two articles of the store as runs of text; those of one side, put together, are the article's whole text.

    Raises:
        NotThere: one of them is not there.
    """
    with store.read() as connection:
        found = articles_of(connection, [left, right])
    if len(found) < 2 or left == right:
        raise NotThere("no such article" if left != right else "two articles are needed")
    return compared(*found)


def compared(left: Article, right: Article) -> SideBySide:
    """Two articles as runs of text."""
    from firsthand.lineage import trace_lineage

    lineage = trace_lineage((left, right))
    overlap = next(iter(lineage.overlaps), None)
    if overlap is None:
        runs = tuple((Run(text=one.text, mark="own"),) if one.text else () for one in (left, right))
        return SideBySide(
            left=left,
            right=right,
            left_runs=runs[0],
            right_runs=runs[1],
            relation=None,
            direction=None,
            share_left=0.0,
            share_right=0.0,
            why="They share no text.",
        )
    turned = overlap.a != left.id
    pairs = [(p.b, p.a) if turned else (p.a, p.b) for p in overlap.passages]
    marked = [_words(left.text[a.start : a.end], right.text[b.start : b.end]) for a, b in pairs]
    lefts = [(a.start, a.end, words) for (a, _), (words, _) in zip(pairs, marked, strict=True)]
    rights = [(b.start, b.end, words) for (_, b), (_, words) in zip(pairs, marked, strict=True)]
    direction = _TURNED.get(overlap.direction, overlap.direction) if turned else overlap.direction
    return SideBySide(
        left=left,
        right=right,
        left_runs=tuple(_laid_out(left.text, lefts)),
        right_runs=tuple(_laid_out(right.text, rights)),
        relation=str(overlap.relation),
        direction=str(direction),
        share_left=overlap.share_b if turned else overlap.share_a,
        share_right=overlap.share_a if turned else overlap.share_b,
        why=overlap.why,
    )


def _words(left: str, right: str) -> tuple[list[tuple[str, Mark]], list[tuple[str, Mark]]]:
    """The words of a passage on either side, each shared or changed."""
    a, b = _TOKEN.findall(left), _TOKEN.findall(right)
    folded = [[" " if token.isspace() else token.casefold() for token in side[:LONGEST]] for side in (a, b)]
    matcher = SequenceMatcher(None, folded[0], folded[1], autojunk=False)
    marks: list[list[Mark]] = [["changed"] * len(a), ["changed"] * len(b)]
    for block in matcher.get_matching_blocks():
        marks[0][block.a : block.a + block.size] = ["shared"] * block.size
        marks[1][block.b : block.b + block.size] = ["shared"] * block.size
    return _joined(a, marks[0]), _joined(b, marks[1])


def _joined(tokens: Sequence[str], marks: Sequence[Mark]) -> list[tuple[str, Mark]]:
    """Neighbours of one mark as one; a blank goes with what stands before it."""
    made: list[tuple[str, Mark]] = []
    for token, mark in zip(tokens, marks, strict=True):
        if made and (mark == made[-1][1] or token.isspace()):
            made[-1] = (made[-1][0] + token, made[-1][1])
        else:
            made.append((token, mark))
    return made


def _laid_out(text: str, passages: Sequence[tuple[int, int, list[tuple[str, Mark]]]]) -> Iterator[Run]:
    """The whole text in runs. Where passages lie over each other, the one that begins first has the words."""
    at = 0
    for number, (start, end, words) in sorted(enumerate(passages), key=lambda one: (one[1][0], one[1][1])):
        if start > at:
            yield Run(text=text[at:start], mark="own")
        place = start
        for word, mark in words:
            if place + len(word) > at:
                yield Run(text=word[max(0, at - place) :], mark=mark, passage=number)
            place += len(word)
            at = max(at, place)
        at = max(at, end)
    if at < len(text):
        yield Run(text=text[at:], mark="own")
