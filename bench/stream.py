"""The stream measured: the same stories as in batch, placing as the archive grows, memory.

usage: python bench/stream.py [FOLDER] [--articles N] [--orders N] [--every N]

FOLDER holds the bench data (../shared/bench).

Agreement: ECB+, BASIL and a made stream (`streams.py`), each in random orders, against the grouping of a batch; B-cubed
F1 between the two. Growth: a made stream of N articles (default 10,000) is placed one by one on disk; at each power of
ten, and every N articles, the articles placed per second of processor time (what makes the features is not counted),
memory, and the file's size. At the end the stream is opened again from its file, and timed.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from streams import made_stream

from firsthand.stories.candidates import candidate_pairs
from firsthand.stories.features import Features, features_of
from firsthand.stories.similarity import strength
from firsthand.stories.stories import cluster_features
from firsthand.stories.stream import Stream
from firsthand.stories.stream.evidence import REST
from firsthand.text.embeddings import embed
from stories import SETS, articles_of, b_cubed, rows

MADE = 1000
"""Articles of the made stream that are grouped in batch too."""


def in_batch(features: Sequence[Features], *, rests: bool) -> dict[str, str]:
    """Each article's group; with the stream's rule that a rest parts stories, or without."""

    def same(left: Features, right: Features) -> float:
        one, two = left.days.own, right.days.own
        apart = rests and one is not None and two is not None and abs((one - two).days) > REST
        return 0.0 if apart else strength(left, right)

    groups = cluster_features(features, candidate_pairs(features), same)
    return {features[i].article: str(group[0]) for group in groups for i in group}


def agreement(name: str, features: Sequence[Features], gold: dict[str, str], orders: int) -> None:
    """B-cubed F1 between stream and batch, and of both against the events."""
    start = time.process_time()
    batch = in_batch(features, rests=False)
    took = time.process_time() - start
    rested = in_batch(features, rests=True)
    print(f"{name}: {len(features)} articles, batch {took:.1f} s, F1 over events {b_cubed(gold, batch)[2]:.4f}")
    for order in range(orders):
        arriving = list(features)
        random.Random(order).shuffle(arriving)
        start = time.process_time()
        with Stream() as stream:
            outcomes = Counter(stream.place(one).outcome for one in arriving)
            took = time.process_time() - start
            streamed = {article: story.id for story in stream.stories() for article in story.articles}
        print(
            f"  order {order}: F1 with batch {b_cubed(batch, streamed)[2]:.4f}, with a batch that rests"
            f" {b_cubed(rested, streamed)[2]:.4f}, over events {b_cubed(gold, streamed)[2]:.4f};"
            f" {len(features) / took:.0f}/s; {dict(sorted(outcomes.items()))}",
            flush=True,
        )


def real(bench: Path, name: str) -> tuple[list[Features], dict[str, str]]:
    data = {f"{name}-{row['id']}": row for row in rows(bench / SETS[name])}
    articles = {article.id: article for article in articles_of(data.items())}
    features = [features_of(articles[key], embed) for key in sorted(articles)]
    return features, {one.article: data[Path(articles[one.article].path).stem]["event"] for one in features}


def made(count: int) -> tuple[list[Features], dict[str, str]]:
    found = sorted(made_stream(count), key=lambda one: one.features.article)
    return [one.features for one in found], {one.features.article: one.event for one in found}


def growth(count: int, every: int) -> None:
    """A stream on disk that grows: a line for every so many articles, and at each power of ten its last tenth."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stream.sqlite"
        with Stream(path) as stream:
            marks = [10**power for power in range(3, 10) if 10**power < count] + [count]
            spent, tenth, line = 0.0, 0.0, 0.0
            for number, one in enumerate(made_stream(count), start=1):
                start = time.process_time()
                stream.place(one.features)
                spent += time.process_time() - start
                if any(number == mark - mark // 10 for mark in marks):
                    tenth = spent
                if number in marks:
                    told_growth(f"{number} articles, of them the last tenth", number // 10 / (spent - tenth), path)
                if number % every == 0:
                    told_growth(f"  {number}: of these the last {every}", every / (spent - line), path)
                    line = spent
            print(f"{count} articles in {spent:.0f} s of a processor, {len(stream.stories())} stories", flush=True)
        start = time.process_time()
        with Stream(path) as again:
            print(f"opened again with {len(again)} articles in {time.process_time() - start:.1f} s")


def told_growth(what: str, speed: float, path: Path) -> None:
    now = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    sizes = sum(one.stat().st_size for one in path.parent.iterdir()) / 1e6
    print(f"{what}: {speed:.0f}/s, {now:.0f} MB in memory (peak {peak:.0f}), {sizes:.0f} MB on disk", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--orders", type=int, default=5, help="0: growth alone")
    parser.add_argument("--every", type=int, default=10_000, help="articles to a line of the growth")
    asked = parser.parse_args()
    if asked.orders:
        for name in SETS:
            agreement(name, *real(asked.folder, name), asked.orders)
        agreement("made", *made(MADE), asked.orders)
    growth(asked.articles, asked.every)


if __name__ == "__main__":
    main()
