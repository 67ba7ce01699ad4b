"""Numbers side by side: which amounts are of one thing, and what is told of those that differ."""

from __future__ import annotations

import pytest

from firsthand.model import FindingKind, Severity

from .stories import BRIDGE, FERRIES, FIRE, LANDSLIDE
from .telling import article, differing, findings, focused


def test_what_an_account_gives_in_one_breath_is_of_two_things() -> None:
    one = article("One", "The town of Sund spent $250 million on the pier after buying it for $145 million in May.")
    other = article("Two", "In May the town of Sund bought the pier for $145 million and spent $250 million on it.")
    assert findings(FindingKind.NUMBER, one, other) == []


def test_a_measure_in_two_units_is_not_its_head() -> None:
    one = article("One", "The swimmer Ada Holm crossed the sound in 4 minutes 48 seconds on Monday.")
    other = article("Two", "The swimmer Ada Holm crossed the sound in six minutes on Monday.")
    assert not any("4 minutes" in words for told in differing(FindingKind.NUMBER, one, other) for words in told)


def test_tolls_of_one_quake_are_compared_where_its_strength_is_told_a_tenth_apart() -> None:
    one = article(
        "One",
        "A magnitude 6.1 earthquake shook Norland on Monday, killing 17 people in the north. Houses fell in Brevik.",
    )
    other = article(
        "Two",
        "The 6.2 magnitude tremor was felt as far as Sund. Twelve people died when it struck, officials said.",
    )
    assert any("17" in words for told in differing(FindingKind.NUMBER, one, other) for words in told)


def test_a_reason_gives_amounts_in_the_words_of_the_text() -> None:
    one = article("One", "The steelworks at Brevik will cut 1,200 of its local jobs, the owner said on Monday.")
    other = article("Two", "The steelworks at Brevik will cut 1,500 jobs, the owner said on Monday.")
    [told] = findings(FindingKind.NUMBER, one, other)
    assert {side.value for side in told.sides} == {"1,200 of its local jobs", "1,500 jobs"}


def test_12_dead_and_14_dead_are_a_major_finding_with_both_sides_words() -> None:
    (found,) = findings(FindingKind.NUMBER, *BRIDGE)
    assert {(side.span.article, side.quote) for side in found.sides} == {
        ("Post", "The old footbridge over the Lisk collapsed on Tuesday evening, killing 12 people"),
        ("Courier", "Fourteen people were killed"),
    }
    assert found.severity is Severity.MAJOR
    assert set(focused(found, BRIDGE)) == {"12", "Fourteen"}


def test_the_dead_of_another_bridge_in_another_month_are_not_laid_beside() -> None:
    assert not any("two" in words for words in differing(FindingKind.NUMBER, *BRIDGE))


def test_only_the_rescued_differ_where_parts_bounds_and_units_explain_the_rest() -> None:
    assert differing(FindingKind.NUMBER, *LANDSLIDE) == [{"17", "11"}]


def test_the_dead_of_another_year_are_not_laid_beside() -> None:
    assert differing(FindingKind.NUMBER, *FIRE) == []


@pytest.mark.xfail(strict=True, reason="the price of the deal is not recognised in another sentence frame")
def test_two_prices_of_one_deal_differ() -> None:
    assert {"$5.5 billion", "$5.43 billion"} in differing(FindingKind.NUMBER, *FERRIES)


def test_the_price_of_a_second_deal_is_not_that_of_the_first() -> None:
    assert not any("$310 million" in words for words in differing(FindingKind.NUMBER, *FERRIES))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "The blast killed 12 people and injured 43 others.",
            "The blast killed 14 people and injured 43 others.",
            [{"12", "14"}],
            id="one of two in a sentence",
        ),
        pytest.param(
            "The blast killed 12 people and injured 14 others.",
            "The blast killed 14 people and injured 12 others.",
            [{"12", "14"}, {"12", "14"}],
            id="the two numbers of a sentence changed about",
        ),
        pytest.param(
            "The blast killed 12 people. Three of the dead were nurses.",
            "The blast killed 12 people, four of them foreigners.",
            [],
            id="two parts of one whole",
        ),
        pytest.param(
            "The union said 3,000 workers had marched through Sund on Monday.",
            "Police said 1,200 workers had marched through Sund on Monday.",
            [{"3,000", "1,200"}],
            id="two sources count one march",
        ),
        pytest.param(
            "The driver, Tor Hamre, 43, was arrested on Monday.",
            "Tor Hamre, 45, the driver, was arrested on Monday. A passenger, Lisa Brandt, 31, was hurt.",
            [{"43", "45"}],
            id="the age of one of two",
        ),
        pytest.param("The oil slick is 58 km long.", "The oil slick is 36 miles long.", [], id="another unit"),
        pytest.param(
            "Three of the five ferries have arrived in Sund.",
            "All five ferries were ordered in 2029. Four of the five ferries have arrived in Sund.",
            [{"Three of the five", "Four of the five"}],
            id="parts of five",
        ),
    ],
)
def test_a_number_is_laid_beside_the_number_of_the_same_thing(left: str, right: str, expected: list[set[str]]) -> None:
    accounts = (article("One", f"{left} Trams will run again soon."), article("Two", f"{right} The mayor is on leave."))
    assert differing(FindingKind.NUMBER, *accounts) == expected


