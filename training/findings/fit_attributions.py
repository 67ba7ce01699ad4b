"""The weights of `findings/facets/crediting.py`: `python -m training.findings.fit_attributions SHARED`.

`attributions.jsonl` names accounts of ECB+, BASIL and PolNeAR train as they lie in SHARED/bench (none of the shared
stories) and pairs of a statement in an account's own words and one that another account credits to somebody, by code
points of the articles' texts: 2, the first says what the second does and drops its source; 1, in part or arguably; 0,
not. Only pairs that the rules leave open are fitted. Prints how many of the likeliest are right by weights of other
accounts, then the weights.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.findings.facets.attributions import one_amount, possibly_dropped
from firsthand.findings.facets.crediting import figures_of
from training.claims.pairs import texts_of
from training.regression import average_precision

from .accounts import material_of
from .fit_values import FOLDS, fitted

LABELLED = Path(__file__).parent / "attributions.jsonl"
COUNTS = (40, 64, 80, 100, 130)
Row = tuple[int, tuple[float, ...], int]
"""The set of accounts, the figures, the label."""


def main() -> None:
    """Print the curve and the weights."""
    texts = texts_of(Path(sys.argv[1]))
    sets = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    rows = [row for number, one in enumerate(sets) for row in rows_of(one, number, texts)]
    table = np.array([(*figures, 1.0) for _, figures, _ in rows])
    labels = np.array([label for *_, label in rows])
    right, even = (labels == 2).astype(float), np.ones(len(rows))
    folds = np.array([story % FOLDS for story, *_ in rows])
    held = np.zeros(len(rows))
    for fold in range(FOLDS):
        own = folds != fold
        held[~own] = table[~own] @ fitted(table[own], right[own], even[own])
    print(len(rows), "pairs,", int(right.sum()), "dropped; average precision", round(average_precision(right, held), 3))
    order = np.argsort(-held, kind="stable")
    for count in COUNTS:
        chosen = labels[order[:count]]
        print(
            count,
            "likeliest: right",
            (chosen == 2).sum(),
            "half",
            (chosen == 1).sum(),
            round(held[order[count - 1]], 2),
        )
    print("weights", np.round(fitted(table, right, even), 2).tolist())


def rows_of(one: dict[str, Any], story: int, texts: dict[tuple[str, str], str]) -> Iterator[Row]:
    """The labelled pairs of one set of accounts that the rules leave open."""
    labels = {((one["files"][f], start), (one["files"][g], begin)): label for f, start, g, begin, label in one["pairs"]}
    material, named = material_of(one, texts)
    for pair in material.pairs:
        two = possibly_dropped(material, pair)
        if two is None:
            continue
        bare, credited = (statement.statement.span for statement in two)
        label = labels.get(((named[bare.article], bare.start), (named[credited.article], credited.start)))
        figures = figures_of(material, *two, amount=one_amount(material, *two))
        if label is not None and figures is not None:
            yield story, figures, label


if __name__ == "__main__":
    main()
