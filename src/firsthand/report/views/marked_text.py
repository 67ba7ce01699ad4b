"""An article's text in lines and nested elements, so that every span in it can be pointed to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from firsthand.model import Article

from .anchors import Anchors

_T = TypeVar("_T")
_BLOCK = 600  # characters: eight lines, about as high as the notes of a busy paragraph
_SENTENCE_END = re.compile(r"[.?!][\"'”’)]{0,2} (?=\W{0,2}[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of marked text: text, or the start of an element, or (neither) the end of one."""

    text: str = ""
    id: str = ""
    of: str = ""
    classes: str = ""

    @property
    def opens(self) -> bool:
        """Whether an element starts here."""
        return bool(self.id or self.of)


def lines_of(text: str) -> list[tuple[int, int]]:
    """Where each line that is not blank starts and ends. Very long ones are cut between sentences."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines += _cut(text, at, at + len(line))
        at += len(line) + 1
    return lines


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line in pieces short enough for the notes beside them to stand near the words."""
    while end - start > 2 * _BLOCK:
        found = _SENTENCE_END.search(text, start + _BLOCK, start + 2 * _BLOCK)
        cut = found.end() if found else start + 2 * _BLOCK
        yield start, cut
        start = cut
    yield start, end


def by_line(lines: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int, _T]]) -> dict[int, list[_T]]:
    """What touches each line, by the line's place in the list; in the order given."""
    ends = [end for _, end in lines]
    found: dict[int, list[_T]] = {}
    for start, end, value in spans:
        at = bisect_right(ends, start)
        while at < len(lines) and lines[at][0] < end:
            found.setdefault(at, []).append(value)
            at += 1
    return found


def tokens_of(
    article: Article,
    anchors: Anchors,
    inside: Sequence[tuple[int, int, tuple[str, ...]]],
    start: int,
    end: int,
) -> Iterator[Token]:
    """A paragraph as nested elements. A span that crosses another is closed and taken up again behind it."""
    cuts = sorted({start, end, *(max(start, span[0]) for span in inside), *(min(end, span[1]) for span in inside)})
    opened: list[tuple[int, int, tuple[str, ...]]] = []
    waiting = 0
    for at, following in zip(cuts, [*cuts[1:], end], strict=True):
        again: list[tuple[int, int, tuple[str, ...]]] = []
        while any(span[1] <= at for span in opened):
            top = opened.pop()
            yield Token()
            if top[1] > at:
                again.append(top)
        for span in reversed(again):
            opened.append(span)
            yield _opening(anchors, article.id, span, begun=True)
        while waiting < len(inside) and max(start, inside[waiting][0]) == at < end:
            opened.append(inside[waiting])
            yield _opening(anchors, article.id, inside[waiting], begun=inside[waiting][0] < start)
            waiting += 1
        if following > at:
            yield Token(text=article.text[at:following])
    for _ in opened:
        yield Token()


def _opening(anchors: Anchors, article: str, span: tuple[int, int, tuple[str, ...]], *, begun: bool) -> Token:
    name = anchors.words(article, span[0], span[1])
    return Token(id="" if begun else name, of=name, classes=" ".join(f"w-{kind}" for kind in span[2]))
