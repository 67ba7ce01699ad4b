"""Passages on made articles: recall and precision by words, on rewritten stretches of real texts.

    python bench/passages.py [../shared/bench] [--count 300]

Hosts come from other events, or from pairs of one event that are labelled independent. A word counts as found when
one passage holds both its place in the donor and its place in the made article; a word of a passage is right when it
lies in a stretch that was carried over and the passage reaches that stretch in the donor.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rewriting import WORD, Made, make

from firsthand.lineage import trace_lineage
from firsthand.model import Article, Passage

SEED = 20
READ = "lineage/articles", "stories/basil-2010-2014.jsonl"


@dataclass(slots=True)
class Score:
    """Words carried over and found, by strength, and words told and right."""

    carried: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    told: int = 0
    right: int = 0

    def __str__(self) -> str:
        recall = {k: round(self.found[k] / n, 3) for k, n in sorted(self.carried.items())}
        whole = self.found.total() / max(1, self.carried.total())
        return f"recall {whole:.3f} {recall}, precision {self.right / max(1, self.told):.3f}"


def articles(folder: Path) -> list[tuple[str, str]]:
    """Texts with the event that each is about."""
    found = []
    for path in sorted((folder / READ[0]).glob("*.txt")):
        text = path.read_text(encoding="utf-8").replace(" ### ", "\n")
        found.append((path.name.split("-")[0], text))
    for line in (folder / READ[1]).read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        found.append((item["event"], item["text"]))
    return found


def independent(folder: Path) -> list[tuple[str, str]]:
    """Pairs of texts of one event that a reader found independent of each other."""
    found = []
    for pair in json.loads((folder / "lineage/pairs.json").read_text(encoding="utf-8")):
        if pair["relation"] == "independent":
            a, b = ((folder / READ[0] / pair[side]).read_text(encoding="utf-8") for side in ("a", "b"))
            found.append((a.replace(" ### ", "\n"), b.replace(" ### ", "\n")))
    return found


def made_articles(folder: Path, count: int, seed: int = SEED) -> Iterator[Made]:
    """So many made articles, every fourth with donor and host of one event."""
    chance = random.Random(seed)
    texts, alike = articles(folder), independent(folder)
    while count:
        if count % 4 == 0:
            donor, host = chance.sample(chance.choice(alike), 2)
        else:
            (event, donor), (other, host) = chance.sample(texts, 2)
            if event == other:
                continue
        made = make(donor[:20_000], host[:20_000], chance)
        if made is not None:
            count -= 1
            yield made


def scored(made: Made, passages: Sequence[Passage], score: Score) -> None:
    """Adds what the passages of donor (a) and made article (b) find."""
    for there, here, strength in made.carried:
        score.carried[strength] += 1
        score.found[strength] += any(p.a.start <= there < p.a.end and p.b.start <= here < p.b.end for p in passages)
    words = [m.start() for m in WORD.finditer(made.text)]
    for p in passages:
        for at in (w for w in words if p.b.start <= w < p.b.end):
            score.told += 1
            score.right += any(c <= at < d and p.a.start < b and a < p.a.end for a, b, c, d in made.stretches)


def passages_of(made: Made) -> tuple[Passage, ...]:
    """The passages that the stage finds between a donor and a made article, told from the donor's side."""
    return tuple(p for o in trace_lineage([_article("a", made.donor), _article("b", made.text)]).overlaps
                 for p in o.passages)  # fmt: skip


def _article(key: str, text: str) -> Article:
    return Article(id=key, page=key, path=key, title=None, text=text, publisher=None, byline=None, language="en",
                   dateline=None, credits=(), page_spans=(), published=None)  # fmt: skip


def measure(folder: Path, count: int, seed: int = SEED) -> str:
    """The figures in one line."""
    score = Score()
    for made in made_articles(folder, count, seed):
        scored(made, passages_of(made), score)
    return f"{count} made articles: {score}"


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    print(measure(given.folder, given.count, given.seed))


if __name__ == "__main__":
    main()
