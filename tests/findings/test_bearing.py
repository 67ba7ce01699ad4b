"""Accounts that have little in common: their values are not held against one another."""

from __future__ import annotations

from firsthand.findings.agreement import Difference
from firsthand.findings.bearing import ENOUGH, comparable
from firsthand.model import Claim, FindingKind, Severity, Side, Span, Stance, Statement


def claim(name: str, *articles: str) -> Claim:
    spans = [Span(article, 0, 5) for article in articles]
    said = tuple(
        Statement(
            id=f"{name}-{n}",
            span=span,
            quote="words",
            sentence=span,
            stance=Stance.ASSERTS,
            source=None,
            cue=None,
            pieces=(span,),
            quoted=(),
        )
        for n, span in enumerate(spans)
    )
    return Claim(id=name, text="words", statements=said)


def difference(kind: FindingKind, *articles: str) -> Difference:
    sides = tuple(Side(span=Span(article, 0, 5), quote="words", value="") for article in articles)
    return Difference(kind=kind, severity=Severity.MAJOR, why="", sides=sides, claims=(), weight=0.5)


ALONE = [claim(f"alone-{n}", "a") for n in range(ENOUGH)]
SHARED = [claim(f"shared-{n}", "a", "b") for n in range(ENOUGH)]
NUMBER = difference(FindingKind.NUMBER, "a", "b")


def test_numbers_of_accounts_that_hardly_meet_are_not_compared() -> None:
    assert comparable([NUMBER], [*ALONE, *SHARED[:5]]) == []


def test_numbers_of_accounts_that_tell_one_thing_are() -> None:
    assert comparable([NUMBER], [*ALONE[:5], *SHARED]) == [NUMBER]


def test_numbers_of_a_few_sentences_are() -> None:
    assert comparable([NUMBER], ALONE[: ENOUGH - 1]) == [NUMBER]


def test_one_account_that_differs_from_itself_and_denials_stay() -> None:
    kept = [difference(FindingKind.NUMBER, "a", "a"), difference(FindingKind.DISPUTE, "a", "b")]
    assert comparable(kept, ALONE) == kept
