"""Pairs from every source, each with its four targets (None: nothing to learn)."""

from __future__ import annotations

import ast
import csv
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from firsthand.text.comparing.encoding import EncodedPair, encode_pair

Targets = tuple[float | None, float | None, float | None, float | None]
OF_LABEL: dict[str, Targets] = {
    "entailment": (1.0, 1.0, None, 0.0),
    "contradiction": (None, 0.0, 0.0, 1.0),
    "neutral": (None, 0.0, None, 0.0),
}
TAKEN = {"snli": 7000, "conjnli": 8000, "cad-nli": 5000, "breaking-nli": 3500, "equate-stress": 4500}
"""Pairs taken of the larger sets; the smaller ones are taken whole."""
TWICE = ("fool-me-twice", "fever-symmetric")
"""Facts in the words of an encyclopaedia: the nearest to news, and small."""
NATURAL = ("rewritten", "one event, one point")
"""News in other words as journalists wrote it: scarce, so taken three times."""
ALIGNED = 0.6
"""Share of the questions of the poorer sentence that the other answers alike, from which on both are on one point."""


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts, the targets (same, ab, ba, contra), and where they are from."""

    a: str
    b: str
    targets: Targets
    kind: str


@dataclass(frozen=True, slots=True)
class Encoded:
    pair: EncodedPair
    targets: Targets


def of_inference(path: Path, rng: random.Random) -> list[Example]:
    """Pairs of inference sets."""
    sets = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        sets[one["set"].split("/")[0]].append(Example(one["a"], one["b"], OF_LABEL[one["label"]], one["set"]))
    chosen: list[Example] = []
    for name, pairs in sorted(sets.items()):
        chosen += rng.sample(pairs, min(TAKEN.get(name, len(pairs)), len(pairs))) * (2 if name in TWICE else 1)
    return chosen


def of_news(path: Path) -> list[Example]:
    """Pairs made by `news.py`."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [Example(x["a"], x["b"], (x["same"], x["ab"], x["ba"], x["contra"]), x["kind"]) for x in lines]
    return found + 2 * [example for example in found if example.kind in NATURAL]


def of_claims(folder: Path) -> list[Example]:
    """ClaimDiff: claims of two outlets on one topic; two points where neither strengthens nor weakens the other."""
    strong, weak = (
        [
            json.loads(line)
            for line in (folder / f"claimdiff-{name}-train.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        for name in ("strength", "weak")
    )
    pairs = zip(strong, weak, strict=True)
    return [
        Example(s["claim_a"], s["claim_b"], (0.05, 0.0, 0.0, 0.0), "claimdiff")
        for s, w in pairs
        if not s["relation"] and not w["relation"]
    ]


def of_questions(path: Path, stories: Path) -> list[Example]:
    """QA-Align: sentences whose question-answer pairs were aligned; topics of the shared stories are left out."""
    told = {name.stem.split("_")[0] for name in stories.glob("ecb-*/articles/*")}
    csv.field_size_limit(10**9)
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["abs_sent_id_1"].split("_")[0] in told and "ecb" in row["abs_sent_id_1"]:
                continue
            aligned, one, other = (ast.literal_eval(row[name]) for name in ("alignments", "qas_1", "qas_2"))
            share = len(aligned) / max(1, min(len(one), len(other)))
            same = 0.05 if not aligned else 0.95 if share >= ALIGNED and len(aligned) > 2 else None
            if same is not None:
                found.append(Example(row["text_1"], row["text_2"], (same, None, None, None), "qa-align"))
    return found


def encoded(example: Example, rng: random.Random) -> Encoded:
    """The pair in one of its two orders."""
    same, ab, ba, contra = example.targets
    if rng.random() < 0.5:
        return Encoded(encode_pair(example.b, example.a), (same, ba, ab, contra))
    return Encoded(encode_pair(example.a, example.b), example.targets)
