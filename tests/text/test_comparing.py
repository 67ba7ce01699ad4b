"""Comparing: what the trained model says of two sentences. Sentences are made up; the model was not trained on them."""

from __future__ import annotations

import pytest

from firsthand.text.comparing import CONTRADICTS, compare
from firsthand.text.comparing.encoding import LONGEST, encode_pair

BRIDGE = "Fourteen people were killed when the harbour bridge at Ravnik collapsed on Monday."


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("Nine people were killed when the harbour bridge at Ravnik collapsed on Monday.", id="number"),
        pytest.param("Nobody was killed when the harbour bridge at Ravnik collapsed on Monday.", id="nobody"),
        pytest.param("Police denied that fourteen people were killed when the harbour bridge collapsed.", id="denied"),
    ],
)
def test_one_thing_changed_is_one_point_and_a_contradiction(other: str) -> None:
    (found,) = compare([(BRIDGE, other)])
    assert found.same > 0.5
    assert found.contradicts >= CONTRADICTS


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("A bridge collapse at Ravnik on Monday killed fourteen people.", id="in other words"),
        pytest.param("The harbour bridge at Ravnik collapsed on Monday.", id="less said"),
        pytest.param("Police said fourteen people were killed when the harbour bridge collapsed.", id="attributed"),
    ],
)
def test_other_words_for_one_thing_are_one_point_and_no_contradiction(other: str) -> None:
    (found,) = compare([(BRIDGE, other)])
    assert found.same > 0.5
    assert found.contradicts < CONTRADICTS


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("The mayor of Ravnik had asked for money to repair the bridge.", id="another point"),
        pytest.param("Bread costs nine crowns in the market of Sund.", id="nothing to do with it"),
    ],
)
def test_two_points_are_neither_one_point_nor_a_contradiction(other: str) -> None:
    (found,) = compare([(BRIDGE, other)])
    assert found.same < 0.5
    assert found.contradicts < CONTRADICTS


def test_less_is_entailed_by_more_and_not_the_other_way_round() -> None:
    (found,) = compare([(BRIDGE, "The harbour bridge at Ravnik collapsed.")])
    assert found.entails > 0.5 > found.entailed


def test_the_order_of_two_texts_only_turns_the_answer_round() -> None:
    other = "The harbour bridge at Ravnik collapsed."
    assert compare([(other, BRIDGE)]) == [compare([(BRIDGE, other)])[0].turned()]


def test_an_answer_does_not_depend_on_what_else_is_asked() -> None:
    from firsthand.text.comparing.compare import _compared

    pairs = [
        (BRIDGE, "The harbour bridge at Ravnik collapsed."),
        ("Bread is dear.", "Bread costs nine crowns."),
        ("", "No."),
    ]
    together = compare(pairs)
    _compared.cache_clear()
    assert [compare([pair])[0] for pair in pairs[::-1]] == together[::-1]


def test_nothing_asked_gives_nothing() -> None:
    assert compare([]) == []


@pytest.mark.parametrize(("left", "right"), [("word " * 100_000, "x"), ("x" * 1_000_000, "word " * 5000), ("", "")])
def test_a_pair_is_bounded_in_length(left: str, right: str) -> None:
    pair = encode_pair(left, right)
    assert len(pair.pieces) == len(pair.sides) == len(pair.marks) <= LONGEST + 3


def test_marks_tell_words_that_the_other_side_has_from_those_it_lacks() -> None:
    pair = encode_pair("Twelve dead", "twelve hurt")
    assert pair.marks == (0, 1 + 3 + 2, 1, 0, 1 + 2, 1, 0)
