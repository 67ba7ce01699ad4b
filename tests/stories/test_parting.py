"""A group that holds two look-alike events shows it by its numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest

from firsthand.stories.parting import TOGETHER, events_in

Table = npt.NDArray[np.float64]


def events(strengths: Table, numbers: Table) -> list[tuple[int, ...]]:
    def strengths_of(some: Sequence[int], others: Sequence[int]) -> Table:
        return strengths[np.ix_(some, others)]

    def numbers_of(some: Sequence[int], others: Sequence[int]) -> Table:
        return numbers[np.ix_(some, others)]

    return events_in(range(len(strengths)), strengths_of, numbers_of)


def two(sizes: tuple[int, int], within: float, between: float) -> Table:
    """A likeness within two halves and between them, with some unevenness."""
    side = np.repeat([0, 1], sizes)
    uneven = np.random.default_rng(5).uniform(0.9, 1.1, (len(side), len(side)))
    found: Table = np.where(side[:, None] == side[None, :], within, between) * (uneven + uneven.T) / 2
    return found


@pytest.mark.parametrize("sizes", [(5, 4), (20, 3), (TOGETHER, 30)])
def test_halves_whose_numbers_do_not_meet_are_two_events(sizes: tuple[int, int]) -> None:
    first, second = sizes
    found = events(two(sizes, 9.0, 7.5), two(sizes, 0.6, 0.02))
    assert sorted(found) == [tuple(range(first)), tuple(range(first, first + second))]


def test_halves_that_share_numbers_are_one() -> None:
    assert events(two((5, 5), 9.0, 7.5), two((5, 5), 0.6, 0.3)) == [tuple(range(10))]


def test_a_half_without_numbers_proves_nothing() -> None:
    numbers = two((5, 5), 0.6, 0.0)
    numbers[5:, 5:] = 0.0
    assert events(two((5, 5), 9.0, 7.5), numbers) == [tuple(range(10))]


def test_two_accounts_are_too_few_to_part() -> None:
    assert events(two((5, 2), 9.0, 7.5), two((5, 2), 0.6, 0.0)) == [tuple(range(7))]


def test_four_events_are_found_one_after_another() -> None:
    side = np.repeat(np.arange(4), 4)
    same = side[:, None] == side[None, :]
    found = events(np.where(same, 9.0, 7.0), np.where(same, 0.7, 0.0))
    assert sorted(found) == [tuple(range(at, at + 4)) for at in (0, 4, 8, 12)]
