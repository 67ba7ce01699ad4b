"""Checks: does a sentence find the claim that it belongs to, with the right word on it?

usage: python bench/checks.py [--all]     (--all lists every sentence that comes out wrong)

The accounts of bench/checks.txt are put into a copy of a store with the project's example in it, by the real stages;
then each labelled sentence is checked. `hit`: of the sentences that belong to a claim, how many find it among the five
shown, as agreeing or differing as labelled; `near`: how many show it at all. `quiet`: of the sentences that belong to
none, how many are neither agreed with nor differed from. `right`: of all matches said to agree or differ, how many are
the labelled claim with the labelled word. Sentences stand in the file in turns: even ones are looked at when a rule is
made, odd ones only counted; both are told.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.desk import light
from tests.desk.filled import filled_copy

from firsthand.desk.checking import check
from firsthand.desk.intake import take_bytes
from firsthand.desk.stages import real_stages
from firsthand.desk.values import Match
from firsthand.desk.working import Worker
from firsthand.store.opening import Store

CASES = Path(__file__).with_name("checks.txt")
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """One labelled sentence."""

    label: str
    words: str
    """Of the claim it belongs to."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the store said of one."""

    asked: Asked
    told: tuple[tuple[str, str, str], ...]
    """Agrees or differs, the claim's text, and why."""
    hit: bool
    near: bool
    right: int
    wrong: int


def digest() -> str:
    """The hash of the labelled sentences."""
    return hashlib.sha256(CASES.read_bytes()).hexdigest()


def accounts() -> Iterator[str]:
    """The made accounts, as pages that the light reader reads."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    for line, text in pairwise(lines):
        if line.startswith("account |"):
            _, outlet, title = (part.strip() for part in line.split("|"))
            yield f"{title}\n[{outlet}]\n{text}"


def labelled() -> list[Asked]:
    """The sentences."""
    rows = [line.split("|", 2) for line in CASES.read_text(encoding="utf-8").splitlines()]
    return [Asked(*(part.strip() for part in row)) for row in rows if row[0].strip() in ("agrees", "differs", "none")]


def fill(store: Store) -> None:
    """The made accounts beside what the store has."""
    for number, text in enumerate(accounts()):
        list(take_bytes(store, f"made-{number}.txt", text.encode(), None, "bench"))
    with Worker(store, stages=replace(real_stages(), read=light.read)) as worker:
        while worker.step():
            pass


def outcome(store: Store, asked: Asked) -> Outcome:
    """What the store says of a sentence, held against its label."""
    found = check(store, asked.sentence, limit=SHOWN).matches
    said = [one for one in found if one.same != "related"]
    right = [one for one in said if _holds(one, asked.words) and one.same == asked.label]
    return Outcome(
        asked=asked,
        told=tuple((one.same, one.text, one.reason) for one in said),
        hit=bool(right) if asked.words else not said,
        near=any(_holds(one, asked.words) for one in found),
        right=len(right),
        wrong=len(said) - len(right),
    )


def _holds(match: Match, words: str) -> bool:
    return bool(words) and any(words in saying.quote for saying in match.said_by)


def measure() -> tuple[dict[str, float], list[Outcome]]:
    """The figures, and all that was asked."""
    with tempfile.TemporaryDirectory(prefix="firsthand-checks-") as folder, filled_copy(Path(folder)) as store:
        fill(store)
        outcomes = [outcome(store, one) for one in labelled()]
    return figures(outcomes), outcomes


def figures(outcomes: list[Outcome]) -> dict[str, float]:
    """The figures over some of them."""
    own = [one for one in outcomes if one.asked.words]
    none = [one for one in outcomes if not one.asked.words]
    said = sum(one.right + one.wrong for one in outcomes)
    return {
        "hit": round(sum(one.hit for one in own) / len(own), 3),
        "near": round(sum(one.near for one in own) / len(own), 3),
        "quiet": round(sum(one.hit for one in none) / len(none), 3),
        "right": round(sum(one.right for one in outcomes) / max(1, said), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    _, outcomes = measure()
    for name, part in (("all", outcomes), ("even", outcomes[::2]), ("odd", outcomes[1::2])):
        print(f"{name:5} {len(part):4} sentences  " + "  ".join(f"{k} {v:.3f}" for k, v in figures(part).items()))
    for label in ("agrees", "differs"):
        own = [one for one in outcomes if one.asked.label == label]
        print(f"{label:8} {sum(one.hit for one in own)} of {len(own)}")
    if arguments.all:
        for number, one in enumerate(outcomes):
            if not one.hit or one.wrong:
                print(f"{'odd' if number % 2 else 'even'} {'' if one.near else 'not near '}", end="")
                print(f"{one.asked.label} [{one.asked.words}] {one.asked.sentence}")
                for told in one.told:
                    print(f"      {' | '.join(told)[:200]}")


if __name__ == "__main__":
    main()
