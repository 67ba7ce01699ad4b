from __future__ import annotations

import pytest

from firsthand.desk import reading
from firsthand.desk.asked import article_in, as_asked
from firsthand.desk.checking import check
from firsthand.desk.errors import Refused
from firsthand.desk.values import Check
from firsthand.model import Article
from firsthand.store.opening import Store

from ..example import FOLDER, PRESS_RELEASE


def told(found: Check, word: str) -> str:
    """What the first claim with a word has to do with what was asked."""
    return next((str(match.same) for match in found.matches if word in match.text), "not shown")


def test_a_sentence_that_accounts_have_is_agreed_with_and_rests_on_their_origins(filled: Store) -> None:
    found = check(filled, "The bridge opened in 1968.")
    assert found.kind == "sentence"
    assert told(found, "1968") == "agrees"
    match = found.matches[0]
    assert found.story is not None
    assert found.story.id == match.story
    assert 0 < match.origins_min <= match.origins_max
    assert {one.publisher for one in match.said_by} & set(found.story.publishers)


def test_a_sentence_with_another_figure_differs(filled: Store) -> None:
    asked = "The Norvane Star, outbound with 35,000 tonnes of barley, hit the third pier of the bridge."
    assert told(check(filled, asked), "third pier") == "differs"
    found = check(filled, "The bridge will be closed for four weeks.")
    assert told(found, "six weeks") == "differs"
    assert "four weeks" in found.matches[0].reason


def test_a_denial_differs_from_what_it_denies(filled: Store) -> None:
    found = check(filled, "The harbour authority denied that the radar alarm was switched off.")
    assert told(found, "radar alarm") == "differs"
    assert "denied" in next(match.reason for match in found.matches if match.same == "differs")


def test_what_no_account_speaks_of_is_said_to_be_so(filled: Store) -> None:
    found = check(filled, "The finance minister of Peru resigned on Friday.")
    assert not [match for match in found.matches if match.same != "related"]
    assert found.story is None
    assert found.why.startswith("Nothing in the store")


def test_a_word_that_no_account_has_is_named_and_not_agreed_with(filled: Store) -> None:
    found = check(filled, "The Norvane Star, carrying 22,000 tonnes of wheat, hit the third pier of the bridge.")
    assert told(found, "third pier") == "related"
    assert "wheat" in next(match.reason for match in found.matches if "third pier" in match.text)


def test_an_article_is_put_beside_its_story_without_being_placed(filled: Store) -> None:
    before = reading.counts(filled)
    asked = article_in(PRESS_RELEASE.encode(), "press-release.txt")
    found = check(filled, asked)
    assert found.kind == "article"
    assert found.story is not None
    assert "Tarrow Bridge" in found.story.title
    assert found.overlaps
    assert all(words in asked.text for one in found.overlaps for words in one.passages)
    assert [match for match in found.matches if match.same != "related"]
    assert reading.counts(filled) == before


def test_an_article_of_nothing_that_is_known_has_no_story(filled: Store) -> None:
    text = (
        "Vintners of Karst report a late harvest\n\nBy Ines Kobal\n\n"
        + "The vintners of the Karst plateau began their harvest two weeks late this year, the growers' union said. "
        * 6
    )
    found = check(filled, article_in(text.encode(), "wine.txt"))
    assert found.story is None
    assert found.why == "No story of the store is near enough."


def test_what_is_handed_over_is_a_sentence_or_an_article() -> None:
    assert as_asked(" The bridge opened. ") == "The bridge opened."
    page = sorted((FOLDER / "pages").iterdir())[1].read_text(encoding="utf-8")
    assert isinstance(as_asked(page), Article)
    for wrong in ("", " \n"):
        with pytest.raises(Refused):
            as_asked(wrong)
    with pytest.raises(Refused):
        article_in(b"\x89PNG\r\n\x1a\n\x00", "a.png")


def test_hostile_text_is_checked_as_text(filled: Store) -> None:
    for text in ("'; DROP TABLE claims; --", '" OR 1 NEAR( *', "\x00\x1b[31m‮ bridge", "💥 ∂ 桥", "bridge " * 120):
        assert check(filled, text).kind == "sentence"
