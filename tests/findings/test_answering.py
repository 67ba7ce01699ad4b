"""Which statement a denial is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.findings.facets.answering import FIGURES, _is_hers, answered, answers
from firsthand.findings.facets.putting import only_names
from firsthand.model import Article, Stance

from .telling import article, material

PORT = (
    article(
        "Star",
        "The union accused the port of Sund of hiding a leak in the third dock. The port denied the accusation. "
        "The dock was built in 1980.",
    ),
    article("Sun", "The port of Sund denied that it had hidden a leak in the third dock. Ships still call at Sund."),
)


def about(*accounts: Article) -> list[tuple[str, list[str]]]:
    laid = material(*accounts)
    return [(one.statement.quote, [t.statement.quote for t in told]) for one, told, sure in answered(laid) if sure]


def test_a_denial_that_points_back_is_of_the_accusation_before_it() -> None:
    found = dict(about(*PORT))
    assert found["the accusation"] == ["the port of Sund of hiding a leak in the third dock"]


def test_a_denial_in_another_account_is_of_the_same_accusation() -> None:
    found = dict(about(*PORT))
    assert found["that it had hidden a leak in the third dock"] == [
        "the port of Sund of hiding a leak in the third dock"
    ]


@pytest.mark.parametrize(
    "beside",
    [
        "The captain told the port to mend the leak in the third dock.",
        "The port of Sund said that the third dock had never been closed for a leak.",
        "The third dock does not have a leak, an engineer said.",
        "Where is the leak in the third dock?",
    ],
    ids=["an order", "its own words", "a denial too", "a question"],
)
def test_what_puts_nothing_forward_against_it_is_not_denied(beside: str) -> None:
    accounts = (article("One", beside), article("Two", "The port of Sund denied that the third dock has a leak."))
    assert about(*accounts) == []


def test_a_thing_of_which_nothing_is_said_is_not_denied() -> None:
    laid = material(
        article("One", "The union praised the mending of the leak in the third dock. The union said the dock leaks."),
        article("Two", "The port of Sund denied that the third dock has a leak."),
    )
    assert any(only_names(laid, one) for one in laid.said)
    (answer,) = answers(laid)
    assert answer.others and not any(only_names(laid, one) for one, _ in answer.others)


def test_every_pair_has_a_figure_for_every_weight() -> None:
    for answer in answers(material(*PORT)):
        assert answer.denial.statement.stance in (Stance.DENIES, Stance.DOUBTS)
        assert all(len(figures) == len(FIGURES) for _, figures in answer.others)


def test_a_pronoun_of_nobody_is_not_held_against_who_denies() -> None:
    text = "Mira Dahl took the money from the harbour fund, Karl Holm said. Dahl denied that she took the money."
    told = material(article("a", text))
    (answer,) = answers(told)
    other = next(one for one, _ in answer.others if one.statement.source is not None)
    assert not _is_hers(told, answer.denial, other)
    assert other.statement.source is not None
    nobody = replace(other.statement, source=replace(other.statement.source, name="He"))
    assert _is_hers(told, answer.denial, replace(other, statement=nobody))
