"""Contents cut into what an editor checks one by one."""

from __future__ import annotations

from firsthand.statements.parts import parts_of
from firsthand.statements.reading import Reading

from .texts import TOLD, article


def parts(text: str, *pieces: str) -> list[list[str]]:
    reading = Reading(article(text))
    found = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    return [[text[a:b] for a, b in part] for part in parts_of(reading, tuple(found))]


def test_what_somebody_is_cited_for_is_one_part() -> None:
    assert len(parts(TOLD, TOLD)) == 1


def test_a_long_content_is_cut_between_sentences_that_stand_alone() -> None:
    text = f"{TOLD} {TOLD.replace('Monday', 'Friday')}"
    first, second = parts(text, text)
    assert first[-1].endswith(".")
    assert second[0].startswith(("The", "Divers", "Fishermen"))
    assert sum(len(piece.split()) for piece in first) <= 100


def test_short_sentences_stay_together() -> None:
    text = "The ferry sank at noon. Divers found the captain."
    assert len(parts(text, text)) == 1


def test_a_sentence_that_points_back_stays_with_the_one_before() -> None:
    text = "The ferry was built as a barge in Norland. It was never meant for the open sea."
    assert len(parts(text, text)) == 1


def test_a_content_interrupted_by_who_says_it_is_one_part() -> None:
    text = "“The ferry,” she said, “was never meant for the open sea.”"
    assert parts(text, "“The ferry,”", "“was never meant for the open sea.”") == [
        ["“The ferry,”", "“was never meant for the open sea.”"]
    ]


def test_pieces_with_more_between_them_than_in_them_are_parts_of_their_own() -> None:
    text = "“It sank,” said Mara Lund, who ran the harbour of Norhaven for almost thirty long years, “fast.”"
    assert parts(text, "“It sank,”", "“fast.”") == [["“It sank,”"], ["“fast.”"]]
