"""Components to stories, and each article to its story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from firsthand.archive.parts import Receipt, Series, read_part, read_partition, write_part, write_receipt
from firsthand.archive.rows import PLACEMENTS, story_table
from firsthand.model import Event, Story, content_id
from firsthand.stories.describe import event_of, title_of
from firsthand.stories.stories import cluster_features

from .copies import rows_between
from .features import Compared, compared_in

HEARD = 12
"""Accounts that a story's title, day and place are told by: the first. Names are looked for in each, which takes longer
than all else in this step; so an article that stands alone is not asked for day and place either."""
Ids = list[tuple[int, str]]
"""Rows with article ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesJob:
    """One pack of components; `pairs` are the strong pairs by slab."""

    name: str
    size: int
    root: Path
    components: str
    pack: int
    pairs: Series
    features: Series
    families: str


def write_stories(job: StoriesJob) -> Receipt:
    """Group every component as `stories` does, and put the near-copies beside what they are copies of."""
    members = next(read_partition(job.root, [job.components], job.pack))
    articles = _articles(job, members)
    copies = _copies(job, sorted(articles))
    stories: list[tuple[Story, int]] = []
    placements: list[dict[str, object]] = []
    for group in sorted(_groups(job, members, articles)):
        story, placed = _story(group, articles, copies)
        stories.append((story, len(placed) - len(group)))
        placements += placed
    written = [
        write_part(job.root, f"{job.name}.parquet", story_table(stories)),
        write_part(job.root, f"placements/{job.name}.parquet", pa.Table.from_pylist(placements, schema=PLACEMENTS)),
    ]
    several = sum(len(story.articles) > 1 for story, _ in stories)
    return write_receipt(job.root, job.name, written, {"stories": len(stories), "several": several})


def _articles(job: StoriesJob, members: pa.Table) -> dict[int, Compared]:
    """By row; a slab at a time."""
    rows, slabs = members.column("row").to_numpy(), members.column("slab").to_numpy()
    found: dict[int, Compared] = {}
    for slab in np.unique(slabs).tolist():
        found.update(compared_in(job.root, job.features, slab, rows[slabs == slab].tolist()))
    return found


def _copies(job: StoriesJob, rows: Sequence[int]) -> Mapping[int, Ids]:
    """The near-copies of each row."""
    found: dict[int, Ids] = defaultdict(list)
    if rows:
        table = rows_between(job.root, job.families, "root", rows[0], rows[-1] + 1)
        for one in table.to_pylist():
            found[one["root"]].append((one["row"], one["id"]))
    return found


def _groups(job: StoriesJob, members: pa.Table, articles: Mapping[int, Compared]) -> Iterator[tuple[int, ...]]:
    """Rows of one story, sorted."""
    components: dict[int, list[int]] = defaultdict(list)
    for row, component in zip(members.column("row").to_pylist(), members.column("component").to_pylist(), strict=True):
        components[component].append(row)
    edges = _edges(job, members)
    for component, rows in components.items():
        if len(rows) == 1:
            yield (rows[0],)
            continue
        yield from _grouped(rows, edges[component], articles)


def _grouped(
    rows: Sequence[int], edges: Sequence[tuple[int, int]], articles: Mapping[int, Compared]
) -> Iterator[tuple[int, ...]]:
    """The groups of one component, its articles by their ids, as `stories` has them."""
    ordered = sorted(rows, key=lambda row: articles[row].head.id)
    place = {row: at for at, row in enumerate(ordered)}
    tied = sorted((min(place[a], place[b]), max(place[a], place[b])) for a, b in edges)
    features = [articles[row].features for row in ordered]
    for group in cluster_features(features, tied):
        yield tuple(sorted(ordered[at] for at in group))


def _edges(job: StoriesJob, members: pa.Table) -> Mapping[int, list[tuple[int, int]]]:
    """The strong pairs inside each component."""
    component = dict(zip(members.column("row").to_pylist(), members.column("component").to_pylist(), strict=True))
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for slab in np.unique(members.column("slab").to_numpy()).tolist():
        pairs = read_part(job.root, job.pairs.path(slab))
        for low, high in zip(pairs.column("low").to_pylist(), pairs.column("high").to_pylist(), strict=True):
            if low in component and component[low] == component.get(high):
                found[component[low]].append((low, high))
    return found


def _story(
    rows: Sequence[int], articles: Mapping[int, Compared], copies: Mapping[int, Ids]
) -> tuple[Story, list[dict[str, object]]]:
    """The story of these rows and their copies, and the place of each article in it."""
    heads = [articles[row].head for row in rows]
    features = [articles[row].features for row in rows]
    copied = {row: (key, articles[root].head.id) for root in rows for row, key in copies.get(root, ())}
    ids = {row: articles[row].head.id for row in rows} | {row: key for row, (key, _) in copied.items()}
    ids = dict(sorted(ids.items()))
    story = Story(
        id=content_id("story", *sorted(ids.values())),
        title=title_of(heads[:HEARD], features[:HEARD]),
        articles=tuple(ids.values()),
        event=event_of(heads[:HEARD], features[:HEARD]) if len(ids) > 1 else Event(date=None, place=None),
    )
    placed: list[dict[str, object]] = [
        {"article": key, "story": story.id, "copy_of": copied[row][1] if row in copied else None, "row": row}
        for row, key in ids.items()
    ]
    return story, placed
