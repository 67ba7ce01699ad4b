"""What the steps from scores to attributions share: tags, runs of words, and shares of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .encoding import QUOTED, Window, punctuation

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Scores = npt.NDArray[np.float32]

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SOURCE, CUE, CONTENT = 1, 3, 5
"""The tags that open a span of each role; the next number continues it."""
BARRED = -1e6
"""The score of what cannot be."""
NOWHERE = 0
"""The position of [CLS], to which a span is linked that has no partner in the window."""
Run = tuple[int, int]
"""First word of a span and the one after its last."""


def log_shares(scores: Scores) -> Scores:
    """The logarithm of each row's shares, which sum to one."""
    import numpy as np

    scores = scores - scores.max(axis=1, keepdims=True)
    shares: Scores = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return shares


def has_letters(window: Window, word: int) -> bool:
    """Whether a word is more than punctuation."""
    return window.pieces[window.heads[word]] not in punctuation()


def is_quoted(window: Window, run: Run) -> bool:
    """Whether a run begins inside quotation marks."""
    return bool(window.marks[window.heads[run[0]]] & QUOTED)
