"""Places: what lies where, and which way."""

from __future__ import annotations

import pytest

from firsthand.text.places import directions, find_place, is_place, opposed, same_place, within


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [
        ("Qingdao", "China", True),
        ("Manokwari", "Indonesia", True),
        ("Houston", "Texas", True),
        ("Paris", "Asia", False),
        ("Aden", "Saudi Arabia", False),
        ("Nowhereville", "China", None),
        ("Qingdao", "Nowhereville", None),
    ],
)
def test_what_lies_within_what(inner: str, outer: str, answer: bool | None) -> None:
    assert within(inner, outer) is answer


def test_a_name_with_its_state_is_narrowed() -> None:
    assert [place.region for place in find_place("Springfield, Illinois")] == ["IL"]


def test_old_and_new_names_are_one_place() -> None:
    assert same_place("Peking", "Beijing") is True
    assert same_place("Beijing", "Nowhereville") is None


def test_persons_are_no_places() -> None:
    assert not is_place("Belousov")


@pytest.mark.parametrize(
    ("text", "direction", "references"),
    [
        ("The ship was hit 150 nautical miles east of Aden when it slowed.", "east", ("Aden",)),
        ("It sank off the coast of Sicily in a storm.", "off", ("Sicily",)),
        ("It sank between Sicily and Tunisia in a storm.", "between", ("Sicily", "Tunisia")),
        ("It struck 85 km north-west of Manokwari.", "northwest", ("Manokwari",)),
    ],
)
def test_directions_are_read(text: str, direction: str, references: tuple[str, ...]) -> None:
    (found,) = directions(text)
    assert (found.direction, found.references) == (direction, references)


def test_east_and_west_are_opposed_east_and_northeast_are_not() -> None:
    assert opposed("east", "west")
    assert not opposed("east", "northeast")
