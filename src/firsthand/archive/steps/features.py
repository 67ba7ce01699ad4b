"""Parts of articles to features by slab, and to postings by partition of the keys. Near-copies are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pyarrow as pa

from firsthand.archive.codec import dumped, loaded
from firsthand.archive.families import DAYLESS
from firsthand.archive.parts import Receipt, read_part, read_partition, write_part, write_receipt
from firsthand.archive.rows import Kept, articles_in, day_number
from firsthand.archive.slabs import Slabs
from firsthand.model import Article
from firsthand.stories.candidates import keys_of
from firsthand.stories.features import Features, features_of
from firsthand.text.embeddings import embed

from .copies import rows_between

HEAD = 2_000
"""Code points of a text that title and event of a story are made from, and more."""
FEATURES = pa.schema([("row", pa.int64()), ("slab", pa.int32()), ("features", pa.string()), ("head", pa.string())])
POSTINGS = pa.schema([("key", pa.uint64()), ("row", pa.int64()), ("slab", pa.int32()), ("day", pa.int32())])


@dataclass(frozen=True, slots=True, kw_only=True)
class FeaturesJob:
    """One part of articles; `first` is the row of its first, `families` the part of near-copies by row."""

    name: str
    size: int
    root: Path
    articles: str
    first: int
    families: str
    slabs: Slabs
    partitions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One article as later steps have it: what is compared, and its head."""

    features: Features
    head: Article


def write_features(job: FeaturesJob) -> Receipt:
    """The features of every article that stands for itself or for its copies."""
    kept = list(articles_in(read_part(job.root, job.articles)))
    copies = rows_between(job.root, job.families, "row", job.first, job.first + len(kept))
    passed = set(copies.column("row").to_pylist())
    rows = ((job.first + at, one) for at, one in enumerate(kept) if job.first + at not in passed)
    featured = [(row, one, features_of(one.article, embed)) for row, one in rows]
    written = [
        write_part(job.root, f"{job.name}.parquet", _by_slab(featured, job.slabs)),
        write_part(job.root, f"postings/{job.name}.parquet", _by_key(featured, job)),
    ]
    return write_receipt(job.root, job.name, written, {"features": len(featured), "slabs": job.slabs.count})


def _by_slab(featured: Iterable[tuple[int, Kept, Features]], slabs: Slabs) -> dict[int, pa.Table]:
    rows: dict[int, list[dict[str, object]]] = {0: []}
    for row, one, features in featured:
        slab = slabs.of(day_number(one.day), row)
        made = {"row": row, "slab": slab, "features": dumped(features), "head": dumped(_head(one.article))}
        rows.setdefault(slab, []).append(made)
    return {slab: pa.Table.from_pylist(held, schema=FEATURES) for slab, held in rows.items()}


def _head(article: Article) -> Article:
    bare = replace(article, page_spans=(), furniture=(), credits=(), dates=())
    return replace(bare, text=article.text[:HEAD].encode("utf-8", "replace").decode())


def _by_key(featured: Iterable[tuple[int, Kept, Features]], job: FeaturesJob) -> dict[int, pa.Table]:
    keys: list[int] = []
    places: list[tuple[int, int, int]] = []
    for row, one, features in featured:
        hashed = sorted({_hash(key) for key in keys_of(features)})
        keys += hashed
        places += [(row, job.slabs.of(day_number(one.day), row), _day(one.day))] * len(hashed)
    rows, slabs, days = np.array(places, dtype=np.int64).reshape(-1, 3).T
    columns = {"key": np.array(keys, dtype=np.uint64), "row": rows, "slab": slabs.astype(np.int32)}
    whole = pa.table(columns | {"day": days.astype(np.int32)}, schema=POSTINGS)
    target = whole.column("key").to_numpy() % np.uint64(job.partitions)
    return {number: whole.filter(pa.array(target == number)) for number in range(job.partitions)}


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def _day(day: date | None) -> int:
    number = day_number(day)
    return DAYLESS if number is None else number


def compared_in(root: Path, paths: Iterable[str], slab: int, rows: Iterable[int]) -> Iterator[tuple[int, Compared]]:
    """The articles of one slab that have these rows, with their rows."""
    wanted = frozenset(rows)
    for table in read_partition(root, paths, slab):
        here = [at for at, row in enumerate(table.column("row").to_pylist()) if row in wanted]
        for one in table.take(pa.array(here, pa.int64())).to_pylist():
            features, head = loaded(Features, one["features"]), loaded(Article, one["head"])
            yield one["row"], Compared(features=features, head=head)
