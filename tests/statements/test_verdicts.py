"""The stance is what the cue says of the content, or its main clause; not words that stand beside or below."""

from __future__ import annotations

import pytest

from firsthand.model import Stance
from firsthand.statements.reading import Reading
from firsthand.statements.stance import Read, attributed_stance, own_stance
from firsthand.statements.verdicts import Verdicts

from .texts import article


def said(source: str, cue: str, content: str) -> Read:
    reading = Reading(article(f"{source} {cue} {content}."))
    start = len(source) + len(cue) + 2
    verdicts = Verdicts(reading, ((start, start + len(content)),), (0, len(source)))
    return attributed_stance(cue, content, f"{cue} {content}", verdicts)


def told(words: str) -> Read:
    return own_stance(words, Verdicts(Reading(article(f"{words}.")), ((0, len(words)),)))


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Dahl", "blamed", "“erroneous” reports on the depth of the harbour"),
        ("The pilot", "sent round a letter deploring", "the sale of the charts"),
        ("The maker", "said", "the flaw lies in the lock"),
        ("Weil", "wrote", "that the ferry firm won its licence by means of lies"),
        ("Dahl", "had dismissed", "Weil as an amateur"),
        ("Dahl", "waved away and rejected", "the harbour design as too big for so small a bay"),
        ("Dahl", "insisted", "that Weil was wrong to say he had not paid"),
        ("Villagers", "complained", "that no help had come"),
        ("Dahl", "insisted", "that the lock works, no matter how high the tide"),
    ],
)
def test_negative_words_that_judge_nothing_said_are_no_denial(source: str, cue: str, content: str) -> None:
    assert said(source, cue, content)[0] is Stance.REPORTS


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("said", "the claims were false"),
        ("said", "it is a lie"),
        ("said", "I think that is false"),
        ("said", "we can guarantee that nothing unusual reached the turbines"),
        ("called", "the tide table “bogus”"),
        ("found", "that the story of a cracked sluice springs from a misread gauge and is without foundation"),
        ("dismissed", "the lifeboat drill as a sham"),
        ("rejected", "that notion"),
        ("insisted", "that no rule was broken"),
    ],
)
def test_judgements_in_the_main_clause_deny(cue: str, content: str) -> None:
    assert said("Weil", cue, content)[0] is Stance.DENIES


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Dahl", "said", "the crew never doubted the pilot's eyesight"),
        ("Dahl", "said", "that sailors do not believe the buoys mark the channel"),
        ("Weil", "said", "the noise raises suspicions about the welds in the hull"),
        ("Weil", "said", "the ferry would stay in port if its owner could not prove he was insured"),
        ("Weil", "said", "painting the gates each spring has not proven to be cheap"),
        ("Police", "said", "he allegedly drove drunk"),
        ("Weil", "suspected", "that the letter was meant to hurt her"),
        ("Weil", "wanted to soothe", "the worries of passengers"),
    ],
)
def test_doubts_of_others_and_what_is_put_forward_are_no_doubt(source: str, cue: str, content: str) -> None:
    assert said(source, cue, content)[0] is Stance.REPORTS


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("said", "he has doubts about whether the dam was sound"),
        ("said", "the cause has not been determined"),
        ("said", "it was unclear whether the dam would hold"),
        ("said", "there is no evidence that it held"),
        ("raised new questions about", "whether the dam was sound"),
        ("tried to calm fears", "that the flood was spreading"),
    ],
)
def test_who_is_cited_doubts_in_the_main_clause(cue: str, content: str) -> None:
    assert said("Weil", cue, content)[0] is Stance.DOUBTS


def test_what_police_say_allegedly_happened_is_hedged() -> None:
    assert said("Police", "said", "he allegedly drove drunk")[1] == "hedged: “allegedly”"


def test_a_doubt_told_of_in_passing_is_not_the_accounts() -> None:
    assert told("Two anglers were fined on Friday for calling into question the height of the dam")[0] is Stance.ASSERTS
    assert told("An allegedly drunk driver struck the wall") == (Stance.ASSERTS, "hedged: “allegedly”")
    assert told("He allegedly set the fire")[0] is Stance.DOUBTS


def test_words_of_two_pieces_are_found_where_they_stand() -> None:
    text = "The claims, Weil said, were false."
    verdicts = Verdicts(Reading(article(text)), ((0, 10), (23, 33)))
    word = verdicts.word_at("The claims were false".index("false"))
    assert word is not None and word.text == "false"
