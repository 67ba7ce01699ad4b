"""A sentence is cut where it makes another point, and nowhere else."""

from __future__ import annotations

import pytest

from firsthand.text.english import parse
from firsthand.text.parts import Part, parts_within, whole


def parts(text: str) -> list[Part]:
    """The parts of a whole text."""
    return parts_within(parse(text), [(0, len(text))])


def words(part: Part) -> str:
    """A part's words, as they stand."""
    return "".join(token.text_with_ws for token in part.words).strip()


def subject(part: Part) -> str:
    """The subject that a part takes from its sentence."""
    return "".join(token.text_with_ws for token in part.subject).strip()


@pytest.mark.parametrize(
    ("text", "cut", "lacking"),
    [
        ("The navy stopped two boats and arrested 23 pirates.", "arrested 23 pirates", "The navy"),
        ("The quake hit the island on Sunday, killing ten villagers.", "killing ten villagers", "The quake"),
        ("Police arrested the man after he fired at two guards.", "after he fired at two guards", ""),
        ("The ferry, which carried 300 passengers, sank at dawn.", "which carried 300 passengers", "The ferry"),
    ],
)
def test_a_clause_of_its_own_is_a_part_with_the_subject_that_it_lacks(text: str, cut: str, lacking: str) -> None:
    found = {words(part).strip(".,"): subject(part) for part in parts(text)}
    assert len(found) == 2 and found[cut] == lacking


@pytest.mark.parametrize(
    "text",
    [
        "The bridge at Ravnik fell at dawn on Sunday.",
        "The minister will resign if the treaty is not signed.",
        "The man who fired the shots was arrested on Monday.",
    ],
)
def test_what_makes_one_point_is_not_cut(text: str) -> None:
    assert len(parts(text)) == 1


def test_the_parts_of_a_stretch_hold_all_its_words_but_what_joins_them() -> None:
    text = "Police arrested Karl Holm, who was charged with murder, and searched his house in Vik on Monday."
    held = {token.i for part in parts(text) for token in part.words}
    assert {token.text for token in parse(text) if token.i not in held} <= {",", "and", "."}


def test_a_stretch_without_words_has_no_part() -> None:
    assert parts_within(parse("  \n "), [(0, 3)]) == []
    assert whole(parse("  \n "), [(0, 3)]) is None
