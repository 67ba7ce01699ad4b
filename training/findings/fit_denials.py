"""The weights of `findings/facets/answering.py`: which statement a denial is about.

    python -m training.findings.fit_denials SHARED

`denials.jsonl` names accounts of ECB+, BASIL and PolNeAR train as they lie in SHARED/bench (none of the shared stories)
and pairs of a denial or doubt and another statement in them, by code points of the articles' texts: 2, the other puts
forward what is denied; 1, partly or arguably; 0, not. What has no label counts as wrong, but little: what was likely
has been labelled. The right pairs of one story count as the square root of their number. Prints, for the likeliest
statement of each denial by weights of other stories, how many are right from which likelihood on, then the weights.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand.findings.facets.answering import FIGURES, answers
from firsthand.findings.material import Material
from training.claims.pairs import texts_of
from training.regression import standardised

from .accounts import material_of

LABELLED = Path(__file__).parent / "denials.jsonl"
Table = npt.NDArray[np.float64]
RIDGE = 40.0
HALF, UNKNOWN = 0.3, 0.2
"""What a half right pair counts as, and the weight of one without a label."""
FOLDS, SEEDS = 6, range(6)
COUNTS = (20, 25, 30, 35, 40, 45, 50, 60)


@dataclass(frozen=True, slots=True)
class Row:
    """A denial and a statement: of which story, both by set, file and place, the figures, the label."""

    story: str
    denial: tuple[int, str, int, int]
    other: tuple[int, str, int, int]
    figures: tuple[float, ...]
    label: int | None


def main() -> None:
    """Print the curve and the weights."""
    texts = texts_of(Path(sys.argv[1]))
    sets = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    rows = [row for number, one in enumerate(sets) for row in rows_of(one, number, *material_of(one, texts))]
    report(rows)


def rows_of(one: Mapping[str, Any], number: int, material: Material, named: Mapping[str, str]) -> Iterable[Row]:
    """The pairs of one set; labelled ones that are no candidates are left out."""
    labels = {
        (one["files"][f], start, end, one["files"][g], begin, stop): label
        for f, start, end, g, begin, stop, label in one["pairs"]
    }
    story = f"ecb{one['files'][0].split('_')[0]}" if one["set"] == "ecbplus" else one["story"]
    for answer in answers(material):
        mine = answer.denial.statement.span
        for other, figures in answer.others:
            span = other.statement.span
            places = (named[mine.article], mine.start, mine.end), (named[span.article], span.start, span.end)
            label = labels.get(places[0] + places[1])
            yield Row(story, (number, *places[0]), (number, *places[1]), figures, label)


def report(rows: list[Row]) -> None:
    """How well the likeliest statements are found, and the weights over all."""
    table = np.array([row.figures for row in rows], dtype=np.float64)
    stories = sorted({row.story for row in rows})
    of = np.array([stories.index(row.story) for row in rows])
    right = Counter(row.story for row in rows if row.label == 2)
    weights = np.array([
        UNKNOWN if row.label is None else right[row.story] ** -0.5 if row.label == 2 else 1.0 for row in rows
    ])  # fmt: skip
    worth = np.array([{2: 1.0, 1: 0.5}.get(row.label or 0, 0.0) for row in rows])
    targets = np.where(worth == 0.5, HALF, worth)
    denials: dict[tuple[int, str, int, int], list[int]] = {}
    for n, row in enumerate(rows):
        if not row.figures[FIGURES.index("doubts")]:
            denials.setdefault(row.denial, []).append(n)
    told = sum(any(worth[n] == 1 for n in own) for own in denials.values())
    print(f"{len(rows)} pairs, {sum(r.label is not None for r in rows)} labelled, {sum(worth == 1)} right, "
          f"{len(denials)} denials, {told} with a right statement, {len(right)} stories with one")  # fmt: skip
    curve = np.zeros((len(COUNTS), 3))
    for seed in SEEDS:
        fold = np.random.default_rng(seed).permutation(len(stories))[of] % FOLDS
        rated = np.zeros(len(rows))
        for n in range(FOLDS):
            intercept, slopes = standardised(table[fold != n], targets[fold != n], weights[fold != n], RIDGE)
            rated[fold == n] = 1 / (1 + np.exp(-(intercept + table[fold == n] @ slopes)))
        best = sorted((max(own, key=lambda n: rated[n]) for own in denials.values()), key=lambda n: -rated[n])
        curve += [(worth[best[:c]].mean(), (worth[best[:c]] == 1).sum(), rated[best[c - 1]]) for c in COUNTS]
    for count, (precision, found, least) in zip(COUNTS, curve / len(SEEDS), strict=True):
        print(f"{count} likeliest: {precision:.3f} right (halves as half), {found:.1f} quite, from {least:.2f} on")
    intercept, slopes = standardised(table, targets, weights, RIDGE)
    print(f"INTERCEPT = {intercept:.3f}")
    for name, slope in zip(FIGURES, slopes, strict=True):
        print(f'    "{name}": {slope:.3f},')


if __name__ == "__main__":
    main()
