"""Web Annotations against the model's rules, and every selector followed to its words."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Report, Span
from firsthand.report import as_annotations
from firsthand.report.selectors import target

from .building import article
from .crowd import crowd_report
from .ferry import ferry_report
from .hostile import hostile_report
from .schemas import HERE, faults, schema_at
from .test_judgements import judged
from .wild import QUICK, WILD

SCHEMA = schema_at(HERE / "web-annotation.json")
Data = dict[str, Any]


def items_of(report: Report) -> list[Data]:
    collection = json.loads(as_annotations(report))
    assert faults(SCHEMA, collection) == []
    items: list[Data] = collection["first"]["items"]
    assert collection["total"] == len(items)
    return items


@cache
def ferry() -> list[Data]:
    return items_of(ferry_report())


def texts_in(items: list[Data]) -> dict[str, str]:
    """The canonical texts, out of the collection itself."""
    return {one["target"]["id"]: one["body"][0]["value"] for one in items if "id" in one["target"]}


def on_words(items: list[Data]) -> list[Data]:
    return [one for one in items if "selector" in one["target"]]


def quoted_at(text: str, selector: Data) -> list[int]:
    """Everywhere that the words stand with what is around them."""
    prefix, exact = selector.get("prefix", ""), selector["exact"]
    words, found = prefix + exact + selector.get("suffix", ""), -1
    places = []
    while (found := text.find(words, found + 1)) >= 0:
        places.append(found + len(prefix))
    return places


def spans_of(items: list[Data]) -> set[tuple[str, int, int]]:
    places = [(one["target"]["source"], one["target"]["selector"][1]) for one in on_words(items)]
    return {(source.removeprefix("urn:firsthand:"), place["start"], place["end"]) for source, place in places}


@pytest.mark.parametrize("report", [ferry_report(), crowd_report(), hostile_report(), judged()])
def test_both_selectors_lead_to_the_same_characters_and_to_no_others(report: Report) -> None:
    items = items_of(report)
    texts = texts_in(items)
    assert len(on_words(items)) > 30
    for one in on_words(items):
        quote, place = one["target"]["selector"]
        text = texts[one["target"]["source"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quoted_at(text, quote) == [place["start"]]


def test_the_example_keeps_to_the_model(example: Report) -> None:
    items = items_of(example)
    texts = texts_in(items)
    assert texts == {f"urn:firsthand:{one.id}": one.text for one in example.articles}
    for one in on_words(items):
        quote, place = one["target"]["selector"]
        assert quoted_at(texts[one["target"]["source"]], quote) == [place["start"]]


def test_every_span_that_is_shown_has_its_annotation() -> None:
    report = ferry_report()
    spans: set[Span] = set()
    for story in report.stories:
        said = [one for claim in story.claims for one in claim.statements]
        sides = [side for finding in story.findings for side in finding.sides]
        spans |= {one.span for one in said}
        spans |= {one.cue for one in said if one.cue}
        spans |= {one.source.span for one in said if one.source and one.source.span}
        spans |= {side.span for side in sides} | {side.focus for side in sides if side.focus}
        spans |= {half for one in story.lineage.overlaps for found in one.passages for half in (found.a, found.b)}
        spans |= {one.span for origin in story.lineage.origins for one in origin.evidence}
        spans |= {one.span for origin in story.lineage.origins for one in origin.witnesses}
        spans |= {span for entry in story.timeline for span in entry.spans}
    credits = {
        (one.id, credit.start, credit.end)
        for one in report.articles
        for credit in one.credits
        if credit.start is not None
    }
    assert {(span.article, span.start, span.end) for span in spans} | credits <= spans_of(ferry())


def test_no_two_have_one_id_and_what_is_linked_is_there() -> None:
    ids = Counter(one["id"] for one in ferry())
    assert max(ids.values()) == 1
    linked = {
        body["source"]
        for one in ferry()
        for body in one["body"]
        if body["type"] == "SpecificResource" and ":annotation-" in body["source"]
    }
    assert linked
    assert linked <= set(ids)


def test_a_side_says_what_the_finding_is() -> None:
    dispute = ferry_report().stories[0].findings[0]
    about = [one for one in ferry() if one["body"][0].get("source") == f"urn:firsthand:{dispute.id}"]
    commenting = [one for one in about if one["motivation"] == "commenting"]
    assert len(commenting) == len(dispute.sides)
    said = [(body.get("purpose"), body.get("value")) for body in commenting[0]["body"][1:]]
    assert said == [
        ("commenting", dispute.why),
        ("describing", dispute.sides[0].value),
        ("tagging", "dispute"),
        ("tagging", "major"),
    ]


def test_two_findings_on_the_same_words_are_told_apart() -> None:
    about = Counter(
        one["body"][0]["source"] for one in ferry() if one["motivation"] == "commenting" and len(one["body"]) >= 5
    )
    assert set(about) == {f"urn:firsthand:{finding.id}" for finding in ferry_report().stories[0].findings}


def test_words_said_over_and_over_are_told_apart_by_their_place() -> None:
    text = "No comment. " * 400
    where = article("x.txt", None, text)
    aim = target(where, Span(where.id, 1200, 1210), None)
    assert aim is not None
    quote, place = aim["selector"]
    assert (place["start"], place["end"]) == (1200, 1210)
    assert 1200 in quoted_at(text, quote)
    assert len(quote["prefix"]) <= 1024


def test_positions_count_code_points() -> None:
    where = article("x.txt", None, "🚢🚢 The ship, e\u0301 and all, sank.")
    aim = target(where, Span(where.id, 3, 11), None)
    assert aim is not None
    assert aim["selector"][0]["exact"] == "The ship"


@pytest.mark.parametrize("span", [(5, 5), (9, 3), (400, 500), (-9, 0)])
def test_a_span_without_words_has_no_target(span: tuple[int, int]) -> None:
    where = article("x.txt", None, "The ship sank.")
    assert target(where, Span(where.id, *span), None) is None


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_span_of_any_text_is_found_again(data: st.DataObject) -> None:
    text = data.draw(WILD.filter(bool)) * data.draw(st.integers(1, 5))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    where = article("x.txt", None, text)
    aim = target(where, Span(where.id, start, end), None)
    assert aim is not None
    assert quoted_at(text, aim["selector"][0]) == [start]


@QUICK
@given(WILD)
def test_any_text_survives_and_steers_nothing(attack: str) -> None:
    report = hostile_report(attack)
    encoded = as_annotations(report)
    encoded.encode("utf-8")
    assert not set("\x1b\x07\x9b\u202e\u2066\ud800") & set(encoded)
    assert texts_in(items_of(report)) == {f"urn:firsthand:{one.id}": one.text for one in report.articles}
