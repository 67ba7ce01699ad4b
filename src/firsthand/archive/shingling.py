"""Shingles of many texts at once, hashed in numpy: cutting texts into shingles in Python costs more than their MinHash.

A word is a run of letters and digits, in lower case; its hash is made of its first, middle and last eight bytes in
UTF-8 (so that words of more than 24 bytes which differ between them count as one), a shingle's of its words' hashes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Hashes: TypeAlias = npt.NDArray[np.uint64]
Offsets: TypeAlias = npt.NDArray[np.int64]

SHINGLE = 5
"""Words in a shingle, as in `stories`."""
AT_ONCE = 1 << 18
"""Characters hashed at once, about: what fits into the cache of a processor."""
WEIGHTS = tuple(np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9,
                                           0xD6E8FEB86659FD93, 0xA0761D6478BD642F))  # fmt: skip
"""Odd numbers without a pattern: one for each word of a shingle."""
FOLDED = bytes(byte if byte > 127 else ord(chr(byte).lower()) if chr(byte).isalnum() else 0 for byte in range(256))
"""For each byte of UTF-8 what it counts as: capitals as small letters, what is in no word as 0."""
MASKS = np.array([(1 << 8 * length) - 1 for length in range(9)], dtype=np.uint64)
"""The first bytes of eight."""
_NO_WORD = re.compile(r"[^\x00-\x7f\w]")


def shingle_hashes(texts: Sequence[str]) -> tuple[Hashes, Offsets]:
    """The hashes of all shingles of all texts in one row, and where each text's begin (one more than texts)."""
    hashes: list[Hashes] = []
    counts = np.zeros(len(texts) + 1, dtype=np.int64)
    for first, last in _batches(texts):
        found, each = _hashed(texts[first:last])
        hashes.append(found)
        counts[first + 1 : last + 1] = each
    return (np.concatenate(hashes) if hashes else np.zeros(0, dtype=np.uint64)), np.cumsum(counts)


def stirred(hashes: Hashes) -> Hashes:
    """The finish of MurmurHash3: every bit in moves every bit out."""
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return hashes ^ (hashes >> np.uint64(33))


def _batches(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of texts that are hashed together."""
    batches, first, size = [], 0, 0
    for at, text in enumerate(texts):
        if at > first and size + len(text) > AT_ONCE:
            batches.append((first, at))
            first, size = at, 0
        size += len(text)
    return [*batches, (first, len(texts))] if texts else []


def _hashed(texts: Sequence[str]) -> tuple[Hashes, Offsets]:
    """The shingles of a batch, and how many each text has."""
    data, ends = _folded(texts)
    starts, stops = _words(np.frombuffer(data, dtype=np.uint8))
    count = len(starts) - SHINGLE + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64), np.zeros(len(texts), dtype=np.int64)
    hashes = _word_hashes(data, starts, stops)
    words = np.diff(np.searchsorted(starts, ends), prepend=0)
    owner = np.repeat(np.arange(len(texts)), words)
    mixed = np.zeros(count, dtype=np.uint64)
    for at, weight in enumerate(WEIGHTS):
        mixed += hashes[at : at + count] * weight
    whole = owner[:count] == owner[SHINGLE - 1 :]
    return stirred(mixed[whole]), np.maximum(words - SHINGLE + 1, 0)


def _folded(texts: Sequence[str]) -> tuple[bytes, Offsets]:
    """The bytes of the texts, 0 for what is in no word and behind each text, and where each ends."""
    coded = [_coded(text) for text in texts]
    ends = np.cumsum(np.array([len(one) + 1 for one in coded], dtype=np.int64))
    return (b"\0".join(coded) + b"\0").translate(FOLDED), ends


def _coded(text: str) -> bytes:
    if text.isascii():
        return text.encode("ascii")
    return _NO_WORD.sub(" ", text.lower()).encode("utf-8", "surrogatepass")


def _words(data: npt.NDArray[np.uint8]) -> tuple[Offsets, Offsets]:
    """Where words start and stop; the data end with a 0."""
    inside = np.zeros(len(data) + 1, dtype=np.bool_)
    np.not_equal(data, 0, out=inside[1:])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    return edges[::2], edges[1::2]


def _word_hashes(data: bytes, starts: Offsets, stops: Offsets) -> Hashes:
    eights = np.ndarray((len(data),), dtype="<u8", buffer=data + bytes(8), strides=(1,))
    last = np.maximum(stops - 8, starts)
    middle = np.minimum(starts + 8, last)
    mask = MASKS[np.minimum(stops - starts, 8)]
    mixed = (eights[starts] & mask) * WEIGHTS[0] + (eights[middle] & mask) * WEIGHTS[1]
    return stirred(mixed + (eights[last] & mask) * WEIGHTS[2])
