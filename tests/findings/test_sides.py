"""Whatever is found points at its words; the order of findings."""

from __future__ import annotations

from itertools import pairwise

import pytest

from firsthand.model import Article, FindingKind, Severity

from .stories import ALL, BRIDGE
from .telling import article, material, report

STORIES = pytest.mark.parametrize("accounts", ALL.values(), ids=ALL.keys())


@STORIES
def test_every_side_quotes_the_words_at_its_span_and_its_focus_lies_in_the_text(accounts: tuple[Article, ...]) -> None:
    texts = {one.id: one.text for one in accounts}
    for finding in report(*accounts).findings:
        assert finding.sides and finding.why
        for side in finding.sides:
            text = texts[side.span.article]
            assert 0 <= side.span.start < side.span.end <= len(text)
            assert side.quote == text[side.span.start : side.span.end]
            assert side.value
            assert side.focus is None or (
                side.focus.article == side.span.article and 0 <= side.focus.start < side.focus.end <= len(text)
            )


@STORIES
def test_the_focus_of_a_value_lies_inside_its_side(accounts: tuple[Article, ...]) -> None:
    for finding in report(*accounts).findings:
        if finding.kind in ("number", "date", "time", "place", "name"):
            for side in finding.sides:
                assert side.focus is not None
                assert side.span.start <= side.focus.start < side.focus.end <= side.span.end


@STORIES
def test_findings_stand_major_before_minor_and_heavy_before_light(accounts: tuple[Article, ...]) -> None:
    found = report(*accounts).findings
    assert len({one.id for one in found}) == len(found)
    for before, after in pairwise(found):
        assert (before.severity is Severity.MAJOR, before.weight) >= (after.severity is Severity.MAJOR, after.weight)
    assert all(0 <= one.weight <= 1 for one in found)


@STORIES
def test_findings_speak_of_claims_of_the_story_and_every_claim_has_a_standing(accounts: tuple[Article, ...]) -> None:
    told = report(*accounts)
    known = {claim.id for claim in told.claims}
    assert all(set(finding.claims) <= known for finding in told.findings)
    assert all(claim.standing is not None and claim.why for claim in told.claims)


@STORIES
def test_an_account_laid_beside_its_twin_differs_in_nothing_that_it_does_not_dispute_itself(
    accounts: tuple[Article, ...],
) -> None:
    first = accounts[0]
    twin = article(first.id + " again", first.text, published="2031-06-12")
    across = [
        finding
        for finding in report(first, twin).findings
        if {side.span.article for side in finding.sides} == {first.id, twin.id}
        and finding.kind is not FindingKind.DISPUTE
        and "weekday" not in finding.why
    ]
    assert [(one.kind, one.why) for one in across] == []


def test_a_story_of_one_article_has_no_differences() -> None:
    assert report(BRIDGE[1]).findings == ()


def test_a_story_without_words_has_no_findings() -> None:
    empty = article("Empty", "")
    told = report(empty)
    assert (told.claims, told.findings, told.timeline) == ((), (), ())


def test_an_undated_account_completes_its_dates_from_the_story_but_not_its_weekdays() -> None:
    undated = article("One", "The lighthouse went dark on June 11. It was mended on Thursday.", published=None)
    dated = article("Two", "The lighthouse went dark in the storm.")
    june, thursday = material(undated, dated).times("One")
    assert june.first is not None and june.first.isoformat() == "2031-06-11"
    assert thursday.first is None
