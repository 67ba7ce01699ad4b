"""Whether two clauses are on one point, by a small network over the word states that they have already.

See data/MODEL_CARD.md. The words of both sides, as the sentence encoder left them, attend to one another in one small
transformer layer (late interaction, after ColBERT, Khattab & Zaharia 2020, with a layer of its own in place of the
maximum), so a pair costs a fraction of what reading both texts anew would.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..text.weights import session
from .points import Layout

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]
    Places = npt.NDArray[np.int64]

MODEL = Path(__file__).parent / "data" / "judge.onnx"
MODEL_SHA256 = "3636496f641845800fc41f37352e21860fd1a32635f1efb390da8bb742a50032"
LONGEST = 24
"""Content words read of one clause."""
MARKS = 4
"""Figures beside the state of a word: its weight, whether it is the clause's head, whether the clause has a number, and
one that is kept free."""
AT_ONCE = 64
"""Pairs of like length judged in one run."""


@cache
def _session() -> Any:
    return session(MODEL, MODEL_SHA256)


def judged(layout: Layout, left: Places, right: Places, table: Array) -> npt.NDArray[np.float64]:
    """The probability of each pair of points to be on one point; `table` has the figures of `evidence`."""
    import numpy as np

    words = words_of(layout)
    lengths = np.array([len(rows) for rows in words])
    order = np.argsort(lengths[left] + lengths[right], kind="stable")
    scores = np.zeros(len(left))
    for at in range(0, len(order), AT_ONCE):
        chosen = order[at : at + AT_ONCE]
        pairs = [(words[left[n]], words[right[n]]) for n in chosen]
        feed = dict(zip(("words", "sides", "there"), laid_side_by_side(pairs), strict=True))
        scores[chosen] = _session().run(None, {**feed, "figures": table[chosen]})[0]
    found: npt.NDArray[np.float64] = 1.0 / (1.0 + np.exp(-scores))
    return found


def words_of(layout: Layout) -> list[Array]:
    """For each point its words, shape (words, 384 + MARKS)."""
    import numpy as np

    last = np.append(layout.first[1:], len(layout.weights))
    found = []
    for n, (begin, end) in enumerate(zip(layout.first.tolist(), last.tolist(), strict=True)):
        end = min(end, begin + LONGEST)
        rows = np.zeros((end - begin, layout.states.shape[1] + MARKS), dtype=np.float32)
        rows[:, :-MARKS] = layout.states[begin:end] * 8
        rows[:, -MARKS] = layout.weights[begin:end] / 6
        if begin <= layout.head[n] < end:
            rows[layout.head[n] - begin, 1 - MARKS] = 1.0
        rows[:, 2 - MARKS] = float(bool(layout.numbers[n]))
        found.append(rows)
    return found


def laid_side_by_side(pairs: list[tuple[Array, Array]]) -> tuple[Array, Places, Array]:
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
