"""A longer run of hostile inputs: `python -m tests.fuzzing.run --minutes 10 --seed 1`.

Inputs are made from the seeds by changes at random; the same seed of the run makes the same inputs in the same order.
What breaks a property, or takes longer than `SLOWEST`, is written to a folder, and the run goes on.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

from .checks import read_all
from .seeds import SEEDS, WORDS

SLOWEST = 10.0
"""Seconds of the processor for one input of at most `LARGEST` bytes."""
LARGEST = 400_000
Made = tuple[str, bytes]


def changed(data: bytes, dice: random.Random) -> bytes:
    """The input after a few changes."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 3, 5, 9, 30))):
        at = dice.randrange(len(made) + 1)
        length = dice.choice((1, 2, 5, 20, 100, 1000))
        kind = dice.randrange(8)
        if kind == 0:
            del made[at : at + length]
        elif kind == 1:
            made[at:at] = dice.choice(WORDS)
        elif kind == 2:
            made[at:at] = dice.choice(WORDS) * dice.choice((2, 10, 100, 1000, 5000))
        elif kind == 3:
            made[at:at] = made[at : at + length] * dice.choice((1, 2, 10, 50))
        elif kind == 4:
            made[at : at + length] = dice.randbytes(length)
        elif kind == 5 and made:
            made[min(at, len(made) - 1)] ^= 1 << dice.randrange(8)
        elif kind == 6:
            other = dice.choice(list(SEEDS.values()))
            cut = dice.randrange(len(other))
            made[at:at] = other[cut : cut + length * 5]
        else:
            del made[at:]
    return bytes(made[:LARGEST])


def one(dice: random.Random) -> Made:
    """The next input: the name of its file and its bytes."""
    name = dice.choice(sorted(SEEDS))
    return name, changed(SEEDS[name], dice)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path, default=Path("out/fuzz"))
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    dice, ends = random.Random(given.seed), time.monotonic() + 60 * given.minutes
    count = broken = pages = articles = 0
    slowest = 0.0  # seconds of one input
    while time.monotonic() < ends:
        name, data = one(dice)
        file = given.folder / name
        file.write_bytes(data)
        began, reason = time.process_time(), ""
        try:
            read, found, _ = read_all(file)
            pages, articles = pages + len(read), articles + len(found)
        except (Exception, RecursionError):
            reason = traceback.format_exc()
        took = time.process_time() - began
        slowest, count = max(slowest, took), count + 1
        if took > SLOWEST:
            reason = reason or f"{took:.1f} s"
        if reason:
            broken += 1
            kept = given.folder / f"broken-{given.seed}-{count}-{name}"
            kept.write_bytes(data)
            print(f"{kept}: {reason}", flush=True)
        file.unlink()
    told = f"{count} inputs, {pages} pages, {articles} articles, {broken} broken"
    print(f"seed {given.seed}: {told}; at most {slowest:.1f} s for one")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
