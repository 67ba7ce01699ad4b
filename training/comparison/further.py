"""Train the comparing model further, to teach the matcher.

    python -m training.comparison.further SHARED PAIRS OUT

From the shipped weights on, with pairs written for this project (`written.jsonl`: passages of news, what follows from
them, what they exclude, what they leave open), the pairs of clauses labelled for claims, and some of the inference
sets. The network is not shipped: it tells one point from two better than the shipped one and contradiction no better.
"""

from __future__ import annotations

import json
import pickle
import random
import sys
from pathlib import Path

import torch

from . import examples
from .examples import OF_LABEL, Example, of_inference
from .restore import restored
from .train import batches_of, loss_of

SHIPPED = Path(__file__).parents[2] / "src/firsthand/text/comparing/data/comparing.onnx"
WRITTEN = Path(__file__).parent / "written.jsonl"
TAKEN = {"snli": 1500, "conjnli": 1500, "cad-nli": 2000, "breaking-nli": 500, "equate-stress": 1000}
RATE, STEPS = 7e-5, 600
LAST_RATE, LAST_STEPS, LAST_WRITTEN = 5e-5, 170, 1500
"""The end: labelled pairs and some written ones, the rate falling to nothing."""
PARTLY = 0.4
"""What "partly or arguably on one point" counts."""


def written() -> list[Example]:
    """The written pairs."""
    kinds = {"e": "entailment", "c": "contradiction", "n": "neutral"}
    rows = [json.loads(line) for line in WRITTEN.read_text(encoding="utf-8").splitlines()]
    return [
        Example(row["p"], told, OF_LABEL[kinds[key]], "written") for row in rows for key in kinds for told in row[key]
    ]


def labelled(pairs: Path) -> list[Example]:
    """The labelled clauses of what `training.claims.pairs` wrote; sets kept aside (see `held`) left out."""
    from training.claims.train import held

    value = {0: 0.0, 1: PARTLY, 2: 1.0}
    return [
        Example(a, b, (value.get(label, label / 2), None, None, None), "clauses")
        for one in pickle.loads(pairs.read_bytes())
        if not held(one["story"])
        for _, _, _, a, b, label in one["pairs"]
        if label is not None
    ]


def main() -> None:
    """Train, and write the network's weights."""
    shared, pairs, out = (Path(name) for name in sys.argv[1:4])
    torch.manual_seed(11)
    rng = random.Random(3)
    examples.TAKEN = TAKEN
    own, clauses = written(), labelled(pairs)
    inference = of_inference(shared / "bench" / "pairs" / "train.jsonl", rng)
    network = restored(SHIPPED)
    network.word.weight.requires_grad_(False)
    network.train()
    for rate, steps, mix in (
        (RATE, STEPS, lambda: own + clauses + rng.sample(inference, 4000)),
        (LAST_RATE, LAST_STEPS, lambda: clauses + rng.sample(own, LAST_WRITTEN)),
    ):
        optimiser = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=rate, weight_decay=0.01)
        step = epoch = 0
        while step < steps:
            epoch += 1
            for batch in batches_of(mix(), epoch):
                if step == steps:
                    break
                step += 1
                optimiser.param_groups[0]["lr"] = rate * min(step / 60, 1.0 if rate == RATE else 1 - step / (steps + 1))
                loss, _ = loss_of(network, batch)
                optimiser.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimiser.step()
                if step % 25 == 0:
                    print(step, "of", steps, round(float(loss), 3), flush=True)
    torch.save(network.state_dict(), out)


if __name__ == "__main__":
    main()
