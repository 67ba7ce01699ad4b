"""The origins behind the articles, also those that are not among the pages."""

from __future__ import annotations

import pytest

from firsthand.lineage import trace_lineage
from firsthand.model import Lineage, Origin, OriginKind

from .build import article

FIRST = "The weir at Callow will be rebuilt in stone before the spring floods, and the fish pass made twice as wide."
SECOND = (
    "Nothing in the old works can be saved, since the timber piles have rotted below the water line for forty years."
)
ONE = article(
    "one",
    f"Callow gets a new weir. “{FIRST}” the River Authority said in a statement.\n“{SECOND}” it added.\n"
    "Anglers have waited for the work since the last great flood.",
)
TWO = article(
    "two",
    "The weir at Callow will be rebuilt in stone ahead of the spring floods and the fish pass made twice as wide, "
    "according to a press release from the Authority for the River.\nHouses near the mill stand empty.",
)
POST = "Proud to have opened the new weir with my old friend Jorin Vael, on the bank where we both learned to swim."
THREE = article("three", f"The mayor was there too. “{POST}” Edda Lorn posted on Facebook.\nThe day ended with music.")
FOUR = article("four", f"Edda Lorn shared a picture. “{POST},” she wrote in a post on her page.\nIt rained until noon.")


def of_kind(lineage: Lineage, kind: OriginKind) -> list[Origin]:
    return [origin for origin in lineage.origins if origin.kind is kind]


def test_two_names_of_one_release_are_one_absent_origin() -> None:
    (release,) = of_kind(trace_lineage([ONE, TWO]), OriginKind.PRESS_RELEASE)
    assert release.absent
    assert release.articles == ("one", "two")


def test_the_release_is_rebuilt_from_its_witnesses() -> None:
    (release,) = of_kind(trace_lineage([ONE, TWO]), OriginKind.PRESS_RELEASE)
    assert release.text == f"{FIRST} {SECOND}"


def test_each_witness_keeps_its_own_reading() -> None:
    (release,) = of_kind(trace_lineage([ONE, TWO]), OriginKind.PRESS_RELEASE)
    readings = {(w.span.article, w.start): w for w in release.witnesses}
    assert readings["one", 0].verbatim == 1.0
    assert "ahead of the spring floods" in readings["two", 0].text
    assert readings["two", 0].verbatim < 1.0


def test_a_sentence_of_one_witness_has_that_witness_alone() -> None:
    (release,) = of_kind(trace_lineage([ONE, TWO]), OriginKind.PRESS_RELEASE)
    assert [w.span.article for w in release.witnesses if w.start == len(FIRST) + 1] == ["one"]


def test_a_post_quoted_twice_is_one_origin_with_its_text() -> None:
    (post,) = of_kind(trace_lineage([THREE, FOUR]), OriginKind.POST)
    assert (post.articles, post.text) == (("four", "three"), POST)


def test_witnesses_lie_in_their_articles() -> None:
    texts = {a.id: a.text for a in (ONE, TWO)}
    for origin in trace_lineage([ONE, TWO]).origins:
        assert all(texts[w.span.article][w.span.start : w.span.end] == w.text for w in origin.witnesses)


def test_agency_copy_without_the_agency_is_rebuilt_as_absent() -> None:
    copy = f"{FIRST}\n{SECOND}\nAnglers have waited for the work since the last great flood tore the sluice away."
    lineage = trace_lineage([article(k, copy, publisher=p, agency="NPA") for k, p in (("x", "Mail"), ("y", "Echo"))])
    (agency,) = of_kind(lineage, OriginKind.AGENCY)
    assert agency.absent
    assert agency.text is not None and FIRST in agency.text
    assert (lineage.independence.min, lineage.independence.max) == (1, 1)


def test_an_article_of_its_own_is_called_by_its_publisher() -> None:
    lineage = trace_lineage([article("x", BODY_ONE, publisher="Tarn Courier"), article("y", BODY_TWO)])
    assert [o.name for o in of_kind(lineage, OriginKind.ARTICLE)] == [
        "Tarn Courier’s own report",
        "own report in y.txt",
    ]


def test_a_report_that_is_cited_is_the_agency_text_that_is_here() -> None:
    copy = f"{FIRST}\n{SECOND}\nAnglers have waited for the work since the last great flood tore the sluice away."
    carried = [article(k, copy, publisher=p, agency="NPA") for k, p in (("x", "Mail"), ("y", "Echo"))]
    citing = article("z", f"NPA reported that the weir will be rebuilt. {BODY_TWO}", publisher="Tarn Courier")
    (agency,) = of_kind(trace_lineage([*carried, citing]), OriginKind.AGENCY)
    assert (agency.name, agency.articles) == ("NPA copy", ("x", "y", "z"))


BODY_ONE = "Rain fell all day on the market, and traders packed up their stalls by three in the afternoon."
BODY_TWO = "A fox was seen at dusk near the lime kilns, carrying what looked to be one of the miller's white hens."


def test_who_issued_a_statement_is_its_author() -> None:
    one = article("e", "In Callow on Friday, the head of the mill, Edda Lorn, issued a short statement on the flood.")
    two = article("f", "The Callow Millers released a statement on Monday. The wheel stands still since then.")
    names = [release.name for release in of_kind(trace_lineage([one, two]), OriginKind.PRESS_RELEASE)]
    assert names == ["statement of Edda Lorn", "statement of Callow Millers"]


@pytest.mark.parametrize("told", ["a Liberal", "the mayor of Callow", "who owns the wheel"])
def test_what_is_told_more_of_a_name_is_no_author(told: str) -> None:
    one = article("e", f"Edda Lorn, {told}, said in a statement that the wheel stands still since Friday.")
    (release,) = of_kind(trace_lineage([one]), OriginKind.PRESS_RELEASE)
    assert release.name == "statement of Edda Lorn"


def test_a_name_that_stands_in_an_apposition_is_the_author() -> None:
    one = article("e", "The Callow chairman, the Rev. Edda Lorn, said in a statement that the wheel stands still.")
    (release,) = of_kind(trace_lineage([one]), OriginKind.PRESS_RELEASE)
    assert "Lorn" in release.name
