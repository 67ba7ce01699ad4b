"""PROV, read back with the library that knows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from prov.model import ProvDerivation, ProvDocument, ProvEntity, ProvRecord

from firsthand.model import Direction, Relation, Report, SourceKind
from firsthand.report import as_prov, as_provn

from .ferry import ferry_report
from .hostile import hostile_report
from .wild import QUICK, WILD

Pairs = set[tuple[str, str]]
FERRY = ferry_report()
COURIER, POST, MIRROR, GAZETTE, BULLETIN, WEEKLY, _ = (one.id for one in FERRY.articles)


def read(text: str, form: str = "json") -> ProvDocument:
    document = ProvDocument.deserialize(content=text, format=form)
    assert isinstance(document, ProvDocument)
    return document


@cache
def ferry() -> ProvDocument:
    return read(as_prov(FERRY))


def kind_of(record: ProvRecord) -> str:
    """The relation's name, with what kind of derivation it is."""
    types = {str(one).removeprefix("prov:") for one in record.get_asserted_types()}
    special = types & {"PrimarySource", "Quotation", "Revision"}
    return special.pop() if special else type(record).__name__


def pairs(document: ProvDocument, kind: str, among: set[str] | None = None) -> Pairs:
    """What a relation holds between, by our ids; only those that begin with one of `among`."""
    found = set()
    for record in document.get_records():
        if record.is_relation() and kind_of(record) == kind:
            one, other = (str(value).removeprefix("fh:") for _, value in record.formal_attributes[:2])
            if among is None or {one, other} <= among:
                found.add((one, other))
    return found


def changed(overlap: int, **new: Any) -> Report:
    """The ferry report with one overlap otherwise."""
    told = FERRY.stories[0]
    overlaps = list(told.lineage.overlaps)
    overlaps[overlap] = replace(overlaps[overlap], **new)
    story = replace(told, lineage=replace(told.lineage, overlaps=tuple(overlaps)))
    return replace(FERRY, stories=(story, FERRY.stories[1]))


ARTICLES = {one.id for one in FERRY.articles}


def test_text_ran_from_a_to_b_so_b_was_derived_from_a() -> None:
    assert pairs(ferry(), "ProvDerivation", ARTICLES) == {(POST, COURIER)}


def test_the_other_way_round_it_is_the_other_way_round() -> None:
    document = read(as_prov(changed(0, direction=Direction.B_TO_A)))
    assert pairs(document, "ProvDerivation", ARTICLES) == {(COURIER, POST)}


@pytest.mark.parametrize("direction", [Direction.UNKNOWN, Direction.COMMON])
def test_what_is_not_known_is_not_asserted(direction: Direction) -> None:
    document = read(as_prov(changed(0, direction=direction)))
    between = [pairs(document, kind, ARTICLES) for kind in ("ProvDerivation", "Quotation", "PrimarySource")]
    assert between == [set(), set(), set()]
    assert not pairs(document, "ProvInfluence", ARTICLES)


def test_quotations_taken_from_an_article_were_quoted_from_it() -> None:
    document = read(as_prov(changed(1, direction=Direction.A_TO_B, relation=Relation.SHARED_QUOTES)))
    assert pairs(document, "Quotation", ARTICLES) == {(MIRROR, COURIER)}


def test_a_stock_sentence_is_no_derivation() -> None:
    document = read(as_prov(changed(2, direction=Direction.A_TO_B)))
    assert (WEEKLY, COURIER) not in pairs(document, "ProvDerivation")


def test_a_common_origin_is_the_primary_source_of_both() -> None:
    found = pairs(ferry(), "PrimarySource")
    assert {(COURIER, "origin-release"), (MIRROR, "origin-release")} <= found
    assert (BULLETIN, "origin-release") not in found
    assert not pairs(ferry(), "PrimarySource", ARTICLES)


def test_a_statement_has_the_origin_it_rests_on_and_the_article_it_stands_in() -> None:
    claim = FERRY.stories[0].claims[0]
    statement = claim.statements[0].id
    assert (statement, "origin-agency") in pairs(ferry(), "PrimarySource")
    assert (statement, COURIER) in pairs(ferry(), "Quotation")
    assert {claim.id for claim in FERRY.stories[0].claims} <= {one for one, _ in pairs(ferry(), "ProvMembership")}
    assert (claim.id, statement) in pairs(ferry(), "ProvMembership")


