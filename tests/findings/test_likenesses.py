"""Forms of a name that only their setting shows to be one."""

from __future__ import annotations

import pytest

from firsthand.findings.facets.likenesses import like_firms, like_given_names, like_streets
from firsthand.model import FindingKind

from .telling import article, differing


@pytest.mark.parametrize(("left", "right"), [("Brian Harmsen", "Bryant Harmsen"), ("Gerald Moll", "Gerard Moll")])
def test_given_names_that_slip(left: str, right: str) -> None:
    assert like_given_names(left, right)
    assert like_given_names(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Dave Harmsen", "David Harmsen"),
        ("Kate Harmsen", "Katherine Harmsen"),
        ("Martin Harmsen", "Martina Harmsen"),
        ("Mario Harmsen", "Maria Harmsen"),
        ("Brian Harmsen", "Bryant Moll"),
        ("Paul Harmsen", "Peter Harmsen"),
        ("Harmsen", "Bryant Harmsen"),
    ],
)
def test_short_forms_and_other_people_do_not_slip(left: str, right: str) -> None:
    assert not like_given_names(left, right)
    assert not like_given_names(right, left)


def test_firms_by_one_stem() -> None:
    assert like_firms("Oakleaf Distribution Ltd.", "Oakleaf Distributors Limited")
    assert like_firms("Elm Islands Motor Repair", "Elm Island Motor")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oakleaf Shipping Ltd.", "Oakleaf Trading Ltd."),
        ("Transport Minister", "Transport Ministry"),
        ("Oakleaf Foods", "Oakleaf Food"),
        ("Iranian Red Crescent", "Iran Red Crescent"),
    ],
)
def test_other_firms(left: str, right: str) -> None:
    assert not like_firms(left, right)


def test_streets_of_another_kind() -> None:
    assert like_streets("Philip Street", "Phillips Road")
    assert like_streets("Mercer St.", "Mercer Avenue")
    assert not like_streets("Mercer St.", "Mercer Street")
    assert not like_streets("Fifth Street", "Fifth Avenue")
    assert not like_streets("Mercer Street", "Hudson Road")


BRIAN = article("morning", "The third victim, Brian Harmsen, was shot in the neck. Doctors hope that he will live.")
BRYANT = article("evening", "Doctors treated the third victim, Bryant Harmsen, for a wound in the neck.")
BOTH = article("night", "Brian Harmsen, the third victim, is the brother of Bryant Harmsen, the owner of the mill.")


def test_a_victim_of_two_given_names_is_one_finding() -> None:
    assert differing(FindingKind.NAME, BRIAN, BRYANT) == [{"Brian Harmsen", "Bryant Harmsen"}]


def test_brothers_whom_one_account_tells_apart_are_none() -> None:
    assert differing(FindingKind.NAME, BRIAN, BRYANT, BOTH) == []
