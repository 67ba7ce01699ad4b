"""Pairs of sentences: contradictions told from the rest (RTE-3 dev), and answers grouped as people group them (NAnCo).

    python bench/pairs.py [../shared/bench]

Prints, beside baselines: for the RTE-3 part of `pairs/dev.jsonl` precision, recall and F1 of contradiction against the
rest; for the news part of EQUATE those of entailment (a differing number counts as neutral there); for
`alignment/nanco-dev.jsonl` balanced accuracy over all pairs of answers to one question. Thresholds are the package's.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from firsthand.text.comparing import CONTRADICTS, ENTAILS, SAME, compare
from firsthand.text.embeddings import embed

_NEGATIONS = """not no never none nobody nothing neither nor n't cannot without deny denied denies refuse
    refused"""
NEGATIONS = frozenset(_NEGATIONS.split())
OVERLAP = 0.6  # share of the hypothesis's words in the text; the best for the baseline on RTE-3 dev itself
ALIKE = 0.5  # cosine of sentence vectors from which two answers are one; not tuned (0.47 would be best)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", nargs="?", type=Path, default=Path("../shared/bench"))
    bench = parser.parse_args().bench
    lines = [json.loads(line) for line in (bench / "pairs" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    _contradictions([one for one in lines if one["set"] == "rte3-dev"])
    _entailments([one for one in lines if one["set"] == "equate-news"])
    answers = (bench / "alignment" / "nanco-dev.jsonl").read_text(encoding="utf-8").splitlines()
    _groups([json.loads(line) for line in answers])


def _contradictions(pairs: Sequence[dict[str, str]]) -> None:
    gold = [one["label"] == "contradiction" for one in pairs]
    print(f"contradiction, RTE-3 dev: {sum(gold)} of {len(gold)}")
    scores = [found.contradicts for found in compare([(one["a"], one["b"]) for one in pairs])]
    _print("majority (never)", [False] * len(gold), gold)
    _print("word overlap and negation", [_by_words(one["a"], one["b"]) for one in pairs], gold)
    _print("comparing model", [score >= CONTRADICTS for score in scores], gold)


def _entailments(pairs: Sequence[dict[str, str]]) -> None:
    gold = [one["label"] == "entailment" for one in pairs]
    print(f"entailment, news part of EQUATE: {sum(gold)} of {len(gold)}")
    scores = [found.entails for found in compare([(one["a"], one["b"]) for one in pairs])]
    _print("majority (always)", [True] * len(gold), gold)
    _print("comparing model", [score >= ENTAILS for score in scores], gold)


def _print(name: str, said: Sequence[bool], gold: Sequence[bool]) -> None:
    right = sum(s and g for s, g in zip(said, gold, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(gold))
    f1 = 2 * right / max(1, sum(said) + sum(gold))
    print(f"  {name:28} F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}")


def _by_words(left: str, right: str) -> bool:
    one, other = (set(re.findall(r"\w+|n't", text.lower())) for text in (left, right))
    covered = len(one & other) / max(1, len(other))
    return covered >= OVERLAP and bool(one & NEGATIONS) != bool(other & NEGATIONS)


def _groups(questions: Sequence[dict[str, Any]]) -> None:
    by_vectors: list[tuple[bool, bool]] = []
    by_model: list[tuple[bool, bool]] = []
    for question in questions:
        answers = question["answers"]
        told = [answer["Answer"] for answer in answers]
        rows = list(combinations(range(len(told)), 2))
        gold = [answers[i]["cluster_global"] == answers[j]["cluster_global"] for i, j in rows]
        vectors = embed(told)
        by_vectors += zip([float(vectors[i] @ vectors[j]) >= ALIKE for i, j in rows], gold, strict=True)
        found = compare([(told[i], told[j]) for i, j in rows])
        by_model += zip([one.same >= SAME for one in found], gold, strict=True)
    print(f"answers to one question, NAnCo dev: {len(by_model)} pairs, {sum(g for _, g in by_model)} in one group")
    print("  balanced accuracy published: MNLI 0.58, STS 0.73, best 0.81 (on the other four questions)")
    for name, said in (("always or never", [(True, g) for _, g in by_model]), ("sentence vectors", by_vectors)):
        print(f"  {name:28} balanced accuracy {_balanced(said):.3f}")
    print(f"  {'comparing model':28} balanced accuracy {_balanced(by_model):.3f}")


def _balanced(said: Sequence[tuple[bool, bool]]) -> float:
    yes = [s for s, gold in said if gold]
    no = [not s for s, gold in said if not gold]
    return (sum(yes) / len(yes) + sum(no) / len(no)) / 2


if __name__ == "__main__":
    main()
