"""How two statements stand to each other: a judge over the evidence of their words and what the comparing model says.

Logistic regression over some twenty figures (`evidence.py`), so that every answer can be traced to what weighed in it.
See data/MODEL_CARD.md for what it was fitted on, and how often it is right.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from .compare import compare
from .evidence import Evidence, evidence_of

JUDGE = Path(__file__).parent / "data" / "judge.json"
AGAINST, LIKE = 0.38, 0.32
"""From which likelihoods on two statements are taken for a contradiction, or for one thing said: best for the pairs
that the judge was fitted on, each set judged by weights fitted on the others. Of pairs of real news hardly one in a
hundred is a contradiction, and most of what passes is none: see the model card before resting anything on it."""
UNREASONED = 0.3
"""The most that is said where no word stands against another: the model alone takes paraphrases for contradictions (of
13 pairs of the shared stories that it brought over the line none was one, nine of them without a reason)."""
LEAST = 0.002
"""Probabilities of the model are kept this far from 0 and 1 before their odds are taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What two statements have to do with each other. The order of the two does not matter."""

    contradiction: float
    """How likely it is, 0..1, that both cannot hold."""
    likeness: float
    """How likely it is, 0..1, that the one that says less says nothing that the other does not."""
    why: tuple[str, ...]
    """What stands against each other, in plain words; may be empty."""


@lru_cache(maxsize=8192)
def relation(left: str, right: str) -> Relation:
    """How two statements stand to each other."""
    if left.strip() == right.strip():
        return Relation(contradiction=0.0, likeness=1.0, why=())
    found = figures_of(left, right)
    judge = _judge()
    against = judge.rate("contradiction", found.figures)
    return Relation(
        contradiction=against if found.reasons else min(against, UNREASONED),
        likeness=judge.rate("likeness", found.figures),
        why=tuple(dict.fromkeys(found.reasons)),
    )


def figures_of(left: str, right: str) -> Evidence:
    """The evidence of the words with what the comparing model says beside it: all that the judge weighs."""
    found = evidence_of(left, right)
    answer = compare([(found.text, found.told)])[0]
    found.figures |= {
        "model against": _odds(answer.contradicts),
        "model entails": _odds(answer.entails),
        "model entailed": _odds(answer.entailed),
        "model same": _odds(answer.same),
    }
    return found


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights by name of figure; each figure is taken less its mean, by its spread."""

    names: tuple[str, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    weights: Mapping[str, Sequence[float]]
    """For each answer, the weights of the figures in order, and last the constant."""

    def rate(self, answer: str, figures: Mapping[str, float]) -> float:
        """The probability of an answer."""
        weights = self.weights[answer]
        total = weights[-1] + sum(
            weight * (figures[name] - mean) / spread
            for name, mean, spread, weight in zip(self.names, self.means, self.spreads, weights[:-1], strict=True)
        )
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 4)


@cache
def _judge() -> Judge:
    data = json.loads(JUDGE.read_text(encoding="utf-8"))
    return Judge(tuple(data["names"]), tuple(data["means"]), tuple(data["spreads"]), data["weights"])


def _odds(probability: float) -> float:
    kept = min(1.0 - LEAST, max(LEAST, probability))
    return math.log(kept / (1.0 - kept))
