"""How two statements stand to each other: what the evidence shows, and what the judge says. Sentences are made up."""

from __future__ import annotations

import pytest

from firsthand.text.comparing.evidence import Evidence, evidence_of
from firsthand.text.comparing.opposites import opposed
from firsthand.text.comparing.polarity import left_open, negated
from firsthand.text.comparing.relation import relation
from firsthand.text.english import parse

FINAL = "Berger beat Novak in the final at Sund on Sunday, and won 31 of the 40 frames."


def figure(evidence: Evidence, name: str) -> float:
    return evidence.figures[name]


@pytest.mark.parametrize(
    ("told", "name", "reason"),
    [
        pytest.param("Novak beat Berger in the final.", "roles turned", "exchanged", id="roles"),
        pytest.param("Berger won 27 frames in the final.", "number replaced", "27", id="number"),
        pytest.param("Berger did not win the final.", "denied", "denied", id="negation"),
        pytest.param("Berger beat Novak in the final on Monday.", "replaced", "monday", id="day"),
        pytest.param("Berger beat Lindqvist in the final.", "replaced", "Lindqvist", id="name"),
    ],
)
def test_one_thing_set_against_another_is_seen_and_said(told: str, name: str, reason: str) -> None:
    found = evidence_of(FINAL, told)
    assert figure(found, name) > 0
    assert any(reason in why for why in found.reasons)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("Novak was beaten by Berger in the final at Sund.", id="passive"),
        pytest.param("Berger won 31 frames.", id="less"),
        pytest.param("Berger won more than 30 frames in the final on Sunday.", id="bound"),
    ],
)
def test_other_words_for_one_thing_give_no_reason(told: str) -> None:
    assert evidence_of(FINAL, told).reasons == []


def test_what_stands_beside_another_thing_there_has_changed_places() -> None:
    text = "Holm was given twelve months and Berger eighteen months."
    assert evidence_of(text, "Mayor Holm opened the bridge that Doctor Berger built.").figures["exchanged"] == 0
    found = evidence_of(
        "Mayor Holm, who came with Doctor Berger, opened the bridge.", "Doctor Berger opened the bridge."
    )
    assert figure(found, "exchanged") > 0


def test_an_infinitive_cut_off_from_its_verb_is_not_taken_for_a_deed() -> None:
    assert figure(evidence_of("The minister refused to sign the treaty.", "to sign the treaty"), "denied") == 0


def test_two_negations_turn_each_other_round() -> None:
    def of(text: str, word: str) -> bool:
        return negated(next(token for token in parse(text) if token.lower_ == word))

    assert of("The minister did not sign the treaty.", "sign")
    assert of("The minister refused to sign the treaty.", "sign")
    assert not of("The minister did not refuse to sign the treaty.", "sign")
    assert of("Holm left without signing the treaty.", "signing")
    assert not of("The minister did not say who signed the treaty.", "signed")


def test_what_may_be_is_left_open() -> None:
    words = {token.lower_: token for token in parse("The council may close the bridge, and Holm opened a ferry.")}
    assert left_open(words["close"])
    assert not left_open(words["opened"])


def test_opposites_are_those_of_the_table_and_those_with_a_prefix() -> None:
    assert opposed("accept", "reject")
    assert opposed("illegal", "legal")
    assert not opposed("legal", "lawful")


def test_a_relation_does_not_depend_on_the_order_of_the_two() -> None:
    told = "Novak beat Berger in the final."
    assert relation(FINAL, told) == relation(told, FINAL)


def test_the_same_words_are_alike_and_no_contradiction() -> None:
    assert relation(FINAL, f" {FINAL}").contradiction == 0.0
    assert relation(FINAL, FINAL).likeness == 1.0


def test_the_judge_tells_a_contradiction_from_the_same_said_in_other_words() -> None:
    against = relation("The minister signed the treaty in Sund.", "The minister refused to sign the treaty.")
    alike = relation("The minister signed the treaty in Sund.", "The treaty was signed by the minister.")
    assert against.contradiction > 0.5 > alike.contradiction
    assert alike.likeness > against.likeness


@pytest.mark.parametrize(("left", "right"), [("", "Berger won."), ("…", "—"), ("word " * 20_000, "x" * 50_000)])
def test_odd_texts_are_answered_all_the_same(left: str, right: str) -> None:
    found = relation(left, right)
    assert 0.0 <= found.contradiction <= 1.0
