"""Grouping measured: B-cubed F1 and look-alikes kept apart, beside three peers tuned on the same data.

usage: python bench/stories.py [FOLDER]     FOLDER holds the bench data (default ../shared/bench)

The articles go through the stages pages, articles and stories as a user's would (title, "Published DATE", text), each
set alone, mixed with the distractors (news of other events, whose own grouping is not scored), and all together, in one
configuration. The peers are average link over TF-IDF (words; words and word pairs without stop words and hapaxes) and
over MiniLM vectors of the lead, each with the threshold that is best on the very data and set it is scored on.
At the end the weights are learned on one half of the topics and scored on the other.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from story_halves import Pairs, held_back

from firsthand.articles import NoArticle, read_page
from firsthand.model import Article, Page
from firsthand.pages import read_paths
from firsthand.stories.features import Features, features_of
from firsthand.stories.stories import group_features
from firsthand.text.embeddings import embed

SETS = {"ecb": "stories/ecbplus-01-35.jsonl", "basil": "stories/basil-2010-2014.jsonl"}
THRESHOLDS = np.arange(0.05, 0.85, 0.005)
COMMON = 100
"""Articles from which a term's share of the likeness is reckoned by a matrix product."""
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


def average_links(likeness: np.ndarray) -> dict[float, list[int]]:
    """Plain average link down to each of the thresholds, in one descent."""
    table = likeness.astype(np.float32).copy()
    np.fill_diagonal(table, -1)
    sizes, label = np.ones(len(table)), np.arange(len(table))
    best, found = table.argmax(axis=1), {}
    for threshold in sorted(THRESHOLDS.tolist(), reverse=True):
        while True:
            left = int(table[np.arange(len(table)), best].argmax())
            right = int(best[left])
            if table[left, right] <= threshold:
                break
            table[left] = (sizes[left] * table[left] + sizes[right] * table[right]) / (sizes[left] + sizes[right])
            table[left, left] = -1
            table[:, left] = table[left]
            table[right] = table[:, right] = -1
            sizes[left] += sizes[right]
            label[label == label[right]] = label[left]
            stale = np.flatnonzero((best == left) | (best == right))
            best[stale] = table[stale].argmax(axis=1)
            rows_now = np.arange(len(table))
            best = np.where(table[:, left] > table[rows_now, best], left, best)
            best[left] = table[left].argmax()
        found[threshold] = label.tolist()
    return found


def tfidf(texts: Sequence[str], pairs: bool) -> np.ndarray:
    """TF-IDF cosine counted on the very texts: of all words, or of words and pairs without stop words and hapaxes."""
    from spacy.lang.en.stop_words import STOP_WORDS

    counts = []
    for text in texts:
        words = [word for word in re.findall(r"\w\w+", text.lower()) if not pairs or word not in STOP_WORDS]
        counts.append(Counter([*words, *(" ".join(two) for two in pairwise(words))] if pairs else words))
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row, count in enumerate(counts):
        for word, uses in count.items():
            postings[word].append((row, 1 + np.log(uses)))
    table, common = np.zeros((len(texts), len(texts)), dtype=np.float32), []
    for word in sorted(postings):
        held = postings[word]
        if len(held) < (2 if pairs else 1):
            continue
        at, uses = np.array([row for row, _ in held]), np.array([use for _, use in held], dtype=np.float32)
        weights = uses * np.float32(np.log((1 + len(texts)) / (1 + len(held))) + 1)
        if len(held) < COMMON:
            table[np.ix_(at, at)] += np.outer(weights, weights)
        else:
            common.append(np.bincount(at, weights, len(texts)).astype(np.float32))
    if common:
        table += np.array(common).T @ np.array(common)
    norms = np.sqrt(np.maximum(1e-9, table.diagonal()))
    return table / norms / norms[:, None]


def peer(name: str, likeness: np.ndarray, names: Sequence[str], sets: Mapping[str, Mapping[str, Row]]) -> None:
    """A peer's best figures over all thresholds, for each set."""
    cuts = average_links(likeness)
    for which, data in sets.items():
        gold = {key: row["event"] for key, row in data.items()}
        threshold = max(cuts, key=lambda cut: b_cubed(gold, dict(zip(names, cuts[cut], strict=True)))[2])
        told(f"{name} (threshold {threshold:.3f}) on {which}", data, dict(zip(names, cuts[threshold], strict=True)))


