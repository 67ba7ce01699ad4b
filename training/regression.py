"""What several trainings share: logistic regression with a ridge, and average precision."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Table = npt.NDArray[np.float64]
STEPS = 30


def logistic(rows: Table, targets: Table, weights: Table, ridge: Table) -> Table:
    """The weights of each column by Newton's method; `ridge`, one number a column, holds them small."""
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-(rows @ found)))
        slope = rows.T @ (weights * (shares - targets)) + ridge * found
        curve = (rows * (weights * shares * (1 - shares))[:, None]).T @ rows + np.diag(ridge)
        found -= np.linalg.solve(curve, slope)
    return found


def standardised(table: Table, targets: Table, weights: Table, ridge: float) -> tuple[float, Table]:
    """The same over columns brought to one spread, with a level that is not held small: the level and the weights."""
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    rows = np.column_stack([np.ones(len(table)), (table - mean) / spread])
    found = logistic(rows, targets, weights, np.array([1e-6, *[ridge] * table.shape[1]]))
    slopes = found[1:] / spread
    return float(found[0] - (slopes * mean).sum()), slopes


def average_precision(right: npt.NDArray[Any], scores: npt.NDArray[Any]) -> float:
    """The mean precision at each right pair, likeliest first."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    return float((hits / np.arange(1, len(right) + 1))[right[order] > 0].mean())
