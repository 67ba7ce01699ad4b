"""Let the teacher read texts: `python -m training.attribution.teach TEACHER.pt MPNET SHARED OUT`.

It reads the training part of PolNeAR and texts that nobody has labelled for this (ECB+ and BASIL, as they lie in
SHARED/bench). OUT gets `texts`, those without labels by name, and `said`, what it says of each text: the mean of its
shares over two ways to cut windows, and the links of the first.
"""

from __future__ import annotations

import argparse
import pickle
import time
from pathlib import Path

import numpy as np
import torch

from firsthand.statements.encoding import LONGEST_WINDOW, cuts_of, pieces_of, window_of

from .examples import TAGS, Taught, documents
from .teacher import Teacher, from_mpnet

CUTS = (LONGEST_WINDOW, LONGEST_WINDOW // 2)
"""The first window's length in each reading."""
LABELLED = "attribution/polnear-train.jsonl"
UNLABELLED = ("stories/ecbplus-01-35.jsonl", "stories/basil-2010-2014.jsonl")
TOGETHER = 8


@torch.no_grad()
def said_of(teacher: Teacher, text: str, *, short: bool) -> Taught:
    """What the teacher says of a text."""
    pieces = pieces_of(text)
    shares = np.zeros((len(pieces.ids), len(TAGS)), dtype=np.float32)
    links = [np.full(len(pieces.ids), -1, dtype=np.int32) for _ in range(2)]
    for turn, first in enumerate(CUTS):
        cuts = list(cuts_of(pieces, text, first=first))
        for at in range(0, len(cuts), TOGETHER):
            some = cuts[at : at + TOGETHER]
            windows = [window_of(pieces, start, end) for start, end in some]
            longest = max(len(w.pieces) for w in windows)
            ids, marks = (
                torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
                for rows in ([w.pieces for w in windows], [w.marks for w in windows])
            )
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=short):
                scores = [score.float() for score in teacher(ids, marks)]
            tags = scores[0].softmax(-1).numpy()
            best = [score.argmax(-1).numpy() for score in scores[1:]]
            for n, (start, end) in enumerate(some):
                size = end - start
                shares[start:end] += tags[n, 1 : size + 1] / len(CUTS)
                for link, found in zip(links, best, strict=True):
                    if not turn:
                        to = found[n, 1 : size + 1]
                        link[start:end] = np.where((to > 0) & (to <= size), to + start - 1, -1)
    return Taught(shares.astype(np.float16), *links)


def main() -> None:
    """Read all texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("teacher", "mpnet", "shared", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--documents", type=int, help="only the first so many of either kind: to try the command")
    parser.add_argument("--short", action="store_true", help="compute in bfloat16: faster where the processor has AMX")
    args = parser.parse_args()
    teacher = from_mpnet(args.mpnet)
    teacher.load_state_dict(torch.load(args.teacher))
    teacher.eval()
    labelled, *others = (documents(args.shared / "bench" / path) for path in (LABELLED, *UNLABELLED))
    texts = {row["id"]: row["text"] for rows in others for row in rows[: args.documents]}
    known = {row["id"]: row["text"] for row in labelled[: args.documents]}
    said, began, seen = {}, time.time(), 0
    for name, text in (known | texts).items():
        said[name] = said_of(teacher, text, short=args.short)
        seen += len(said[name].shares)
        print(f"{len(said)} of {len(known | texts)}, {seen / (time.time() - began):.0f} pieces/s", flush=True)
    args.out.write_bytes(pickle.dumps({"texts": texts, "said": said}))


if __name__ == "__main__":
    main()
