"""The nearest of every article, whatever their story: the way from one story to those that might be one with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..grouping import FLOOR

if TYPE_CHECKING:
    import numpy.typing as npt

NEAREST = 4
"""Links kept of one article, the strongest; a story has those of all its articles."""
LINK = np.dtype([("row", np.int32), ("strength", np.float32)])
ROOM = 1 << 12


class Links:
    """For every row, the rows that it is strongest with."""

    def __init__(self) -> None:
        self._links = np.zeros((ROOM, NEAREST), dtype=LINK)

    def add(self, row: int, links: npt.NDArray[np.void]) -> None:
        """The links of a new row, which become links of the others too where they are stronger than theirs."""
        if row >= len(self._links):
            self._links.resize((max(row + 1, len(self._links) * 5 // 4), NEAREST), refcheck=False)
        self._links[row, : len(links)] = links
        for other, strength in links.tolist():
            theirs = self._links[other]
            weakest = int(theirs["strength"].argmin())
            if strength > theirs["strength"][weakest]:
                theirs[weakest] = (row, strength)

    def of(self, rows: Sequence[int]) -> npt.NDArray[np.void]:
        """All links of some rows."""
        found = self._links[list(rows)].ravel()
        return found[found["strength"] > 0]


def strongest(rows: npt.NDArray[np.int64], strengths: npt.NDArray[np.float64]) -> npt.NDArray[np.void]:
    """The links of an article: its strongest that could make two stories one, ties to the earlier row."""
    order = np.lexsort((rows, -strengths))[:NEAREST]
    order = order[strengths[order] > FLOOR]
    links = np.zeros(len(order), dtype=LINK)
    links["row"], links["strength"] = rows[order], strengths[order]
    return links
