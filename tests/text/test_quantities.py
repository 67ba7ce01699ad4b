"""Quantities: what a sentence says, as amount, unit, bound and what is counted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Bound, Quantity
from firsthand.text.quantities import base_amount, find_quantities


def only(text: str) -> Quantity:
    found = [q for q in find_quantities(text) if q.role != "ordinal"]
    assert len(found) == 1, [q.text for q in found]
    return found[0]


def nothing(text: str) -> bool:
    return [q for q in find_quantities(text) if q.role != "ordinal"] == []


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("The contract is worth USD 5.5 billion.", "5500000000", "USD"),
        ("They signed a $5.43bn deal.", "5430000000", "USD"),
        ("The plant costs Rs 60,000 crore.", "600000000000", "INR"),
        ("The plant costs ₹60,000 crore.", "600000000000", "INR"),
        ("The plant costs ?60,000 crore.", "600000000000", "INR"),
        ("It paid 10.5 million Australian dollars.", "10500000", "AUD"),
        ("The fine was £250m.", "250000000", "GBP"),
        ("He owes two and a half million euros.", "2500000", "EUR"),
        ("The ship drifted 150 nautical miles.", "150", "nautical mile"),
        ("He got 2-1/2 years.", "2.5", "year"),
        ("Turnout was 61 per cent.", "61", "%"),
        ("Half of the voters stayed at home.", "50", "%"),
        ("It drove 87 km/h.", "87", "km/h"),
    ],
)
def test_amount_and_unit_are_read(text: str, amount: str, unit: str) -> None:
    found = only(text)
    assert (found.amount, found.unit) == (Decimal(amount), unit)


@pytest.mark.parametrize(
    ("text", "amount", "bound"),
    [
        ("More than 40 miners were trapped.", 40, Bound.MORE),
        ("At least forty miners were trapped.", 40, Bound.MORE),
        ("Up to 80 homes burned.", 80, Bound.LESS),
        ("Nearly 300 people fled.", 300, Bound.LESS),
        ("Some 40 soldiers fled.", 40, Bound.ABOUT),
        ("About a dozen boats sank.", 12, Bound.ABOUT),
        ("Dozens of people fled.", 24, Bound.ABOUT),
        ("Exactly 43 miners were trapped.", 43, Bound.EXACT),
        ("It has 500 or more members.", 500, Bound.MORE),
    ],
)
def test_bounds_are_read(text: str, amount: int, bound: Bound) -> None:
    found = only(text)
    assert (int(found.amount), found.bound) == (amount, bound)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 3 and 5 boats sank.", 3, 5),
        ("He saw 10-12 boats.", 10, 12),
        ("He saw 20 to 30 boats.", 20, 30),
        ("It costs $3 billion to $5 billion.", 3 * 10**9, 5 * 10**9),
        ("It costs 3 to 5 billion euros.", 3 * 10**9, 5 * 10**9),
    ],
)
def test_ranges_are_one_quantity(text: str, low: int, high: int) -> None:
    found = only(text)
    assert (found.amount, found.high, found.bound) == (Decimal(low), Decimal(high), Bound.RANGE)


def test_three_of_the_five_is_three_and_keeps_the_five() -> None:
    found = only("The navy has received three of the five frigates.")
    assert (found.amount, found.of, found.counted) == (Decimal(3), Decimal(5), "frigates")


def test_an_article_after_under_makes_no_bound() -> None:
    assert only("It was built under a $5.43 billion deal.").bound is Bound.EXACT


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The attack killed 26 civilians.", "civilians"),
        ("The two remaining missile batteries arrive later.", "remaining missile batteries"),
        ("Police seized 75 percent of shipments.", "shipments"),
    ],
)
def test_what_is_counted_is_named(text: str, counted: str) -> None:
    assert only(text).counted == counted


@pytest.mark.parametrize(
    ("text", "whom"),
    [("Dalia Weiss, 43, of Haifa was hurt.", "Dalia Weiss"), ("A 43-year-old teacher was hurt.", "teacher")],
)
def test_ages_are_told_from_counts(text: str, whom: str) -> None:
    found = only(text)
    assert (found.role, found.amount, found.unit, found.counted) == ("age", Decimal(43), "year", whom)


def test_an_age_is_shared_and_a_container_shows_its_contents() -> None:
    women, first, second = find_quantities("Police found two women, 68 and 48 years old.")
    assert (women.role, first.role, second.role) == ("count", "age", "age")
    assert only("He sent two units of air defence missiles.").counted == "units of air defence missiles"


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude 6.1 quake hit.",
        "A 6.1-magnitude quake hit.",
        "It was 6.1 on the Richter scale.",
        "A 6.1-strength quake hit.",
        "A 6.1 degree quake hit.",
        "They put the magnitude at 6.1.",
        "A 6.1 quake hit.",
    ],
)
def test_an_earthquake_has_one_measure(text: str) -> None:
    found = only(text)
    assert (found.amount, found.unit, found.role) == (Decimal("6.1"), "magnitude", "measure")


@pytest.mark.parametrize(
    "text",
    [
        "The S-400 and the Su-30MKI were shown.",
        "He flew a Boeing 737 to Oslo.",
        "Channel 13 cited Article 5 of the charter.",
        "They met on June 26, 2025 and again on 2025-07-01.",
        "The talks began at 10:30 a.m. in 2018.",
        "See https://example.org/status/1938101376007213449 for more.",
        "Call 555-123-4567 now.",
        "No one came.",
    ],
)
def test_names_dates_and_links_are_no_quantities(text: str) -> None:
    assert nothing(text)


def test_a_rank_is_an_ordinal_and_a_result_a_score() -> None:
    roles = {q.text: q.role for q in find_quantities("The 22nd final ended 3-1.")}
    assert roles == {"22nd": "ordinal", "3-1": "score"}


def test_amounts_of_one_kind_meet_in_a_base_unit() -> None:
    miles, km = base_amount(Decimal(100), "mile"), base_amount(Decimal("160.9344"), "km")
    assert miles == km == (Decimal("160934.400"), "length")
    assert base_amount(Decimal(212), "°F") == (Decimal(100), "temperature")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789 ,.-/$€%abmnkotwS–½:\n", max_size=60))
def test_every_quantity_lies_in_its_text(text: str) -> None:
    for found in find_quantities(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]


def test_a_long_line_of_numbers_is_read_to_its_end() -> None:
    line = "one 1,000 $ 5-" * 300
    assert find_quantities(line)[-1].end > len(line) - 20


def test_a_bare_decimal_beside_a_magnitude_is_one_too() -> None:
    text = "The centre put the magnitude at 5.9, but the U.S. survey said it was 6.1. The fee is 3.2."
    assert [one.unit for one in find_quantities(text)] == ["magnitude", "magnitude", None]


@pytest.mark.parametrize(
    "text",
    [
        "Call the police on 0845 125 2222.",
        "Call the helpline on 0800 555111.",
        "The game begins at 3: 30 p. m. today.",
        "He drew a line of 46. 8 percent.",
        "He served 41 / 2 months.",
    ],
)
def test_telephone_numbers_and_numbers_in_pieces_are_no_amounts(text: str) -> None:
    assert nothing(text)


def test_the_second_of_two_ages_is_an_age() -> None:
    roles = [q.role for q in find_quantities("He was the father of two boys, ages 6 and 16.") if q.amount > 2]
    assert roles == ["age", "age"]


def test_games_of_a_team_are_what_missed_games_are_of() -> None:
    found = next(q for q in find_quantities("He missed 10 of the Harriers' 16 games.") if q.amount == 10)
    assert found.of == 16
