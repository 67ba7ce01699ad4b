"""The groups themselves are the yardstick: the same strength joins loose groups and keeps close ones apart."""

from __future__ import annotations

from datetime import date

from firsthand.stories.days import Days, days_apart, weekdays_clash
from firsthand.stories.grouping import cluster

PAIRS = [(a, b) for a in range(8) for b in range(a + 1, 8)]


def two_groups(within: float, between: float) -> int:
    """How many groups come of two fours with the given strengths within and between them."""
    return len(cluster(8, PAIRS, lambda a, b: within if (a < 4) == (b < 4) else between))


def test_close_groups_stay_apart_at_a_strength_that_joins_loose_ones() -> None:
    assert two_groups(within=12.0, between=5.5) == 2
    assert two_groups(within=6.0, between=5.5) == 1


def test_one_strong_link_does_not_chain_two_events() -> None:
    strong = {(0, 1), (2, 3), (1, 2)}
    groups = cluster(
        4, [(0, 1), (1, 2), (2, 3)], lambda a, b: (9.0 if (a, b) != (1, 2) else 8.0) if (a, b) in strong else 0.5
    )
    assert groups == [(0, 1), (2, 3)]


def named(*days: date, weekdays: tuple[int, ...] = ()) -> Days:
    return Days(own=None, whole=frozenset(days), yearless=frozenset(), weekdays=frozenset(weekdays))


def test_days_lie_as_far_apart_as_their_nearest() -> None:
    assert days_apart(named(date(2024, 3, 5), date(2024, 1, 1)), named(date(2024, 3, 8))) == 3


def test_days_that_are_not_named_prove_nothing() -> None:
    assert days_apart(named(), named(date(2024, 3, 8))) is None


def test_a_year_end_is_no_gap_where_the_year_is_not_named() -> None:
    new_year = Days(own=None, whole=frozenset(), yearless=frozenset({1}), weekdays=frozenset())
    assert (days_apart(new_year, named(date(2023, 12, 31))) or 0) <= 2


def test_weekdays_clash_only_where_both_name_some() -> None:
    assert weekdays_clash(named(weekdays=(2,)), named(weekdays=(5,)))
    assert not weekdays_clash(named(weekdays=(2,)), named())


def test_a_story_of_hundreds_is_one_without_all_its_pairs_being_looked_at() -> None:
    looked: set[tuple[int, int]] = set()

    def score(left: int, right: int) -> float:
        looked.add((left, right))
        return 9.0

    ring = [(i, j) for i in range(400) for j in range(i + 1, min(i + 6, 400))]
    assert len(cluster(400, ring, score)) == 1
    assert len(looked) < 400 * 399 / 4
