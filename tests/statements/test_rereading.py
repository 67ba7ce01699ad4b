"""What is read a second time, and what becomes of two readings."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from firsthand.statements.encoding import cuts_of, pieces_of, window_of
from firsthand.statements.rereading import AROUND, STRETCH, around, mean_of, unsure_stretches
from firsthand.statements.spans import CUE, TAGS
from firsthand.statements.trained import attributions_by_model

TEXT = "The river rose again overnight and the mayor said so. " * 30


def test_only_what_wavers_near_a_cue_is_read_again() -> None:
    pieces = pieces_of(TEXT)
    start, end = next(iter(cuts_of(pieces, TEXT)))
    window = window_of(pieces, start, end)
    tags = np.zeros((len(window.pieces), len(TAGS)), np.float32)
    tags[:, 0] = 9
    assert not list(unsure_stretches(pieces, TEXT, (start, end), window.heads, tags))
    tags[100:108, CUE] = 9
    ((first, last),) = unsure_stretches(pieces, TEXT, (start, end), window.heads, tags)
    assert first < 99 < 107 <= last
    assert last - first <= STRETCH


def test_stretches_of_a_window_leave_nothing_out() -> None:
    pieces = pieces_of(TEXT)
    start, end = list(cuts_of(pieces, TEXT))[1]
    stretches = list(cuts_of(pieces, TEXT, STRETCH, start, end))
    assert stretches[0][0] == start
    assert stretches[-1][1] == end
    assert all(a[1] == b[0] for a, b in pairwise(stretches))


def test_a_stretch_is_read_with_words_around_it() -> None:
    pieces = pieces_of(TEXT)
    assert around(pieces, (0, 80)) == (0, 80 + AROUND)
    assert around(pieces, (100, 180)) == (100 - AROUND, 180 + AROUND)
    assert around(pieces, (len(pieces.ids) - 9, len(pieces.ids)))[1] == len(pieces.ids)


def test_two_readings_count_alike() -> None:
    once, again = np.array([[2, 0, 0]], np.float32), np.array([[0, 0, 2]], np.float32)
    mean = mean_of(once, again)
    assert np.allclose(mean, mean_of(again, once))
    assert np.isclose(mean[0, 0], mean[0, 2])
    assert np.allclose(mean_of(once, once), once - np.log(np.exp(once).sum()), atol=1e-4)


def test_the_same_text_gives_the_same_attributions() -> None:
    assert attributions_by_model(TEXT) == attributions_by_model(TEXT)
