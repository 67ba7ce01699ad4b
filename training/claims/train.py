"""Train the matcher: `python -m training.claims.train PAIRS TEACHER OUT.onnx`.

PAIRS is what `training.claims.pairs` wrote, TEACHER the comparing network trained further. What the teacher says of a
pair's texts is the target where nobody has labelled it, and a quarter of the target where somebody has (distillation,
Hinton, Vinyals & Dean 2015). Every fifth set of accounts is kept aside: the average precision on their labels is
printed after each epoch. Writes the network as ONNX and prints its SHA-256.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from firsthand.text.matching import laid_side_by_side
from training.attribution.network import Network as Base
from training.comparison.examples import Example
from training.comparison.network import Network
from training.comparison.train import answers
from training.regression import average_precision

from .network import FIGURES, WORD, Matcher

EPOCHS, BATCH, RATE, WARM_UP = 8, 128, 1.5e-3, 100
PARTLY, ON_ONE_POINT = 0.4, 0.7
"""What "partly or arguably on one point" counts as a target, and from which label on a pair counts as on one."""
OF_LABEL, LABEL_WEIGHT = 0.75, 3.0
"""Share of a label in the target, the teacher has the rest; and its weight beside an unlabelled pair's."""
ASKED = 2000
"""Pairs that the teacher is asked at a time."""


def held(story: str) -> bool:
    """Whether a set of accounts is kept aside, here and in the teacher's training."""
    return int(hashlib.sha256(f"held{story}".encode()).hexdigest()[:4], 16) % 5 == 0


def taught(weights: Path, texts: list[tuple[str, str]]) -> np.ndarray:
    """How likely the teacher finds each pair to be on one point."""
    network = Network(Base(dropout=0.0), dropout=0.0)
    network.load_state_dict(torch.load(weights, map_location="cpu"))
    found = []
    for at in range(0, len(texts), ASKED):
        asked = [Example(a, b, (None,) * 4, "") for a, b in texts[at : at + ASKED]]
        found.append(answers(network, asked)[:, 0].numpy())
        print("asked", at + len(asked), "of", len(texts), flush=True)
    return np.concatenate(found)


def fed(chosen: list[tuple[Any, Any, Any]]) -> tuple[Tensor, ...]:
    """A batch of (words, words, figures)."""
    words, sides, there = laid_side_by_side([(one, other) for one, other, _ in chosen])
    return tuple(map(torch.from_numpy, (words, sides, there, np.stack([row for _, _, row in chosen]))))


@torch.no_grad()
def matched(matcher: Matcher, chosen: list[tuple[Any, Any, Any]]) -> np.ndarray:
    """Scores."""
    matcher.eval()
    found = [matcher(*fed(chosen[at : at + BATCH])).numpy() for at in range(0, len(chosen), BATCH)]
    matcher.train()
    return np.concatenate(found)


def train(sets: list[dict[str, Any]], teacher: np.ndarray) -> Matcher:
    """Train on all sets that are not kept aside."""
    pairs = [(one["words"][i], one["words"][j], row) for one in sets for i, j, row, *_ in one["pairs"]]
    labels = [label for one in sets for *_, label in one["pairs"]]
    aside = np.array([held(one["story"]) for one in sets for _ in one["pairs"]])
    value = {None: np.nan, 0: 0.0, 1: PARTLY, 2: 1.0}
    told = np.array([value.get(label, (label or 0) / 2) for label in labels], dtype=np.float32)
    known = ~np.isnan(told)
    target = np.where(known, OF_LABEL * told + (1 - OF_LABEL) * teacher, teacher).astype(np.float32)
    weight = np.where(known, LABEL_WEIGHT, 1.0).astype(np.float32)
    figures = np.stack([row for _, _, row in pairs])
    torch.manual_seed(5)
    matcher = Matcher(torch.tensor(figures.mean(0)), torch.tensor(figures.std(0) + 1e-6))
    optimiser = torch.optim.AdamW(matcher.parameters(), lr=RATE, weight_decay=0.02)
    rng = np.random.default_rng(3)
    used, looked_at = np.flatnonzero(~aside), np.flatnonzero(aside & known)
    steps, step = EPOCHS * -(-len(used) // BATCH), 0
    for epoch in range(EPOCHS):
        order = rng.permutation(used)
        order = order[np.argsort([(len(pairs[n][0]) + len(pairs[n][1])) // 6 for n in order], kind="stable")]
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        for at in rng.permutation(len(batches)):
            step += 1
            chosen = batches[at]
            optimiser.param_groups[0]["lr"] = RATE * min(step / WARM_UP, (steps - step) / steps + 0.01)
            turned = rng.random(len(chosen)) < 0.5
            given = [
                (pairs[n][1], pairs[n][0], pairs[n][2]) if turn else pairs[n]
                for n, turn in zip(chosen, turned, strict=True)
            ]
            losses = functional.binary_cross_entropy_with_logits(
                matcher(*fed(given)), torch.from_numpy(target[chosen]), reduction="none"
            )
            optimiser.zero_grad()
            (losses * torch.from_numpy(weight[chosen])).mean().backward()
            torch.nn.utils.clip_grad_norm_(matcher.parameters(), 1.0)
            optimiser.step()
        yes = (told[looked_at] >= ON_ONE_POINT).astype(int)
        scores = matched(matcher, [pairs[n] for n in looked_at])
        print("epoch", epoch + 1, "average precision on labels kept aside", round(average_precision(yes, scores), 3))
    return matcher


def export(matcher: Matcher, out: Path) -> None:
    """Write the network as ONNX."""
    matcher.eval()
    sides = torch.tensor([[0] * 10 + [1] * 10] * 2)
    given = (torch.zeros(2, 20, WORD), sides, torch.ones(2, 20), torch.zeros(2, FIGURES))
    names = ["words", "sides", "there", "figures"]
    axes = {name: {0: "batch", 1: "length"} for name in names[:3]} | {"figures": {0: "batch"}, "score": {0: "batch"}}
    torch.onnx.export(
        matcher, given, str(out), input_names=names, output_names=["score"], dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip
    print(hashlib.sha256(out.read_bytes()).hexdigest(), out.stat().st_size)


def main() -> None:
    """Ask the teacher, train, export."""
    sets = pickle.loads(Path(sys.argv[1]).read_bytes())
    teacher = taught(Path(sys.argv[2]), [(a, b) for one in sets for *_, a, b, _ in one["pairs"]])
    export(train(sets, teacher), Path(sys.argv[3]))


if __name__ == "__main__":
    main()
