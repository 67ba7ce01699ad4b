"""Quotations side by side: a cut at the end is agreement, a changed word is not."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.findings.agreement import Agreement
from firsthand.findings.facets.printed import alike, first_alike
from firsthand.findings.facets.quotes import compare
from firsthand.model import FindingKind

from .stories import DAM, FIRE, SPEECH
from .telling import article, findings

PROMISE = "We will rebuild every house that the river took from us before the first snow falls this year"


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("We will rebuild every house that the river took from us", id="cut at the end"),
        pytest.param("every house that the river took from us before the first snow falls", id="cut at both ends"),
        pytest.param(PROMISE.lower() + ".", id="capitals and full stop"),
        pytest.param(PROMISE.replace("house that", "house, that"), id="a comma"),
    ],
)
def test_a_cut_at_the_ends_is_the_same_words(printed: str) -> None:
    assert compare(PROMISE, printed).agreement is Agreement.SAME
    assert compare(printed, PROMISE).agreement is Agreement.SAME


@pytest.mark.parametrize(
    "printed",
    [
        "We will rebuild every house … before the first snow falls this year",
        "We will rebuild every house ... before the first snow falls this year",
        "We will rebuild every house [in the valley] that the river took from us before the first snow",
        "[They] will rebuild every house that the river took from us",
    ],
)
def test_a_marked_change_is_compatible(printed: str) -> None:
    assert compare(PROMISE, printed).agreement in (Agreement.SAME, Agreement.COMPATIBLE)


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(PROMISE.replace("house", "home"), id="a word changed"),
        pytest.param(PROMISE.replace(" that", ""), id="a word dropped"),
        pytest.param(PROMISE.replace(" from us", ""), id="two words dropped"),
        pytest.param(PROMISE.replace("will", "will not"), id="a word put in"),
        pytest.param("We will rebuild every house that the river took from them", id="the last word changed"),
    ],
)
def test_a_word_changed_dropped_or_put_in_differs(printed: str) -> None:
    assert compare(PROMISE, printed).agreement is Agreement.DIFFERENT
    assert compare(printed, PROMISE).agreement is Agreement.DIFFERENT


def test_a_dropped_word_is_said_to_be_left_out() -> None:
    assert "left out" in compare(PROMISE, PROMISE.replace(" that", "")).why


def test_british_and_american_spelling_are_the_same_words() -> None:
    british = "The mayor realises that the harbour is our neighbour in winter"
    american = "The mayor realizes that the harbor is our neighbor in winter"
    assert compare(british, american).agreement is Agreement.SAME


@pytest.mark.parametrize(
    "printed", ["The river took the old bridge and the school this year", "We will rebuild", "It was a dark night"]
)
def test_another_utterance_is_not_compared(printed: str) -> None:
    assert compare(PROMISE, printed).agreement is Agreement.UNRELATED


CHANGED = (
    ("possible", "impossible"), ("likely", "unlikely"), ("certain", "uncertain"), ("million", "billion"),
    ("2000000", "2500000"), ("Austria", "Australia"),
)  # fmt: skip


@pytest.mark.parametrize(("left", "right"), CHANGED, ids=[left for left, _ in CHANGED])
def test_a_word_that_turns_the_meaning_is_no_spelling(left: str, right: str) -> None:
    said = "We think that a lasting settlement of {} crowns is what the valley needs before the winter"
    assert compare(said.format(left), said.format(right)).agreement is Agreement.DIFFERENT


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_cut_at_the_ends_is_the_same_words_from_either_side(data: st.DataObject) -> None:
    words = PROMISE.split()
    first = data.draw(st.integers(0, 4))
    last = data.draw(st.integers(first + 9, len(words)))
    cut = " ".join(words[first:last])
    assert compare(PROMISE, cut).agreement is compare(cut, PROMISE).agreement is Agreement.SAME


@settings(max_examples=80, deadline=None)
@example("We house river We rebuild", "will house river We rebuild")
@given(*[st.lists(st.sampled_from([*PROMISE.split(), "…", "not", "home"]), max_size=18).map(" ".join)] * 2)
def test_it_does_not_matter_which_quotation_stands_left(left: str, right: str) -> None:
    assert compare(left, right).agreement is compare(right, left).agreement


def test_an_altered_promise_is_found_with_both_wordings() -> None:
    (found,) = [one for one in findings(FindingKind.QUOTE, *SPEECH) if "printed in different wordings" in one.why]
    quotes = {side.span.article: side.quote for side in found.sides}
    assert "this harbour without work before the winter comes" in quotes["Herald"]
    assert "this town without pay before the winter comes" in quotes["Mirror"]
    assert "Ada Kjell" in found.why


def test_a_gap_that_is_marked_is_no_finding() -> None:
    sides = [side.quote for one in findings(FindingKind.QUOTE, *SPEECH) for side in one.sides]
    assert not any("promise" in quote for quote in sides)


def test_a_critical_question_that_became_a_critical_meeting_is_found() -> None:
    (found,) = [one for one in findings(FindingKind.QUOTE, *SPEECH) if "critical" in one.why]
    assert [(side.span.article, side.value) for side in found.sides] == [
        ("Mirror", "“critical” of meeting"),
        ("Herald", "“critical” of question"),
    ]


def test_a_quoted_word_of_the_same_noun_is_no_finding() -> None:
    accounts = (
        article("One", "Mayor Ada Kjell said that the quota was a critical question for the town."),
        article("Two", "Mayor Ada Kjell called the question “critical”."),
    )
    assert findings(FindingKind.QUOTE, *accounts) == []


def test_a_quotation_cut_at_its_end_is_no_finding() -> None:
    accounts = (
        article("One", f"“{PROMISE},” Mayor Ada Kjell said on Tuesday."),
        article("Two", "“We will rebuild every house that the river took from us,” Kjell said."),
    )
    assert findings(FindingKind.QUOTE, *accounts) == []


def test_accounts_without_quotations_have_no_quotation_findings() -> None:
    assert findings(FindingKind.QUOTE, *DAM) == []


def test_like_words_of_two_speakers_are_two_utterances() -> None:
    assert findings(FindingKind.QUOTE, *FIRE) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The ruling gives clear tax-filing guidance for all couples",
            "The ruling gives clear tax filing guidance for all couples",
        ),
        (
            "Sen. Moll respects that and wants the hall elsewhere",
            "Senator Moll respects that and wants the hall elsewhere",
        ),
        ("We aren't going to need the torches tonight", "We are not going to need the torches tonight"),
        ("There was a cut in the fiber near the port", "There was a cut in the fibre near the port"),
    ],
)
def test_spelling_of_the_printer_is_no_change_of_words(left: str, right: str) -> None:
    assert compare(left, right).agreement is Agreement.SAME


def test_a_short_run_that_goes_on_otherwise_is_another_utterance() -> None:
    left, right = "not putting people back to work", "but help ourselves by putting people back to work today"
    assert compare(left, right).agreement is Agreement.UNRELATED


def test_a_mark_answers_for_its_own_place_alone() -> None:
    whole = "I read a report and judged the two players quickly and in a way that I would hate to be judged myself"
    cut = "I judged the two players quickly and in a way that I would hate to be judged myself ... I will learn from it"
    for left, right in ((whole, cut), (cut, whole)):
        assert compare(left, right).agreement is Agreement.DIFFERENT
    fair = whole.replace("quickly and ", "… ")
    assert compare(whole, fair).agreement is Agreement.COMPATIBLE


def test_one_surname_is_one_speaker_whatever_first_name_was_carried_over() -> None:
    court = article("court", "“I took money that I should not have taken,” Peter Lisk told the court.")
    other = article("other", "“I took money I should never have taken from the fund,” Mr Lisk told the court.")
    assert len(findings(FindingKind.QUOTE, court, other)) == 1


def test_two_utterances_of_one_day_are_no_retelling() -> None:
    one = article("one", "“It was good to be out there today with everybody watching,” Peter Lisk said.")
    two = article("two", "“It was good to win for the first time since the summer,” Peter Lisk said.")
    assert findings(FindingKind.QUOTE, one, two) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "By taking back this 11th hour rule we keep the river clean",
            "By taking back this eleventh hour rule we keep the river clean",
        ),
        ("There is no more to say, but lines of talk remain open", "The lines of talk remain open"),
    ],
)
def test_figures_and_articles_are_no_other_words(left: str, right: str) -> None:
    assert compare(left, right).agreement is not Agreement.DIFFERENT
    assert compare(right, left).agreement is not Agreement.DIFFERENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "Jon Dahl‘s narrow view of the faith could make both our lands less safe",
            "Jon Dahl's narrow view of the faith could make both our lands less safe",
            id="another mark for an apostrophe",
        ),
        pytest.param(
            "You paid in to the health fund for years", "You paid into the health fund for years", id="one word or two"
        ),
        pytest.param("Everybody in the hall knew they were OK", "Everybody in the hall knew they were okay", id="okay"),
        pytest.param(
            "The vote was full of tricks and nobody is above the law. The fund must be closed and a judge must look",
            "The fund must be closed and a judge must look at it now, or the ministry fails in its duty to all of us",
            id="the end of one is the beginning of the other",
        ),
    ],
)
def test_what_only_the_printer_changed_is_the_same_words(left: str, right: str) -> None:
    assert compare(left, right).agreement is Agreement.SAME
    assert compare(right, left).agreement is Agreement.SAME


def test_a_stretch_before_a_marked_gap_is_compared_by_itself() -> None:
    short = "Rise to the day. Dress like you deserve respect ... And do not make faces during public hours"
    long = (
        "Rise to the day. Act like being in the palace matters to you. Dress like you deserve respect, not a seat at a "
        "bar"
    )
    assert compare(short, long).agreement is Agreement.DIFFERENT


@pytest.mark.parametrize("word", ["the", "centre", "center", "fiber", "fibre", "organized", "color", "her", "theatre"])
@pytest.mark.parametrize(
    "words", [("the", "center", "centre"), ("organised", "fibre", "fiber"), ("colour", "theater", "color"), ()]
)
def test_the_first_word_that_is_alike_is_found_as_if_each_were_asked(word: str, words: tuple[str, ...]) -> None:
    assert first_alike(word, words) == next((other for other in words if alike(word, other)), None)
