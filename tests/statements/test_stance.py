"""Denial and doubt, by verb and by construction."""

from __future__ import annotations

import pytest

from firsthand.model import Stance
from firsthand.statements.stance import attributed_stance, own_stance


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("denied", "that the dam had failed"),
        ("have dismissed", "the reports as rumours"),
        ("rejected", "the allegations"),
        ("called", "the article “misleading”"),
        ("said", "the claims were false"),
        ("insisted", "that no rule was broken"),
        ("pushed back on", "a report that the dam had failed"),
    ],
)
def test_denials(cue: str, content: str) -> None:
    assert attributed_stance(cue, content)[0] is Stance.DENIES


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("did not deny", "that the dam had failed"),
        ("rejected", "the offer"),
        ("pleaded guilty", "to filing false tax returns"),
        ("said", "the dam had failed"),
        ("has not signed", "the treaty"),
    ],
)
def test_what_is_no_denial(cue: str, content: str) -> None:
    assert attributed_stance(cue, content)[0] is Stance.REPORTS


@pytest.mark.parametrize(
    "words",
    [
        "Officials have not confirmed the loss",
        "The report could not be independently verified",
        "Independent verification remains elusive",
        "He allegedly set the fire",
        "It was not immediately clear whether the strike had hit the depot",
        "Whether the depot was hit remains unclear",
        "Police are not sure the man acted alone",
        "The cause has not been determined",
        "She is accused of taking the money",
    ],
)
def test_doubts(words: str) -> None:
    assert own_stance(words)[0] is Stance.DOUBTS


@pytest.mark.parametrize(
    "words",
    [
        "It was not immediately clear who had ordered the strike",
        "The reason for the delay is unknown",
        "Unknown gunmen fired on the bus",
        "The spokesman did not say why the ferry was late",
    ],
)
def test_an_open_question_takes_the_fact_for_granted(words: str) -> None:
    assert own_stance(words)[0] is Stance.ASSERTS


def test_what_the_outlet_calls_a_mistake_is_denied() -> None:
    assert own_stance("The paper wrongly reported that the mayor had resigned")[0] is Stance.DENIES


def test_what_ought_not_to_be_is_no_denial() -> None:
    assert attributed_stance("insisted", "that the fund should not be touched")[0] is Stance.REPORTS


def test_words_of_doubt_round_a_cue_count_as_they_stand() -> None:
    assert attributed_stance("known", "little is about the crew", "little is known about the crew")[0] is Stance.DOUBTS


def test_a_distance_kept_from_one_noun_is_noted() -> None:
    assert own_stance("The alleged gunman fled") == (Stance.ASSERTS, "hedged: “alleged”")


def test_a_negative_fact_is_asserted() -> None:
    assert own_stance("Norland has not signed the treaty") == (Stance.ASSERTS, "")


def test_what_is_to_come_and_what_is_supposed_are_told_from_fact() -> None:
    assert own_stance("The bridge will reopen on Friday")[1] == "to come: “will”"
    assert own_stance("The bridge could reopen if the rain stops")[1] == "supposed: “could”"
    assert own_stance("The bridge opened on May 3")[1] == ""


def test_who_pleads_not_guilty_denies() -> None:
    assert attributed_stance("pleaded not guilty", "to two counts of fraud")[0] is Stance.DENIES


def test_no_doubt_is_no_doubt() -> None:
    assert own_stance("The plan would no doubt save the theatre")[0] is Stance.ASSERTS


def test_who_raises_questions_or_is_sceptical_doubts() -> None:
    assert attributed_stance("raised new questions about", "whether the dam was sound")[0] is Stance.DOUBTS
    assert attributed_stance("are skeptical", "that the ferry will be back by June")[0] is Stance.DOUBTS
    assert attributed_stance("do not believe", "the mill was sold")[0] is Stance.DOUBTS
    assert attributed_stance("did not doubt", "that the mill was sold")[0] is Stance.REPORTS


def test_an_outlet_that_calls_a_claim_untrue_denies_it() -> None:
    assert attributed_stance("wrongly claimed", "that the bridge was closed")[0] is Stance.DENIES
    assert attributed_stance("the false accusations", "that the mayor was paid")[0] is Stance.DENIES


def test_quashed_rumours_are_denied() -> None:
    assert attributed_stance("quashed", "rumours that the bank would close")[0] is Stance.DENIES
