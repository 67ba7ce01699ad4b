"""Lineage on hand-labelled articles: relation, direction, each threshold with a story left out, speed, growth,
rewritten stretches and answers.

    python bench/lineage.py [../shared/bench/lineage] [--all]

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
from statistics import median
from typing import Any

import passages
import reuse
import speed

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
    """Both figures of a reprint chosen on two sets (the middle of the best) and applied to the third."""
    figures: dict[tuple[str, str], tuple[float, float]] = {}
    for articles in sets.values():
        texts = [words_of(a) for a in articles]
        for p in pairs_of(texts, index_of(texts)):
            names = Path(articles[p.a].path).name, Path(articles[p.b].path).name
            figures[names] = figures[names[::-1]] = (p.sharing.larger, p.sharing.unbroken)
    marked = [(p["a"].split("-")[0], *figures.get((p["a"], p["b"]), (0.0, 0.0)), p["relation"] == "reprint")
              for p in gold if p["relation"] in ("reprint", "derived") and not p.get("also_acceptable")]  # fmt: skip
    lines = []
    for name in sorted(sets):
        rest, own = ([m for m in marked if (m[0] == name) is same] for same in (False, True))
        share, unbroken = _chosen(rest)
        hit = sum((s >= share and u >= unbroken) == reprint for _, s, u, reprint in own)
        lines.append(f"reprint without {name}: share {share:.2f}, unbroken {unbroken:.2f}, "
                     f"right on {name}: {hit}/{len(own)}")  # fmt: skip
    return lines


def _chosen(marked: Sequence[tuple[str, float, float, bool]]) -> tuple[float, float]:
    """The middle of all choices that are best."""
    right = {(s, u): sum((x >= s / 100 and y >= u / 100) == reprint for _, x, y, reprint in marked)
             for s in range(50, 100, 2) for u in range(50, 100, 2)}  # fmt: skip
    best = [choice for choice, count in right.items() if count == max(right.values())]
    return median(s for s, _ in best) / 100, median(u for _, u in best) / 100


def growth(articles: Sequence[Article]) -> None:
    """Processor time for N, 2N and 4N articles of a made-up story, of which a third copy one of ten texts.

    The pairs that share text, and so what must be told, grow nearly with the square.
    """
    lines = [line for a in articles for line in a.text.split("\n") if len(line) > 60]
    before = 0.0
    for count in (100, 200, 400):
        made = made_up(articles, lines, count)
        start = time.process_time()
        overlaps = len(trace_lineage(made).overlaps)
        took = time.process_time() - start
        times = f", {took / before:.2f} times as long" if before else ""
        print(f"{count} articles: {took:.1f} s{times}, {overlaps} overlaps")
        before = took


def made_up(articles: Sequence[Article], lines: Sequence[str], count: int) -> list[Article]:
    """A third copies four fifths of one of ten texts, the rest are lines of which every other word is replaced."""
    chance = random.Random(1)
    made = []
    for n in range(count):
        own = [" ".join(w if chance.random() > 0.5 else f"w{chance.randrange(30000)}" for w in line.split())
               for line in chance.sample(lines, 20)]  # fmt: skip
        copied = [x for x in articles[chance.randrange(10)].text.split("\n") if chance.random() > 0.2]
        made.append(replace(articles[0], id=f"a{n:04}", text="\n".join(own if n % 3 else copied)))
    return made


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
    parser.add_argument("--all", action="store_true", help="growth too, and all made articles")
    given = parser.parse_args()
    sets, furniture = read(given.folder)
    trace_lineage(next(iter(sets.values()))[:2])  # the models load once
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
    print(*speed.measure([a for articles in sets.values() for a in articles]), sep="\n")
    print(*reuse.measure(given.folder.parent / "reuse/clough-stevenson.jsonl"), sep="\n")
    print(passages.measure(given.folder.parent, 300 if given.all else 40))
    if given.all:
        growth(max(sets.values(), key=len))


if __name__ == "__main__":
    main()
