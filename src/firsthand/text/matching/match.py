"""Runs the matcher. See data/MODEL_CARD.md.

The words of both sides, as the sentence encoder left them, attend to one another in one small transformer layer (late
interaction, after ColBERT, Khattab & Zaharia 2020, with a layer of its own in place of the maximum), so a pair costs a
fraction of what reading both texts anew would.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..weights import session

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]
    Places = npt.NDArray[np.int64]

MODEL = Path(__file__).parent / "data" / "matcher.onnx"
MODEL_SHA256 = "3636496f641845800fc41f37352e21860fd1a32635f1efb390da8bb742a50032"
LONGEST = 24
"""Words read of one side."""
MARKS = 4
"""Figures beside the state of a word: its weight, whether it is the clause's head, whether the clause has a number, and
one that is kept free."""
STATE, WEIGHT = 8.0, 6.0
"""By what states (of unit length) are multiplied and weights (inverse sentence frequencies) divided, which brings both
near one."""
USUAL = (
    0.39913473, 0.25849852, 0.14044318, 0.03774568, 0.14602609, 0.22286706, 1.50481498, 2.23971438, 5.10077286,
    1.48324788, 6.10362053, 8.58544445,
)  # fmt: skip
"""The means of a pair's figures in training, which stand for those of a pair of which only the words are known."""
AT_ONCE = 64
"""Pairs of like length matched in one run."""


@cache
def _session() -> Any:
    return session(MODEL, MODEL_SHA256)


def rows_of(states: Array, weights: Array, *, head: int = -1, number: bool = False) -> Array:
    """The words of one side as the matcher reads them, shape (words, 384 + MARKS).

    `states` are centred on the story and of unit length, shape (words, 384), `weights` are in their order; `head` is
    the place of the head word, if it is among them, and `number` whether the side has a numeral. LONGEST words at most.
    """
    import numpy as np

    rows = np.zeros((len(states), states.shape[1] + MARKS), dtype=np.float32)
    rows[:, :-MARKS] = states * STATE
    rows[:, -MARKS] = weights / WEIGHT
    if 0 <= head < len(rows):
        rows[head, 1 - MARKS] = 1.0
    rows[:, 2 - MARKS] = float(number)
    return rows


def match(pairs: Sequence[tuple[Array, Array]], figures: Array | None = None) -> npt.NDArray[np.float64]:
    """The log odds of each pair to be on one point. `figures`, shape (pairs, 12), are those of `claims/evidence.py`;
    without them only the words speak."""
    import numpy as np

    if figures is None:
        figures = np.tile(np.array(USUAL, dtype=np.float32), (len(pairs), 1))
    order = np.argsort([len(one) + len(other) for one, other in pairs], kind="stable")
    scores = np.zeros(len(pairs))
    for at in range(0, len(order), AT_ONCE):
        chosen = order[at : at + AT_ONCE]
        feed = dict(
            zip(("words", "sides", "there"), laid_side_by_side([pairs[n] for n in chosen.tolist()]), strict=True)
        )
        scores[chosen] = _session().run(None, {**feed, "figures": figures[chosen]})[0]
    return scores


def laid_side_by_side(pairs: Sequence[tuple[Array, Array]]) -> tuple[Array, Places, Array]:
    """The words of each pair in one row, padded; which side each is of; whether there is one."""
    import numpy as np

    longest = max(len(one) + len(other) for one, other in pairs)
    words = np.zeros((len(pairs), longest, pairs[0][0].shape[1]), dtype=np.float32)
    sides = np.zeros((len(pairs), longest), dtype=np.int64)
    there = np.zeros((len(pairs), longest), dtype=np.float32)
    for row, (one, other) in enumerate(pairs):
        end = len(one) + len(other)
        words[row, : len(one)], words[row, len(one) : end] = one, other
        sides[row, len(one) : end] = 1
        there[row, :end] = 1.0
    return words, sides, there
