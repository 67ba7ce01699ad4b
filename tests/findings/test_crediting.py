"""Attributions dropped in other words: told where the matcher knows both, silent where the account cites somebody."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from unittest.mock import Mock, patch

from firsthand.findings.facets import attributions
from firsthand.findings.facets.attributions import possibly_dropped
from firsthand.findings.facets.crediting import ENOUGH, figures_of, likely_dropped
from firsthand.model import Article, FindingKind

from .telling import article, findings, material

FIRST = article(
    "First",
    "A crane fell onto the quay of Sund on Monday and crushed two containers. Nobody was hurt. The harbour master, Ada "
    "Holm, said the crane had been inspected only a week before the accident. The quay stays shut until Friday. Two "
    "ships wait in the bay.\n\nThe wind had reached 90 kilometres an hour at noon. Divers will look for the hook. The "
    "port was built in 1931.",
)
PLAIN = article(
    "Second",
    "Two containers were crushed when a crane toppled at the port of Sund. There were no injuries.\n\nA week before "
    "the accident the crane was inspected.\n\nShips are waiting in the bay. The hook has not been found. Gusts of 90 "
    "kilometres an hour were measured. The quay will open again on Friday.",
)
CITED = article(
    "Third",
    "Two containers were crushed when a crane toppled at the port of Sund. There were no injuries.\n\nA week before "
    "the accident the crane was inspected, the port's owners said.\n\nShips are waiting in the bay. The hook has not "
    "been found. Gusts of 90 kilometres an hour were measured. The quay will open again on Friday.",
)


def test_what_is_credited_in_one_account_and_plain_in_another_is_a_finding() -> None:
    told = [{side.value for side in one.sides} for one in findings(FindingKind.ATTRIBUTION, FIRST, PLAIN)]
    assert told == [{"credited to Ada Holm", "in the article's own voice"}]


QUOTED = article(
    "Fifth",
    "The new pier opens in June.\n\n“The pier of Sund is the last of its kind on a coast that once had forty of them,” "
    "the historian Ada Holm wrote. Boats will call there twice a day. Tickets are sold at the gate.",
)
COPIED = article(
    "Sixth",
    "Boats will call at the new pier twice a day.\n\nThe town has paid for it. Tickets are sold at the gate.\n\nThe "
    "pier of Sund is the last of its kind on a coast that once had forty of them, of which storms took nearly all "
    "before the war, and fires the rest.",
)


def test_words_printed_as_an_accounts_own_lose_their_source_however_it_goes_on() -> None:
    told = [{side.value for side in one.sides} for one in findings(FindingKind.ATTRIBUTION, QUOTED, COPIED)]
    assert told == [{"credited to Ada Holm", "in the article's own voice"}]


def test_what_is_read_word_for_word_is_bounded() -> None:
    laid = material(QUOTED, COPIED)
    quoted = next(one for one in laid.said if one.statement.source is not None)
    long = replace(quoted, statement=replace(quoted.statement, quote="forty of them " * 20_000))
    with_matcher = Mock(wraps=SequenceMatcher)
    with patch("firsthand.findings.facets.attributions.SequenceMatcher", with_matcher):
        attributions._word_for_word(long, long)
    assert all(len(words) <= attributions.LONGEST for words in with_matcher.call_args.args[1:])


def test_what_both_credit_is_none() -> None:
    told = [side.value for one in findings(FindingKind.ATTRIBUTION, FIRST, CITED) for side in one.sides]
    assert "in the article's own voice" not in told


def test_the_same_fact_weighs_more_than_another() -> None:
    laid = material(FIRST, PLAIN)
    credited = next(one for one in laid.said if one.statement.source is not None)
    bare = [one for one in laid.said if one.statement.span.article == PLAIN.id]
    same = next(one for one in bare if "inspected" in one.statement.quote)
    other = next(one for one in bare if "Ships" in one.statement.quote)
    assert likely_dropped(laid, same, credited, amount=False)
    assert not likely_dropped(laid, other, credited, amount=False)
    figures = figures_of(laid, same, credited, amount=False)
    assert figures is not None and len(figures) == 5 and ENOUGH > 0


def test_an_accusation_is_no_plain_fact() -> None:
    assert open_pairs(FIRST, PLAIN)
    assert not open_pairs(
        FIRST, article("Fourth", PLAIN.text.replace("the crane was", "the accused owner's crane was"))
    )


def open_pairs(*accounts: Article) -> list[tuple[int, int]]:
    """Pairs on the inspection that the rules leave open."""
    laid = material(*accounts)
    asked = {one.index for one in laid.said if "inspected" in one.statement.quote}
    return [pair for pair in laid.pairs if asked.issuperset(pair) and possibly_dropped(laid, pair) is not None]
