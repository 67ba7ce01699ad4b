"""Places side by side: what lies in what, and which way."""

from __future__ import annotations

import pytest

from firsthand.findings.agreement import Agreement
from firsthand.findings.facets.places import Where, compare
from firsthand.model import Article, FindingKind

from .telling import article, differing


def where(name: str, direction: str | None = None) -> Where:
    words = f"{direction} of {name}" if direction else name
    return Where(name, words, "" if direction else "in", direction)


@pytest.mark.parametrize(
    ("left", "right", "agreement"),
    [
        pytest.param(where("Lyon"), where("France"), Agreement.COMPATIBLE, id="a city in its country"),
        pytest.param(where("Houston"), where("Texas"), Agreement.COMPATIBLE, id="a city in its state"),
        pytest.param(where("France"), where("Europe"), Agreement.COMPATIBLE, id="a country in its continent"),
        pytest.param(where("Peking"), where("Beijing"), Agreement.SAME, id="two names of one city"),
        pytest.param(where("Lyon"), where("Germany"), Agreement.DIFFERENT, id="a city and another country"),
        pytest.param(where("Texas"), where("Florida"), Agreement.DIFFERENT, id="two states"),
        pytest.param(where("France"), where("Germany"), Agreement.DIFFERENT, id="two countries"),
        pytest.param(where("Lyon"), where("Vellmark"), Agreement.UNRELATED, id="a place nobody knows"),
        pytest.param(where("Aden", "east"), where("Aden", "west"), Agreement.DIFFERENT, id="east and west"),
        pytest.param(where("Aden", "east"), where("Aden", "southeast"), Agreement.COMPATIBLE, id="east and southeast"),
        pytest.param(where("Aden", "east"), where("Muscat", "west"), Agreement.UNRELATED, id="from two places"),
        pytest.param(where("Aden", "east"), where("Aden"), Agreement.UNRELATED, id="near a place and in it"),
        pytest.param(
            where("Vienna"), where("Geneva"), Agreement.DIFFERENT, id="two cities",
        ),
        pytest.param(
            where("Atlanta"), where("Georgia"), Agreement.COMPATIBLE, id="a state with the name of a country",
        ),
    ],
)  # fmt: skip
def test_places_side_by_side(left: Where, right: Where, agreement: Agreement) -> None:
    assert compare(left, right).agreement is agreement
    assert compare(right, left).agreement is agreement


def met(key: str, place: str) -> Article:
    return article(key, f"The two ministers met in {place} on Tuesday for talks on the border. It rained.")


def test_a_meeting_in_two_countries_is_a_finding() -> None:
    assert differing(FindingKind.PLACE, met("One", "Norway"), met("Two", "Portugal")) == [{"Norway", "Portugal"}]


@pytest.mark.parametrize("wider", ["Austria", "Europe", "Vienna"])
def test_a_meeting_in_a_wider_place_is_none(wider: str) -> None:
    assert differing(FindingKind.PLACE, met("One", "Vienna"), met("Two", wider)) == []


def test_a_fire_east_and_west_of_one_city_is_a_finding() -> None:
    told = "The freighter Stella Nord caught fire 80 kilometres {} of Aden on Tuesday. The crew was rescued."
    accounts = (article("One", told.format("east")), article("Two", told.format("west")))
    assert differing(FindingKind.PLACE, *accounts) == [{"80 kilometres east of Aden", "80 kilometres west of Aden"}]


def test_where_it_was_built_is_not_where_it_burned() -> None:
    accounts = (
        article("One", "The freighter Stella Nord burned in Portugal on Tuesday. The crew was rescued."),
        article("Two", "The freighter Stella Nord was built in Germany in 1998. The crew was rescued."),
    )
    assert differing(FindingKind.PLACE, *accounts) == []
