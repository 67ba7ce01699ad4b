"""A second reading of what the first one is unsure of, with other words around it.

What the network says of a word hangs a little on where its window is cut. The mean of two readings is better than
either, and most of what is won lies where the first reading wavers near a cue: only there is read twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .encoding import Pieces, cuts_of
from .spans import CONTENT, CUE, SOURCE, log_shares

if TYPE_CHECKING:
    from .spans import Scores

STRETCH, AROUND = 80, 32
"""Word pieces of what is read again at a time, and those read on either side of it."""
LIKELY_CUE = 0.1
"""The share of the cue from which on a word counts as near one."""
UNSURE = 2.4
"""The sum of what is wavering in a stretch from which on it is read again. On PolNeAR dev before cutting, mean of three
ways to cut windows (.706, .700, .699 without, mean .701), whole attributions and what is read again of all pieces: all
of it .709 at 2.07, 2.0 .706 at 0.43, 2.8 .704 at 0.23. Cores of 48 with 24 around have .705 when all is read again, of
112 with 40 .709, of 128 with 63 .706."""
SMALL = 1e-6
"""Keeps logarithms finite."""


def unsure_stretches(
    pieces: Pieces, text: str, window: tuple[int, int], heads: tuple[int, ...], tags: Scores
) -> Iterator[tuple[int, int]]:
    """The stretches of a window that are worth a second reading, from piece to before piece."""
    start, end = window
    at = [start + head - 1 for head in heads]
    wavering = _wavering(tags[list(heads)])
    for first, last in cuts_of(pieces, text, STRETCH, start, end):
        if sum(much for i, much in zip(at, wavering, strict=True) if first <= i < last) >= UNSURE:
            yield first, last


def around(pieces: Pieces, stretch: tuple[int, int]) -> tuple[int, int]:
    """A stretch with the words on either side of it."""
    start, end = max(0, stretch[0] - AROUND), min(len(pieces.ids), stretch[1] + AROUND)
    while start > 0 and not pieces.is_head[start]:
        start -= 1
    while end < len(pieces.ids) and not pieces.is_head[end]:
        end += 1
    return start, end


def mean_of(once: Scores, again: Scores) -> Scores:
    """The mean of two readings of the same words, as log shares."""
    import numpy as np

    mean: Scores = np.log((np.exp(log_shares(once)) + np.exp(log_shares(again))) / 2 + SMALL)
    return mean


def _wavering(tags: Scores) -> list[float]:
    """For each word that may be a cue, how far its likeliest role is from certain; 0 for all others."""
    import numpy as np

    shares = np.exp(log_shares(tags))
    roles = [shares[:, role] + shares[:, role + 1] for role in (SOURCE, CUE, CONTENT)]
    likeliest = np.max([shares[:, 0], *roles], axis=0)
    return [float(x) for x in np.where(roles[1] > LIKELY_CUE, 1 - likeliest, 0.0)]
