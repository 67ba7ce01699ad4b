"""Grouping measured: B-cubed F1 and look-alikes kept apart, beside two peers tuned on the same data.

usage: python bench/stories.py [FOLDER]     FOLDER holds the bench data (default ../shared/bench)

The articles go through the stages pages, articles and stories as a user's would (title, "Published DATE", text), each
set alone and both together among distractors (news of other events, whose own grouping is not scored), in one
configuration. The peers are average link over TF-IDF and over MiniLM vectors, with the threshold that is best on the
very data they are scored on.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.articles import NoArticle, read_page
from firsthand.model import Article, Page
from firsthand.pages import read_paths
from firsthand.stories import group_articles
from firsthand.text.embeddings import embed

SETS = {"ecb": "stories/ecbplus-01-35.jsonl", "basil": "stories/basil-2010-2014.jsonl"}
Row = Mapping[str, Any]
Labels = Mapping[str, object]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def articles_of(data: Iterable[tuple[str, Row]]) -> list[Article]:
    """The rows as files, read by the first two stages; the file's name is the row's key."""
    with tempfile.TemporaryDirectory() as folder:
        for name, row in data:
            head = [row["title"]] if row.get("title") else []
            head += [f"Published {row['published']}"] if row.get("published") else []
            (Path(folder) / f"{name}.txt").write_text("\n".join([*head, row["text"]]), encoding="utf-8")
        found: list[Article] = []
        for page in read_paths([folder]):
            if isinstance(page, Page):
                try:
                    found += read_page(page)
                except NoArticle:
                    continue
        return found


def b_cubed(gold: Mapping[str, str], stories: Labels) -> tuple[float, float, float]:
    """Precision, recall, F1; an article in no story stands alone."""
    by_event, by_story = defaultdict(set), defaultdict(set)
    for name, event in gold.items():
        by_event[event].add(name)
        by_story[stories.get(name, f"missing {name}")].add(name)
    common = {n: len(by_event[gold[n]] & by_story[stories.get(n, f"missing {n}")]) for n in gold}
    precision = sum(common[n] / len(by_story[stories.get(n, f"missing {n}")]) for n in gold) / len(gold)
    recall = sum(common[n] / len(by_event[gold[n]]) for n in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def joined_topics(data: Mapping[str, Row], stories: Labels) -> tuple[list[int], int]:
    """Topics of two events that some story mixes, and how many topics have two events."""
    events: dict[int, set[str]] = defaultdict(set)
    held: dict[tuple[object, int], set[str]] = defaultdict(set)
    for name, row in data.items():
        if row.get("topic") is not None:
            events[row["topic"]].add(row["event"])
            held[stories.get(name, name), row["topic"]].add(row["event"])
    double = {topic for topic, both in events.items() if len(both) == 2}
    return sorted({topic for (_, topic), both in held.items() if len(both) > 1 and topic in double}), len(double)


def average_link(likeness: np.ndarray, threshold: float) -> list[int]:
    """Plain average link down to a threshold."""
    table = likeness.astype(np.float64).copy()
    np.fill_diagonal(table, -1)
    sizes, label = np.ones(len(table)), np.arange(len(table))
    while True:
        left, right = divmod(int(table.argmax()), len(table))
        if table[left, right] <= threshold:
            return label.tolist()
        table[left] = (sizes[left] * table[left] + sizes[right] * table[right]) / (sizes[left] + sizes[right])
        table[:, left] = table[left]
        table[right] = table[:, right] = table[left, left] = -1
        sizes[left] += sizes[right]
        label[label == label[right]] = label[left]


def tfidf(texts: Sequence[str]) -> np.ndarray:
    """Cosine of word TF-IDF counted on the very texts."""
    import re

    counts = [Counter(re.findall(r"\w\w+", text.lower())) for text in texts]
    frequency = Counter(word for count in counts for word in count)
    index = {word: i for i, word in enumerate(sorted(frequency))}
    table = np.zeros((len(texts), len(index)), dtype=np.float32)
    for row, count in enumerate(counts):
        for word, uses in count.items():
            table[row, index[word]] = (1 + np.log(uses)) * (np.log((1 + len(texts)) / (1 + frequency[word])) + 1)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    return table @ table.T


def peer(name: str, likeness: np.ndarray, data: Mapping[str, Row]) -> None:
    """A peer's best figures over all thresholds."""
    gold = {key: row["event"] for key, row in data.items()}
    results = []
    for threshold in np.arange(0.1, 0.8, 0.025):
        stories = dict(zip(data, average_link(likeness, float(threshold)), strict=True))
        results.append((b_cubed(gold, stories), float(threshold), joined_topics(data, stories)))
    (p, r, f), threshold, (mixed, double) = max(results, key=lambda result: result[0][2])
    apart = f"apart {double - len(mixed)}/{double}"
    print(f"  {name}, best threshold {threshold:.3f}: P {p:.3f} R {r:.3f} F1 {f:.3f}  {apart}")


def ours(articles: Sequence[Article], sets: Mapping[str, Mapping[str, Row]]) -> None:
    """Our figures on each set, all articles grouped together."""
    start = time.perf_counter()
    file_of = {article.id: Path(article.path).stem for article in articles}
    stories = {file_of[a]: story.id for story in group_articles(articles) for a in story.articles}
    print(f"  {len(articles)} articles in {time.perf_counter() - start:.0f} s")
    for name, data in sets.items():
        p, r, f = b_cubed({key: row["event"] for key, row in data.items()}, stories)
        mixed, double = joined_topics(data, stories)
        halves = [half(data, stories, odd) for odd in (0, 1)] if double else []
        print(
            f"  firsthand on {name}: P {p:.3f} R {r:.3f} F1 {f:.3f}  apart {double - len(mixed)}/{double} {mixed}",
            *halves,
        )


def half(data: Mapping[str, Row], stories: Labels, odd: int) -> str:
    part = {key: row["event"] for key, row in data.items() if row["topic"] % 2 == odd}
    return f"{'odd' if odd else 'even'} topics F1 {b_cubed(part, stories)[2]:.3f}"


def distractors(bench: Path) -> list[tuple[str, Row]]:
    found = [(f"polnear-{row['id']}", row) for row in rows(bench / "attribution/polnear-train.jsonl")]
    scraped = sorted((bench / "lineage/articles").glob("*.txt"))
    texts = ((path.stem, path.read_text(encoding="utf-8").replace(" ### ", "\n")) for path in scraped)
    return found + [(f"lineage-{name}", {"text": text}) for name, text in texts]


def main() -> None:
    bench = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    sets = {name: {f"{name}-{row['id']}": row for row in rows(bench / path)} for name, path in SETS.items()}
    read = {name: articles_of(data.items()) for name, data in sets.items()}
    for name, data in sets.items():
        print(f"{name} alone")
        ours(read[name], {name: data})
        texts = [f"{row.get('title') or ''}\n{row['text']}" for row in data.values()]
        peer("TF-IDF", tfidf(texts), data)
        vectors = np.array([embed([" ".join(text.split()[:90])])[0] for text in texts])
        peer("MiniLM", vectors @ vectors.T, data)
    print("both among distractors")
    ours([a for some in read.values() for a in some] + articles_of(distractors(bench)), sets)


if __name__ == "__main__":
    main()
