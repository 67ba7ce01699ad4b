"""Two amounts: what rounding, bounds and units explain, and what they do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.findings.agreement import Agreement
from firsthand.findings.amounts import compare, of_other_sizes
from firsthand.findings.facets.numbers import COMPARED
from firsthand.findings.facets.one_thing import counts_times
from firsthand.model import Bound, Quantity
from firsthand.text.quantities import find_quantities

SAME, COMPATIBLE, DIFFERENT, UNRELATED = (
    Agreement.SAME, Agreement.COMPATIBLE, Agreement.DIFFERENT, Agreement.UNRELATED,
)  # fmt: skip


def amount(text: str) -> Quantity:
    found = [one for one in find_quantities(text) if one.role in COMPARED]
    assert len(found) == 1, [one.text for one in found]
    return found[0]


def beside(left: str, right: str) -> Agreement:
    return compare(amount(left), amount(right)).agreement


def test_at_least_forty_agrees_with_forty_three() -> None:
    assert beside("at least forty miners", "43 miners") is COMPATIBLE


@pytest.mark.parametrize(
    ("left", "right"),
    [("less than two weeks", "12 days"), ("fewer than five divers", "four divers"), ("under three miles", "4 km")],
)
def test_less_than_a_few_is_one_less_at_most(left: str, right: str) -> None:
    assert beside(left, right) is COMPATIBLE


def test_less_than_a_few_is_not_much_less() -> None:
    assert beside("fewer than five divers", "two divers") is DIFFERENT


def test_ranges_that_only_overlap_differ() -> None:
    assert beside("between 165 and 180 miners", "145 to 175 miners") is DIFFERENT


def test_a_range_within_another_is_more_precise() -> None:
    assert beside("between 160 and 170 miners", "150 to 175 miners") is COMPATIBLE
    assert beside("between 160 and 170 miners", "150 to 170 miners") is COMPATIBLE
    assert beside("10 to 12 km", "6 to 7 miles") is COMPATIBLE


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2,302 points", "nine points", True),
        ("$145 million", "$3.3 million", True),
        ("5.5 million tonnes", "5.5 billion tonnes", False),
        ("7 miners", "70 miners", False),
        ("40 km", "20 miles", False),
        ("0 points", "nine points", False),
        ("2 degrees Celsius", "25 degrees Celsius", False),
        ("10 to 100 miners", "120 miners", False),
        ("$1.24 million", "$1.2 billion", False),
        ("5 × 10^-999 metres", "9 × 10^999 metres", True),
    ],
)
def test_what_is_many_times_another_amount_is_of_something_else(left: str, right: str, *, expected: bool) -> None:
    assert of_other_sizes(amount(left), amount(right)) is expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("223 passengers", "224 passengers"),
        ("240 passengers", "250 passengers"),
        ("magnitude 6.1", "magnitude 6.2"),
        ("$1.5 billion", "$1.6 billion"),
    ],
)
def test_exact_neighbours_are_two_amounts(left: str, right: str) -> None:
    assert beside(left, right) is DIFFERENT


@pytest.mark.parametrize(("left", "right"), [("seven days", "200 hours"), ("240 passengers", "245 passengers")])
def test_what_conversion_or_rounding_brings_together_agrees(left: str, right: str) -> None:
    assert beside(left, right) is COMPATIBLE


def test_a_rounded_amount_agrees_with_what_it_was_rounded_from() -> None:
    assert beside("$1.5 billion", "$1.45 billion") is COMPATIBLE


def test_more_than_forty_does_not_agree_with_thirty_eight() -> None:
    assert beside("more than 40 miners", "38 miners") is DIFFERENT


def test_who_writes_more_than_26_000_does_not_mean_31_000() -> None:
    assert beside("more than 26,000 people", "more than 31,000 people") is DIFFERENT
    assert beside("more than 300 homes", "over 320 homes") is COMPATIBLE
    assert beside("at least 20 people", "at least 26 people") is COMPATIBLE


def test_5_43_billion_does_not_round_to_5_5() -> None:
    assert beside("$5.43 billion", "$5.5 billion") is DIFFERENT


def test_5_43_billion_rounds_to_5_4() -> None:
    assert beside("$5.43 billion", "$5.4 billion") is COMPATIBLE


def test_amounts_of_any_length_are_compared() -> None:
    assert beside("1.123456789012 metres", "999999999999999 trillion metres") is DIFFERENT


def test_people_are_counted_and_not_rounded() -> None:
    assert beside("12 people", "13 people") is DIFFERENT


def test_nearly_100_agrees_with_as_many_as_100() -> None:
    assert beside("nearly 100 people", "as many as 100 people") in (SAME, COMPATIBLE)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("612 people", "600 people"),
        ("1,523 people", "1,500 people"),
        ("61.4 percent", "61 percent"),
        ("$10.40", "$10"),
        ("about 50 boats", "47 boats"),
        ("between 20 and 30 boats", "25 boats"),
        ("up to 80 homes", "75 homes"),
        ("nearly 100 people", "95 people"),
        ("at least 40 miners", "at least 43 miners"),
        ("no fewer than 40 miners", "up to 50 miners"),
        ("dozens of boats", "40 boats"),
        ("hundreds of people", "300 people"),
        ("three of the five ships", "five ships"),
    ],
)
def test_rounding_bounds_and_parts_explain(left: str, right: str) -> None:
    assert beside(left, right) is COMPATIBLE
    assert beside(right, left) is COMPATIBLE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("58 km", "36 miles"),
        ("100 miles", "161 km"),
        ("120 metres", "394 feet"),
        ("90 minutes", "1.5 hours"),
        ("a dozen boats", "12 boats"),
        ("60,000 crore rupees", "600 billion rupees"),
        ("5,500 million euros", "5.5 billion euros"),
        ("two and a half tonnes", "2.5 tonnes"),
    ],
)
def test_a_figure_in_other_units_agrees(left: str, right: str) -> None:
    assert beside(left, right) in (SAME, COMPATIBLE)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("640 people", "600 people"),
        ("43 people", "53 people"),
        ("100 people", "1,000 people"),
        ("nearly 100 people", "120 people"),
        ("up to 80 homes", "95 homes"),
        ("about 50 boats", "60 boats"),
        ("between 20 and 30 boats", "35 boats"),
        ("more than 500 people", "under 400 people"),
        ("61 percent", "60 percent"),
        ("three of the five ships", "four ships"),
        ("120 metres", "330 feet"),
    ],
)
def test_what_nothing_explains_differs(left: str, right: str) -> None:
    assert beside(left, right) is DIFFERENT
    assert beside(right, left) is DIFFERENT


@pytest.mark.parametrize(
    ("left", "right"),
    [("$5 billion", "€5 billion"), ("12 people", "12 percent"), ("12 people", "12 km"), ("12 km", "12 tonnes")],
)
def test_other_kinds_of_amounts_are_not_compared(left: str, right: str) -> None:
    assert beside(left, right) is UNRELATED


@pytest.mark.parametrize(("left", "right"), [("100 miles", "200 km"), ("10 feet", "3.7 metres")])
def test_a_round_figure_in_other_units_still_differs(left: str, right: str) -> None:
    assert beside(left, right) is DIFFERENT


def test_30_degrees_celsius_are_86_fahrenheit() -> None:
    assert beside("30 degrees Celsius", "86 degrees Fahrenheit") in (SAME, COMPATIBLE)


def test_1_24_million_rounds_to_1_2_million() -> None:
    assert beside("1.24 million people", "1.2 million people") is COMPATIBLE


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low = Decimal(draw(st.integers(0, 10**6))) / draw(st.sampled_from([1, 10, 1000]))
    bound = draw(st.sampled_from(list(Bound)))
    role, unit = draw(
        st.sampled_from([("count", None), ("money", "USD"), ("money", "EUR"), ("measure", "km"), ("measure", "mile")])
    )
    return Quantity(
        start=0, end=1, text="x", amount=low, unit=unit, bound=bound, counted=None, role=role,
        high=low + draw(st.integers(1, 99)) if bound is Bound.RANGE else None,
        of=Decimal(draw(st.integers(1, 10))) if draw(st.booleans()) else None,
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(quantities(), quantities())
def test_it_does_not_matter_which_amount_stands_left(left: Quantity, right: Quantity) -> None:
    assert compare(left, right).agreement is compare(right, left).agreement


@settings(max_examples=60, deadline=None)
@given(quantities())
def test_an_amount_is_the_same_as_itself(one: Quantity) -> None:
    assert compare(one, one).agreement is SAME


def test_how_often_is_not_how_many() -> None:
    assert counts_times(amount("arrested seven times"))
    assert not counts_times(amount("seven men"))
