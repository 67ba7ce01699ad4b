"""The evidence of `similarity.strength`, of one article beside many at once.

The kinds of likeness and their weights are those of `similarity`; only the arithmetic is done on arrays. A test holds
the two against each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..days import YEAR
from ..features import BAGS
from ..similarity import LONG, UNRELATED, WEIGHTS
from .packing import KIND_BITS, KINDS, SHINGLES, Packed

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Ints = npt.NDArray[np.int64]

LOW = 0xFFFF
"""Terms are looked up by their low bits first: one gather throws out most of those that the two do not share."""
FAR = 1 << 20
"""Stands for the distance of days that cannot be compared."""
DIGITS = 4
"""Strengths are rounded, so that they do not hang on the order of summing."""


def strengths(one: Packed, others: Sequence[Packed]) -> Floats:
    """How strongly the one and each of the others speak of one event."""
    if not others:
        return np.zeros(0)
    sums = shared_terms(one, others)
    likeness = {name: sums[:, kind] for kind, name in enumerate(BAGS)}
    likeness["vector"] = np.maximum(0.0, np.stack([other.vector for other in others]).astype(np.float32) @ one.vector)
    shorter = np.minimum(one.shingles, [other.shingles for other in others])
    likeness["reuse"] = np.sqrt(sums[:, SHINGLES] / np.maximum(1, shorter))
    apart = days_between(one, others)
    likeness["days"] = np.where(apart < FAR, np.minimum(1.0, np.log(np.clip(apart, 1, None)) / math.log(LONG)), 0.0)
    clash = [one.weekdays and other.weekdays and not one.weekdays & other.weekdays for other in others]
    likeness["weekdays"] = np.where((apart >= FAR) & np.array(clash, dtype=bool), 1.0, 0.0)
    found = np.zeros(len(others))
    for kind, weight in WEIGHTS.items():
        found += weight * likeness[kind]
    found[likeness["words"] < UNRELATED] = 0.0
    return np.round(np.maximum(0.0, found), DIGITS).astype(np.float64)


def shared_terms(one: Packed, others: Sequence[Packed]) -> Floats:
    """Inner products of all bags, and numbers of common shingles: a row an article, a column a kind."""
    terms = np.concatenate([other.terms for other in others])
    known = np.zeros(LOW + 1, dtype=bool)
    known[one.terms & LOW] = True
    hits = np.flatnonzero(known[terms & LOW])
    found = terms[hits]
    at = np.minimum(np.searchsorted(one.terms, found), max(0, len(one.terms) - 1))
    same = one.terms[at] == found if len(one.terms) else np.zeros(len(found), dtype=bool)
    hits, at, found = hits[same], at[same], found[same]
    row = np.searchsorted(np.cumsum([len(other.terms) for other in others]), hits, side="right")
    weights = np.concatenate([other.weights for other in others])[hits].astype(np.float64) * one.weights[at]
    slot = row * KINDS + (found >> (32 - KIND_BITS))
    sums = np.bincount(slot, weights, minlength=len(others) * KINDS).astype(np.float64)
    return sums.reshape(len(others), KINDS)


def days_between(one: Packed, others: Sequence[Packed]) -> Ints:
    """The fewest days between days that the heads name; `FAR` where they cannot be compared."""
    whole = fewest(one.days, [other.days for other in others], 0)
    if len(one.days):
        unknown = np.array([not len(other.days) for other in others])
        if not unknown.any():
            return whole
    else:
        unknown = np.ones(len(others), dtype=bool)
    return np.where(unknown, fewest(one.yearless, [other.yearless for other in others], YEAR), whole)


def fewest(ours: npt.NDArray[np.int32], theirs: Sequence[npt.NDArray[np.int32]], cycle: int) -> Ints:
    """The least difference of any two days, round the year's end where a cycle is given."""
    found = np.full(len(theirs), FAR, dtype=np.int64)
    sizes = np.array([len(days) for days in theirs])
    if not len(ours) or not sizes.any():
        return found
    apart = np.abs(np.concatenate(theirs)[None, :].astype(np.int64) - ours[:, None])
    if cycle:
        apart = np.minimum(apart, cycle - apart)
    starts = (np.cumsum(sizes) - sizes)[sizes > 0]
    found[sizes > 0] = np.minimum.reduceat(apart.min(axis=0), starts)
    return found
