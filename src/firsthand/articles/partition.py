"""HTML pages of several articles: which lines belong to which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from .body import Body
from .lines import Line
from .segments import split_lines
from .visible import Visible

FULL = 80
"""Words of sentences that make an article element, or a part between headings, a piece of its own."""
TAKEN = 60
"""Words of a part that the extraction must have taken for main text."""
LEAST_SHARE = 0.25
"""Size of such a piece beside the page's largest: promotions and captions of videos in article elements are below."""


def several(lines: Sequence[Line], visible: Visible, whole: Body | None) -> list[tuple[int, int]]:
    """Ranges of lines of the articles on a page that holds more than one; empty for a page of one.

    They are article elements with a heading and a full text each, or parts that the structure of the lines sets apart
    and that the extraction took for main text, too: what it left out is furniture (of 181 pages of one article thirteen
    have such parts, nearly all of them lists of teasers in the margin).
    """
    ranges = [_lines_within(lines, start, end) for start, end in visible.articles]
    sizes = [_words(lines, range(start, end)) if _headed(lines, start, end) else 0 for start, end in ranges]
    least = max(FULL, LEAST_SHARE * max(sizes, default=0))
    full = [one for one, size in zip(ranges, sizes, strict=True) if size >= least]
    if len(full) > 1 or ranges:
        return full if len(full) > 1 else []
    kept = set(whole.kept) if whole else set()
    parts = split_lines(lines)
    taken = [one for one in parts if _words(lines, [i for i in range(*one) if i in kept]) >= TAKEN]
    return taken if len(taken) > 1 else []


def _lines_within(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    first, last = (bisect_left(lines, at, key=lambda line: line.block.start) for at in (start, end))
    return (first, last) if first < last else (0, 0)


def _headed(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether a heading stands among the first lines: comments are article elements, too, but have none."""
    return any(line.block.heading for line in lines[start : min(end, start + 6)])


def _words(lines: Sequence[Line], chosen: Iterable[int]) -> int:
    return sum(lines[i].block.words for i in chosen if lines[i].prose)
