"""Claims over whole stories: pairs of an editor's statements rightly and wrongly put into one claim, and why.

    python bench/claims.py [../shared/stories] [--only NAME ...]

Counts as `score_stories.py` does: a pair of two articles is right where one claim holds both and the editor has them
on one point, wrong where the editor has them on two. Beside it stands the best that could be reached with whole
statements, each in one claim: every statement put where the editor has it. Wrong pairs are told apart by whether a
statement, or a part of one, that makes them holds several of the editor's points, which no joining can mend.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from firsthand.claims import join_claims
from firsthand.model import Article, Statement
from firsthand.pipeline import articles_of
from firsthand.statements import statements_of

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One statement of the editor's answers: its claim, its file, where it stands."""

    claim: str
    file: str
    place: Place | None


def main() -> None:
    """Print the figures of each story and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=Path, default=Path("../shared/stories"))
    parser.add_argument("--only", nargs="*", default=[])
    given = parser.parse_args()
    every: Counter[str] = Counter()
    for answers in sorted(given.stories.glob("*/story.json")):
        if given.only and answers.parent.name not in given.only:
            continue
        counts = measured(answers)
        every += counts
        print(f"{answers.parent.name:18} {_line(counts)}", flush=True)
    print(f"{'all':18} {_line(every)}")
    print(f"best with whole statements: {every['best right'] / max(1, every['gold']):.3f}", end=" ")
    print(f"/ {every['best right'] / max(1, every['best right'] + every['best wrong']):.3f}")
    print(f"wrong pairs: {every['several']} by a statement with several points, {every['mistaken']} joined by mistake")


def measured(answers: Path) -> Counter[str]:
    """The counts of one story."""
    _, articles, _ = articles_of([answers.parent / "articles"])
    statements = [one for article in articles for one in statements_of(article)]
    gold = told_in(answers, articles)
    points = _points(gold, statements)
    joined = join_claims(statements, {article.id: article for article in articles})
    told = [(one, number) for number, claim in enumerate(joined) for one in claim.statements]
    parts, of = [one for one, _ in told], [number for _, number in told]
    counts = _pairs(gold, parts, of, _points(gold, parts))
    size = Counter(t.claim for t in gold)
    best = [max(p, key=lambda c: (size[c], c)) if p else f"none {n}" for n, p in enumerate(points)]
    for name, count in _pairs(gold, statements, best, points).items():
        if name in ("right", "wrong"):
            counts[f"best {name}"] = count
    return counts


def _points(gold: Sequence[Told], statements: Sequence[Statement]) -> list[set[str]]:
    """The editor's points that each statement touches."""
    return [{t.claim for t in gold if t.place and _overlap(one, t.place)} for one in statements]


def _pairs(
    gold: Sequence[Told], statements: Sequence[Statement], of: Sequence[object], points: Sequence[set[str]]
) -> Counter[str]:
    counts: Counter[str] = Counter()
    held = [[n for n, one in enumerate(statements) if t.place and _overlap(one, t.place)] for t in gold]
    beside: list[set[str]] = [{o.claim for o in gold if t.place and o.place and _meet(t.place, o.place)} for t in gold]
    for a, b in combinations(range(len(gold)), 2):
        if gold[a].file == gold[b].file:
            continue
        met = [(n, m) for n in held[a] for m in held[b] if of[n] == of[m]]
        if gold[a].claim == gold[b].claim:
            counts["gold"] += 1
            counts["right"] += bool(met)
        elif met and not beside[a] & beside[b]:
            counts["wrong"] += 1
            several = all(len(points[n]) > 1 or len(points[m]) > 1 for n, m in met)
            counts["several" if several else "mistaken"] += 1
    return counts


def told_in(story: Path, articles: Sequence[Article]) -> list[Told]:
    """The statements of the answers in a `story.json`, each with its place in the articles."""
    answers = json.loads(story.read_text(encoding="utf-8"))
    texts: dict[str, list[tuple[str, str, list[int]]]] = defaultdict(list)
    for article in articles:
        texts[Path(article.path).name].append((article.id, *_squeezed(article.text)))
    return [
        Told(str(claim["id"]), str(one["file"]), _found(str(one["quote"]), texts[Path(str(one["file"])).name]))
        for claim in answers["claims"]
        for one in claim["statements"]
    ]


def _squeezed(text: str) -> tuple[str, list[int]]:
    at = [i for i, ch in enumerate(text) if ch.isalnum()]
    return "".join(text[i].lower() for i in at), at


def _found(quote: str, texts: Sequence[tuple[str, str, list[int]]]) -> Place | None:
    want = _squeezed(quote)[0]
    for key, text, at in texts:
        start = text.find(want)
        if want and start >= 0:
            return key, at[start], at[start + len(want) - 1] + 1
    return None


def _overlap(one: Statement, place: Place) -> bool:
    return _meet((one.span.article, one.span.start, one.span.end), place)


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _line(counts: Counter[str]) -> str:
    recall = counts["right"] / max(1, counts["gold"])
    precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
    return f"recall {recall:.3f}  precision {precision:.3f}  ({counts['gold']} pairs, {counts['wrong']} wrong)"


if __name__ == "__main__":
    main()
