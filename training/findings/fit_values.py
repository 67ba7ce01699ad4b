"""The weights by which amounts of one thing are told: `python -m training.findings.fit_values SHARED`.

`values.jsonl` names accounts of ECB+, BASIL and PolNeAR train as they lie in SHARED/bench (none of the shared stories)
and pairs of amounts, times or places in them, by code points of the articles' texts: 2, both are given for one thing;
1, arguably; 0, for two. Only pairs of different amounts that the rules leave open are fitted; what came less likely was
drawn more thinly, and counts more. Prints the average precision by weights of other stories, then the weights.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.findings.agreement import Agreement
from firsthand.findings.amounts import compare
from firsthand.findings.facets import numbers, one_thing
from firsthand.findings.slots import Filler
from firsthand.model import Quantity
from training.claims.pairs import texts_of
from training.regression import Table, average_precision, logistic

from .accounts import material_of

LABELLED = Path(__file__).parent / "values.jsonl"
RIDGE, FOLDS = 2.0, 8
DRAWN, THINLY = 0.1, 1.4
"""Likelihood by the amounts' own evidence from which on all pairs were labelled, and what one below it stands for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled pair: of which set of accounts, what it stands in says (log odds), the other figures, the label."""

    story: int
    score: float
    figures: tuple[float, ...]
    label: int


def main() -> None:
    """Print the curve and the weights."""
    texts = texts_of(Path(sys.argv[1]))
    sets = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    rows = [row for number, one in enumerate(sets) for row in rows_of(one, number, texts)]
    table = np.array([(row.score, *row.figures, 1.0) for row in rows])
    right = np.array([row.label == 2 for row in rows], dtype=float)
    weights = np.array([1.0 if row.score >= math.log(DRAWN / (1 - DRAWN)) else THINLY for row in rows])
    folds = np.array([row.story % FOLDS for row in rows])
    print(len(rows), "pairs,", int(right.sum()), "of one thing")
    print("what they stand in alone: average precision", round(average_precision(right, table[:, 0]), 3))
    for name, chosen in (
        ("with the matcher", [0, 1, 4]),
        ("and the verb", [0, 1, 3, 4]),
        ("and the gap", [0, 1, 2, 3, 4]),
    ):
        held = np.zeros(len(rows))
        for fold in range(FOLDS):
            own = folds != fold
            held[~own] = table[~own][:, chosen] @ fitted(table[own][:, chosen], right[own], weights[own])
        print(name, round(average_precision(right, held), 3), curve(right, held, weights))
    print("weights", np.round(fitted(table, right, weights), 2).tolist())


def fitted(table: Table, right: Table, weights: Table) -> Table:
    """Logistic regression; the last column is the level, which is not held small."""
    return logistic(table, right, weights, np.array([*[RIDGE] * (table.shape[1] - 1), 0.0]))


def curve(right: Table, scores: Table, weights: Table) -> str:
    """How many are right from which likelihood on."""
    shares = 1 / (1 + np.exp(-scores))
    told = []
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        own = shares >= least
        told.append(f"{least}: {np.average(right[own], weights=weights[own]) if own.any() else 0:.2f} of {own.sum()}")
    return ", ".join(told)


def rows_of(one: dict[str, Any], story: int, texts: dict[tuple[str, str], str]) -> Iterator[Row]:
    """The labelled pairs of different amounts in one set of accounts."""
    wanted = {
        ((one["files"][a], start), (one["files"][b], begin)): label
        for kind, a, start, _, b, begin, _, label in one["pairs"]
        if kind == "number"
    }
    if not wanted:
        return
    material, named = material_of(one, texts)
    fillers: list[Filler[Quantity]] = []
    scores: dict[frozenset[int], float] = {}

    def seen(given: Sequence[Filler[Quantity]], *_: object) -> list[list[Filler[Quantity]]]:
        fillers.extend(given)
        return []

    def kept(left: Filler[Quantity], right: Filler[Quantity], score: float) -> float:
        scores[frozenset((id(left), id(right)))] = score
        return score

    slots, weighed = numbers.slots, one_thing.weighed
    numbers.slots, one_thing.weighed = seen, kept  # type: ignore[assignment]
    try:
        list(numbers.differences(material))
        at = {}
        for filler in fillers:
            at.setdefault((named[filler.span.article], filler.span.start), []).append(filler)
        contrasts = one_thing.contrasts_of(fillers)
        for (left, right), label in wanted.items():
            for mine in at.get(left, ()):
                for theirs in at.get(right, ()):
                    if compare(mine.value, theirs.value).agreement is not Agreement.DIFFERENT:
                        continue
                    one_thing.likely_one(mine, theirs, contrasts)
                    score = scores.get(frozenset((id(mine), id(theirs))))
                    figures = one_thing.further(mine, theirs)
                    if score is not None and score >= one_thing.LEFT_OUT and figures is not None:
                        yield Row(story, score, figures, label)
    finally:
        numbers.slots, one_thing.weighed = slots, weighed


if __name__ == "__main__":
    main()
