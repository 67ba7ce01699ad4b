"""Tolls: one event's dead and hurt, told in other words."""

from __future__ import annotations

import pytest

from firsthand.findings.facets.tolls import one_more
from firsthand.model import Article, FindingKind
from firsthand.text.english import parse

from .telling import article, differing

LEAD = article("lead", "A strong earthquake shook the island of Sarn on Sunday, killing 10 people and injuring 80.")
GOVERNOR = article("governor", "Governor Ilse Brandt said 50 were injured by the earthquake on Sarn.")
HOSPITAL = article(
    "hospital", "A doctor on Sarn said 30 of the 80 wounded were still in hospital after the earthquake."
)
SEPTEMBER = article("september", "An earthquake in September injured 40 people on Sarn.")
CHILDREN = article("children", "The earthquake on Sarn hurt many people, 15 of them children.")
AGREEING = article(
    "agreeing", "The earthquake on Sarn injured 80, and 12 people from the harbour were hurt in a panic."
)


def counted(*accounts: Article) -> list[set[str]]:
    return differing(FindingKind.NUMBER, *accounts)


def test_the_injured_of_one_quake() -> None:
    assert counted(LEAD, GOVERNOR) == [{"80", "50"}]


def test_the_whole_of_a_part_is_a_toll() -> None:
    assert counted(LEAD, HOSPITAL) == []
    assert counted(GOVERNOR, HOSPITAL) == [{"50", "30 of the 80"}]


def test_a_part_is_no_toll() -> None:
    assert counted(LEAD, CHILDREN) == []


def test_another_month_is_another_quake() -> None:
    assert counted(LEAD, SEPTEMBER) == []


def test_an_account_that_gives_the_figure_too_means_something_else_by_another() -> None:
    assert counted(LEAD, AGREEING) == []


KILLED = article("killed", "Two miners were killed and another was wounded in the blast at Velden.")


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The blast at Velden killed two miners and wounded two others.", [{"another", "two"}]),
        ("The blast at Velden killed two miners and wounded one other.", []),
        ("The blast at Velden killed two miners, and another man took the lift.", []),
    ],
)
def test_another_is_one_more(told: str, found: list[set[str]]) -> None:
    assert counted(KILLED, article("other", told)) == found


def test_another_before_a_figure_counts_nothing_by_itself() -> None:
    text = "Another two miners were wounded, another nurse was hurt and another shaft was shut."
    assert [(one.text, one.counted) for one in one_more(text, parse(text))] == [("another", "nurse")]
