"""How strongly an answer rewrites its source: near copy, light, heavy, or none, from the passages that the stage finds.

    python bench/reuse.py [../shared/bench/reuse/clough-stevenson.jsonl]

Clough and Stevenson's short answers, in five folds two ways: by task (the source of the test answers was never seen in
training) and mixed. Beside it, in the same folds, containment of word trigrams with thresholds.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable, Sequence
from itertools import combinations, groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.alignment import in_common
from firsthand.lineage.candidates import index_of
from firsthand.lineage.pairs import pairs_of
from firsthand.lineage.words import FUNCTION_WORDS, read_words

CLASSES = ("non", "heavy", "light", "cut")
LONG = 10
"""Equal words in a row that nobody writes by chance."""
Numbers = NDArray[np.float64]
Item = dict[str, str]
Guess = Callable[[Sequence[int], Sequence[int]], list[int]]


def figures(source: str, answer: str) -> list[float]:
    """What the passages say of an answer: how much of it is shared and in what runs; and its words as a whole."""
    texts = [read_words("source", source), read_words("answer", answer)]
    length = max(1, len(texts[1]))
    passages = [p for pair in pairs_of(texts, index_of(texts)) for p in pair.passages]
    there = {j: i for p in passages for i, j in p.pairs}
    same = {j for j, i in there.items() if texts[0].surface[i] == texts[1].surface[j]}
    runs = _runs(same, there)
    spanned = {j for p in passages for j in range(p.stretch_b[0], p.stretch_b[1] + 1)}
    known = set(texts[0].folded)
    telling = {f for f, w in zip(texts[1].folded, texts[1].surface, strict=True) if w not in FUNCTION_WORDS}
    return [
        len(there) / length,
        len(spanned) / length,
        sum(n for n in runs if n >= LONG) / length,
        math.log1p(max(runs, default=0)),
        math.log1p(sum(n * n for n in runs) / max(1, sum(runs))),
        sum(word in known for word in telling) / max(1, len(telling)),
        in_common(texts[0].folded, texts[1].folded) / length,
    ]


def _runs(same: set[int], there: dict[int, int]) -> list[int]:
    """The lengths of unaltered runs."""
    lengths, last = [0], -2
    for j in sorted(same):
        if j == last + 1 and there[j] == there.get(last, -9) + 1:
            lengths[-1] += 1
        else:
            lengths.append(1)
        last = j
    return lengths[1:]


def containment(source: str, answer: str) -> float:
    """Share of the answer's word trigrams that stand in the source."""
    grams = [{tuple(w[i : i + 3]) for i in range(len(w) - 2)}
             for w in ([*read_words("", text).surface] for text in (source, answer))]  # fmt: skip
    return len(grams[0] & grams[1]) / max(1, len(grams[1]))


def by_model(features: Numbers, labels: NDArray[np.int64], strength: float = 0.3) -> Guess:
    """Ordered logistic steps (at least heavy, at least light, at least cut), each ridge-regularised."""

    def guess(train: Sequence[int], test: Sequence[int]) -> list[int]:
        mean, spread = features[train].mean(0), features[train].std(0) + 1e-9
        x, y = (features - mean) / spread, labels
        steps = [_logistic(x[train], (y[train] >= step).astype(float), strength) for step in (1, 2, 3)]
        above = np.array([1 / (1 + np.exp(-(x[test] @ w[1:] + w[0]))) for w in steps])
        above = np.minimum.accumulate(above, axis=0)
        chance = -np.diff(np.vstack([np.ones(len(test)), above, np.zeros(len(test))]), axis=0)
        return [int(n) for n in chance.argmax(0)]

    return guess


def _logistic(x: Numbers, y: Numbers, strength: float) -> Numbers:
    """Logistic regression by Newton's method."""
    x = np.hstack([np.ones((len(x), 1)), x])
    weights = np.zeros(x.shape[1])
    ridge = np.diag([1e-6, *[strength * 3] * (x.shape[1] - 1)])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (p - y) + ridge @ weights)
    return weights


def by_thresholds(values: Numbers, labels: NDArray[np.int64], classes: int) -> Guess:
    """The cuts of one figure that are best on the training part."""

    def guess(train: Sequence[int], test: Sequence[int]) -> list[int]:
        steps = np.unique(values[train])
        marks = np.concatenate([(steps[1:] + steps[:-1]) / 2])[:: 2 if classes > 2 else 1]
        best = max(combinations(marks, classes - 1),
                   key=lambda cuts: int((np.searchsorted(cuts, values[train]) == labels[train]).sum()))  # fmt: skip
        return [int(n) for n in np.searchsorted(best, values[test])]

    return guess


def accuracy(guess: Guess, labels: NDArray[np.int64], folds: Sequence[Sequence[int]]) -> float:
    """Share of right guesses over all folds."""
    right = 0
    for test in folds:
        train = [n for n in range(len(labels)) if n not in set(test)]
        right += sum(int(g == labels[n]) for g, n in zip(guess(train, test), test, strict=True))
    return right / len(labels)


def measure(file: Path) -> list[str]:
    """The figures, a line for each way to fold."""
    items: list[Item] = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    sources = {item["task"]: item["text"] for item in items if item["category"] == "orig"}
    answers = sorted((i for i in items if i["category"] != "orig"), key=lambda i: (i["task"], i["id"]))
    labels = np.array([CLASSES.index(i["category"]) for i in answers])
    features = np.array([figures(sources[i["task"]], i["text"]) for i in answers])
    trigrams = np.array([containment(sources[i["task"]], i["text"]) for i in answers])
    tasks = [[n for n, _ in group] for _, group in groupby(enumerate(answers), key=lambda pair: pair[1]["task"])]
    order = sorted(range(len(answers)), key=lambda n: (labels[n], answers[n]["id"]))
    copied = (labels > 0).astype(np.int64)
    model, lines = by_model(features, labels), []
    for name, folds in (("by task", tasks), ("mixed", [order[k::5] for k in range(5)])):
        lines.append(f"{name}: four classes {accuracy(model, labels, folds):.3f} (trigrams "
              f"{accuracy(by_thresholds(trigrams, labels, 4), labels, folds):.3f}), copied or not "
              f"{accuracy(whether_copied(model), copied, folds):.3f} (trigrams "
              f"{accuracy(by_thresholds(trigrams, copied, 2), copied, folds):.3f})")  # fmt: skip
    return lines


def whether_copied(guess: Guess) -> Guess:
    """The same guess, in two classes."""
    return lambda train, test: [int(g > 0) for g in guess(train, test)]


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path("../shared/bench/reuse/clough-stevenson.jsonl")
    parser.add_argument("file", nargs="?", type=Path, default=default)
    print(*measure(parser.parse_args().file), sep="\n")


if __name__ == "__main__":
    main()
