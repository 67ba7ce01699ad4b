"""Pairs from every source, each with its four targets (None: nothing to learn)."""

from __future__ import annotations

import ast
import csv
import hashlib
import json
import random
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from firsthand.text.comparing.encoding import EncodedPair, encode_pair

Targets = tuple[float | None, float | None, float | None, float | None]
OF_LABEL: dict[str, Targets] = {
    "entailment": (1.0, 1.0, None, 0.0),
    "contradiction": (None, 0.0, 0.0, 1.0),
    "neutral": (None, 0.0, None, 0.0),
}
TAKEN = {"snli": 8000, "conjnli": 9000, "breaking-nli": 1000, "equate-stress": 1500}
"""Pairs taken of the larger sets, by chance; the smaller ones are taken whole."""
TIMES = {"fool-me-twice": 3, "fever-symmetric": 3}
"""Facts in the words of an encyclopaedia, the nearest to news, are few: taken several times."""
TAKEN_NEWS = {
    "clause": 2200, "apposition": 600, "attributed": 600, "denied": 500, "fragment": 200, "neighbour": 2000,
    "polarity in clause": 700, "polarity in sentence": 200, "polarity in retelling": 600,
    "status in clause": 400, "status in sentence": 150, "status in retelling": 500,
    "opposite in clause": 500, "opposite in sentence": 100, "opposite in retelling": 500,
    "name in clause": 300, "name in sentence": 150, "actor in clause": 300, "actor in sentence": 150,
    "number in clause": 500, "number in sentence": 200, "date in clause": 400, "date in sentence": 150,
    "bound in clause": 250, "bound in sentence": 150, "place in clause": 200, "place in sentence": 100,
    "look-alike event": 300, "strangers": 200, "one event, two points": 500,
}  # fmt: skip
"""Pairs taken of the larger kinds of made ones, so that no way of making a wrong sentence outweighs the rest; a model
that saw mostly those learnt how they are made, and called all other words for a thing contradictions."""
AGREE = {"rewritten": 0.03, "one event, one point": 0.05}
"""News in other words as journalists wrote it: how likely two such sentences contradict each other."""
BESIDE = ("conjnli", "fool-me-twice", "fever-symmetric")
BESIDE_SHARE = 0.15
"""Share of the pairs of these sets whose first side gets another sentence of the set beside it: news texts are longer
than what is asked about them."""
ASIDE = 8
"""One in so many first sides, by its digest, is kept from training with all its pairs: to look at, for the judge."""
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


def aside(example: Example) -> bool:
    """Whether a pair is kept from training."""
    return int(hashlib.sha256(example.a.encode()).hexdigest(), 16) % ASIDE == 0


def of_inference(path: Path, rng: random.Random) -> list[Example]:
    """Pairs of inference sets."""
    sets = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        sets[one["set"].split("/")[0]].append(Example(one["a"], one["b"], OF_LABEL[one["label"]], one["set"]))
    chosen: list[Example] = []
    for name, pairs in sorted(sets.items()):
        taken = rng.sample(pairs, min(TAKEN.get(name, len(pairs)), len(pairs))) * TIMES.get(name, 1)
        chosen += [_longer(one, pairs, rng) if name in BESIDE else one for one in taken]
    return chosen


def _longer(example: Example, pairs: list[Example], rng: random.Random) -> Example:
    """The pair as it is, or with a sentence of another pair before or after its first side."""
    other = rng.choice(pairs).a
    if rng.random() >= BESIDE_SHARE or aside(example) or other == example.a:
        return example
    first = f"{other} {example.a}" if rng.random() < 0.5 else f"{example.a} {other}"
    return replace(example, a=first)


def of_news(path: Path, rng: random.Random) -> list[Example]:
    """Pairs made by `news.py`."""
    kinds = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        x = json.loads(line)
        contra = AGREE.get(x["kind"], x["contra"])
        kinds[x["kind"]].append(Example(x["a"], x["b"], (x["same"], x["ab"], x["ba"], contra), x["kind"]))
    chosen: list[Example] = []
    for kind, pairs in sorted(kinds.items()):
        chosen += rng.sample(pairs, min(TAKEN_NEWS.get(kind, len(pairs)), len(pairs)))
    return chosen


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
