"""What two articles share, how, and which way it ran."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from firsthand.lineage import trace, trace_lineage
from firsthand.model import Credit, CreditKind, Direction, Overlap, Relation

from .build import article, crediting

FERRY = "\n".join(
    (
        "The night ferry between Orrin and the Tamsel islands ran aground on a sandbank before two in the morning.",
        "Most of the hundred and twelve passengers were asleep in their cabins when the hull struck bottom, and "
        "several fell from their bunks.",
        "“We heard a long scraping noise and everything leaned to the left,” said Mirel Dostan, a nurse.",
        "Two tugs pulled the vessel off at high water, and it sailed home under its own power.",
        "The company that runs the line has asked a salvage firm to inspect the keel before the boat sails again.",
        "Fishermen have complained for years that the buoys marking the channel drift after every winter storm and are "
        "put back too late.",
    )
)
MARKET = "\n".join(
    (
        "Traders in the covered market of Lusk voted on Tuesday to keep their stalls open through the winter.",
        "The vote was close, because the heating bill has doubled since the glass roof was replaced three years ago.",
        "A committee will look for sponsors among the breweries and bakeries of the valley.",
    )
)
SPEECH = (
    "I will not close a single one of these libraries, not this year and not while I have a pen in my hand to sign with"
)


def overlap_of(a: str, b: str) -> Overlap | None:
    found = trace_lineage([article("a", a), article("b", b)]).overlaps
    return found[0] if found else None


@pytest.mark.parametrize("running", [True, False])
def test_the_collector_is_left_as_it_was(running: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    before = gc.isenabled()
    (gc.enable if running else gc.disable)()
    try:
        trace_lineage([article("a", FERRY)])
        assert gc.isenabled() is running
        monkeypatch.setattr(trace, "index_of", lambda texts: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            trace_lineage([article("a", FERRY)])
        assert gc.isenabled() is running
    finally:
        (gc.enable if before else gc.disable)()


def test_a_trimmed_copy_is_a_reprint() -> None:
    found = overlap_of(FERRY, "\n".join(FERRY.split("\n")[:4]))
    assert found is not None
    assert found.relation is Relation.REPRINT
    assert found.share_b == 1.0


def test_an_item_worked_into_other_reporting_is_derived() -> None:
    lines = FERRY.split("\n")
    found = overlap_of(FERRY, "\n".join([MARKET, lines[1], lines[3], MARKET.replace("Lusk", "Brant").upper()]))
    assert found is not None
    assert found.relation is Relation.DERIVED


def test_articles_on_other_matters_share_nothing() -> None:
    assert overlap_of(FERRY, MARKET) is None


def test_the_same_public_words_are_shared_quotes_and_no_derivation() -> None:
    a = f"Mayor Hanna Weld spoke first at the town meeting. “{SPEECH},” she told a cheering hall of parents."
    b = f"There was applause in the old grammar school when she took questions. “{SPEECH},” she said."
    found = overlap_of(a, b)
    assert found is not None
    assert found.relation is Relation.SHARED_QUOTES
    assert found.direction is Direction.COMMON


def test_words_quoted_in_one_and_not_in_the_other_are_taken_over() -> None:
    copied = FERRY.split("\n")[1]
    found = overlap_of(FERRY, f"An account of the night reached our desk. “{copied}” Nothing else was known at noon.")
    assert found is not None
    assert found.relation is Relation.DERIVED


@pytest.mark.parametrize(
    "edited",
    [
        "Most of the 112 passengers slept in their cabins as the hull struck bottom, and several fell out of bunks.",
        "Several fell from their bunks, and most of the hundred and twelve passengers slept when the hull struck.",
        "The passengers, a hundred and twelve in all, were mostly asleep in cabins when the hull of the ferry struck "
        "bottom and several of them fell from bunks.",
    ],
)
def test_a_rewritten_sentence_is_found_as_a_passage(edited: str) -> None:
    lines = FERRY.split("\n")
    found = overlap_of(FERRY, f"{MARKET}\n{lines[3]}\n{edited}")
    assert found is not None
    start = FERRY.index(lines[1])
    assert any(p.a.start < start + len(lines[1]) and start < p.a.end for p in found.passages)


def test_passages_point_at_equal_words_on_both_sides() -> None:
    other = f"{MARKET}\n{FERRY.split(chr(10))[1]}"
    found = overlap_of(FERRY, other)
    assert found is not None
    (passage,) = found.passages
    assert FERRY[passage.a.start : passage.a.end] == other[passage.b.start : passage.b.end]
    assert passage.verbatim == 1.0


def test_the_outlet_that_is_credited_is_the_earlier_text() -> None:
    a = crediting(article("a", FERRY, publisher="Orrin Mail"), "Tamsel Gazette")
    found = trace_lineage([a, article("b", FERRY, publisher="tamselgazette.com")]).overlaps[0]
    assert (found.a, found.direction) == ("a", Direction.B_TO_A)
    assert "credits" in found.why


def test_two_that_credit_one_agency_have_a_common_origin() -> None:
    a, b = (article(key, FERRY, publisher=key, agency="NPA") for key in ("a", "b"))
    assert trace_lineage([a, b]).overlaps[0].direction is Direction.COMMON


def test_background_that_an_agency_uses_again_joins_no_stories() -> None:
    stock = FERRY.split("\n")[5]
    a = crediting(article("a", f"{MARKET * 3}\n{stock}"), "NPA", CreditKind.AGENCY)
    others = "The old cinema in Brant is for sale. Its owner wants to retire to the coast with his two dogs. " * 8
    b = crediting(article("b", f"{others}\n{stock}"), "NPA", CreditKind.AGENCY)
    assert trace_lineage([a, b]).overlaps[0].relation is Relation.SHARED_BOILERPLATE


def test_a_caption_on_both_pages_is_boilerplate() -> None:
    caption = "FILE - The ferry Tamsel Star lies at the quay of Orrin in this picture taken last spring."
    lineage = trace_lineage([article("a", FERRY), article("b", MARKET)], {"a": [caption], "b": [caption]})
    assert [o.relation for o in lineage.overlaps] == [Relation.SHARED_BOILERPLATE]


def test_the_order_of_the_articles_changes_nothing() -> None:
    articles = [article("a", FERRY), article("b", FERRY.replace("Two", "Three")), article("c", MARKET)]
    assert trace_lineage(articles) == trace_lineage(articles[::-1])


def test_who_says_whose_author_it_is_has_taken_the_text_over() -> None:
    a = replace(article("a", FERRY), byline="Oda Brill")
    b = replace(
        crediting(article("b", FERRY.replace("Two", "Three")), "Tamsel Gazette"), byline="Oda Brill Tamsel Gazette"
    )
    b = replace(b, credits=(*b.credits, Credit(name="NPA", kind=CreditKind.AGENCY, start=None, end=None)))
    assert trace_lineage([a, b]).overlaps[0].direction is Direction.A_TO_B


def test_every_reason_is_a_sentence() -> None:
    a, b = crediting(article("a", FERRY), "NPA", CreditKind.AGENCY), article("b", FERRY.replace("Two", "Three"))
    lineage = trace_lineage([a, b, article("c", MARKET)])
    reasons = [o.why for o in lineage.overlaps] + [lineage.independence.why]
    assert all(why[0].isupper() or why[0].isdigit() for why in reasons)
    assert all(why.endswith(".") and ".." not in why for why in reasons)
