"""An article's features as a few arrays: what is compared, and what is written to disk.

Every term is the hash of its name, with its kind (one of the bags, or shingles) in the top three bits, so one
look-up finds all terms that two articles share. Weights and the vector are halved to 16 bits: strengths stay within
0.01 of those of the features themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from ..days import YEAR, Days
from ..features import BAGS, Bag, Features

if TYPE_CHECKING:
    import numpy.typing as npt

SHINGLES = len(BAGS)
KINDS = SHINGLES + 1
KIND_BITS = 3
MOST_DAYS = 16
"""Whole days, and days of the year, that are kept of one article; heads name two or three."""
UNDATED = -1
HEADER = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """One article as the stream compares it."""

    terms: npt.NDArray[np.uint32]
    """Sorted; the kind stands in the top bits."""
    weights: npt.NDArray[np.float16]
    shingles: int
    """How many of the terms are shingles."""
    own: int
    """The article's own day as an ordinal, or `UNDATED`."""
    days: npt.NDArray[np.int32]
    yearless: npt.NDArray[np.int32]
    """Days of the year, of the days with a year too."""
    weekdays: int
    """One bit a weekday."""
    vector: npt.NDArray[np.float32]


def pack(features: Features) -> Packed:
    """One article's features as arrays."""
    bags: list[Bag] = [getattr(features, name) for name in BAGS]
    shingles = np.fromiter(features.shingles, np.uint32, len(features.shingles))
    hashes = np.concatenate([*(term_hashes(kind, bag) for kind, bag in enumerate(bags)), shingle_hashes(shingles)])
    weights = np.ones(len(hashes), dtype=np.float16)
    weights[: len(hashes) - len(shingles)] = [weight for bag in bags for weight in bag.values()]
    order = np.argsort(hashes, kind="stable")
    days = features.days
    return Packed(
        terms=hashes[order],
        weights=weights[order],
        shingles=len(features.shingles),
        own=days.own.toordinal() if days.own else UNDATED,
        days=np.array(sorted(day.toordinal() for day in days.whole)[:MOST_DAYS], dtype=np.int32),
        yearless=np.array(days_of_year(days), dtype=np.int32),
        weekdays=sum(1 << weekday for weekday in sorted(days.weekdays)),
        vector=features.vector.astype(np.float16).astype(np.float32),
    )


def term_hashes(kind: int, keys: Collection[str]) -> npt.NDArray[np.uint32]:
    """The hashes of terms of one of the bags."""
    return hashes_of(keys) >> np.uint32(KIND_BITS) | np.uint32(kind << (32 - KIND_BITS))


def hashes_of(keys: Collection[str]) -> npt.NDArray[np.uint32]:
    """A hash of 32 bits each."""
    try:
        return np.fromiter(map(crc32, map(str.encode, keys)), np.uint32, len(keys))
    except UnicodeEncodeError:  # half a surrogate pair, as a broken page may hold
        return np.array([crc32(key.encode("utf-8", "surrogatepass")) for key in keys], dtype=np.uint32)


def shingle_hashes(shingles: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The hashes of shingles, which are 32-bit hashes themselves."""
    return shingles >> np.uint32(KIND_BITS) | np.uint32(SHINGLES << (32 - KIND_BITS))


def days_of_year(days: Days) -> Sequence[int]:
    """The days of the year that a head names, with or without a year."""
    whole = {(day.month - 1) * YEAR // 12 + day.day for day in days.whole}
    return sorted(days.yearless | whole)[:MOST_DAYS]


def as_bytes(packed: Packed) -> bytes:
    """The arrays one after the other, their lengths before them; the vector halved."""
    sizes = (len(packed.terms), packed.shingles, len(packed.days), len(packed.yearless), packed.weekdays)
    header = np.array([*sizes, packed.own], dtype=np.int32)
    parts = (header, packed.terms, packed.days, packed.yearless, packed.weights, packed.vector.astype(np.float16))
    return b"".join(part.tobytes() for part in parts)


def from_bytes(data: bytes) -> Packed:
    """What `as_bytes` wrote; the arrays are views of it."""
    terms, shingles, days, yearless, weekdays, own = np.frombuffer(data, np.int32, HEADER + 1).tolist()
    at = 4 * (HEADER + 1)
    found: list[npt.NDArray[np.generic]] = []
    for size, kind in ((terms, np.uint32), (days, np.int32), (yearless, np.int32), (terms, np.float16)):
        found.append(np.frombuffer(data, kind, size, at))
        at += found[-1].nbytes
    return Packed(
        terms=found[0],  # type: ignore[arg-type]
        weights=found[3],  # type: ignore[arg-type]
        shingles=shingles,
        own=own,
        days=found[1],  # type: ignore[arg-type]
        yearless=found[2],  # type: ignore[arg-type]
        weekdays=weekdays,
        vector=np.frombuffer(data, np.float16, -1, at).astype(np.float32),
    )
