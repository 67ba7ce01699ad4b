"""Disputes, dropped attributions, and what a claim then stands on."""

from __future__ import annotations

import pytest

from firsthand.findings.standing import standing_of
from firsthand.model import (
    Article,
    Claim,
    Finding,
    FindingKind,
    Independence,
    Severity,
    Side,
    Span,
    Stance,
    Standing,
    Statement,
)

from .stories import DAM, RADAR, SINKING, SPEECH, TREATY
from .telling import article, claim_saying, findings, report

SOLMAR = (
    article(
        "Star",
        "The environment group Clear Water said the Solmar plant had dumped mercury into the Brenna river. Solmar "
        "denied that its plant had dumped mercury into the river. The river runs through the town of Hestad.",
    ),
    article(
        "Sun",
        "Clear Water accused the Solmar plant of dumping mercury into the Brenna river. “It is a lie from beginning to "
        "end,” Solmar chief executive Jan Ruud said. Fishing in the river is banned until July.",
    ),
)


def test_a_charge_and_its_denial_are_one_major_dispute() -> None:
    (found,) = findings(FindingKind.DISPUTE, *SOLMAR)
    assert found.severity is Severity.MAJOR
    assert {side.quote for side in found.sides} >= {
        "the Solmar plant had dumped mercury into the Brenna river",
        "that its plant had dumped mercury into the river",
    }
    assert "denied by" in found.why and "Solmar" in found.why and "Clear Water" in found.why


def test_a_short_denial_points_back_to_what_was_said_before() -> None:
    alone = article(
        "Sun",
        "The rebels said that their drones had destroyed the radar station at Vik. The army dismissed the claim as "
        "propaganda. The border post at Vik is closed.",
    )
    (found,) = findings(FindingKind.DISPUTE, alone)
    assert [side.quote for side in found.sides] == [
        "that their drones had destroyed the radar station at Vik",
        "the claim as propaganda",
    ]


def test_what_somebody_claims_to_have_done_can_be_denied() -> None:
    (found,) = findings(FindingKind.DISPUTE, *RADAR)
    quotes = {side.quote for side in found.sides}
    assert quotes >= {"to have destroyed the radar station at Vik with drones", "the claim as propaganda"}


def test_two_accounts_of_one_claim_and_its_denial_are_one_dispute() -> None:
    (found,) = findings(FindingKind.DISPUTE, *RADAR)
    assert {side.span.article for side in found.sides} == {"Star", "Sun"}
    assert any(side.value.startswith("denies") for side in found.sides)


def test_what_could_not_be_verified_is_said_in_the_dispute() -> None:
    (found,) = findings(FindingKind.DISPUTE, *RADAR)
    assert any("verified" in side.quote for side in found.sides)


def test_the_disputed_claim_stands_as_disputed() -> None:
    charge = claim_saying("the Solmar plant had dumped mercury", report(*SOLMAR).claims)
    assert charge.standing is Standing.DISPUTED


def test_an_open_question_is_no_dispute() -> None:
    assert findings(FindingKind.DISPUTE, *SINKING) == []


def test_a_claim_with_an_open_question_is_not_disputed() -> None:
    assert all(claim.standing is not Standing.DISPUTED for claim in report(*SINKING).claims)


def test_a_denial_of_something_else_disputes_nothing() -> None:
    accounts = (
        article("One", "Clear Water said the Solmar plant had dumped mercury into the Brenna river."),
        article("Two", "Solmar denied that its director had been paid by the council for the new road."),
    )
    assert findings(FindingKind.DISPUTE, *accounts) == []


def test_words_are_laid_to_whoever_said_them() -> None:
    own = article("Star", "The port of Sund had hidden a leak in the third dock. Ships were sent to Harl.")
    said = article("Sun", "The union said that the port of Sund had hidden a leak in the third dock for years.")
    denied = article("Sky", "The port of Sund denied that it had hidden a leak in the third dock.")
    (told,) = findings(FindingKind.DISPUTE, own, said, denied)
    assert {side.value for side in told.sides} >= {"asserts (the article itself)", "reports (union)"}
    assert told.why.startswith("The accounts say “The port of Sund had hidden a leak in the third dock")


