"""How many origins may stand behind a claim: accounts in their own voice, and whom they cite elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.lineage import independence_of, trace_lineage, whom_they_cite
from firsthand.model import Article, CreditKind, Independence, SourceKind, Statement

from .build import article, crediting, rests, statement


def ranges(said: Sequence[Statement], articles: Sequence[Article], elsewhere: Sequence[Statement]) -> Independence:
    """The range of a claim in articles that say more than what they say of it."""
    of, lineage = {a.id: a for a in articles}, trace_lineage(articles)
    return independence_of(said, of, lineage, cited=whom_they_cite([*said, *elsewhere], of, lineage))[1]


DYKE = article("g", "The dyke at Tarn gave way in the night, and the lower meadows lie under water up to the fences.")
FLOOD = article("h", "Water broke through the wall beside the river before dawn; sheep were driven to the church hill.")
BOATS = article(
    "i", "Boats row across what had been fields on Tuesday, after the bank of the Tarn burst at two o'clock."
)


def test_accounts_in_their_own_voice_are_each_a_possible_origin() -> None:
    said = [statement(DYKE, "The dyke at Tarn gave way in the night"),
            statement(FLOOD, "Water broke through the wall beside the river before dawn"),
            statement(BOATS, "the bank of the Tarn burst at two o'clock")]  # fmt: skip
    found = rests(said, [DYKE, FLOOD, BOATS])
    assert (found.min, found.max) == (1, 3)
    assert "not known" in found.why


def test_accounts_that_credit_one_agency_are_one_possible_origin() -> None:
    one, two = (crediting(replace(a, publisher=name), "NPA", CreditKind.AGENCY)
                for a, name in ((DYKE, "Tarn Post"), (FLOOD, "Callow Mail")))  # fmt: skip
    said = [statement(one, "The dyke at Tarn gave way in the night"),
            statement(two, "Water broke through the wall beside the river before dawn"),
            statement(BOATS, "the bank of the Tarn burst at two o'clock")]  # fmt: skip
    assert rests(said, [one, two, BOATS]).max == 2


def test_who_credits_an_outlet_is_one_possible_origin_with_it() -> None:
    one = replace(DYKE, publisher="Tarn Post")
    two = crediting(replace(FLOOD, publisher="Callow Mail"), "Tarn Post")
    said = [statement(one, "The dyke at Tarn gave way in the night"),
            statement(two, "Water broke through the wall beside the river before dawn")]  # fmt: skip
    assert rests(said, [one, two]).max == 1


def test_an_outlet_that_is_cited_is_its_own_account() -> None:
    one = replace(DYKE, publisher="Tarn Courier")
    two = article("k", "Water broke through the wall beside the river before dawn, the Tarn Courier writes.")
    said = [statement(one, "The dyke at Tarn gave way in the night"),
            statement(two, "Water broke through the wall beside the river before dawn", "the Tarn Courier",
                      SourceKind.ORGANISATION)]  # fmt: skip
    found = rests(said, [one, two])
    assert found.max == 1
    assert "Tarn Courier" in found.why


POLICE = article(
    "l", "A man of forty was held at noon beside the mill. He had a rope on him, Sergeant Odo Krenn told reporters."
)
LEDGER = article(
    "m", "At the mill race someone was arrested about midday. No name was given out, the police said later."
)
WALKER = article("n", "Someone was led away from the mill at lunch. “I saw it all from the bridge,” Lisa Brandt said.")
HELD = "A man of forty was held at noon beside the mill"
ARRESTED = "At the mill race someone was arrested about midday"
LED = "Someone was led away from the mill at lunch"
ROPE = statement(POLICE, "He had a rope on him", "Sergeant Odo Krenn")
NAMELESS = statement(LEDGER, "No name was given out", "the police", SourceKind.ORGANISATION)
SAW = statement(WALKER, "“I saw it all from the bridge,”", "Lisa Brandt")


def test_an_articles_own_words_rest_on_the_claims_source_where_it_cites_that_for_the_rest() -> None:
    said = [statement(POLICE, HELD, "Sergeant Odo Krenn"), statement(LEDGER, ARRESTED)]
    found = ranges(said, [POLICE, LEDGER], [NAMELESS])
    assert (found.min, found.max) == (1, 1)
    assert "cite elsewhere" in found.why


def test_an_articles_own_words_may_be_an_origin_where_it_cites_somebody_else_for_the_rest() -> None:
    said = [statement(POLICE, HELD, "Sergeant Odo Krenn"), statement(WALKER, LED)]
    assert ranges(said, [POLICE, WALKER], [SAW]).max == 2


def test_two_articles_that_cite_the_same_side_elsewhere_have_their_own_words_from_it() -> None:
    said = [statement(POLICE, HELD), statement(LEDGER, ARRESTED), statement(WALKER, LED)]
    assert ranges(said, [POLICE, LEDGER, WALKER], [ROPE, NAMELESS, SAW]).max == 2


def test_two_articles_that_cite_officials_of_two_civil_offices_do_not_cite_one_side() -> None:
    one = article("o", "The ferry to Callow lay still on Monday. “Tolls must rise,” Governor Edda Lorn said at dusk.")
    two = article("p", "No boat crossed at the start of the week. “Tolls must fall,” Water Minister Bo Raske said.")
    cites = [statement(one, "“Tolls must rise,”", "Edda Lorn"), statement(two, "“Tolls must fall,”", "Bo Raske")]
    said = [statement(one, "The ferry to Callow lay still on Monday"),
            statement(two, "No boat crossed at the start of the week")]  # fmt: skip
    assert ranges(said, [one, two], cites).max == 2


def test_whom_an_article_cites_weighs_by_how_often_it_cites_them() -> None:
    one = article("o", "The ferry lay still at dusk. “It is dark,” police said. “It is cold,” police said. "
                  "“It is late,” Edda Lorn said. “It is wet,” Bo Raske said.")  # fmt: skip
    two = article("p", "No boat crossed that evening, police said.")
    said = [statement(one, "The ferry lay still at dusk"),
            statement(two, "No boat crossed that evening", "police", SourceKind.OFFICE)]  # fmt: skip
    others = [statement(one, "“It is late,”", "Edda Lorn"), statement(one, "“It is wet,”", "Bo Raske")]
    once, twice = (statement(one, words, "police", SourceKind.OFFICE) for words in ("“It is dark,”", "“It is cold,”"))
    assert ranges(said, [one, two], [once, *others]).max == 2
    assert ranges(said, [one, two], [once, twice, *others]).max == 1
