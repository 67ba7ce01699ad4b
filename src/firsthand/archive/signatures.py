"""MinHash signatures (rensa), and what the near-copy step needs of them: band keys that partition, and a sketch.

Two texts whose shingles agree to 0.8 share a band with a chance of .95, at 0.9 .9999, at 0.5 .06. A pair that meets in
a band is checked by its sketches, two bits of each of the 128 hashes: 32 bytes that travel with the key, so that no
step has to look a signature up by its row (the share of agreement is known to within .04 at 0.8, of whole hashes .035).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from .shingling import Hashes, shingle_hashes, stirred

HASHES = 128
BANDS = 16
ROWS = HASHES // BANDS
SEED = 1
SKETCH = HASHES * 2 // 8
"""Bytes of a sketch."""
ALIKE = 0.8
"""Share of common shingles from which two texts are near-copies: the rest is a headline, a dateline, a few edits."""
FEWEST = 20
"""Shingles that a text needs to be anybody's near-copy: shorter ones agree because they are notices."""

Sketches: TypeAlias = npt.NDArray[np.uint8]


def signatures_of(texts: Sequence[str]) -> tuple[Hashes, Sketches, npt.NDArray[np.bool_]]:
    """Band keys (a row a text, a column a band), sketches, and which texts are long enough for either."""
    from rensa import RMinHash

    hashes, offsets = shingle_hashes(texts)
    if not len(hashes):
        empty = np.zeros(len(texts), dtype=np.bool_)
        return np.zeros((len(texts), BANDS), np.uint64), np.zeros((len(texts), SKETCH), np.uint8), empty
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets.astype(np.uint64), HASHES, SEED)
    rows = np.array(matrix.to_rows(), dtype=np.uint32).reshape(len(texts), HASHES)
    return band_keys(rows), sketches(rows), np.diff(offsets) >= FEWEST


def band_keys(rows: npt.NDArray[np.uint32]) -> Hashes:
    """One number a band: the same where all hashes of the band are."""
    bands = rows.reshape(len(rows), BANDS, ROWS).astype(np.uint64)
    keys = np.broadcast_to(np.arange(1, BANDS + 1, dtype=np.uint64), (len(rows), BANDS)).copy()
    for at in range(ROWS):
        keys = stirred(keys * np.uint64(0x9E3779B97F4A7C15) + bands[:, :, at])
    return keys


def sketches(rows: npt.NDArray[np.uint32]) -> Sketches:
    """The lowest two bits of each hash."""
    bits = np.stack([rows & 1, (rows >> 1) & 1], axis=2).astype(np.uint8).reshape(len(rows), HASHES * 2)
    return np.packbits(bits, axis=1)


def agreement(left: Sketches, right: Sketches) -> npt.NDArray[np.float64]:
    """The share of shingles that two texts have in common, as their sketches tell: a row a pair.

    Two bits of different hashes agree by chance one time in four.
    """
    same = _agreeing()[np.bitwise_xor(left, right)].sum(axis=1, dtype=np.int64)
    return np.asarray((same / HASHES - 0.25) / 0.75, dtype=np.float64)


@cache
def _agreeing() -> npt.NDArray[np.uint8]:
    """For each byte of two sketches laid over each other, how many of its four pairs of bits are both 0."""
    return np.array([sum((byte >> at) & 3 == 0 for at in (0, 2, 4, 6)) for byte in range(256)], dtype=np.uint8)
