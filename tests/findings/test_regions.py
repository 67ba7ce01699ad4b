"""One place in parts of its country that exclude each other."""

from __future__ import annotations

from firsthand.model import FindingKind

from .telling import article, differing

EAST = article("east", "A quake razed the southeastern city of Harl in 2003.")
CENTRE = article("centre", "The quake killed thousands in the city of Harl in central Iran in 2003.")
SOUTH = article("south", "The quake of 2003 destroyed the southern town of Harl.")
DISTRICT = article("district", "The quake razed the town of Harl in northern Velden District in 2003.")


def test_the_centre_is_no_side() -> None:
    assert len(differing(FindingKind.PLACE, EAST, CENTRE)) == 1


def test_southeast_lies_in_the_south() -> None:
    assert differing(FindingKind.PLACE, EAST, SOUTH) == []


def test_the_north_of_a_district_says_nothing_of_the_country() -> None:
    assert differing(FindingKind.PLACE, SOUTH, DISTRICT) == []
