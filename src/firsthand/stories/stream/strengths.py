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
WORDS, NUMBERS = BAGS.index("words"), BAGS.index("numbers")
BAG_WEIGHTS = np.array([WEIGHTS[name] for name in BAGS])
DIGITS = 4
"""Strengths are rounded, so that they do not hang on the order of summing."""


def strengths(one: Packed, others: Sequence[Packed]) -> Floats:
    """How strongly the one and each of the others speak of one event."""
    if not others:
        return np.zeros(0)
    sums = shared_terms(one, others)
    found: Floats = sums[:, :SHINGLES] @ BAG_WEIGHTS
    alike = np.array([other.vector for other in others]) @ one.vector
    found += WEIGHTS["vector"] * np.maximum(0.0, alike)
    shorter = np.minimum(one.shingles, [other.shingles for other in others])
    found += WEIGHTS["reuse"] * np.sqrt(sums[:, SHINGLES] / np.maximum(1, shorter))
    apart = days_between(one, others)
    known = apart < FAR
    far = np.minimum(1.0, np.log(np.maximum(apart, 1)) / math.log(LONG))
    found += np.where(known, WEIGHTS["days"] * far, WEIGHTS["weekdays"] * weekdays_clash(one, others))
    found[(sums[:, WORDS] < UNRELATED) | (found < 0)] = 0.0
    return found.round(DIGITS)


def weekdays_clash(one: Packed, others: Sequence[Packed]) -> Floats:
    """1 where both name weekdays and none is the same."""
    theirs = np.array([other.weekdays for other in others])
    clash: npt.NDArray[np.bool_] = (theirs & one.weekdays == 0) & (theirs != 0) & (one.weekdays != 0)
    return clash.astype(np.float64)


def shared_terms(one: Packed, others: Sequence[Packed]) -> Floats:
    """Inner products of all bags, and numbers of common shingles: a row an article, a column a kind."""
    if not len(one.terms):
        return np.zeros((len(others), KINDS))
    terms = np.concatenate([other.terms for other in others])
    known = np.zeros(LOW + 1, dtype=bool)
    known[one.terms & LOW] = True
    hits = known.take((terms & LOW).astype(np.intp)).nonzero()[0]
    found = terms.take(hits)
    at = one.terms.searchsorted(found)
    at[at == len(one.terms)] = 0
    same = (one.terms.take(at) == found).nonzero()[0]
    hits, at, found = hits.take(same), at.take(same), found.take(same)
    row = np.cumsum([len(other.terms) for other in others]).searchsorted(hits, side="right")
    weights = np.concatenate([other.weights for other in others]).take(hits).astype(np.float64) * one.weights.take(at)
    slot = row * KINDS + (found >> (32 - KIND_BITS))
    return np.bincount(slot, weights, minlength=len(others) * KINDS).astype(np.float64).reshape(len(others), KINDS)


def numbers_table(some: Sequence[Packed]) -> Floats:
    """The inner products of the numbers of all pairs."""
    first, last = np.uint32(NUMBERS << (32 - KIND_BITS)), np.uint32(NUMBERS + 1 << (32 - KIND_BITS))
    held = [slice(*one.terms.searchsorted((first, last)).tolist()) for one in some]
    terms, at = np.unique(
        np.concatenate([one.terms[own] for one, own in zip(some, held, strict=True)]), return_inverse=True
    )
    weights = np.zeros((len(some), len(terms)))
    rows = np.repeat(np.arange(len(some)), [own.stop - own.start for own in held])
    weights[rows, at] = np.concatenate([one.weights[own] for one, own in zip(some, held, strict=True)])
    table: Floats = weights @ weights.T
    return table


def days_between(one: Packed, others: Sequence[Packed]) -> Ints:
    """The fewest days between days that the heads name; `FAR` where they cannot be compared."""
    if not len(one.days):
        return fewest(one.yearless, [other.yearless for other in others], YEAR)
    apart = fewest(one.days, [other.days for other in others], 0)
    unknown = [at for at, other in enumerate(others) if not len(other.days)]
    if unknown:
        apart[unknown] = fewest(one.yearless, [others[at].yearless for at in unknown], YEAR)
    return apart


def fewest(ours: npt.NDArray[np.int32], theirs: Sequence[npt.NDArray[np.int32]], cycle: int) -> Ints:
    """The least difference of any two days, round the year's end where a cycle is given."""
    found = np.full(len(theirs), FAR, dtype=np.int64)
    sizes = np.array([len(days) for days in theirs])
    named = sizes.nonzero()[0]
    if not len(ours) or not len(named):
        return found
    apart = np.abs(np.concatenate(theirs) - ours[:, None])
    if cycle:
        apart = np.minimum(apart, cycle - apart)
    ends = sizes.cumsum()
    found[named] = np.minimum.reduceat(apart.min(axis=0), (ends - sizes)[named])
    return found
