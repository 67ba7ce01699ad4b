"""Lineage on hand-labelled articles: relation, direction and groups, each threshold with a story left out, and growth.

    python bench/lineage.py [../shared/bench/lineage] [--growth]

Every set of the folder (the first part of a file's name) is traced as one story. `score_lineage.py` beside the data
reads the report that this writes with `--report FILE`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from firsthand.articles import NoArticle, read_page
from firsthand.lineage import trace_lineage
from firsthand.lineage.candidates import index_of
from firsthand.lineage.pairs import pairs_of
from firsthand.lineage.words import words_of
from firsthand.model import Article, Lineage, Page
from firsthand.pages import read_paths

LABELS = ("reprint", "derived", "shared-quotes", "shared-boilerplate", "independent")
Furniture = dict[str, list[str]]


def read(folder: Path) -> tuple[dict[str, list[Article]], Furniture]:
    """Articles by set, and the furniture of their pages."""
    sets: dict[str, list[Article]] = {}
    furniture: Furniture = {}
    for page in read_paths([str(folder / "articles")]):
        if not isinstance(page, Page):
            continue
        try:
            articles = read_page(page)
        except NoArticle:
            continue
        for article in articles:
            sets.setdefault(Path(article.path).name.split("-")[0], []).append(article)
            pieces = (page.text[f.page_start : f.page_end].replace("###", "\n") for f in article.furniture)
            furniture[article.id] = [line.strip() for piece in pieces for line in piece.split("\n")]
    return sets, furniture


def relations(sets: dict[str, list[Article]], lineages: Iterable[Lineage]) -> dict[tuple[str, str], tuple[str, str]]:
    """Relation and direction by the names of two files, both ways round."""
    name = {a.id: Path(a.path).name for articles in sets.values() for a in articles}
    turned = {"a->b": "b->a", "b->a": "a->b"}
    found = {}
    for lineage in lineages:
        for o in lineage.overlaps:
            found[name[o.a], name[o.b]] = (o.relation.value, o.direction.value)
            found[name[o.b], name[o.a]] = (o.relation.value, turned.get(o.direction, o.direction.value))
    return found


def macro_f1(gold: Sequence[dict[str, Any]], found: dict[tuple[str, str], tuple[str, str]]) -> tuple[float, list[str]]:
    """As `score_lineage.py` counts it, with the misses."""
    right, got_so, want_so, misses = Counter[str](), Counter[str](), Counter[str](), []
    for pair in gold:
        got = found.get((pair["a"], pair["b"]), ("independent", ""))[0]
        also = pair.get("also_acceptable") or []
        want = got if got in ([also] if isinstance(also, str) else also) else pair["relation"]
        right[want] += got == want
        got_so[got] += 1
        want_so[want] += 1
        if got != want:
            misses.append(f"{pair['a']} {pair['b']} is {want}, called {got}")
    f1 = [2 * right[x] / (got_so[x] + want_so[x]) if got_so[x] + want_so[x] else 0.0 for x in LABELS]
    return sum(f1) / len(f1), misses


def left_out(sets: dict[str, list[Article]], gold: Sequence[dict[str, Any]]) -> list[str]:
    """The reprint threshold chosen on two sets and applied to the third, beside the fixed one."""
    shares: dict[tuple[str, str], float] = {}
    for articles in sets.values():
        texts = [words_of(a) for a in articles]
        for p in pairs_of(texts, index_of(texts)):
            names = Path(articles[p.a].path).name, Path(articles[p.b].path).name
            shares[names] = shares[names[::-1]] = p.sharing.larger
    marked = [(p["a"].split("-")[0], shares.get((p["a"], p["b"]), 0.0), p["relation"] == "reprint") for p in gold
              if p["relation"] in ("reprint", "derived") and not p.get("also_acceptable")]  # fmt: skip
    lines = []
    for name in sorted(sets):
        rest, own = ([m for m in marked if (m[0] == name) is same] for same in (False, True))
        steps = [n / 100 for n in range(50, 100, 2)]
        best = max(steps, key=lambda t: (sum((s >= t) == r for _, s, r in rest), -t))
        hit = sum((s >= best) == r for _, s, r in own)
        lines.append(f"reprint threshold without {name}: {best:.2f}, right on {name}: {hit}/{len(own)}")
    return lines


def growth(articles: Sequence[Article]) -> None:
    """Time for N, 2N and 4N articles of one made-up story: a third copies one of ten texts, the rest stand alone."""
    lines = [line for a in articles for line in a.text.split("\n") if len(line) > 60]
    for count in (100, 200, 400):
        chance = random.Random(1)
        made = []
        for n in range(count):
            own = [" ".join(w if chance.random() > 0.5 else f"w{chance.randrange(30000)}" for w in line.split())
                   for line in chance.sample(lines, 20)]  # fmt: skip
            copied = [x for x in articles[chance.randrange(10)].text.split("\n") if chance.random() > 0.2]
            made.append(replace(articles[0], id=f"a{n:04}", text="\n".join(own if n % 3 else copied)))
        start = time.perf_counter()
        lineage = trace_lineage(made)
        print(f"{count} articles: {time.perf_counter() - start:.1f} s, {len(lineage.overlaps)} overlaps")


def report(sets: dict[str, list[Article]], lineages: Sequence[Lineage]) -> dict[str, Any]:
    """What the scorer beside the data needs of a report."""
    articles = [a for group in sets.values() for a in group]
    return {
        "articles": [{"id": a.id, "path": a.path, "text": a.text,
                      "credits": [{"name": c.name, "kind": c.kind} for c in a.credits]} for a in articles],
        "stories": [{"overlaps": [{"a": o.a, "b": o.b, "relation": o.relation, "direction": o.direction}
                                  for o in lineage.overlaps]} for lineage in lineages],
    }  # fmt: skip


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/bench/lineage"))
    parser.add_argument("--report", type=Path)
    parser.add_argument("--growth", action="store_true")
    given = parser.parse_args()
    sets, furniture = read(given.folder)
    start = time.perf_counter()
    lineages = [trace_lineage(articles, furniture) for articles in sets.values()]
    print(f"{sum(map(len, sets.values()))} articles traced in {time.perf_counter() - start:.1f} s")
    gold = json.loads((given.folder / "pairs.json").read_text(encoding="utf-8"))
    found = relations(sets, lineages)
    score, misses = macro_f1(gold, found)
    arrows = [p for p in gold if p["direction"] in ("a->b", "b->a")]
    right = sum(found.get((p["a"], p["b"]), ("", ""))[1] == p["direction"] for p in arrows)
    print(f"relation macro-F1 {score:.3f}, direction {right}/{len(arrows)}", *misses, *left_out(sets, gold), sep="\n")
    if given.report:
        given.report.write_text(json.dumps(report(sets, lineages)), encoding="utf-8")
    if given.growth:
        growth(max(sets.values(), key=len))


if __name__ == "__main__":
    main()
