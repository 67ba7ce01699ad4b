"""Train the attribution model: `python -m training.attribution.train DATA BASE OUT`.

DATA holds polnear-train.jsonl and polnear-dev.jsonl, OUT gets the checkpoints. BASE is the model.safetensors of
all-MiniLM-L6-v2, or the folder of all-mpnet-base-v2 to train a teacher; with `--taught` the small one learns from what
the teacher says too. The learning rate rises over the first steps, stays, and falls to nothing over the last ones;
`--resume` goes on from the last checkpoint, with a fresh fall at the end.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from .examples import IGNORED, TAGS, Example, Taught, documents, examples_of
from .network import Network, from_base
from .teacher import Teacher, from_mpnet

PIECES_A_BATCH = 2048
ENCODER_RATE, TEACHER_RATE, HEAD_RATE = 1e-4, 5e-5, 1e-3
WARM_UP = 40
LINK_WEIGHT = 0.3
OF_LABEL = 0.5
"""Share of the label in the target of a labelled word, where a teacher has the rest."""
SAVE_EVERY = 500
SEED = 7


def batches_of(
    docs: list[dict], epoch: int, seed: int = SEED, taught: Mapping[str, Taught] | None = None
) -> Iterator[list[Example]]:
    """An epoch's batches: windows of about one length together, in an order that seed and epoch alone decide."""
    rng = random.Random(epoch + 1000 * (seed - SEED))
    examples = [example for doc in docs for example in examples_of(doc, rng, taught)]
    rng.shuffle(examples)
    examples.sort(key=lambda example: len(example.window.pieces) // 16)
    batches: list[list[Example]] = [[]]
    for example in examples:
        longest = max([len(example.window.pieces), *(len(e.window.pieces) for e in batches[-1])])
        if batches[-1] and longest * (len(batches[-1]) + 1) > PIECES_A_BATCH:
            batches.append([])
        batches[-1].append(example)
    rng.shuffle(batches)
    yield from batches


def tensors(batch: list[Example]) -> tuple[Tensor, ...]:
    """Pieces, marks, tags and the two links, padded to the longest window."""
    size = max(len(e.window.pieces) for e in batch)
    rows = (
        [(e.window.pieces, 0) for e in batch],
        [(e.window.marks, 0) for e in batch],
        [(e.tags, IGNORED) for e in batch],
        [(e.cue_of_content, IGNORED) for e in batch],
        [(e.source_of_cue, IGNORED) for e in batch],
    )
    return tuple(torch.tensor([[*row, *[fill] * (size - len(row))] for row, fill in part]) for part in rows)


def loss_of(network: Network | Teacher, batch: list[Example]) -> tuple[Tensor, list[float]]:
    """The loss and its three parts."""
    pieces, marks, *golds = tensors(batch)
    scores = [score.float() for score in network(pieces, marks)]
    parts = [
        functional.cross_entropy(score.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum")
        / (gold != IGNORED).sum().clamp(min=1)
        for score, gold in zip(scores[1:], golds[1:], strict=True)
    ]
    parts.insert(0, tag_loss(scores[0], golds[0], batch))
    return parts[0] + LINK_WEIGHT * (parts[1] + parts[2]), [float(part.detach()) for part in parts]


def tag_loss(score: Tensor, gold: Tensor, batch: list[Example]) -> Tensor:
    """Cross-entropy with the labels, the teacher's shares, or both (distillation, Hinton, Vinyals & Dean 2015)."""
    known = gold != IGNORED
    target = functional.one_hot(gold.clamp(min=0), len(TAGS)).float()
    for row, example in enumerate(batch):
        if example.shares is not None:
            size, own = len(example.shares), OF_LABEL if example.labelled else 0.0
            target[row, :size] = own * target[row, :size] + (1 - own) * torch.from_numpy(example.shares)
    return functional.cross_entropy(score[known], target[known])


@torch.no_grad()
def measure(network: Network | Teacher, docs: list[dict]) -> str:
    """Word F1 of each role (best tag a word) and how often gold links are found."""
    network.eval()
    hits: Counter[str] = Counter()
    for batch in batches_of(docs, 0):
        pieces, marks, tags, cues, sources = tensors(batch)
        scores = network(pieces, marks)
        for name, score, gold in (("cue link", scores[1], cues), ("source link", scores[2], sources)):
            known = gold != IGNORED
            hits[f"{name} right"] += int((score.argmax(-1)[known] == gold[known]).sum())
            hits[f"{name} all"] += int(known.sum())
        known = tags != IGNORED
        guess, want = scores[0].argmax(-1)[known], tags[known]
        for n, role in enumerate(("source", "cue", "content")):
            got, true = (guess + 1) // 2 == n + 1, (want + 1) // 2 == n + 1
            hits[f"{role} tp"] += int((got & true).sum())
            hits[f"{role} got"] += int(got.sum())
            hits[f"{role} want"] += int(true.sum())
    network.train()
    roles = [
        f"{r} {2 * hits[f'{r} tp'] / (hits[f'{r} got'] + hits[f'{r} want']):.3f}" for r in ("source", "cue", "content")
    ]
    links = [f"{n} {hits[f'{n} right'] / hits[f'{n} all']:.3f}" for n in ("cue link", "source link")]
    return ", ".join(roles + links)


def kept(docs: list[dict], leave_out: int | None) -> list[dict]:
    """The documents without every so many-th, the first one included."""
    return [doc for n, doc in enumerate(docs) if leave_out is None or n % leave_out]


def rate(step: int, steps: int, fall: int, risen: int) -> float:
    """The share of the full learning rate at a step."""
    return min(1.0, (step + 1 - risen) / WARM_UP, (steps - step) / fall)


def train(args: argparse.Namespace) -> None:
    """Train up to a number of steps, from the base weights, those of an earlier training or the last checkpoint."""
    torch.manual_seed(SEED)  # the heads begin alike whatever the seed
    out, steps, seed = args.out, args.steps, args.seed
    out.mkdir(parents=True, exist_ok=True)
    docs = kept(documents(args.data / "polnear-train.jsonl"), args.leave_out)[: args.documents]
    taught = pickle.loads(args.taught.read_bytes()) if args.taught else {}
    docs += [{"id": name, "text": text} for name, text in [*taught.get("texts", {}).items()][: args.documents]]
    dev = documents(args.data / "polnear-dev.jsonl")[: args.documents]
    network = from_mpnet(args.base) if args.base.is_dir() else from_base(args.base)
    if args.start:
        network.load_state_dict(torch.load(args.start))
    torch.manual_seed(seed)
    network.word.weight.requires_grad_(False)  # 840 documents would move the words they have and leave the rest behind
    heads = [
        p
        for n, p in network.named_parameters()
        if n.split(".")[0] in ("mark", "tags", "cue_of_content", "source_of_cue")
    ]
    of_heads = {id(p) for p in heads}
    body = [p for p in network.parameters() if id(p) not in of_heads and p.requires_grad]
    body_rate = TEACHER_RATE if isinstance(network, Teacher) else ENCODER_RATE
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": body_rate}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    full = [group["lr"] for group in optimiser.param_groups]
    first = 0
    if args.resume:
        state = torch.load(out / "last.pt")
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        first = state["step"]
        torch.manual_seed(seed + first)
    network.train()
    running = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(args.mean)) if args.mean else None
    if running is not None and args.resume:
        running.load_state_dict(state["running"])
    step, epoch, began, seen = 0, 0, time.time(), 0
    losses = torch.zeros(3)
    while step < steps:
        epoch += 1
        for batch in batches_of(docs, epoch, seed, taught.get("said")):
            if step >= steps:
                break
            step += 1
            if step <= first:
                continue
            for group, value in zip(optimiser.param_groups, full, strict=True):
                group["lr"] = value * args.rate * rate(step - 1, steps, args.fall, 0)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.short):
                loss, parts = loss_of(network, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            if running is not None:
                running.update_parameters(network)
            losses = losses * 0.95 + torch.tensor(parts) * 0.05
            seen += sum(len(e.window.pieces) for e in batch)
            if step % 10 == 0:
                shown = " ".join(f"{float(x):.3f}" for x in losses / (1 - 0.95 ** (step - first)))
                print(f"step {step} epoch {epoch} loss {shown} {seen / (time.time() - began):.0f} pieces/s", flush=True)
            if step % SAVE_EVERY == 0 or step == steps:
                state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step}
                torch.save(state | ({"running": running.state_dict()} if running is not None else {}), out / "new.pt")
                (out / "new.pt").replace(out / "last.pt")
        if step > first:
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.short):
                print(f"after epoch {epoch}, dev: {measure(network, dev)}", flush=True)
                if running is not None:
                    print(f"the running mean, dev: {measure(running.module, dev)}", flush=True)
    torch.save((network if running is None else running.module).state_dict(), out / "network.pt")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=1720, help="about 430 make an epoch")
    parser.add_argument(
        "--fall", type=int, default=600, help="last steps, over which the learning rate falls to nothing"
    )
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--seed", type=int, default=SEED, help="another one shows how far two trainings differ")
    parser.add_argument("--start", type=Path, help="weights of an earlier training to begin from")
    parser.add_argument("--rate", type=float, default=1.0, help="the learning rates, as a share of the common ones")
    parser.add_argument("--leave-out", type=int, help="leave out every so many-th document, for what is fitted later")
    parser.add_argument("--taught", type=Path, help="what a teacher says of these and further texts")
    parser.add_argument("--mean", type=float, help="end with a running mean of the weights that keeps so much a step")
    parser.add_argument("--short", action="store_true", help="compute in bfloat16: faster where the processor has AMX")
    parser.add_argument("--documents", type=int, help="only the first so many documents: to try the command")
    args = parser.parse_args()
    assert len(TAGS) == 7
    train(args)


if __name__ == "__main__":
    main()
