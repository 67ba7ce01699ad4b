"""The words of the shorter text laid on those of the longer: which word answers which, and whether they hang together
there as they do here.

A word answers a word of the same lemma, else the one whose state in the sentence encoder is likest (BERTScore, Zhang
et al. 2020). Where "Ada succeeded Bo" is told of a text that says "Bo succeeded Ada", all words are there: so what
counts besides is how far apart in the other text's dependency tree the words stand that here belong to each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .sides import Prepared

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from spacy.tokens import Token

STEM, STEMMED = 5, 0.95
TIED = 0.02
"""Words that answer a word as well as the best, but for this much."""
FARTHEST = 6.0
"""Steps in the tree; words of two sentences are this far apart."""
STEPS = {"compound": 0.2, "appos": 0.3, "conj": 0.7, "prep": 0.5, "pobj": 0.5, "agent": 0.5, "poss": 0.5, "amod": 0.5,
         "nummod": 0.3, "acl": 0.7, "relcl": 0.7, "case": 0.0, "pcomp": 0.5, "xcomp": 0.7}  # fmt: skip
"""What one step costs; any other label one."""
_WEIGHTS = {"PROPN": 1.4, "NUM": 1.4, "NOUN": 1.1, "VERB": 1.0, "ADJ": 0.9, "ADV": 0.5}
RARE = 0.6
"""Weight of a content word of another part of speech."""


@dataclass(frozen=True, eq=False)
class Laid:
    """`told` laid on `text`."""

    text: Prepared
    told: Prepared

    @cached_property
    def scores(self) -> npt.NDArray[np.float32]:
        """How well each word of `text` (column) answers each of `told` (row)."""
        import numpy as np

        found: npt.NDArray[np.float32] = self.told.reading.states @ self.text.reading.states.T
        found = np.minimum(found, 0.9)
        theirs = [word.lemma for word in self.text.reading.words]
        for row, word in enumerate(self.told.reading.words):
            for column, lemma in enumerate(theirs):
                if lemma == word.lemma:
                    found[row, column] = 1.0
                elif len(lemma) >= STEM and lemma.isalpha() and lemma[:STEM] == word.lemma[:STEM]:
                    found[row, column] = STEMMED
        return found

    @cached_property
    def best(self) -> tuple[float, ...]:
        """For each word of `told` how well it is answered."""
        if not len(self.text.tokens):
            return (0.0,) * len(self.told.tokens)
        return tuple(float(x) for x in self.scores.max(axis=1)) if len(self.told.tokens) else ()

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much each word of `told` tells."""
        return tuple(_WEIGHTS.get(word.pos, RARE) for word in self.told.reading.words)

    @cached_property
    def _row(self) -> dict[int, int]:
        return {token.i: row for row, token in enumerate(self.told.tokens)}

    def answered(self, token: Token) -> float:
        """How well a word of `told` is answered; 0 where it is no content word."""
        row = self._row.get(token.i)
        return self.best[row] if row is not None else 0.0

    def answers(self, token: Token) -> list[Token]:
        """The words of `text` that answer a word of `told` best."""
        row = self._row.get(token.i)
        if row is None or not self.text.tokens:
            return []
        least = self.best[row] - TIED
        return [self.text.tokens[n] for n, score in enumerate(self.scores[row]) if score >= least]

    def head(self, token: Token) -> Token | None:
        """The content word of `told` that a token belongs to; of a copula, its subject."""
        above = token
        while above.head.i != above.i:
            above = above.head
            if above.i in self._row:
                return above
        subject = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass") and c.i in self._row), None)
        return subject if subject is not None and not subject.is_ancestor(token) and subject.i != token.i else None


def far(left: Token, right: Token) -> float:
    """How far apart two words of one text are in its tree."""
    mine, theirs = _above(left), _above(right)
    shared = [mine[i] + theirs[i] for i in mine if i in theirs]
    return min([*shared, FARTHEST])


def _above(token: Token) -> dict[int, float]:
    """Every word above a token, itself included, with the cost of the way."""
    found, cost = {token.i: 0.0}, 0.0
    while token.head.i != token.i and cost < FARTHEST:
        cost += STEPS.get(token.dep_, 1.0)
        token = token.head
        found[token.i] = cost
    return found