def test_who_says_it_in_other_words_is_told_so() -> None:
    union = article("Sun", "The union said that the port of Sund had hidden a leak in the third dock.")
    dahl = article("Star", "Peter Dahl said that the port of Sund had hidden a leak in the third dock for years.")
    denied = article("Sky", "The port of Sund denied that it had hidden a leak in the third dock.")
    (told,) = findings(FindingKind.DISPUTE, union, dahl, denied)
    assert told.why.startswith("According to the union, and to Peter Dahl in other words, “the port of Sund had hidden")


def test_nobody_is_in_dispute_with_himself() -> None:
    alone = article(
        "One",
        "Mayor Ada Kjell said the bridge was safe. Kjell denied that the bridge had ever been closed for repairs.",
    )
    assert findings(FindingKind.DISPUTE, alone) == []


def test_what_loses_its_source_is_a_minor_finding() -> None:
    (found,) = findings(FindingKind.ATTRIBUTION, *DAM)
    assert [(side.span.article, side.value) for side in found.sides] == [
        ("Wire", "credited to Lotte Brand"),
        ("Daily", "in the article's own voice"),
    ]
    assert found.severity is Severity.MINOR
    assert found.why == "What is credited to Lotte Brand stands as plain fact in Daily."


def test_what_every_account_credits_loses_no_source() -> None:
    accounts = (
        article(
            "One", "The dam was badly built on soft ground and had been leaking for years, engineer Lotte Brand said."
        ),
        article("Two", "Engineer Lotte Brand said that the dam was badly built and had been leaking for years."),
    )
    assert findings(FindingKind.ATTRIBUTION, *accounts) == []


def test_what_every_account_says_itself_loses_no_source() -> None:
    assert not any("inquiry" in side.quote for one in findings(FindingKind.ATTRIBUTION, *DAM) for side in one.sides)


@pytest.mark.parametrize("accounts", [RADAR, TREATY], ids=["claimed to have", "refused to"])
def test_a_sentence_that_names_its_source_is_no_plain_fact(accounts: tuple[Article, ...]) -> None:
    assert findings(FindingKind.ATTRIBUTION, *accounts) == []


def said(article_id: str, stance: Stance = Stance.ASSERTS) -> Statement:
    span = Span(article_id, 0, 4)
    return Statement(id=f"{article_id}-{stance}", span=span, quote="Rain", sentence=span, stance=stance, source=None,
                     cue=None, pieces=(span,), quoted=())  # fmt: skip


def finding(kind: FindingKind, *sides: Statement) -> Finding:
    told = tuple(Side(span=one.span, quote=one.quote, value=str(one.stance)) for one in sides)
    return Finding(id="f", kind=kind, severity=Severity.MINOR, why="", claims=("c",), sides=told, weight=0.5)


def standing(*statements: Statement, found: tuple[Finding, ...] = (), proven: int = 1) -> Standing:
    return told_standing(*statements, found=found, proven=proven)[0]


def told_standing(*statements: Statement, found: tuple[Finding, ...] = (), proven: int = 1) -> tuple[Standing, str]:
    claim = Claim(id="c", text="Rain", statements=statements,
                  independence=Independence(min=proven, max=max(proven, 2), why="So it is."))  # fmt: skip
    return standing_of(claim, found)


def test_one_account_is_a_single_article() -> None:
    assert standing(said("a"), said("a")) is Standing.SINGLE_ARTICLE


def test_two_accounts_of_one_origin_are_a_single_origin() -> None:
    assert standing(said("a"), said("b")) is Standing.SINGLE_ORIGIN


def test_two_proven_origins_corroborate() -> None:
    assert standing(said("a"), said("b"), proven=2) is Standing.CORROBORATED


@pytest.mark.parametrize("kind", list(FindingKind))
def test_a_difference_in_value_makes_a_claim_discrepant_a_difference_in_wording_does_not(kind: FindingKind) -> None:
    wording = {FindingKind.NAME, FindingKind.ATTRIBUTION, FindingKind.QUOTE}
    expected = Standing.CORROBORATED if kind in wording else Standing.DISCREPANT
    expected = Standing.DISPUTED if kind is FindingKind.DISPUTE else expected
    assert standing(said("a"), said("b"), found=(finding(kind, said("a")),), proven=2) is expected


def test_a_claim_with_what_is_put_forward_and_denied_is_disputed() -> None:
    dispute = finding(FindingKind.DISPUTE, said("a"), said("b", Stance.DENIES))
    assert standing(said("a"), said("b", Stance.DENIES), found=(dispute,), proven=2) is Standing.DISPUTED
    assert standing(said("a"), said("c"), found=(dispute,), proven=2) is Standing.DISPUTED
    assert standing(said("b", Stance.DENIES), found=(dispute,)) is Standing.DISPUTED


