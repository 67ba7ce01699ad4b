"""The matcher: what it reads, and the same score alone and among many."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.text.matching import LONGEST, match, rows_of
from firsthand.text.phrases import body_of, phrase_of, read_texts

ACCOUNTS = (
    "The ferry struck a rock off Sund at dawn. Two sailors drowned. The captain had slept for an hour. The owners will "
    "pay for the funeral. A diver found the bell of the ship a week later.",
    "Off Sund a ferry ran onto rocks early on Monday. A pair of seamen died in the water. Its captain was asleep, the "
    "mate said. The bell was raised by divers. The harbour was closed for a day.",
)


def rows(text: str, words: str) -> np.ndarray:
    """The words of one clause of an account, as the matcher reads them."""
    readings = dict(zip(ACCOUNTS, read_texts(ACCOUNTS), strict=True))
    at = text.index(words)
    phrase = phrase_of(readings[text], [(at, at + len(words))], body_of(readings.values()))
    return rows_of(phrase.states, phrase.weights)


def test_a_pair_scores_alone_as_among_others_and_either_way_round() -> None:
    left, right = rows(ACCOUNTS[0], "Two sailors drowned"), rows(ACCOUNTS[1], "A pair of seamen died in the water")
    longer = rows(ACCOUNTS[0], ACCOUNTS[0])
    alone = match([(left, right)])[0]
    assert match([(longer, right), (left, right), (left, left)])[1] == pytest.approx(alone, abs=1e-4)
    assert match([(right, left)])[0] == pytest.approx(alone, abs=0.5)


def test_rows_hold_states_weights_and_marks() -> None:
    states = np.eye(3, 384, dtype=np.float32)
    made = rows_of(states, np.array([6.0, 3.0, 0.0], dtype=np.float32), head=1, number=True)
    assert made.shape == (3, 388)
    assert made[:, 384].tolist() == [1.0, 0.5, 0.0]
    assert made[:, 385].tolist() == [0.0, 1.0, 0.0]
    assert made[:, 386].tolist() == [1.0, 1.0, 1.0]
    assert len(made) < LONGEST
