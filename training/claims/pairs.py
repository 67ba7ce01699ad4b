"""Pairs of clauses to train the matcher on: `python -m training.claims.pairs SHARED OUT`.

`labelled.jsonl` names accounts of ECB+, BASIL and PolNeAR train as they lie in SHARED/bench (none of the shared
stories) and pairs of clauses in them, by code points of the articles' texts: 2, both are on one point; 1, partly or
arguably; 0, not; last, how many pairs of that set and likelihood one stands for. OUT gets, for each set of accounts,
the words of its points, the figures of its pairs, their texts and labels; beside them likely pairs without a label, for
the comparing model to judge.
"""

from __future__ import annotations

import json
import pickle
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.claims.evidence import evidence
from firsthand.claims.likelihood import INTERCEPT, WEIGHTS
from firsthand.claims.matched import words_of
from firsthand.claims.points import Point, laid_out, points_of
from firsthand.model import Article
from firsthand.pipeline import articles_of
from firsthand.statements import statements_of

LABELLED = Path(__file__).parent / "labelled.jsonl"
SETS = {
    "ecbplus": "stories/ecbplus-01-35.jsonl",
    "basil": "stories/basil-2010-2014.jsonl",
    "polnear": "attribution/polnear-train.jsonl",
}
DRAWN = ((0.05, 1.0, 260), (0.01, 0.05, 60))
"""Unlabelled pairs of one set of accounts: from which likelihood to which, and how many at most."""
TEXT = 600
"""Code points of a clause that are kept as text."""


def texts_of(shared: Path) -> dict[tuple[str, str], str]:
    """The accounts of all sets as files have them: the headline first, where it stands apart."""
    found = {}
    for name, path in SETS.items():
        for line in (shared / "bench" / path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            title = row.get("title") if name == "basil" else None
            found[name, row["id"]] = f"{title}\n{row['text']}" if title else row["text"]
    return found


def articles_in(
    story: Mapping[str, Any], texts: Mapping[tuple[str, str], str]
) -> tuple[dict[str, Article], dict[str, str]]:
    """The articles of one set of accounts by id, and the file of each."""
    with tempfile.TemporaryDirectory() as folder:
        for file in story["files"]:
            (Path(folder) / f"{file}.txt").write_text(texts[story["set"], file], encoding="utf-8", newline="")
        _, articles, _ = articles_of([folder])
    return {a.id: a for a in articles}, {a.id: Path(a.path).stem for a in articles}


def laid(story: Mapping[str, Any], texts: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    """One set of accounts: `words` of its points, and `pairs` (left, right, figures, texts, label or None)."""
    own, named = articles_in(story, texts)
    said = [one for article in own.values() for one in statements_of(article)]
    points = points_of(said, own)
    layout = laid_out(points, said, own)
    left, right, table = evidence(layout)
    row_of = {(int(i), int(j)): row for row, (i, j) in enumerate(zip(left, right, strict=True))}
    at = {(named[said[p.statement].span.article], *_bounds(p)): n for n, p in enumerate(points)}
    labels = {}
    for one, start, end, other, begin, stop, label, _ in story["pairs"]:
        i, j = at.get((story["files"][one], start, end)), at.get((story["files"][other], begin, stop))
        if i is not None and j is not None and (min(i, j), max(i, j)) in row_of:
            labels[row_of[min(i, j), max(i, j)]] = label
    chosen = sorted(labels.keys() | _drawn(table))
    told = [_text(p, own[said[p.statement].span.article].text) for p in points]
    pairs = [
        (int(left[n]), int(right[n]), table[n], told[left[n]], told[right[n]], labels.get(n)) for n in chosen
    ]  # fmt: skip
    return {
        "story": story["story"],
        "words": words_of(layout),
        "pairs": pairs,
        "lost": len(story["pairs"]) - len(labels),
    }


def _drawn(table: np.ndarray) -> set[int]:
    scores = INTERCEPT + table[:, : len(WEIGHTS)].astype(np.float64) @ np.array(list(WEIGHTS.values()))
    shares = 1.0 / (1.0 + np.exp(-scores))
    rng = np.random.default_rng(1)
    found: set[int] = set()
    for least, below, count in DRAWN:
        found |= set(rng.permutation(np.flatnonzero((shares >= least) & (shares < below)))[:count].tolist())
    return found


def _bounds(point: Point) -> tuple[int, int]:
    words = point.part.words
    return words[0].idx, words[-1].idx + len(words[-1])


def _text(point: Point, text: str) -> str:
    start, end = _bounds(point)
    subject = " ".join(word.text for word in point.part.subject)
    return " ".join(f"{subject} {text[start:end]}".split())[:TEXT]


def main() -> None:
    """Lay out all labelled accounts."""
    shared, out = Path(sys.argv[1]), Path(sys.argv[2])
    texts = texts_of(shared)
    stories = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    made = [laid(story, texts) for story in stories]
    out.write_bytes(pickle.dumps(made))
    print(
        len(made), "sets,", sum(len(one["pairs"]) for one in made), "pairs,", sum(one["lost"] for one in made), "lost"
    )


if __name__ == "__main__":
    main()
