"""Days and hours side by side, and weekdays that their dates do not have."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.findings.agreement import Agreement
from firsthand.findings.facets.times import compare
from firsthand.model import FindingKind, Severity, TimeExpression
from firsthand.text.times import find_times

from .stories import FERRIES, LATER, TRIAL
from .telling import article, differing, findings, focused

THURSDAY = date(2031, 6, 12)
WEEK_LATER = date(2031, 6, 19)


def time(words: str, written: date | None = THURSDAY) -> TimeExpression:
    found = find_times(f"They met {words}.", written)
    assert len(found) == 1, [one.text for one in found]
    return found[0]


def beside(left: str, right: str, written: date | None = THURSDAY, later: date | None = THURSDAY) -> Agreement:
    one, other = compare(time(left, written), time(right, later)), compare(time(right, later), time(left, written))
    assert one.agreement is other.agreement
    return one.agreement


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("on June 11", "on Wednesday"),
        ("yesterday", "on 11 June 2031"),
        ("on June 11, 2031", "in June"),
        ("at noon", "at 12 p.m."),
        ("at 3:33 pm", "at 3:30 pm"),
        ("around 4 p.m.", "at 4:15 p.m."),
        ("today", "on Thursday"),
    ],
)
def test_one_time_in_other_words_agrees(left: str, right: str) -> None:
    assert beside(left, right) in (Agreement.SAME, Agreement.COMPATIBLE)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("on June 10", "on 11 June"),
        ("on Wednesday", "on Tuesday"),
        ("in May", "on June 11"),
        ("in 2029", "in 2030"),
        ("on June 11", "on June 11, 2029"),
        ("at 9 a.m.", "at 11:30 a.m."),
        ("at 10 a.m.", "at 10 p.m."),
        ("at noon", "at midnight"),
    ],
)
def test_another_day_or_hour_differs(left: str, right: str) -> None:
    assert beside(left, right) is Agreement.DIFFERENT


def test_wednesday_in_an_account_of_a_week_later_is_no_difference() -> None:
    assert beside("on Wednesday", "on Wednesday", THURSDAY, WEEK_LATER) is Agreement.COMPATIBLE


def test_wednesday_and_thursday_differ_in_accounts_of_one_day() -> None:
    assert beside("on Wednesday", "on Thursday", date(2031, 6, 13), date(2031, 6, 13)) is Agreement.DIFFERENT


def test_yesterday_of_two_days_of_writing_is_no_difference() -> None:
    assert beside("yesterday", "yesterday", THURSDAY, date(2031, 6, 13)) is Agreement.COMPATIBLE


def test_weekdays_are_compared_without_knowing_when_the_accounts_were_written() -> None:
    assert beside("on Wednesday", "on Wednesday", None, None) is Agreement.SAME
    assert beside("on Wednesday", "on Friday", None, None) is Agreement.DIFFERENT


@pytest.mark.parametrize(("left", "right"), [("on Wednesday", "on June 11"), ("for three days", "on June 11")])
def test_what_the_texts_leave_open_is_not_compared(left: str, right: str) -> None:
    assert beside(left, right, None, THURSDAY) is Agreement.UNRELATED


@pytest.mark.parametrize(("left", "right"), [("at 9 a.m. GMT", "at 11 a.m. CEST"), ("at 9 a.m. EST", "at 2 p.m. GMT")])
def test_one_hour_in_two_zones_agrees(left: str, right: str) -> None:
    assert beside(left, right) in (Agreement.SAME, Agreement.COMPATIBLE)


def test_an_hour_without_its_zone_is_not_held_against_one_with_it() -> None:
    assert beside("at 0800 GMT", "at 10 a.m.") is not Agreement.DIFFERENT


@pytest.mark.xfail(strict=True, reason="ten minutes round midnight are two days")
def test_five_to_midnight_and_five_past_are_ten_minutes_apart() -> None:
    assert beside("at 11:55 p.m. on June 10", "at 12:05 a.m. on June 11") is Agreement.COMPATIBLE


@settings(max_examples=80, deadline=None)
@given(
    *[st.sampled_from(("on Monday", "on June 9", "in June", "last week", "yesterday", "at 9 a.m.", "in 2031"))] * 2,
    *[st.sampled_from((None, THURSDAY, date(2031, 6, 13), WEEK_LATER))] * 2,
)
def test_it_does_not_matter_which_time_stands_left(
    left: str, right: str, written: date | None, later: date | None
) -> None:
    beside(left, right, written, later)


def test_a_deal_signed_on_two_days_is_a_major_finding() -> None:
    (found,) = findings(FindingKind.DATE, *FERRIES)
    assert sorted(side.quote for side in found.sides) == [
        "The deal was signed in Sund on June 10, 2031.",
        "The deal was signed in Sund on June 9, 2031.",
    ]
    assert set(focused(found, FERRIES)) == {"June 9, 2031", "June 10, 2031"}
    assert found.severity is Severity.MAJOR


def test_a_weekday_that_does_not_fit_its_date_is_a_major_finding() -> None:
    (found,) = findings(FindingKind.DATE, *TRIAL)
    assert "June 10, 2031 is a Tuesday, not a Monday" in found.why
    assert "Monday, June 10" in focused(found, TRIAL)
    assert found.severity is Severity.MAJOR


def test_a_weekday_misfit_needs_no_second_account() -> None:
    alone = article("Solo", "The council of Sund met on Monday, June 10, and raised the price of water.")
    (found,) = findings(FindingKind.DATE, alone)
    assert [side.quote for side in found.sides] == [alone.text]


def test_the_charges_were_read_at_two_hours_and_the_court_rose_at_one() -> None:
    assert differing(FindingKind.TIME, *TRIAL) == [{"9 a.m.", "11:30 a.m."}]


def test_an_account_of_a_week_later_makes_no_finding() -> None:
    assert findings(FindingKind.DATE, *LATER) == []


def test_a_dateline_dates_no_event() -> None:
    accounts = (
        article("One", "The lighthouse at Vik went dark after the storm.", dateline="SUND, June 9 — "),
        article("Two", "The lighthouse at Vik went dark after the storm.", dateline="SUND, June 11 — "),
    )
    assert findings(FindingKind.DATE, *accounts) == []


@pytest.mark.parametrize("month", ["May", "June", "September"])
def test_days_of_every_month_are_told_apart(month: str) -> None:
    accounts = (
        article("One", f"The deal was signed in Sund on {month} 5, 2030. The union wants more pay."),
        article("Two", f"The deal was signed in Sund on {month} 6, 2030. A boat sank near the lighthouse."),
    )
    assert differing(FindingKind.DATE, *accounts) == [{f"{month} 5, 2030", f"{month} 6, 2030"}]


def test_an_earlier_accident_of_the_same_kind_is_another_event() -> None:
    accounts = (
        article("One", "A bus fell into the Lisk on June 9, killing 12 people. Trams will run again soon."),
        article(
            "Two",
            "A bus fell into the Lisk in March, killing five people. On June 9, a bus fell into the Lisk, killing 12 "
            "people. The mayor is on leave.",
        ),
    )
    assert differing(FindingKind.DATE, *accounts) == []


@pytest.mark.parametrize(("left", "right"), [("on November 18", "on November 19"), ("in May", "on June 11")])
def test_dates_without_a_year_are_told_apart(left: str, right: str) -> None:
    assert beside(left, right, None, None) is Agreement.DIFFERENT


def test_a_day_lies_in_its_month_where_nobody_knows_the_year() -> None:
    assert beside("on November 18", "in November", None, None) is Agreement.COMPATIBLE


def test_one_hour_of_days_told_beside_it_is_one() -> None:
    assert beside("at 10 a.m.", "around 10 a.m.", THURSDAY, date(2031, 6, 11)) is Agreement.COMPATIBLE


APOLOGY = article("a", "A council aide on Friday apologized for a blog post about the mayor's sons.")
SATURDAY = article("b", "The aide had to apologize Saturday for the blog post about the mayor's sons.")
RESIGNED = article("c", "The aide resigned on Monday over the blog post about the mayor's sons.")


def test_one_deed_on_two_days_is_a_finding_and_two_deeds_are_none() -> None:
    assert differing(FindingKind.DATE, APOLOGY, SATURDAY) == [{"Friday", "Saturday"}]
    assert differing(FindingKind.DATE, APOLOGY, RESIGNED) == []


@pytest.mark.parametrize(
    ("part", "hour", "agreement"),
    [
        ("on Wednesday night", "at 2 p.m. on Wednesday", Agreement.DIFFERENT),
        ("on Wednesday morning", "at 5 p.m. on Wednesday", Agreement.DIFFERENT),
        ("on Wednesday night", "at 11 p.m. on Wednesday", Agreement.COMPATIBLE),
        ("on Wednesday night", "at 3 a.m. on Wednesday", Agreement.COMPATIBLE),
        ("on Wednesday morning", "on Wednesday evening", Agreement.DIFFERENT),
    ],
)
def test_a_part_of_the_day_has_its_hours(part: str, hour: str, agreement: Agreement) -> None:
    left = find_times(f"They met {part}.", THURSDAY)[0]
    right = find_times(f"They met {hour}.", THURSDAY)[0]
    assert compare(left, right).agreement is agreement
    assert compare(right, left).agreement is agreement


def test_a_night_and_an_afternoon_are_two_times_of_one_event() -> None:
    night = article("night", "The grain warehouse in Nord Street burned down on Tuesday night.")
    noon = article("noon", "The grain warehouse in Nord Street burned down at 2 p.m. on Tuesday.")
    assert differing(FindingKind.TIME, night, noon) == [{"Tuesday night", "2 p.m."}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Ida Holm was panned for hosting the 2029 Film Awards in Lund.",
            "Ida Holm was panned for hosting the 2030 Film Awards in Lund.",
            id="an edition",
        ),
        pytest.param(
            "The Bears will face the Otters on June 14 in Lusk.",
            "If they beat the Foxes, the Bears will face the Otters on June 21 in Lusk.",
            id="a condition",
        ),
    ],
)
def test_a_label_and_a_condition_date_nothing(one: str, other: str) -> None:
    assert differing(FindingKind.DATE, article("one", one), article("other", other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The singer checked into the Tarn clinic on June 3.",
            "The singer checked out of the Tarn clinic on June 5.",
            id="in and out",
        ),
        pytest.param(
            "Mara Dell moved to Sund on June 3.", "Mara Dell moved back to Lusk on June 5.", id="to two towns"
        ),
        pytest.param(
            "The minister signed the bill on the ferries on January 30.",
            "The minister signed the order on the ferries on June 5.",
            id="two things, months apart",
        ),
        pytest.param(
            "Aaberg tied the mark with 14:05 left and broke it with 7:41 left in the half.",
            "Aaberg tied the mark with 14:05 left in the half.",
            id="an account that has both",
        ),
    ],
)
def test_two_deeds_have_two_times(one: str, other: str) -> None:
    accounts = (article("one", one), article("other", other))
    assert [*differing(FindingKind.DATE, *accounts), *differing(FindingKind.TIME, *accounts)] == []


def test_one_ship_in_two_words_sinks_once() -> None:
    one = article("one", "On November 18, 2030 the corvette Ida sank a trawler that pirates had taken.")
    other = article("other", "The corvette Ida sank a vessel under the control of pirates on November 19, 2030.")
    assert differing(FindingKind.DATE, one, other) == [{"November 18, 2030", "November 19, 2030"}]


def test_what_happened_after_an_account_was_published_is_nothing_that_it_tells() -> None:
    early = article("a", "President Holt and Speaker Dahl met at the palace on Sunday.", published="2031-06-09")
    late = article("b", "President Holt and Speaker Dahl met at the palace on Thursday.", published="2031-06-12")
    assert not findings(FindingKind.DATE, early, late)
    same_day = article("a", "President Holt and Speaker Dahl met at the palace on Sunday.", published="2031-06-12")
    late = article("b", "President Holt and Speaker Dahl met at the palace on Thursday.", published="2031-06-13")
    assert findings(FindingKind.DATE, same_day, late)


def test_a_weekday_taken_over_a_week_later_is_the_same_day() -> None:
    assert beside("on Saturday, June 7, 2031", "on Saturday", later=date(2031, 6, 18)) is Agreement.COMPATIBLE


def test_since_a_year_and_in_a_year_are_two_times() -> None:
    accounts = (
        article("a", "Almost 650 golf courses have closed in Norland since 2026, the golf federation says."),
        article("b", "In 2030 alone, 158 golf courses closed in Norland, the golf federation says."),
    )
    assert not findings(FindingKind.DATE, *accounts)


def test_what_is_done_to_two_people_has_two_days() -> None:
    accounts = (
        article("a", "Pia Thoms was placed on injured reserve by Tarn on Wednesday."),
        article("b", "Tarn placed Kari Ives on injured reserve on Tuesday."),
    )
    assert not findings(FindingKind.DATE, *accounts)


TOWN = "The council of Vik meets on Fridays. Fishermen mended the quay. The mayor has a new boat. Nobody was asked. "


def test_whom_he_stands_for_is_too_unsure_to_tell_two_deeds_apart() -> None:
    one = article(
        "A",
        f"Berg knew Karl Holm. In 1969, he was indicted for bribing the five-man police force of Vik. {TOWN}",
    )
    other = article(
        "B",
        f"Ada Moll met Jan Berg. In 1970, he was indicted for bribing the entire five-man police force of Vik. {TOWN}",
    )
    assert differing(FindingKind.DATE, one, other) == [{"1969", "1970"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karl Holm, who once led the police of Vik, died on Friday.", "Holm died Thursday in Sund after an illness."),
        (
            "Police arrested Karl Holm at the quay on Friday.",
            "Karl Holm was arrested in Sund on Thursday, police said.",
        ),
    ],
)
def test_a_person_dies_and_is_arrested_on_one_day(one: str, other: str) -> None:
    accounts = (article("A", f"{one} {TOWN}", published=None), article("B", f"{other} {TOWN}", published=None))
    assert differing(FindingKind.DATE, *accounts) == [{"Friday", "Thursday"}]


def test_two_people_die_on_two_days() -> None:
    accounts = (
        article("A", f"Karl Holm, who once led the police of Vik, died on Friday. {TOWN}", published=None),
        article("B", f"Ada Berg, who once led the school of Vik, died on Thursday. {TOWN}", published=None),
    )
    assert differing(FindingKind.DATE, *accounts) == []
