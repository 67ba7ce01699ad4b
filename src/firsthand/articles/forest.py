"""A forest of small decision trees over a table of evidence: the model that tells an article's lines from the rest.

The trees are read from a JSON file beside this module; `training/articles` grows them, and the card there says on what.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from firsthand.text.weights import checked

_FILE = Path(__file__).parent / "data" / "forest.json"
_SHA256 = "91d2b525e1fde5c37ba221eeb3bb48f1d062ec12fa09217bec8cc7b1506e2035"

Table = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees side by side, one row each. A node asks whether a column is at most its limit; a leaf leads to itself."""

    column: Places
    limit: Table
    yes: Places
    no: Places
    value: Table
    depth: int

    def shares(self, table: Table) -> Table:
        """For each row of the table, how likely it is to be text of an article."""
        count, trees = len(table), len(self.column)
        flat = (np.arange(trees) * self.column.shape[1])[None, :]
        node = np.repeat(flat, count, axis=0)
        column, limit, yes, no = (part.ravel() for part in (self.column, self.limit, self.yes, self.no))
        row = np.arange(count)[:, None]
        for _ in range(self.depth):
            node = np.where(table[row, column[node]] <= limit[node], yes[node], no[node]) + flat
        total = self.value.ravel()[node].sum(axis=1)
        shares: Table = 1.0 / (1.0 + np.exp(-total))
        return shares


def read_forest(text: str) -> Forest:
    """A forest from its JSON form: a list of trees, each a list of nodes `[column, limit, yes, no, value]`."""
    trees: list[list[list[float]]] = json.loads(text)
    nodes = np.zeros((len(trees), max(map(len, trees)), 5))
    for number, tree in enumerate(trees):
        nodes[number, : len(tree)] = tree
    column, limit, yes, no, value = np.moveaxis(nodes, 2, 0)
    depth = max(_depth(tree, 0) for tree in trees)
    return Forest(column.astype(np.int64), limit, yes.astype(np.int64), no.astype(np.int64), value, depth)


def _depth(tree: list[list[float]], node: int) -> int:
    _, _, yes, no, _ = tree[node]
    return 0 if yes == node else 1 + max(_depth(tree, int(yes)), _depth(tree, int(no)))


@cache
def article_forest() -> Forest:
    """The forest that this version was measured with."""
    return read_forest(checked(_FILE, _SHA256).read_text("utf-8"))
