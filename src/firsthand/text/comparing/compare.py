"""What the comparing model says of pairs of sentences: MiniLM-L6 over both at once, as int8 ONNX. See data/MODEL_CARD.md.

What it says is evidence beside a facet's own reading of values, names and polarity, never the only reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


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
    """What is to be said of each pair, in order. `compare([(b, a)])` is `compare([(a, b)])` turned round."""
    return [_compared(a, b) if a <= b else _compared(b, a).turned() for a, b in pairs]


@lru_cache(maxsize=32768)
def _compared(left: str, right: str) -> Comparison:
    """Stands in until the weights are here: words in common, and whether one of the two says no."""
    one, other = (set(re.findall(r"\w+", text.lower())) for text in (left, right))
    shared = len(one & other)
    there, back = shared / max(1, len(other)), shared / max(1, len(one))
    negated = bool({"not", "no", "never", "denied", "refused"} & (one ^ other))
    same = min(1.0, 1.5 * max(there, back))
    return Comparison(
        same=same, entails=there * (not negated), entailed=back * (not negated), contradicts=same * negated
    )
