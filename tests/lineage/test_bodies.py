"""The files of one agency, told apart though they use each other's sentences."""

from __future__ import annotations

from collections import Counter

from firsthand.lineage import trace_lineage
from firsthand.model import Article, CreditKind, Relation

from .build import article, crediting

URGENT = "\n".join(
    (
        "The dam above Corrow will be lowered by two metres before the autumn rains, its keepers decided on Friday.",
        "Engineers had found a crack as long as a hand in the lining of the eastern spillway during a routine dive.",
        "No village below the wall needs to be cleared, although a meadow and two footbridges will stand under water.",
    )
)
MORE = "\n".join(
    (
        "Farmers along the lower canal fear for their last cut of hay and have asked for a week's notice at the least.",
        "The wall was built by prisoners ninety years ago and has been patched with tar, clay and concrete ever since.",
        "A new one would cost more than the county earns in a year, its treasurer said with a shrug to her council.",
        "Anglers who rent the northern bank want their money back, as the boats will lie on dry mud until the spring.",
    )
)
OTHERS = "\n".join(
    (
        "Snow has closed the pass at Tiel for the first time this year, and lorries wait in a queue nine miles long.",
        "The bakers of Lusk ended their strike at noon after the mill owners had offered them shorter night shifts.",
        "A goods train lost three waggons of beet near Brant, and children carried sacks of it home until evening.",
        "The lighthouse of Orrin is for sale again because its buyer could not get used to the noise of the seals.",
    )
)
HALF = "\n".join(URGENT.split("\n")[:1])


def agency_copy(key: str, *texts: str) -> Article:
    return crediting(article(key, "\n".join(texts)), "NPA", CreditKind.AGENCY)


def relations(*articles: Article) -> dict[str, Relation]:
    found = {f"{o.a}{o.b}": o.relation for o in trace_lineage(articles).overlaps}
    assert Counter(len(name) for name in found) == {2: len(found)}
    return found


def test_a_digest_that_has_an_urgent_as_an_entry_is_another_file() -> None:
    found = relations(
        *(agency_copy(key, URGENT) for key in "ab"),
        agency_copy("c", URGENT, MORE),
        *(agency_copy(key, HALF, OTHERS) for key in "de"),
    )
    assert found["ab"] is Relation.REPRINT
    assert found["de"] is Relation.REPRINT
    assert {found[pair] for pair in ("ad", "ae", "bd", "be")} == {Relation.SHARED_BOILERPLATE}


def test_takes_of_one_file_are_one_however_little_the_first_and_the_last_share() -> None:
    lines = [*URGENT.split("\n"), *MORE.split("\n"), *OTHERS.split("\n")]
    takes = [agency_copy(key, *lines[n : n + 5]) for n, key in zip(range(0, 7, 2), "abcd", strict=True)]
    found = relations(*takes)
    assert {found[pair] for pair in ("ab", "bc", "cd")} == {Relation.DERIVED}


def test_outlets_that_credit_no_agency_have_what_they_took() -> None:
    found = relations(
        *(article(key, URGENT) for key in "ab"), *(article(key, "\n".join((HALF, OTHERS))) for key in "de")
    )
    assert found["ad"] is Relation.DERIVED