def labels(document: ProvDocument) -> dict[str, str]:
    return {
        str(record.identifier).removeprefix("fh:"): str(record.label)
        for record in document.get_records()
        if record.is_element()
    }


def test_who_says_it_is_the_source_else_the_publisher() -> None:
    attributed, names = pairs(ferry(), "ProvAttribution"), labels(ferry())
    reported, asserted = FERRY.stories[0].claims[0].statements[0].id, FERRY.stories[0].claims[0].statements[2].id
    assert {names[who] for what, who in attributed if what == reported} == {"the Harbour Authority"}
    assert {names[who] for what, who in attributed if what == asserted} == {"Daily Lantern"}
    assert {names[who] for what, who in attributed if what == COURIER} == {"The Merrow Courier", "Tomas Vail"}


def test_a_document_that_is_cited_says_nothing_itself() -> None:
    told = FERRY.stories[0]
    first = told.claims[0]
    said = first.statements[0]
    assert said.source
    document = replace(said, source=replace(said.source, kind=SourceKind.DOCUMENT))
    claim = replace(first, statements=(document, *first.statements[1:]))
    story = replace(told, claims=(claim, *told.claims[1:]))
    read_back = read(as_prov(replace(FERRY, stories=(story, FERRY.stories[1]))))
    assert said.id not in {what for what, _ in pairs(read_back, "ProvAttribution")}
    sources = {who for what, who in pairs(read_back, "PrimarySource") if what == said.id}
    assert {labels(read_back)[who] for who in sources} == {"Northwire", "the Harbour Authority"}


def test_an_article_that_is_its_own_origin_has_no_other() -> None:
    told = FERRY.stories[0]
    own = replace(told.lineage.origins[1], absent=False)  # Northwire's copy is the Courier's page
    story = replace(told, lineage=replace(told.lineage, origins=(own,)))
    document = read(as_prov(replace(FERRY, stories=(story, FERRY.stories[1]))))
    assert pairs(document, "ProvAlternate") == {("origin-agency", COURIER)}
    assert pairs(document, "PrimarySource", {*ARTICLES, "origin-agency"}) == {(POST, "origin-agency")}


def test_everything_that_a_relation_names_is_there() -> None:
    known = {str(record.identifier) for record in ferry().get_records() if record.is_element()}
    named = {
        str(value)
        for record in ferry().get_records()
        if record.is_relation()
        for _, value in record.formal_attributes
        if value is not None
    }
    assert named <= known
    ids = Counter(str(record.identifier) for record in ferry().get_records() if record.is_element())
    assert max(ids.values()) == 1


def test_prov_n_says_the_same() -> None:
    assert read(as_provn(FERRY), "provn") == ferry()


def test_the_example_reads_back(example: Report) -> None:
    document = read(as_prov(example))
    entities = {str(one.identifier).removeprefix("fh:") for one in document.get_records(ProvEntity)}
    assert {one.id for one in example.articles} <= entities
    derived = {
        (overlap.b, overlap.a) if overlap.direction is Direction.A_TO_B else (overlap.a, overlap.b)
        for story in example.stories
        for overlap in story.lineage.overlaps
        if overlap.direction in (Direction.A_TO_B, Direction.B_TO_A)
        and overlap.relation in (Relation.DERIVED, Relation.REPRINT)
    }
    assert derived
    assert pairs(document, "ProvDerivation", {one.id for one in example.articles}) == derived
    assert list(document.get_records(ProvDerivation))


@QUICK
@given(WILD)
def test_any_text_survives_in_json_and_steers_nothing_in_either(attack: str) -> None:
    report = hostile_report(attack)
    for text in (as_prov(report), as_provn(report)):
        text.encode("utf-8")
        assert not set("\x1b\x07\x9b\u202e\u2066\ud800\0") & set(text)
    names = labels(read(as_prov(report)))
    assert [names[one.id] for one in report.articles if one.title is not None] == [
        one.title for one in report.articles if one.title is not None
    ]
    assert [names[one.id] for one in report.stories[0].lineage.origins] == [
        one.name for one in report.stories[0].lineage.origins
    ]
