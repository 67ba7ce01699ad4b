"""Features made by hand: accounts whose likeness a test can set."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np

from firsthand.stories.days import Days
from firsthand.stories.features import Features
from firsthand.stories.similarity import WEIGHTS

FULL = WEIGHTS["words"] + WEIGHTS["lead"] + WEIGHTS["names"]
"""Of two accounts of the same words."""


def bag(terms: Sequence[str]) -> dict[str, float]:
    return {term: 1 / math.sqrt(len(terms)) for term in terms}


def account(name: str, *terms: str, day: date | None = None, shingles: Sequence[int] = ()) -> Features:
    """An account of so many words, all of them names: two that share k of n have k/n of the strength of `FULL`."""
    return Features(
        article=name,
        words=bag(terms),
        lead=bag(terms),
        names=bag(terms),
        numbers={},
        pairs={},
        shingles=frozenset(shingles),
        days=Days(own=day, whole=frozenset({day} if day else ()), yearless=frozenset(), weekdays=frozenset()),
        vector=np.zeros(384, dtype=np.float32),
    )


def terms(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(count)]


def random_account(random: np.random.Generator, name: str) -> Features:
    """Any account at all, of few words, so that two share some."""
    words, names, numbers = ([f"{kind}{n}" for n in random.integers(0, 40, 25)] for kind in "wn1")
    own = date.fromordinal(int(random.integers(738_000, 738_400))) if random.random() < 0.7 else None
    vector = random.standard_normal(384).astype(np.float32)
    return Features(
        article=name,
        words=bag(sorted(set(words + names))),
        lead=bag(sorted(set(words[:9]))),
        names=bag(sorted(set(names[:12]))),
        numbers=bag(sorted(set(numbers[:6]))),
        pairs=bag([f"{n} {n}" for n in sorted(set(names[:5]))]),
        shingles=frozenset(n * 2654435761 % (1 << 32) for n in random.integers(0, 300, 60).tolist()),
        days=Days(
            own=own,
            whole=frozenset({own} if own else ()),
            yearless=frozenset(random.integers(1, 366, int(random.integers(0, 3))).tolist()),
            weekdays=frozenset(random.integers(1, 8, int(random.integers(0, 3))).tolist()),
        ),
        vector=vector / np.linalg.norm(vector),
    )
