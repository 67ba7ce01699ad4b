"""Time expressions: what day a text means, seen from the day it was published."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import TimeExpression, TimeType
from firsthand.text.times import find_times

FRIDAY = date(2025, 6, 27)


def only(text: str, anchor: date | None = FRIDAY) -> TimeExpression:
    found = find_times(text, anchor)
    assert len(found) == 1, [t.text for t in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "They met on 26 June 2025.",
        "They met on June 26, 2025.",
        "They met on June 26.",
        "They met on 26th June.",
        "They met on Jun 26.",
        "They met on the 26th of June.",
        "They met on 2025-06-26.",
        "They met on 26/06/2025.",
        "They met on Thursday.",
        "They met yesterday.",
        "They met on Thursday, June 26.",
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    found = only(text)
    assert found.value == "2025-06-26"
    assert found.first == found.last == date(2025, 6, 26)
    assert found.conflict is None


@pytest.mark.parametrize("text", ["They met on Thursday. (June 27).", "They met on Thursday (June 27)."])
def test_a_weekday_that_does_not_fit_its_date_is_a_conflict(text: str) -> None:
    found = only(text)
    assert found.text.startswith("Thursday") and found.text.endswith("(June 27)")
    assert found.conflict == "June 27, 2025 is a Friday, not a Thursday"


@pytest.mark.parametrize("event", ["Holm’s death", "the vote", "Holm resigned"])
def test_the_day_before_an_event_is_not_before_the_day_named_last(event: str) -> None:
    text = f"They met on 26 June 2025. The day before {event} another minister left."
    assert [one.value for one in find_times(text, FRIDAY)] == ["2025-06-26"]


def test_the_day_before_is_that_before_the_day_named_last() -> None:
    text = "They met on 26 June 2025. The day before, another minister left."
    assert [one.value for one in find_times(text, FRIDAY)] == ["2025-06-26", "2025-06-25"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("They married on Valentine's Day in 2023.", ["2023-02-14"], id="a holiday of a year"),
        pytest.param("The last storm to hit Vik was in August.", ["2024-08"], id="the last one has been"),
        pytest.param("He is a suspect in the Thursday night robbery.", ["2025-06-26TNI"], id="named by its day"),
        pytest.param(
            "He was shot on June 24, 2019 while looking into a June 20 robbery.", ["2019-06-24", "2019-06-20"],
            id="the year of the day before",
        ),
        pytest.param(
            "She was shot on Oct. 21, 2019 while walking home after 2 p.m.", ["2019-10-21", "2019-10-21T14:00"],
            id="an hour of the day before",
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_tells_the_year_or_the_day(text: str, values: list[str]) -> None:
    assert [one.value for one in find_times(text, FRIDAY)][: len(values)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Holt, who was born on 4 July 1980, was arrested on March 10.", ["1980-07-04", "2025-03-10"]),
        ("Unlike the raid of May 11, 2001, the one of June 10 hurt no one.", ["2001-05-11", "2025-06-10"]),
        ("The fire, the worst since May 2, 2011, began at 10 a.m.", ["2011-05-02", "2025-06-27T10:00"]),
        ("The museum is open for the Sunday concert.", ["2025-06-29"]),
    ],
)
def test_a_day_named_for_something_else_tells_nothing(text: str, values: list[str]) -> None:
    assert [one.value for one in find_times(text, FRIDAY)] == values


def test_letters_that_only_look_like_others_end_nothing() -> None:
    text = "It opened on Thursday, overn\u0131ght, and clo\u017fed this morn\u0131ng."
    assert [one.text for one in find_times(text, FRIDAY)] == ["Thursday", "overn\u0131ght", "this morn\u0131ng"]


def test_after_the_last_day_there_is_none() -> None:
    assert [one.value for one in find_times("On 9999-12-31 and the following day.", FRIDAY)] == ["9999-12-31"]


def test_a_night_is_not_counted_from_a_year_named_before() -> None:
    found = find_times("A 2019 Volvo hit her. She died that night.", FRIDAY)
    assert [one.value for one in found] == ["2019", "2025-06-27TNI"]


def test_a_weekday_far_from_the_anchor_chooses_the_year_it_fits() -> None:
    found = only("The law passed on Thursday, September 5.", date(2025, 2, 1))
    assert (found.value, found.conflict) == ("2024-09-05", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell last week.", "2025-W25"),
        ("It fell last month.", "2025-05"),
        ("It fell two weeks ago.", "2025-W24"),
        ("It fell in May.", "2025-05"),
        ("It fell in December.", "2024-12"),
        ("It fell in late 2008.", "2008"),
        ("It fell in the 1980s.", "198"),
        ("It fell in the summer of 2012.", "2012-SU"),
        ("They will meet on Tuesday.", "2025-07-01"),
        ("They met on Tuesday.", "2025-06-24"),
        ("They meet next Tuesday.", "2025-07-01"),
        ("It lasted three days.", "P3D"),
        ("It is held every day.", "P1D"),
        ("He spoke on Wednesday night.", "2025-06-25TNI"),
        ("She flew to Vik for Sunday's talks.", "2025-06-29"),
        ("She spoke ahead of Sunday's talks.", "2025-06-29"),
        ("She spoke after Sunday's talks.", "2025-06-22"),
        ("She was blamed for Tuesday's fire.", "2025-06-24"),
    ],
)
def test_values_are_resolved_from_the_anchor(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke in 2016. A day before, the gates were opened.", "PAST_REF"),
        ("The dam broke on June 3. A day before he left, the gates were opened.", "PAST_REF"),
        ("The dam broke on June 3. A day before, the gates were opened.", "2025-06-02"),
        ("The dam broke on June 3. The day before, the gates were opened.", "2025-06-02"),
    ],
)
def test_a_day_before_something_is_dated_only_where_that_is(text: str, value: str) -> None:
    assert [one.value for one in find_times(text, FRIDAY) if "before" in one.text] == [value]


def test_earlier_this_year_ends_at_the_anchor() -> None:
    found = only("It fell earlier this year.")
    assert (found.first, found.last) == (date(2025, 1, 1), FRIDAY)


def test_early_july_is_the_first_third_of_july() -> None:
    found = only("It will open in early July.")
    assert (found.first, found.last) == (date(2025, 7, 1), date(2025, 7, 11))


def test_clock_times_know_their_zone_and_day() -> None:
    local, zulu = find_times("The cable broke at 10:00 am (0800 GMT) Friday.", FRIDAY)[:2]
    assert local.type is TimeType.TIME and local.clock is not None and zulu.clock is not None
    assert (local.clock.hour, local.clock.tzinfo, local.precision) == (10, None, "minute")
    assert zulu.clock.hour == 8 and zulu.clock.utcoffset() == timedelta(0)
    assert zulu.first == FRIDAY


def test_a_full_hour_is_less_precise_than_minutes() -> None:
    assert only("It began around 9 a.m. and ended.").precision == "hour"


def test_without_an_anchor_the_year_stays_open() -> None:
    found = only("They met on June 27.", None)
    assert (found.value, found.first, found.basis) == ("XXXX-06-27", None, "anchor")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on.",
        "He sat down.",
        "He came second.",
        "Admiral Dong Jun spoke.",
        "April Jones spoke.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert find_times(text, FRIDAY) == ()


def test_the_day_before_refers_to_the_day_named() -> None:
    assert find_times("He came on May 10. The day before, it had rained.", FRIDAY)[1].value == "2025-05-09"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789 ,./-:()TuesdayJnMch'apmof\n", max_size=60))
def test_every_expression_lies_in_its_text(text: str) -> None:
    for found in find_times(text, FRIDAY):
        assert text[found.start : found.end] == found.text
        assert found.first is None or found.last is None or found.first <= found.last
