"""What the comparing model says of pairs of sentences: MiniLM-L6 over both, as int8 ONNX. See data/MODEL_CARD.md.

What it says is evidence beside a facet's own reading of values, names and polarity, never the only reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ..weights import session
from .encoding import encode_pair

MODEL = Path(__file__).parent / "data" / "comparing.onnx"
MODEL_SHA256 = "713c2a8d8974cc204be87250d53373d7a71ed3d153e3118fc9fa1afa1c507970"
CONTRADICTS, ENTAILS, SAME = 0.5, 0.5, 0.5
"""From which probability on an answer is yes: it was trained as a probability, and nothing was tuned."""
AT_ONCE = 2
"""Pairs compared side by side, each on one thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two texts have to do with each other; each a probability, independent of the others.

    Where `same` is low the texts are on two points of one topic, or unrelated, and the rest says little.
    """

    same: float
    """Both speak to one point, whether or not they agree on it."""
    entails: float
    """The second says nothing that the first does not."""
    entailed: float
    """The first says nothing that the second does not."""
    contradicts: float
    """Both cannot hold."""

    def turned(self) -> Comparison:
        """The comparison of the same texts in the other order."""
        return Comparison(same=self.same, entails=self.entailed, entailed=self.entails, contradicts=self.contradicts)


def compare(pairs: Sequence[tuple[str, str]]) -> list[Comparison]:
    """What is to be said of each pair, in order. `compare([(b, a)])` is `compare([(a, b)])` turned round.

    Each pair is read alone: int8 scales its activations over a batch, so an answer must not depend on what else is
    asked. The last 32,768 answers are kept.
    """
    ordered = [(min(pair), max(pair)) for pair in pairs]
    if len(set(ordered)) > AT_ONCE:
        _compared(ordered[0])  # loads model and tokenizer once, before there are two threads
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = list(pool.map(_compared, ordered))
    else:
        found = [_compared(pair) for pair in ordered]
    return [one if pair[0] <= pair[1] else one.turned() for one, pair in zip(found, pairs, strict=True)]


@cache
def _session() -> Any:
    return session(MODEL, MODEL_SHA256)


@lru_cache(maxsize=32768)
def _compared(pair: tuple[str, str]) -> Comparison:
    import numpy as np

    encoded = encode_pair(*pair)
    rows = {"pieces": encoded.pieces, "sides": encoded.sides, "marks": encoded.marks}
    scores = _session().run(None, {name: np.array([row], dtype=np.int64) for name, row in rows.items()})[0][0]
    same, entails, entailed, contradicts = (float(p) for p in (1.0 / (1.0 + np.exp(-scores))).round(5))
    return Comparison(same=same, entails=entails, entailed=entailed, contradicts=contradicts)
