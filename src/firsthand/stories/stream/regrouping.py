"""The grouping of a batch, run on one neighbourhood: what its groups mean for the stories as they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..parting import events_in
from .clustering import cluster_table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """One story to be: the story that it goes on with, and the rows that it gets from elsewhere."""

    keeps: int | None
    """The story whose larger part this is; None for rows that found a story of their own."""
    swallows: tuple[int, ...]
    """Stories that go into it whole."""
    gets: Mapping[int, tuple[int, ...]]
    """Rows that part from a story which goes on elsewhere."""
    rows: tuple[int, ...]
    """All its rows within the neighbourhood."""
    within: float
    """Sum of the strengths between those."""


def regroup(
    rows: Sequence[int],
    story_of: Mapping[int, int],
    whole: Mapping[int, bool],
    born: Mapping[int, int],
    table: Floats,
    numbers: Callable[[Sequence[int]], Floats],
) -> list[Regrouped]:
    """Group these rows, whose strengths are in the table, as a batch would. `story_of` lacks the new row.

    A story that is not here as a whole (`whole`) is not parted: it goes where most of its speakers go.
    """
    place = {row: at for at, row in enumerate(rows)}

    def strengths(some: Sequence[int], others: Sequence[int]) -> Floats:
        return table[list(some)][:, list(others)]

    def likeness_of_numbers(some: Sequence[int], _: Sequence[int]) -> Floats:
        return numbers([rows[i] for i in some])

    found = [part for group in cluster_table(table) for part in events_in(group, strengths, likeness_of_numbers)]
    groups = [tuple(rows[i] for i in part) for part in found]
    home = _homes(groups, story_of)

    def within(some: Sequence[int]) -> float:
        at = [place[row] for row in some]
        return float(table[at][:, at].sum()) / 2

    regrouped = [_regrouped(number, group, home, story_of, whole, born, within) for number, group in enumerate(groups)]
    return [one for one in regrouped if one.rows]


def _homes(groups: Sequence[tuple[int, ...]], story_of: Mapping[int, int]) -> dict[int, int]:
    """For every story the group that holds its larger part; of equal parts the one with the earliest article."""
    held: dict[int, list[tuple[int, int, int]]] = {}
    for number, group in enumerate(groups):
        parts: dict[int, list[int]] = {}
        for row in group:
            if row in story_of:
                parts.setdefault(story_of[row], []).append(row)
        for story, part in parts.items():
            held.setdefault(story, []).append((-len(part), min(part), number))
    return {story: min(parts)[2] for story, parts in held.items()}


def _regrouped(
    number: int,
    group: tuple[int, ...],
    home: Mapping[int, int],
    story_of: Mapping[int, int],
    whole: Mapping[int, bool],
    born: Mapping[int, int],
    within: Callable[[Sequence[int]], float],
) -> Regrouped:
    at_home = sorted((story for story, place in home.items() if place == number), key=lambda story: born[story])
    gets: dict[int, list[int]] = {}
    stays = []
    for row in group:
        story = story_of.get(row)
        if story is not None and home[story] != number:
            if not whole[story]:
                continue
            gets.setdefault(story, []).append(row)
        stays.append(row)
    return Regrouped(
        keeps=at_home[0] if at_home else None,
        swallows=tuple(at_home[1:]),
        gets={story: tuple(part) for story, part in sorted(gets.items())},
        rows=tuple(stays),
        within=within(stays),
    )
