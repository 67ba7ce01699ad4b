"""Train the comparing model: `python -m training.comparison.train SHARED NEWS BASE OUT`.

SHARED holds `bench/pairs/train.jsonl`, `bench/alignment` and `stories` (whose topics are left out), NEWS is what
`news.py` made, BASE is the model.safetensors of all-MiniLM-L6-v2, OUT gets the checkpoints.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from .examples import Encoded, Example, encoded, of_claims, of_inference, of_news, of_questions
from .network import Network, from_base

PIECES_A_BATCH = 2048
ENCODER_RATE, HEAD_RATE = 1e-4, 5e-4
WARM_UP = 100
WEIGHTS = torch.tensor([1.0, 0.5, 0.5, 1.0])
"""Of the four answers in the loss."""
SAVE_EVERY, LOOK_EVERY = 100, 600
HELD_OUT = 80
"""Every so manieth news pair is kept to look at."""


def batches_of(examples: list[Example], epoch: int) -> Iterator[list[Encoded]]:
    """An epoch's batches: pairs of about one length together, in an order that the epoch's number alone decides."""
    rng = random.Random(epoch)
    pairs = [encoded(example, rng) for example in examples]
    rng.shuffle(pairs)
    pairs.sort(key=lambda one: len(one.pair.pieces) // 4)
    batches: list[list[Encoded]] = [[]]
    for one in pairs:
        longest = max([len(one.pair.pieces), *(len(e.pair.pieces) for e in batches[-1])])
        if batches[-1] and longest * (len(batches[-1]) + 1) > PIECES_A_BATCH:
            batches.append([])
        batches[-1].append(one)
    rng.shuffle(batches)
    yield from batches


def tensors(batch: list[Encoded]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, sides and marks, padded to the longest pair, and the targets (-1: none)."""
    size = max(len(e.pair.pieces) for e in batch)
    rows = ([e.pair.pieces for e in batch], [e.pair.sides for e in batch], [e.pair.marks for e in batch])
    pieces, sides, marks = (torch.tensor([[*row, *[0] * (size - len(row))] for row in part]) for part in rows)
    return pieces, sides, marks, torch.tensor([[-1.0 if t is None else t for t in e.targets] for e in batch])


def loss_of(network: Network, batch: list[Encoded]) -> tuple[Tensor, Tensor]:
    """The loss, and that of each answer."""
    pieces, sides, marks, targets = tensors(batch)
    known = (targets >= 0).float()
    losses = functional.binary_cross_entropy_with_logits(
        network(pieces, sides, marks), targets.clamp(min=0), reduction="none"
    )
    each = (losses * known).sum(0) / known.sum(0).clamp(min=1)
    return ((losses * known * WEIGHTS).sum() / len(batch)), each.detach()


@torch.no_grad()
def answers(network: Network, examples: list[Example]) -> Tensor:
    """The four probabilities of every pair, first side first."""
    from firsthand.text.comparing.encoding import encode_pair

    network.eval()
    found = torch.zeros(len(examples), 4)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].a) + len(examples[i].b))
    for first in range(0, len(order), 24):
        rows = order[first : first + 24]
        batch = [Encoded(encode_pair(examples[i].a, examples[i].b), (None,) * 4) for i in rows]
        found[rows] = torch.sigmoid(network(*tensors(batch)[:3]))
    network.train()
    return found


def measure(network: Network, looked_at: list[Example]) -> str:
    """For each kind of pair, how far the answers lie from the targets on the mean, and accuracy at one half."""
    got = answers(network, looked_at)
    kinds: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for example, row in zip(looked_at, got, strict=True):
        for n in (0, 1, 3):
            target = example.targets[n]
            if target is not None and abs(target - 0.5) > 0.2:
                kinds[example.kind, n].append((float(row[n]) > 0.5) == (target > 0.5))
    names = sorted({kind for kind, _ in kinds})
    shown = []
    for name in names:
        parts = [f"{'sa?c'[n]} {sum(kinds[name, n]) / len(kinds[name, n]):.2f}" for n in (0, 1, 3) if kinds[name, n]]
        shown.append(
            f"  {name:30} {' '.join(parts)} ({max(len(kinds[name, n]) for n in (0, 1, 3) if (name, n) in kinds)})"
        )
    return "\n".join(shown)


