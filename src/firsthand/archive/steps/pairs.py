"""Candidate pairs to strengths: a slab of articles at a time, beside one other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from firsthand.archive.parts import Receipt, Series, read_partition, write_part, write_receipt
from firsthand.archive.settings import Settings
from firsthand.stories.grouping import FLOOR
from firsthand.stories.similarity import strength

from .candidates import Ints, Weights, summed
from .features import compared_in

STRENGTHS = pa.schema([("low", pa.int64()), ("high", pa.int64()), ("strength", pa.float64())])


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsJob:
    """The candidate pairs whose first article is in one slab."""

    name: str
    size: int
    root: Path
    candidates: Series
    features: Series
    slab: int
    settings: Settings


def write_pairs(job: PairsJob) -> Receipt:
    """The pairs strong enough to tie two groups together, with their strengths."""
    pairs = _candidates(job)
    strong = sorted(_strengths(job, pairs))
    columns = list(zip(*strong, strict=True)) or [(), (), ()]
    table = pa.table(dict(zip(STRENGTHS.names, columns, strict=True)), schema=STRENGTHS)
    written = write_part(job.root, f"{job.name}.parquet", table)
    return write_receipt(job.root, job.name, [written], {"compared": len(pairs), "strong": written.rows})


def _candidates(job: PairsJob) -> Ints:
    tables = list(read_partition(job.root, job.candidates, job.slab))
    if not tables:
        return np.zeros((0, 4), dtype=np.int64)
    whole = pa.concat_tables(tables)
    pairs = np.stack([whole.column(name).to_numpy() for name in whole.column_names[:4]], axis=1)
    pairs, weights = summed(pairs, whole.column("weight").to_numpy())
    kept = _best(pairs[:, 1], pairs[:, 3], weights, job.settings.nearest)
    kept |= _best(pairs[:, 3], pairs[:, 1], weights, job.settings.nearest)
    return pairs[kept]


def _best(rows: Ints, others: Ints, weights: Weights, most: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which pairs are among the heaviest of a row."""
    order = np.lexsort((others, -np.round(weights, 9), rows))
    ordered = rows[order]
    starts = np.searchsorted(ordered, ordered, side="left")
    best = np.zeros(len(rows), dtype=np.bool_)
    best[order] = np.arange(len(rows)) - starts < most
    return best


def _strengths(job: PairsJob, pairs: Ints) -> Iterator[tuple[int, int, float]]:
    here = dict(compared_in(job.root, job.features, job.slab, pairs[:, 1].tolist()))
    for slab in np.unique(pairs[:, 2]).tolist():
        mine = pairs[pairs[:, 2] == slab]
        there = dict(compared_in(job.root, job.features, slab, mine[:, 3].tolist()))
        for low, high in mine[:, [1, 3]].tolist():
            value = strength(here[low].features, there[high].features)
            if value > FLOOR:
                yield low, high, value
