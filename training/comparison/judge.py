"""Fit the judge over the evidence of words and model: `python -m training.comparison.judge SHARED NEWS OUT`.

Pairs are those kept aside from the model's training, of every set and every way of making them. Prints, leaving one set
out at a time, how well contradictions are told from the rest, and the threshold that would have been best there;
writes the weights. Needs the package's own environment only.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

import numpy as np

from firsthand.text.comparing.relation import figures_of

from .examples import AGREE, Example, aside, of_inference, of_news

TAKEN = 150
"""Pairs of each set or way of making, at most; sets nearest to news are taken thrice that."""
NEAREST = (
    "conjnli",
    "fool-me-twice",
    "fever-symmetric",
    "negation-mnli",
    "one event, one point",
    "clause",
    "rewritten",
)
SHARE = {"contradiction": 0.15, "likeness": 0.4}
"""Of the weight of all pairs: about what there is in pairs of statements that were laid side by side for a reason."""
FORWARD = frozenset({
    "denied", "exchanged", "replaced", "number replaced", "roles turned", "opposites", "torn", "torn most",
    "model against",
})  # fmt: skip
"""Figures that may speak only for a contradiction: the made pairs must not teach the contrary."""
PENALTY = 3.0
ROUNDS, RATE, MOMENTUM = 2500, 0.5, 0.9


def main() -> None:
    """Read the command line and fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("shared", "news", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    pairs = chosen(args.shared, args.news)
    print(len(pairs), "pairs kept aside", flush=True)
    figures = [figures_of(pair.a, pair.b).figures for pair in pairs]
    names = sorted(figures[0])
    table = np.array([[one[name] for name in names] for one in figures])
    sets = [pair.kind.split("/")[0] for pair in pairs]
    means, spreads = table.mean(axis=0), table.std(axis=0) + 1e-6
    scaled = np.hstack([(table - means) / spreads, np.ones((len(table), 1))])
    weights = {}
    for answer, share in SHARE.items():
        truth = np.array([of_answer(pair, answer) for pair in pairs])
        forward = np.array([name in FORWARD for name in names] + [False]) & (answer == "contradiction")
        weights[answer] = fit(scaled, truth, share, forward)
        left_out = leave_one_out(scaled, truth, share, forward, sets)
        print(answer, report(left_out, truth, share), flush=True)
        for name, weight in zip([*names, "constant"], weights[answer], strict=True):
            print(f"  {name:20} {weight:+.2f}")
    rounded = {answer: [round(float(w), 4) for w in row] for answer, row in weights.items()}
    data = {
        "names": names,
        "means": [round(float(x), 4) for x in means],
        "spreads": [round(float(x), 4) for x in spreads],
        "weights": rounded,
    }
    args.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def chosen(shared: Path, news: Path) -> list[Example]:
    """The pairs kept aside, of every set alike, in an order of chance."""
    rng = random.Random(3)
    sets = defaultdict(list)
    every = of_inference(shared / "bench" / "pairs" / "train.jsonl", rng) + of_news(news, rng)
    for pair in dict.fromkeys(pair for pair in every if aside(pair) and of_answer(pair, "contradiction") is not None):
        sets[pair.kind.split("/")[0]].append(pair)
    found: list[Example] = []
    for name, pairs in sorted(sets.items()):
        found += rng.sample(pairs, min(len(pairs), TAKEN * (3 if name in NEAREST else 1)))
    rng.shuffle(found)
    return found


def of_answer(pair: Example, answer: str) -> float | None:
    """Whether a pair contradicts, or the second side follows from the first; None where it cannot be said."""
    _, entailed, _, contradicts = pair.targets
    if contradicts is None or 0.1 < contradicts < 0.5:
        return None
    if answer == "contradiction":
        return float(contradicts >= 0.5)
    return 1.0 if pair.kind in AGREE else float((entailed or 0.0) > 0.5)


def fit(table: np.ndarray, truth: np.ndarray, share: float, forward: np.ndarray) -> np.ndarray:
    """Weights by gradient descent, from nothing: the same each time."""
    each = weighing(truth, share)
    weights, speed = np.zeros(table.shape[1]), np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        said = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (each * (said - truth)) / each.sum()
        slope[:-1] += PENALTY * weights[:-1] / len(truth)
        speed = MOMENTUM * speed - RATE * slope
        weights = weights + speed
        weights[forward] = np.maximum(weights[forward], 0.0)
    return weights


def weighing(truth: np.ndarray, share: float) -> np.ndarray:
    """The weight of each pair, so that the true ones have their share."""
    rate = truth.mean()
    return np.where(truth > 0, share / rate, (1 - share) / (1 - rate))


def leave_one_out(
    table: np.ndarray, truth: np.ndarray, share: float, forward: np.ndarray, sets: list[str]
) -> np.ndarray:
    """What is said of each set by weights fitted on all others."""
    said = np.zeros(len(truth))
    names = np.array(sets)
    for name in sorted(set(sets)):
        own = names == name
        weights = fit(table[~own], truth[~own], share, forward)
        said[own] = 1 / (1 + np.exp(-table[own] @ weights))
    return said


def report(said: np.ndarray, truth: np.ndarray, share: float) -> str:
    """Area under the curve, and the threshold of the best F1 at the share of true ones aimed at."""
    each = weighing(truth, share)
    order = np.argsort(said, kind="stable")
    rank = np.empty(len(said))
    rank[order] = np.arange(1, len(said) + 1)
    yes, no = int((truth > 0).sum()), int((truth == 0).sum())
    area = (rank[truth > 0].sum() - yes * (yes + 1) / 2) / (yes * no)
    best = max(
        ((2 * each[(said >= t) & (truth > 0)].sum()) / (each[said >= t].sum() + each[truth > 0].sum()), -float(t))
        for t in np.arange(0.04, 0.96, 0.02)
    )
    return f"left out: area {area:.3f}, best F1 {best[0]:.3f} at {-best[1]:.2f}"


if __name__ == "__main__":
    main()
