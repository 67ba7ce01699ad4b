"""Phrases: content words with their weight in a body of text, and how alike two of them are."""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
import pytest

from firsthand.text.phrases import (
    Body,
    Phrase,
    _readings,
    around,
    body_of,
    liken,
    phrase_of,
    read_text,
    read_texts,
)
from firsthand.text.points import likelihood, point_of

FELL = "The old bridge over the Lisk fell on Tuesday and twelve people died."
COLLAPSED = "On Tuesday the bridge over the Lisk collapsed, and a dozen people lost their lives."
REPAIRED = "The council repaired the school roof in June."
MENDED = "The roof of the school was mended in June."
FERRY = "A ferry sank off Vik."
TEXTS = (" ".join((FELL, REPAIRED, FERRY)), " ".join((COLLAPSED, MENDED)))
SENTENCES = (FELL, COLLAPSED, REPAIRED, MENDED, FERRY)


@cache
def body() -> Body:
    return body_of([read_text(text) for text in TEXTS])


def phrase(sentence: str) -> Phrase:
    text = next(text for text in TEXTS if sentence in text)
    start = text.index(sentence)
    return phrase_of(read_text(text), [(start, start + len(sentence))], body())


def near(value: str) -> dict[str, float]:
    """The words around a value of the first text, with their weights."""
    start = TEXTS[0].index(value)
    found = around(read_text(TEXTS[0]), start, start + len(value), body())
    return {word.lemma: float(weight) for word, weight in zip(found.words, found.weights, strict=True)}


def test_a_phrase_is_its_content_words() -> None:
    assert [word.lemma for word in phrase(FERRY).words] == ["ferry", "sink", "vik"]


def test_a_number_is_a_content_word() -> None:
    assert "twelve" in [word.lemma for word in phrase(FELL).words]


def test_the_month_of_may_is_a_content_word() -> None:
    assert "May" in [TEXT[word.start : word.end] for word in read_text(TEXT).words]


TEXT = "The treaty was signed in May."


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_points_at_its_characters(text: str) -> None:
    reading = read_text(text)
    assert len(reading.words) == len(reading.states)
    for word in reading.words:
        (token,) = [token for token in reading.doc if token.idx == word.start]
        assert text[word.start : word.end] == token.text
        assert token.lemma_.lower() == word.lemma


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    assert body().weight("ferry") > body().weight("bridge") > 0


def test_states_and_vectors_are_of_unit_length() -> None:
    one = phrase(FELL)
    assert np.allclose(np.linalg.norm(one.states, axis=1), 1, atol=1e-4)
    assert np.isclose(np.linalg.norm(one.vector), 1, atol=1e-4)


@pytest.mark.parametrize(("left", "right"), [(FELL, COLLAPSED), (REPAIRED, MENDED)])
def test_sentences_on_one_point_are_likelier_than_on_two(left: str, right: str) -> None:
    others = [other for other in SENTENCES if other not in (left, right)]
    mine = likelihood(point_of(phrase(left)), point_of(phrase(right)))
    assert mine > 0.5
    assert all(likelihood(point_of(phrase(left)), point_of(phrase(other))) < 0.2 for other in others)


def test_what_all_texts_have_in_common_is_taken_off_so_that_two_points_point_apart() -> None:
    assert liken(phrase(FELL), phrase(COLLAPSED)).meaning > 0 > liken(phrase(COLLAPSED), phrase(REPAIRED)).meaning


def test_a_phrase_covers_itself() -> None:
    like = liken(phrase(FELL), phrase(FELL))
    assert (like.meaning, like.covers, like.covered, like.same, like.within) == pytest.approx((1, 1, 1, 1, 1), abs=1e-4)


@pytest.mark.parametrize(("left", "right"), list(product(SENTENCES, SENTENCES)))
def test_it_does_not_matter_which_phrase_stands_left(left: str, right: str) -> None:
    forth, back = liken(phrase(left), phrase(right)), liken(phrase(right), phrase(left))
    assert (forth.meaning, forth.covers, forth.covered, forth.same, forth.weight) == pytest.approx(
        (back.meaning, back.covers, back.covered, back.same, back.weight), abs=1e-5
    )
    assert forth.covered <= forth.covers


def test_an_empty_phrase_is_like_nothing() -> None:
    empty = phrase_of(read_text(TEXTS[0]), [], body())
    assert empty.words == ()
    assert liken(empty, phrase(FELL)).covers == 0


def test_an_empty_text_is_read() -> None:
    reading = read_text("")
    assert (reading.words, reading.states.shape) == ((), (0, 384))
    assert body_of([reading]).sentences == 1


def test_what_stands_around_a_value_leaves_the_value_out_and_fades_with_distance() -> None:
    found = near("twelve")
    assert "twelve" not in found
    assert found["die"] > found["fall"] > found["old"]
    assert "roof" not in found


def test_a_text_is_read_the_same_whatever_was_read_before() -> None:
    first = read_text(TEXTS[0]).states.copy()
    _readings.clear()
    read_texts([TEXTS[1], TEXTS[0]])
    assert np.array_equal(first, read_text(TEXTS[0]).states)
