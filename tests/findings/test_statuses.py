"""Statuses: done, not done, attempted, under way; and what is only planned, wished or imagined."""

from __future__ import annotations

from itertools import product

import pytest

from firsthand.findings.agreement import Agreement
from firsthand.findings.facets.statuses import Status, compare, described_as, status_of
from firsthand.model import FindingKind, Severity
from firsthand.text.english import parse

from .stories import TREATY
from .telling import article, differing, findings

DONE, ONGOING, ATTEMPTED, NOT_DONE = Status.DONE, Status.ONGOING, Status.ATTEMPTED, Status.NOT_DONE


def status(sentence: str, verb: str = "sign") -> Status | None:
    """The status of the last form of a verb in a sentence."""
    return status_of([token for token in parse(sentence) if token.lemma_ == verb][-1])


@pytest.mark.parametrize(
    "sentence", ["Norland signed the treaty.", "The treaty was signed.", "Norland has signed the treaty."]
)
def test_a_past_tense_is_done(sentence: str) -> None:
    assert status(sentence) is DONE


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland has not signed the treaty.",
        "The treaty was not signed.",
        "Norland never signed the treaty.",
        "Norland refused to sign the treaty.",
        "Norland failed to sign the treaty.",
        "Norland declined to sign the treaty.",
        "Norland chose not to sign the treaty.",
        "Norland did not sign the treaty.",
        "Norland didn't sign the treaty.",
    ],
)
def test_a_refusal_or_a_denial_is_not_done(sentence: str) -> None:
    assert status(sentence) is NOT_DONE


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norland agreed to sign the treaty.", Status.DECIDED),
        ("The fishers are pushing Norland to sign the treaty.", Status.SOUGHT),
        ("Norland is considering whether it should sign the treaty.", None),
        ("Norland has not agreed to sign the treaty.", None),
    ],
)
def test_who_decides_and_who_wishes_are_told_apart(sentence: str, expected: Status | None) -> None:
    assert status(sentence) is expected


def test_an_attempt_is_attempted() -> None:
    assert status("Norland tried to sign the treaty.") is ATTEMPTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland will sign the treaty.",
        "Norland would have signed the treaty.",
        "Norland might have signed the treaty.",
        "Norland plans to sign the treaty.",
        "If Norland signed the treaty, peace would come.",
        "Norland will refuse to sign the treaty.",
        "Norland did not refuse to sign the treaty.",
    ],
)
def test_plans_wishes_and_conditions_say_nothing(sentence: str) -> None:
    assert status(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Operation Grey Net, an ongoing campaign, cost much.", ONGOING),
        ("The ongoing Operation Grey Net cost much.", ONGOING),
        ("Operation Grey Net, which is being extended, began late.", ONGOING),
        ("Operation Grey Net, which ended in April, cost much.", DONE),
        ("Operation Grey Net, which will end in April, cost much.", None),
        ("Operation Grey Net cost much.", None),
        ("Operation Grey Net, which was launched in April, cost much.", None),
        ("Operation Grey Net, which began in April, cost much.", None),
        ("Operation Grey Net, which is continuing in the north, cost much.", ONGOING),
        ("The bank Tarn Net, which is preparing a rise, began late.", None),
        ("Jon Net, who entered the race, began late.", None),
    ],
)
def test_what_stands_at_a_name_says_how_far_it_has_come(sentence: str, expected: Status | None) -> None:
    assert described_as(next(token for token in parse(sentence) if token.text == "Net")) is expected


@pytest.mark.parametrize(("left", "right"), list(product(Status, Status)))
def test_only_what_is_done_stands_against_what_is_not(left: Status, right: Status) -> None:
    weaker = {ONGOING, ATTEMPTED, NOT_DONE, Status.CONSIDERED}
    less = {NOT_DONE, Status.SOUGHT, Status.CONSIDERED}
    pair = {left, right}
    opposed = (DONE in pair and bool(pair & weaker)) or (Status.DECIDED in pair and bool(pair & less))
    assert (compare(left, right).agreement is Agreement.DIFFERENT) is opposed


def test_signed_and_refused_to_sign_are_a_major_finding() -> None:
    (found,) = [one for one in findings(FindingKind.STATUS, *TREATY) if "signed" in one.why]
    assert [(side.span.article, side.value) for side in found.sides] == [("Tribune", "done"), ("Globe", "not done")]
    assert found.sides[0].quote == "Norland signed the fishing treaty on Monday."
    assert "to sign the fishing treaty on Monday" in found.sides[1].quote
    assert found.severity is Severity.MAJOR


def test_closed_and_tried_to_close_differ() -> None:
    assert {"closed", "close"} in differing(FindingKind.STATUS, *TREATY)


def test_a_wall_that_will_be_repaired_is_not_one_that_was_not() -> None:
    assert not any("repaired" in words for words in differing(FindingKind.STATUS, *TREATY))


def test_an_operation_over_and_under_way_is_a_finding() -> None:
    (found,) = [one for one in findings(FindingKind.STATUS, *TREATY) if "Grey Net" in one.why]
    assert {side.value for side in found.sides} == {"over", "under way"}


def test_each_side_shows_the_words_that_say_how_far_it_has_come() -> None:
    (found,) = [one for one in findings(FindingKind.STATUS, *TREATY) if "Grey Net" in one.why]
    quotes = " | ".join(side.quote for side in found.sides)
    assert "ended in April" in quotes and "ongoing" in quotes


def test_signed_and_did_not_sign_differ() -> None:
    accounts = (
        article("One", "Norland signed the fishing treaty on Monday."),
        article("Two", "Norland did not sign the fishing treaty on Monday."),
    )
    assert differing(FindingKind.STATUS, *accounts) == [{"signed", "sign"}]


def test_one_verb_of_two_objects_is_no_finding() -> None:
    accounts = (
        article("One", "Norland signed the fishing treaty on Monday."),
        article("Two", "Norland has not signed the border treaty on Monday. Norland praised the fishing accord."),
    )
    assert findings(FindingKind.STATUS, *accounts) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Holt has never been nominated for an Oscar.", "Holt was nominated for a Golden Globe."),
        ("The club chose not to make an offer.", "The club made an offer to Rolf Dahl."),
    ],
    ids=["another prize", "another man"],
)
def test_what_a_deed_is_for_tells_it_apart(one: str, other: str) -> None:
    assert findings(FindingKind.STATUS, article("One", one), article("Two", other)) == []


def test_one_deed_for_one_thing_differs() -> None:
    accounts = (
        article("One", "Norland did not sign the fishing treaty with Sund on Monday."),
        article("Two", "Norland signed the fishing treaty with Sund on Monday."),
    )
    assert len(findings(FindingKind.STATUS, *accounts)) == 1
