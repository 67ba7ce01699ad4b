"""Postings to candidate pairs: articles that share a key and lie near in time, with how much their keys say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from firsthand.archive.families import Days, days_near
from firsthand.archive.parts import Receipt, Series, read_partition, write_part, write_receipt
from firsthand.archive.settings import Settings
from firsthand.archive.shingling import Hashes

AT_ONCE = 200_000
"""Postings whose pairs are in memory together: up to six million pairs."""
Ints: TypeAlias = npt.NDArray[np.int64]
Weights: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatesJob:
    """One partition of the keys."""

    name: str
    size: int
    root: Path
    postings: Series
    partition: int
    settings: Settings


@dataclass(frozen=True, slots=True)
class Postings:
    """Keys with the articles that have them: by key, day and row."""

    key: Hashes
    row: Ints
    slab: Ints
    day: Days
    weight: Weights
    """What sharing the key says: 1 where two articles have it, less the more do."""


def write_candidates(job: CandidatesJob) -> Receipt:
    """The pairs of one partition, by the slab of the one that comes first; those of several keys once, with the sum."""
    tables = list(read_partition(job.root, job.postings, job.partition))
    parts: dict[int, list[pa.Table]] = {0: [_pair_table(np.zeros((0, 4), dtype=np.int64), np.zeros(0))]}
    if tables:
        for pairs, weights in _pairs(_sorted(pa.concat_tables(tables)), job.settings):
            for slab in np.unique(pairs[:, 0]).tolist():
                mine = pairs[:, 0] == slab
                parts.setdefault(slab, []).append(_pair_table(pairs[mine], weights[mine]))
    whole = {slab: pa.concat_tables(held) for slab, held in parts.items()}
    written = write_part(job.root, f"{job.name}.parquet", whole)
    return write_receipt(job.root, job.name, [written], {"pairs": written.rows})


def _sorted(table: pa.Table) -> Postings:
    key, row, slab, day = (table.column(name).to_numpy() for name in ("key", "row", "slab", "day"))
    order = np.lexsort((row, day, key))
    key = key[order]
    _, inverse, counts = np.unique(key, return_inverse=True, return_counts=True)
    weight = 1.0 / (1.0 + np.log(np.maximum(1, counts[inverse] - 1)))
    return Postings(key, row[order], slab[order].astype(np.int64), day[order], weight)


def _pairs(postings: Postings, settings: Settings) -> Iterator[tuple[Ints, Weights]]:
    """Rows of (slab, row, slab, row), the smaller (slab, row) first, each once in a run of postings."""
    for first in range(0, len(postings.key), AT_ONCE):
        last = min(len(postings.key), first + AT_ONCE)
        left, right = _neighbours(postings, first, last, settings)
        ends = np.stack([postings.slab[left], postings.row[left], postings.slab[right], postings.row[right]], axis=1)
        turned = (ends[:, 0] > ends[:, 2]) | ((ends[:, 0] == ends[:, 2]) & (ends[:, 1] > ends[:, 3]))
        ends[turned] = ends[turned][:, [2, 3, 0, 1]]
        yield summed(ends, postings.weight[left])


def _neighbours(postings: Postings, first: int, last: int, settings: Settings) -> tuple[Ints, Ints]:
    """Places of postings of one key: each of first..last with the next so many."""
    here = np.arange(first, last)
    left: list[Ints] = []
    right: list[Ints] = []
    for step in range(1, settings.posting + 1):
        here = here[here + step < len(postings.key)]
        here = here[postings.key[here + step] == postings.key[here]]
        if not len(here):
            break
        near = here[days_near(postings.day[here], postings.day[here + step], settings.window)]
        left.append(near)
        right.append(near + step)
    empty = np.zeros(0, dtype=np.int64)
    return np.concatenate([empty, *left]), np.concatenate([empty, *right])


def summed(pairs: Ints, weights: Weights) -> tuple[Ints, Weights]:
    """Each pair once, in order, with the sum of its weights."""
    if not len(pairs):
        return pairs, weights
    order = np.lexsort(pairs.T[::-1])
    pairs, weights = pairs[order], weights[order]
    fresh = np.ones(len(pairs), dtype=np.bool_)
    fresh[1:] = (pairs[1:] != pairs[:-1]).any(axis=1)
    return pairs[fresh], np.add.reduceat(weights, np.flatnonzero(fresh))


def _pair_table(pairs: Ints, weights: Weights) -> pa.Table:
    names = ("low_slab", "low", "high_slab", "high")
    return pa.table(dict(zip(names, pairs.T, strict=True)) | {"weight": weights.astype(np.float64)})