def contradictions(network: Network, path: Path) -> str:
    """RTE-3 dev, to look at: contradiction F1 at several thresholds."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rte = [Example(x["a"], x["b"], (None,) * 4, x["label"]) for x in lines if x["set"] == "rte3-dev"]
    scores, gold = answers(network, rte)[:, 3], torch.tensor([e.kind == "contradiction" for e in rte])
    shown = []
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        said = scores >= least
        right = int((said & gold).sum())
        shown.append(f"{least}: {2 * right / max(1, int(said.sum()) + int(gold.sum())):.3f}")
    return "rte-3 contradiction F1 " + " ".join(shown)


def rate(step: int, steps: int) -> float:
    """The share of the full learning rate at a step."""
    return min((step + 1) / WARM_UP, (steps - step) / max(1, steps - WARM_UP))


def train(shared: Path, news: Path, base: Path, out: Path, steps: int, resume: bool) -> None:
    """Train up to a number of steps."""
    torch.manual_seed(7)
    out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(1)
    made = of_news(news)
    looked_at = made[::HELD_OUT]
    examples = [pair for n, pair in enumerate(made) if n % HELD_OUT]
    alignment = shared / "bench" / "alignment"
    examples += of_claims(alignment) + of_questions(alignment / "qa-align-dev.csv", shared / "stories")
    examples += of_inference(shared / "bench" / "pairs" / "train.jsonl", rng)
    print(len(examples), "pairs,", len(looked_at), "kept to look at", flush=True)
    network = from_base(base)
    network.word.weight.requires_grad_(False)
    new = [p for n, p in network.named_parameters() if n.split(".")[0] in ("mark", "gather", "answers")]
    of_new = {id(p) for p in new}
    body = [p for p in network.parameters() if id(p) not in of_new and p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": ENCODER_RATE}, {"params": new, "lr": HEAD_RATE}], weight_decay=0.01
    )
    full = [group["lr"] for group in optimiser.param_groups]
    first = 0
    if resume:
        state = torch.load(out / "last.pt")
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        first = state["step"]
        torch.manual_seed(first)
    network.train()
    step, epoch, began, seen, losses = first, first, time.time(), 0, torch.zeros(4)
    while step < steps:
        epoch += 1
        for batch in batches_of(examples, epoch):
            if step >= steps:
                break
            step += 1
            for group, value in zip(optimiser.param_groups, full, strict=True):
                group["lr"] = value * rate(step - 1, steps)
            loss, each = loss_of(network, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            losses = losses * 0.98 + each * 0.02
            seen += sum(len(e.pair.pieces) for e in batch)
            if step % 20 == 0:
                shown = " ".join(f"{float(x):.3f}" for x in losses / (1 - 0.98 ** (step - first)))
                print(f"step {step} epoch {epoch} loss {shown} {seen / (time.time() - began):.0f} pieces/s", flush=True)
            if step % SAVE_EVERY == 0 or step == steps:
                torch.save(
                    {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step}, out / "new.pt"
                )
                (out / "new.pt").replace(out / "last.pt")
            if step % LOOK_EVERY == 0 or step == steps:
                print(
                    measure(network, looked_at),
                    contradictions(network, shared / "bench" / "pairs" / "dev.jsonl"),
                    sep="\n",
                    flush=True,
                )
    torch.save(network.state_dict(), out / "network.pt")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("shared", "news", "base", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--steps", type=int, default=2200, help="of 2,048 pieces")
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()
    train(args.shared, args.news, args.base, args.out, args.steps, args.resume)


if __name__ == "__main__":
    main()