def test_a_disputed_claim_says_which_side_it_holds() -> None:
    dispute = finding(FindingKind.DISPUTE, said("a"), said("b", Stance.DENIES))
    both = told_standing(said("a"), said("b", Stance.DENIES), found=(dispute,))[1]
    denial = told_standing(said("b", Stance.DENIES), found=(dispute,))[1]
    assert both == "It is put forward, and denied or disputed, in the accounts themselves."
    assert denial == "It is only denied or doubted here; what it answers is put forward elsewhere in the accounts."


def test_a_claim_that_only_holds_a_denial_of_something_else_is_not_disputed() -> None:
    dispute = finding(FindingKind.DISPUTE, said("a"), said("b", Stance.DENIES))
    assert standing(said("c"), said("b", Stance.DENIES), found=(dispute,)) is Standing.SINGLE_ORIGIN
    assert standing(said("c"), said("b", Stance.DENIES)) is Standing.SINGLE_ORIGIN


def test_a_claim_that_is_stated_and_doubted_is_not_yet_disputed() -> None:
    assert standing(said("a"), said("b", Stance.DOUBTS)) is Standing.SINGLE_ORIGIN


def test_a_claim_that_is_only_denied_is_not_disputed() -> None:
    assert standing(said("a", Stance.DENIES), said("b", Stance.DENIES)) is Standing.SINGLE_ORIGIN


def test_a_speech_without_denials_has_no_dispute() -> None:
    assert findings(FindingKind.DISPUTE, *SPEECH) == []


def test_who_does_not_want_it_either_denies_nothing() -> None:
    mayor = article("mayor", "The mayor said that he did not want to make a court case of the prank.")
    weil = article("weil", "“It was a prank. We are not making a court case of it,” Ada Weil said.")
    assert findings(FindingKind.DISPUTE, mayor, weil) == []


def test_who_owns_up_to_it_later_is_not_his_own_opponent() -> None:
    early = article("early", "Holt retired to the coast, denying time and again that he had been the informant.")
    late = article("late", "Holt told a magazine at the age of 91 that he had been the informant.")
    assert findings(FindingKind.DISPUTE, early, late) == []


def test_the_subject_of_denying_is_who_denies() -> None:
    aides = article("aides", "The minister's aides said that Holt had been the informant at the harbour office.")
    (found,) = findings(
        FindingKind.DISPUTE,
        aides,
        article("late", "Holt retired to the coast, denying that he had been the informant at the harbour office."),
    )
    assert found.why == (
        "According to minister's aides, “Holt had been the informant at the harbour office”; it is denied by Holt."
    )


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        pytest.param(
            "The spokesman Karl Lund said that he did not think charges would be filed against him.",
            "Karl Lund said that he doubts charges will be filed against him.",
            id="who doubts it too",
        ),
        pytest.param(
            "The minister said that it was time to stop questioning the eyesight of the pilot.",
            "Ada Weil said she never questioned the eyesight of the pilot.",
            id="who never doubted it",
        ),
        pytest.param(
            "The council allowed the old rule to be revoked, but the ministry said no decision had been made on it.",
            "The council allowed the old rule to be revoked.",
            id="what is allowed is not asserted",
        ),
    ],
)
def test_what_agrees_is_no_dispute(said: str, denied: str) -> None:
    assert findings(FindingKind.DISPUTE, article("said", said), article("denied", denied)) == []


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        (
            "Prosecutors accused Dahl of bribery and fraud in the sale of the port at Orsund.",
            "Dahl denied the charges of bribery and fraud in the sale of the port at Orsund.",
        ),
        (
            "The opposition alleged widespread fraud in the Orsund election.",
            "The commission denied that there was widespread fraud in the Orsund election.",
        ),
        ("Norland accused Sund of an attack on the ferry Alva.", "Sund denied an attack on the ferry Alva."),
        (
            "Dahl to resign as mayor of Orsund, the paper reported.",
            "Dahl denied that he would resign as mayor of Orsund.",
        ),
    ],
)
def test_what_is_laid_to_somebody_in_a_noun_can_be_denied(said: str, denied: str) -> None:
    assert findings(FindingKind.DISPUTE, article("One", said), article("Two", denied))
