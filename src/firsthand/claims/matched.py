"""How the matcher, which reads the words of both, finds the pairs of a story's points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.matching import LONGEST, match, rows_of
from .points import Layout

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]
    Places = npt.NDArray[np.int64]


def matched(layout: Layout, left: Places, right: Places, table: Array) -> npt.NDArray[np.float64]:
    """The probability of each pair of points to be on one point; `table` has the figures of `evidence`."""
    import numpy as np

    words = words_of(layout)
    scores = match([(words[i], words[j]) for i, j in zip(left.tolist(), right.tolist(), strict=True)], table)
    found: npt.NDArray[np.float64] = 1.0 / (1.0 + np.exp(-scores))
    return found


def words_of(layout: Layout) -> list[Array]:
    """For each point its words, as the matcher reads them."""
    import numpy as np

    last = np.append(layout.first[1:], len(layout.weights))
    found = []
    for n, (begin, end) in enumerate(zip(layout.first.tolist(), last.tolist(), strict=True)):
        own = slice(begin, min(end, begin + LONGEST))
        head = int(layout.head[n]) - begin if layout.head[n] >= begin else -1
        found.append(rows_of(layout.states[own], layout.weights[own], head=head, number=bool(layout.numbers[n])))
    return found
