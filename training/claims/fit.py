"""The weights of `claims/likelihood.py`: how likely two clauses of two articles are on one point.

    python training/claims/fit.py [../shared/stories]

Stories with an editor's answers (see `bench/claims.py`). A pair of clauses is on one point where an editor has both on
one; each pair of the editor's statements counts once, however many clauses it has. Pairs on two points count once each;
of those of which only one is in the answers, a quarter, drawn with a fixed seed. Prints recall and precision of the
editor's pairs, each story joined by weights of the others and what the matcher says, then the weights over all.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from firsthand.claims.evidence import evidence
from firsthand.claims.likelihood import LEAST, OF_MATCHER, WEIGHTS
from firsthand.claims.matched import matched
from firsthand.claims.points import laid_out, points_of
from firsthand.pipeline import articles_of
from firsthand.statements import statements_of
from firsthand.stories import group_articles
from firsthand.text.grouping import average_link

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from claims import Place, Told, told_in
from training.regression import standardised

Table = npt.NDArray[np.float64]
RIDGE = 0.02
UNKNOWN = 0.25
COVERED = 0.4
"""Share of the shorter of a clause and an editor's quotation that they have in common where it is on that point."""
LINKS = (0.12, 0.15, 0.17, 0.2, 0.25)


@dataclass(frozen=True, slots=True)
class Sample:
    """One story: its pairs with their evidence, labels and weights, and what is needed to score a joining."""

    gold: list[Told]
    places: list[Place]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    table: Table
    labels: Table
    weights: Table
    matched: Table


def main() -> None:
    """Print the curve and the weights."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/stories")
    samples = [one for answers in sorted(folder.glob("*/story.json")) for one in samples_of(answers)]
    counts: dict[float, Counter[str]] = {least: Counter() for least in LINKS}
    for held in samples:
        odds = fitted([one for one in samples if one is not held])[0]
        alone = odds(held.table)
        both = np.where(alone >= LEAST, alone ** (1 - OF_MATCHER) * held.matched**OF_MATCHER, 0.0)
        pairs = {(int(i), int(j)): float(p) for i, j, p in zip(held.left, held.right, both, strict=True) if p}
        for least, count in counts.items():
            count.update(scored(held, average_link(len(held.places), pairs, least)))
    for least, count in counts.items():
        recall, precision = count["right"] / count["gold"], count["right"] / max(1, count["right"] + count["wrong"])
        print(f"joined at {least:.2f}: {recall:.3f} / {precision:.3f}")
    _, intercept, slopes = fitted(samples)
    print(f"intercept {intercept:.3f}")
    for name, slope in zip(WEIGHTS, slopes, strict=True):
        print(f"{name:20} {slope:.3f}")


def samples_of(answers: Path) -> list[Sample]:
    """The stories of one folder that have two accounts or more."""
    _, articles, _ = articles_of([answers.parent / "articles"])
    gold = told_in(answers, articles)
    by_id = {article.id: article for article in articles}
    found = []
    for story in group_articles(articles):
        own = {key: by_id[key] for key in story.articles}
        said = [one for article in own.values() for one in statements_of(article)]
        points = points_of(said, own)
        if len(own) > 1 and points:
            layout = laid_out(points, said, own)
            left, right, table = evidence(layout)
            figures = table[:, : len(WEIGHTS)].astype(np.float64)
            told = matched(layout, left, right, table)
            words = [(said[point.statement].span.article, point.part.words) for point in points]
            places = [(key, run[0].idx, run[-1].idx + len(run[-1])) for key, run in words]
            labels, weights = _labelled(gold, places, left, right)
            found.append(Sample(gold, places, left, right, figures, labels, weights, told))
    return found


def _labelled(
    gold: list[Told], places: list[Place], left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]
) -> tuple[Table, Table]:
    told = [[n for n, place in enumerate(places) if one.place and _covers(place, one.place)] for one in gold]
    points: list[set[str]] = [set() for _ in places]
    for one, numbers in zip(gold, told, strict=True):
        for n in numbers:
            points[n].add(one.claim)
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    labels = np.array([bool(points[i] & points[j]) for i, j in pairs], dtype=np.float64)
    drawn = np.random.default_rng(0).random(len(pairs)) < UNKNOWN
    weights = np.array([bool(points[i] and points[j]) for i, j in pairs], dtype=np.float64)
    some = np.array([bool(points[i] or points[j]) for i, j in pairs])
    weights[(weights == 0) & some & drawn] = 1.0
    weights[labels == 1] = 0.0
    at = {pair: n for n, pair in enumerate(pairs)}
    for a, one in enumerate(gold):
        for b, other in enumerate(gold[:a]):
            if one.claim == other.claim and one.file != other.file:
                met = {at[p] for i in told[a] for j in told[b] if (p := (min(i, j), max(i, j))) in at}
                for n in met:
                    weights[n] = max(weights[n], 1.0 / len(met))
    return labels, weights


def _covers(place: Place, quote: Place) -> bool:
    common = min(place[2], quote[2]) - max(place[1], quote[1]) if place[0] == quote[0] else 0
    return common > 0 and common >= COVERED * min(place[2] - place[1], quote[2] - quote[1])


def fitted(samples: list[Sample]) -> tuple[Callable[[Table], Table], float, Table]:
    """Ridge logistic regression: what it says, its intercept and its weights."""
    table = np.concatenate([one.table[one.weights > 0] for one in samples])
    labels = np.concatenate([one.labels[one.weights > 0] for one in samples])
    weights = np.concatenate([one.weights[one.weights > 0] for one in samples])
    intercept, slopes = standardised(table, labels, weights, 1 / RIDGE)
    return lambda asked: 1 / (1 + np.exp(-(intercept + asked @ slopes))), intercept, slopes


def scored(sample: Sample, groups: list[list[int]]) -> Counter[str]:
    """Pairs of the editor's statements rightly and wrongly joined, as `score_stories.py` counts them."""
    of = {n: number for number, group in enumerate(groups) for n in group}
    held = [
        {of[n] for n, place in enumerate(sample.places) if one.place and _meet(place, one.place)} for one in sample.gold
    ]
    beside = [
        {other.claim for other in sample.gold if one.place and other.place and _meet(one.place, other.place)}
        for one in sample.gold
    ]
    counts: Counter[str] = Counter()
    for a, one in enumerate(sample.gold):
        for b, other in enumerate(sample.gold[:a]):
            if one.file != other.file:
                is_one, met = one.claim == other.claim, bool(held[a] & held[b])
                counts["gold"] += is_one
                counts["right"] += is_one and met
                counts["wrong"] += not is_one and met and not beside[a] & beside[b]
    return counts


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


if __name__ == "__main__":
    main()
