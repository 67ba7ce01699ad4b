"""Features of an article that is in the stream, as far as another shares them: enough to say why the two are near.

The stream keeps hashes, not words; the words come from the article that asks.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from ..days import Days
from ..features import BAGS, Features
from .packing import Packed, shingle_hashes, term_hashes


def recall(asking: Features, article: str, packed: Packed) -> Features:
    """What of a packed article counts beside the one that asks: shared terms, days, vector."""
    weights = dict(zip(packed.terms.tolist(), packed.weights.tolist(), strict=True))
    bags = {}
    for kind, name in enumerate(BAGS):
        bag = getattr(asking, name)
        hashed = zip(bag, term_hashes(kind, bag).tolist(), strict=True)
        bags[name] = {key: weights[term] for key, term in hashed if term in weights}
    shingles = np.array(sorted(asking.shingles), dtype=np.uint32)
    shared = set(shingles[np.isin(shingle_hashes(shingles), packed.terms)].tolist())
    others = range(-1, -1 - (packed.shingles - len(shared)), -1)  # in number right, and nobody's
    return Features(
        article=article,
        shingles=frozenset(shared | set(others)),
        days=_days(packed),
        vector=packed.vector,
        **bags,
    )


def _days(packed: Packed) -> Days:
    return Days(
        own=date.fromordinal(packed.own) if packed.own > 0 else None,
        whole=frozenset(date.fromordinal(day) for day in packed.days.tolist()),
        yearless=frozenset(packed.yearless.tolist()),
        weekdays=frozenset(day for day in range(1, 8) if packed.weekdays >> day & 1),
    )
