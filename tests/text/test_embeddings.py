"""Sentence vectors."""

from __future__ import annotations

import numpy as np

from firsthand.text.embeddings import BATCH, embed, encode

SENTENCES = [
    "The ferry sank.",
    "Twelve people died when the old bridge over the Lisk fell on Tuesday, the mayor of Orme said.",
    "The roof of the school was mended in June.",
    "Nobody was hurt.",
    "Divers had found a crack in the second pier of the bridge as early as March, and nobody had closed it.",
]


def test_a_sentence_is_encoded_the_same_beside_others_as_alone() -> None:
    many = [f"{sentence} Number {number}." for number in range(BATCH) for sentence in SENTENCES]
    for together, sentence in zip(encode(many), many, strict=True):
        (alone,) = encode([sentence])
        assert np.array_equal(together.states, alone.states)
        assert np.array_equal(together.vector, alone.vector)
        assert np.array_equal(together.offsets, alone.offsets)


def test_a_sentence_that_comes_twice_has_the_same_vector_twice() -> None:
    one, two, again = embed([SENTENCES[0], SENTENCES[1], SENTENCES[0]])
    assert np.array_equal(one, again)
    assert not np.array_equal(one, two)
    assert embed([]).shape == (0, 384)
