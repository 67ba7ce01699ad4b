"""Average link: what belongs together on the whole, not by one likely pair."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.text.grouping import average_link

Pairs = dict[tuple[int, int], float]
SIZE = 7
EVERY = list(combinations(range(SIZE), 2))


@st.composite
def likely_pairs(draw: st.DrawFn) -> Pairs:
    """Some pairs of seven things, no two equally likely (in 1/1024, so that sums are exact)."""
    chosen = draw(st.lists(st.sampled_from(EVERY), unique=True, max_size=len(EVERY)))
    values = draw(st.lists(st.integers(1, 1024), unique=True, min_size=len(chosen), max_size=len(chosen)))
    return {pair: value / 1024 for pair, value in zip(chosen, values, strict=True)}


def mean(pairs: Pairs, left: list[int], right: list[int]) -> float:
    return sum(pairs.get((min(i, j), max(i, j)), 0.0) for i in left for j in right) / (len(left) * len(right))


def test_nothing_likely_leaves_everything_alone() -> None:
    assert average_link(3, {}, 0.5) == [[0], [1], [2]]


def test_nothing_at_all_has_no_groups() -> None:
    assert average_link(0, {}, 0.5) == []


def test_the_likeliest_pair_joins_first() -> None:
    assert average_link(3, {(0, 1): 0.6, (1, 2): 0.9}, 0.5) == [[0], [1, 2]]


def test_a_chain_is_no_group() -> None:
    assert average_link(4, {(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.9}, 0.5) == [[0, 1], [2, 3]]


def test_a_third_joins_if_it_is_likely_on_the_whole() -> None:
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.3}, 0.5) == [[0, 1, 2]]
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}, 0.5) == [[0, 1], [2]]


def test_what_is_just_likely_enough_joins() -> None:
    assert average_link(2, {(0, 1): 0.5}, 0.5) == [[0, 1]]


def test_equal_pairs_are_settled_by_the_lower_index() -> None:
    assert average_link(3, {(0, 1): 0.8, (1, 2): 0.8}, 0.5) == [[0, 1], [2]]


@settings(max_examples=100, deadline=None)
@given(likely_pairs(), st.integers(1, 9).map(lambda tenth: tenth / 10))
def test_everything_is_in_exactly_one_group_and_groups_stand_in_order(pairs: Pairs, least: float) -> None:
    groups = average_link(SIZE, pairs, least)
    assert sorted(i for group in groups for i in group) == list(range(SIZE))
    assert all(group == sorted(group) for group in groups)
    assert groups == sorted(groups)


@settings(max_examples=100, deadline=None)
@given(likely_pairs(), st.permutations(range(SIZE)))
def test_the_order_of_the_things_does_not_matter(pairs: Pairs, order: list[int]) -> None:
    moved = {(min(order[i], order[j]), max(order[i], order[j])): value for (i, j), value in pairs.items()}
    groups = {frozenset(order[i] for i in group) for group in average_link(SIZE, pairs, 0.4)}
    assert groups == {frozenset(group) for group in average_link(SIZE, moved, 0.4)}


@settings(max_examples=100, deadline=None)
@given(likely_pairs())
def test_no_two_groups_are_left_that_should_have_joined(pairs: Pairs) -> None:
    groups = average_link(SIZE, pairs, 0.4)
    assert all(mean(pairs, left, right) < 0.4 for left, right in combinations(groups, 2))


@settings(max_examples=100, deadline=None)
@given(likely_pairs())
def test_the_order_of_the_pairs_does_not_matter(pairs: Pairs) -> None:
    turned = dict(reversed(list(pairs.items())))
    assert average_link(SIZE, pairs, 0.4) == average_link(SIZE, turned, 0.4)


def test_a_long_chain_is_grouped_in_good_time() -> None:
    size = 20_000
    groups = average_link(size, {(i, i + 1): 0.9 for i in range(size - 1)}, 0.5)
    assert sum(map(len, groups)) == size
    assert max(map(len, groups)) == 2
