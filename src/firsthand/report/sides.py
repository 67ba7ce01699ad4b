"""A finding's sides as a reader wants them: accounts that have the same words together, differing words marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from firsthand.model import Finding, Side

from .marking import bare, differing

_MOST_MARKED = 0.6  # where more than this differs, marks show nothing that the eye does not
_FEW_WORDS = 6  # a quotation this short may be marked whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of the point at issue: the first account that has it, and those that have the same."""

    side: Side
    words: str
    marks: tuple[tuple[int, int], ...]
    """Where the differing words stand, counted from the start of `words`."""
    also: tuple[Side, ...]


def readings_of(finding: Finding, words_of: Callable[[Side], str]) -> tuple[Reading, ...]:
    """The readings of a finding in the order of its sides. `words_of` gives the words of a side as printed."""
    groups: dict[tuple[str, str], list[Side]] = {}
    for side in finding.sides:
        groups.setdefault(_reading(side, words_of(side)), []).append(side)
    if len(groups) == 1:  # the difference lies elsewhere than in the words: each account is shown
        groups = {(str(at), ""): [side] for at, side in enumerate(finding.sides)}
    leads = [sides[0] for sides in groups.values()]
    return tuple(
        Reading(
            side=sides[0],
            words=words_of(sides[0]),
            marks=tuple(_marks(sides[0], next((lead for lead in leads if lead is not sides[0]), None), words_of)),
            also=tuple(sides[1:]),
        )
        for sides in groups.values()
    )


def _reading(side: Side, words: str) -> tuple[str, str]:
    focus = _focus(side)
    return side.value.casefold(), bare(words[slice(*focus)] if focus else words)


def _focus(side: Side) -> tuple[int, int] | None:
    if side.focus is None or not side.focus.overlaps(side.span):
        return None
    return max(0, side.focus.start - side.span.start), min(side.focus.end, side.span.end) - side.span.start


def _marks(side: Side, next_: Side | None, words_of: Callable[[Side], str]) -> list[tuple[int, int]]:
    """The focus, unless it is all there is; else the words that the next other reading has not at that place."""
    words, focus = words_of(side), _focus(side)
    short = len(words.split()) <= _FEW_WORDS
    if focus and (short or focus[1] - focus[0] <= _MOST_MARKED * len(words)):
        return [focus]
    other = words_of(next_) if next_ else None
    if other is None or _loud(other, words) or _loud(words, other):
        return []
    return differing(words, other)


def _loud(words: str, other: str) -> bool:
    """Whether so much of the words differs that there is no common wording to differ from."""
    return sum(end - start for start, end in differing(words, other)) > _MOST_MARKED * len(words)
