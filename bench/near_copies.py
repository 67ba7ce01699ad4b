"""Near-copies among 100,000 generated texts: families in seconds, beside datasketch and text-dedup's MinHash.

    python bench/near_copies.py [--texts N] [--peers PYTHON]

The texts are made from a seed: sentences of random words, a third of the texts copies of an earlier one with another
headline and a few words changed, cut or moved. All settings are the same: five words a shingle, 128 hashes, 0.8, and
one core. The peers are no dependency: `--peers` is the Python of an environment with `pip install datasketch
text-dedup`. datasketch runs as its documents show it (a set of shingles, `update_batch`, MinHashLSH, each text asked
for); of text-dedup, the functions of its `minhash.py` in its order (`embed_func`, hash tables, union-find; its defaults
with 32-bit xxh3), without the copying of data sets around them. Recall and precision are of pairs of a family, against
the families that the generator made; a copy that was changed too much to reach 0.8 is no fault of anybody's.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

SYLLABLES = "ba cor den el fa gri hal im jo ket lu mar nor os pel qua ren sta tor ul ven wis yor zan ble dra ney ster"
COMMON = (
    "the of to and a in that it was for on with he as at his by from they had said an be were this not but have "
    "which are who their would has its been more when there will after up out over two could"
)


def vocabulary(seed: int, size: int = 30_000) -> list[str]:
    rng, syllables = random.Random(seed), SYLLABLES.split()
    return sorted({"".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(size)})


def made_texts(count: int, seed: int = 7) -> tuple[list[str], list[int]]:
    """Texts of 80 to 700 words, and the family of each."""
    rng = random.Random(seed)
    words, common = vocabulary(seed), COMMON.split()
    texts: list[list[str]] = []
    families: list[int] = []
    for number in range(count):
        if number and rng.random() < 0.33:
            source = rng.randrange(number)
            texts.append(altered(texts[source], words, rng))
            families.append(families[source])
        else:
            texts.append(
                spoken([rng.choice(common if rng.random() < 0.45 else words) for _ in range(rng.randint(80, 700))])
            )
            families.append(number)
    return [" ".join(text) for text in texts], families


def altered(text: list[str], words: list[str], rng: random.Random) -> list[str]:
    """A copy as outlets make them: another headline, a word or two changed, now and then the last lines cut."""
    copy = [*rng.choices(words, k=rng.randint(0, 6)), *text[rng.randint(0, 6) :]]
    for _ in range(rng.randint(0, max(1, len(copy) // 150))):
        copy[rng.randrange(len(copy))] = rng.choice(words)
    return copy[: len(copy) - rng.choice((0, 0, 0, len(copy) // 20))]


def spoken(words: Sequence[str]) -> list[str]:
    """Words with the marks and capitals of sentences and paragraphs."""
    ends = {at: "." if at % 3 else ".\n" for at in range(16, len(words), 17)}
    return [word.capitalize() if at - 1 in ends else word + ends.get(at, "") for at, word in enumerate(words)]


def by_firsthand(texts: Sequence[str]) -> list[int]:
    import numpy as np

    from firsthand.archive.families import DAYLESS, joined, near_copies
    from firsthand.archive.signatures import BANDS, signatures_of

    keys, sketches, rows = [], [], []
    for first in range(0, len(texts), 1024):
        bands, sketch, usable = signatures_of(texts[first : first + 1024])
        keys.append(bands[usable])
        sketches.append(sketch[usable])
        rows.append(np.flatnonzero(usable) + first)
    row = np.concatenate(rows)
    whole = np.concatenate(keys)
    days = np.full(len(row) * BANDS, DAYLESS, dtype=np.int32)
    pairs = near_copies(
        whole.reshape(-1), np.repeat(row, BANDS), np.repeat(np.concatenate(sketches), BANDS, axis=0), days
    )
    return [int(root) for root in joined(len(texts), [pairs])]


def by_datasketch(texts: Sequence[str]) -> list[int]:
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=0.8, num_perm=128)
    hashes = []
    for number, text in enumerate(texts):
        words = text.lower().split()
        one = MinHash(num_perm=128)
        one.update_batch({" ".join(words[at : at + 5]).encode() for at in range(len(words) - 4)})
        hashes.append(one)
        lsh.insert(number, one)
    roots = Roots(len(texts))
    for number, one in enumerate(hashes):
        for other in lsh.query(one):
            roots.join(number, other)
    return [roots.of(number) for number in range(len(texts))]


def by_text_dedup(texts: Sequence[str]) -> list[int]:
    from collections import defaultdict

    import numpy as np
    from text_dedup.minhash import embed_func
    from text_dedup.utils import optimal_param, xxh3_32hash

    rng = np.random.RandomState(42)
    prime, most = np.uint32((1 << 32) - 5), np.uint32((1 << 32) - 1)
    bands, rows = optimal_param(0.8, 128, false_positive_weight=0.5, false_negative_weight=0.5)
    ranges = [(at * rows, (at + 1) * rows) for at in range(bands)]
    permutations = (
        rng.randint(1, prime, size=(128,), dtype=np.uint32),
        rng.randint(0, prime, size=(128,), dtype=np.uint32),
    )
    tables: list[dict[bytes, set[int]]] = [defaultdict(set) for _ in ranges]
    for number, text in enumerate(texts):
        found = embed_func(text, number, num_perm=128, ngram_size=5, min_length=5, hashranges=ranges,
                           permutations=permutations, hash_func=xxh3_32hash, dtype=np.uint32, max_hash=most,
                           modulo_prime=prime)  # fmt: skip
        for table, key in zip(tables, found["__signatures__"], strict=True):
            table[key].add(number)
    roots = Roots(len(texts))
    for table in tables:
        for cluster in table.values():
            for other in cluster:
                roots.join(min(cluster), other)
    return [roots.of(number) for number in range(len(texts))]


class Roots:
    """Union and find."""

    def __init__(self, size: int) -> None:
        self.above = list(range(size))

    def of(self, one: int) -> int:
        while self.above[one] != one:
            self.above[one] = self.above[self.above[one]]
            one = self.above[one]
        return one

    def join(self, one: int, two: int) -> None:
        low, high = sorted((self.of(one), self.of(two)))
        self.above[high] = low


METHODS = {"firsthand": by_firsthand, "datasketch": by_datasketch, "text-dedup": by_text_dedup}


def pairs_of(labels: Sequence[object]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(labels).values())


def measured(method: str, count: int) -> dict[str, float]:
    """Seconds of the processor, and how the families agree with those that were made."""
    texts, families = made_texts(count)
    METHODS[method](texts[:200])
    start = time.process_time()
    roots = METHODS[method](texts)
    spent = time.process_time() - start
    right = pairs_of(list(zip(roots, families, strict=True)))
    return {
        "seconds": spent,
        "recall": right / max(1, pairs_of(families)),
        "precision": right / max(1, pairs_of(roots)),
        "families": len(set(roots)),
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--texts", type=int, default=100_000)
    options.add_argument("--peers", type=Path, help="the Python of an environment with datasketch and text-dedup")
    options.add_argument("--only", choices=METHODS)
    given = options.parse_args()
    if given.only:
        print(json.dumps(measured(given.only, given.texts)))
        return
    ours = None
    for method in METHODS:
        python = sys.executable if method == "firsthand" else given.peers
        if python is None:
            continue
        asked = [str(python), __file__, "--only", method, "--texts", str(given.texts)]
        made = subprocess.run(asked, capture_output=True, text=True, check=True)
        found = json.loads(made.stdout.splitlines()[-1])
        ours = ours or found["seconds"]
        print(
            f"{method:12} {found['seconds']:8.1f} s  {given.texts / found['seconds']:8.0f} texts/s  "
            f"{found['seconds'] / ours:5.1f} times ours  recall {found['recall']:.4f}  "
            f"precision {found['precision']:.4f}  {found['families']:.0f} families"
        )


if __name__ == "__main__":
    main()
