"""A page of several articles: where each begins, from the structure of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from .blocks import squeezed, words_of
from .calendar import AGE
from .datelines import read_dateline
from .lines import Line
from .titles import looks_like_title

FULL = 60
"""Words of sentences that make a piece an article of its own; teasers have 10 to 40."""
ENOUGH = 4
"""Points of evidence for a boundary, see `_evidence`."""


CERTAIN = 6
LOOK = 60
"""Lines below a headline among which its article's first sentences stand."""
SHORT = 30
"""Words of an article above a boundary that shows both publisher and age."""


def split_lines(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Ranges of lines, one an article; a page of one article gives one range."""
    starts = [0]
    words = list(accumulate((line.block.words * line.prose for line in lines), initial=0))
    for title in range(1, len(lines)):
        if lines[title].label is not None or lines[title].prose or not looks_like_title(lines[title].text):
            continue
        head = _head_start(lines, title)
        evidence = _evidence(lines, head, title)
        before = FULL if evidence < CERTAIN else SHORT
        if head <= starts[-1] or evidence < ENOUGH or words[head] - words[starts[-1]] < before:
            continue
        if _words_until_break(lines, title + 1) >= FULL:
            starts.append(head)
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _head_start(lines: Sequence[Line], title: int) -> int:
    """The first of the lines above a headline that belong to it: publisher, age, publisher again."""
    first = title
    while first > 0 and title - first < 5 and _is_head_line(lines, first - 1, title):
        first -= 1
    return first


def _is_head_line(lines: Sequence[Line], i: int, title: int) -> bool:
    line = lines[i]
    if line.label in {"date", "byline", "publisher"}:
        return True
    short = not line.prose and line.block.words <= 6
    if line.label is not None or not short:
        return False
    # a publisher's line stands by an age, or is repeated
    twin = any(squeezed(lines[k].text) == squeezed(line.text) for k in range(max(0, i - 3), title) if k != i)
    return twin or (i + 1 < title and lines[i + 1].label == "date")


def _evidence(lines: Sequence[Line], head: int, title: int) -> int:
    """Points for a boundary at a headline.

    Two each: an age ("39 minutes ago") above it, a publisher's line that is there twice, a dateline below, an end above
    (comments, related, rights, a closing agency). One each: a byline, a date.
    """
    above = [lines[i] for i in range(head, title)]
    below = [lines[i] for i in range(title + 1, min(title + 6, len(lines)))]
    near = below[: next((k for k, line in enumerate(below) if line.prose), 0)]
    aged = any(line.label == "date" and AGE.search(line.text) for line in above)
    plain = [squeezed(line.text) for line in above if line.label in {None, "publisher"}]
    first = next((line for line in below if line.prose), None)
    return (
        2 * aged
        + 2 * (len(plain) > len(set(plain)))
        + 2 * (first is not None and read_dateline(first.text) is not None)
        + 2 * _ended(lines, head)
        + any(line.label == "byline" for line in (*above, *near))
        + any(line.label == "date" for line in (*above, *near))
    )


def _ended(lines: Sequence[Line], head: int) -> bool:
    """Whether the lines just above show the end of another article."""
    for i in range(head - 1, max(-1, head - 8), -1):
        if lines[i].prose:
            return _closing(lines[i].text)
        if lines[i].label in {"comments", "related", "rights", "disclaimer"}:
            return True
    return False


def _closing(text: str) -> bool:
    tail = text.rstrip()[-14:]
    return (
        tail.endswith(")")
        and "(" in tail
        and words_of(tail[tail.rfind("(") :])[:1] != []
        and tail[tail.rfind("(") + 1 : -1].isupper()
    )


def _words_until_break(lines: Sequence[Line], start: int) -> int:
    """Words of sentences that follow a headline before the next furniture or headline-like line."""
    words, begun = 0, False
    for i in range(start, min(len(lines), start + LOOK)):
        if lines[i].prose:
            begun, words = True, words + lines[i].block.words
        elif (begun and lines[i].label in {"date", "related", "comments"}) or (not begun and i - start > 6):
            break
        if words >= FULL:
            break
    return words