def told(name: str, data: Mapping[str, Row], stories: Labels) -> None:
    p, r, f = b_cubed({key: row["event"] for key, row in data.items()}, stories)
    mixed, double = joined_topics(data, stories)
    apart = f"  apart {double - len(mixed)}/{double} (joined: {mixed})" if double else ""
    print(f"  {name}: P {p:.3f} R {r:.3f} F1 {f:.3f}{apart}", flush=True)


def measured(
    title: str,
    articles: Sequence[Article],
    known: Mapping[str, Features],
    sets: Mapping[str, Mapping[str, Row]],
) -> None:
    """Ours and the peers' figures over some articles, all grouped together."""
    print(f"{title}, {len(articles)} articles")
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    names = [Path(article.path).stem for article in ordered]
    features = [known[article.id] for article in ordered]
    start = time.process_time()
    stories = {names[i]: number for number, group in enumerate(group_features(features)) for i in group}
    spent = time.process_time() - start
    for which, data in sets.items():
        told(f"firsthand on {which}", data, stories)
    texts = [f"{article.title or ''}\n{article.text}" for article in ordered]
    peer("TF-IDF", tfidf(texts, pairs=False), names, sets)
    peer("TF-IDF with pairs", tfidf(texts, pairs=True), names, sets)
    vectors = np.array([one.vector for one in features])
    peer("MiniLM", vectors @ vectors.T, names, sets)
    print(f"  grouping {spent:.1f} s of CPU")


def distractors(bench: Path) -> list[tuple[str, Row]]:
    found = [(f"polnear-{row['id']}", row) for row in rows(bench / "attribution/polnear-train.jsonl")]
    scraped = sorted((bench / "lineage/articles").glob("*.txt"))
    texts = ((path.stem, path.read_text(encoding="utf-8").replace(" ### ", "\n")) for path in scraped)
    return found + [(f"lineage-{name}", {"text": text}) for name, text in texts]


def held_back_told(
    sets: Mapping[str, Mapping[str, Row]], read: Mapping[str, Sequence[Article]], known: Mapping[str, Features]
) -> None:
    """ECB+ grouped by weights of the other half of its topics (`story_halves.py`)."""
    pairs, names = dict[str, Pairs](), dict[str, list[str]]()
    for which, data in sets.items():
        ordered = sorted({article.id: article for article in read[which]}.values(), key=lambda article: article.id)
        names[which] = [Path(article.path).stem for article in ordered]
        held = [data[name] for name in names[which]]
        events, topics = [str(row["event"]) for row in held], [row.get("topic") for row in held]
        pairs[which] = Pairs([known[article.id] for article in ordered], events, topics)
    print("ecb, each half of its topics by what the other half taught")
    for parted in (False, True):
        labels = held_back(pairs["ecb"], pairs["basil"], parted=parted).tolist()
        how = "firsthand" if parted else "without a look at the halves of groups"
        told(how, sets["ecb"], dict(zip(names["ecb"], labels, strict=True)))


def main() -> None:
    bench = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    sets = {name: {f"{name}-{row['id']}": row for row in rows(bench / path)} for name, path in SETS.items()}
    read = {name: articles_of(data.items()) for name, data in sets.items()}
    others = articles_of(distractors(bench))
    everything = [article for some in (*read.values(), others) for article in some]
    start = time.process_time()
    known = {article.id: features_of(article, embed) for article in everything}
    spent = time.process_time() - start
    print(f"features: {len(known)} articles, {1000 * spent / len(known):.0f} ms of CPU an article", flush=True)
    for name, data in sets.items():
        measured(f"{name} alone", read[name], known, {name: data})
        measured(f"{name} among distractors", read[name] + others, known, {name: data})
    measured("everything", everything, known, sets)
    held_back_told(sets, read, known)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")


if __name__ == "__main__":
    main()