TRADERS = (
    article("One", "The fire in the market hall killed five traders. Trams will run again soon."),
    article("Two", "The market hall fire killed seven traders. The mayor is on leave."),
)


def test_the_dead_are_grave_whatever_they_are_called() -> None:
    assert [one.severity for one in findings(FindingKind.NUMBER, *TRADERS)] == [Severity.MAJOR]


def test_an_age_is_shown_as_a_person_would_write_it() -> None:
    accounts = (
        article("One", "The driver, Tor Hamre, 43, was arrested on Monday."),
        article("Two", "The driver, Tor Hamre, 45, was arrested on Monday."),
    )
    (found,) = findings(FindingKind.NUMBER, *accounts)
    assert not any(side.value.endswith("Hamre") for side in found.sides)


def test_one_of_the_largest_counts_nothing() -> None:
    one = article("one", "Arvo and Norlink are one of the largest providers in Sund and were cut off by the storm.")
    two = article("two", "The storm cut off Arvo and Norlink, two of the largest providers in Sund.")
    assert differing(FindingKind.NUMBER, one, two) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Karl Aaberg had 24 points in the win over Lusk.",
            "In the five games before, Karl Aaberg averaged 22.8 points for the club.",
            id="an average",
        ),
        pytest.param(
            "Aaberg scored for the Otters with 12 minutes, 31 seconds remaining against Lusk.",
            "Aaberg scored for the Otters with 12 minutes, 48 seconds remaining against Lusk.",
            id="the lesser of two units",
        ),
        pytest.param(
            "Aaberg scored 2, 116 points for the Otters.",
            "Aaberg scored 1, 834 points for the Otters.",
            id="torn figures",
        ),
        pytest.param(
            "A poll for the Courier found that 68 percent of Sarns believe the minister failed in the crisis.",
            "A poll for the Norland Post found that 83 percent of Sarns believe the minister failed in the crisis.",
            id="two polls",
        ),
    ],
)
def test_what_no_reader_would_lay_side_by_side(one: str, other: str) -> None:
    assert differing(FindingKind.NUMBER, article("one", one), article("other", other)) == []


def test_a_whole_figure_is_no_torn_one() -> None:
    one = article("one", "Aaberg scored 2,116 points for the Otters.")
    other = article("other", "Aaberg scored 1,834 points for the Otters.")
    assert len(differing(FindingKind.NUMBER, one, other)) == 1


def test_an_age_grows_with_the_years_between_two_accounts() -> None:
    before = article("a", "Police are searching for Jan Holt, 27, of Tarn.", published="2029-06-25")
    after = article("b", "The jury found Jan Holt, 29, of Tarn guilty.", published="2031-06-20")
    assert not findings(FindingKind.NUMBER, before, after)


def test_an_age_of_one_week_does_not_grow() -> None:
    before = article("a", "Police are searching for Jan Holt, 27, of Tarn.", published="2031-06-12")
    after = article("b", "Police arrested Jan Holt, 29, of Tarn.", published="2031-06-14")
    assert differing(FindingKind.NUMBER, before, after) == [{"27", "29"}]


def test_an_account_without_a_date_may_be_of_any_year_of_the_story() -> None:
    before = article("a", "Police are searching for Jan Holt, 27, of Tarn.", published="2029-06-25")
    after = article("b", "The jury found Jan Holt, 29, of Tarn guilty.", published="2031-06-20")
    undated = article("c", "Jan Holt, 27, of Tarn is still at large.", published=None)
    assert not findings(FindingKind.NUMBER, before, after, undated)


def test_a_figure_of_another_year_is_of_something_else_where_no_account_bears_a_date() -> None:
    then = article("a", "The Democrats of Norland voted in 2008. They staged 26 debates in all.", published=None)
    now = article("b", "In 2031 the Democrats of Norland staged 11 debates in all.", published=None)
    assert not findings(FindingKind.NUMBER, then, now)


def test_an_account_that_gives_one_sides_figure_stands_on_that_side() -> None:
    accounts = (
        article("a", "The pirates in three boats attacked the tanker Ida off Lusk, the navy of Norland said."),
        article("b", "The pirates on two speed boats attacked the tanker Ida off Lusk, the navy of Norland said."),
        article("c", "The tanker Ida sent a call for help and said that it was being fired on by two boats off Lusk."),
    )
    (found,) = findings(FindingKind.NUMBER, *accounts)
    assert {side.span.article for side in found.sides} >= {"a", "b"}
    assert {side.value for side in found.sides} >= {"three boats", "two speed boats"}


def test_a_reason_names_each_amount_once_however_it_is_written() -> None:
    third = article(
        "Echo", "The old footbridge over the Lisk collapsed on Tuesday evening, and twelve people were killed."
    )
    (found,) = findings(FindingKind.NUMBER, *BRIDGE, third)
    assert len(found.sides) == 3
    assert "Fourteen" in found.why
    assert ("12" in found.why) != ("twelve" in found.why)
