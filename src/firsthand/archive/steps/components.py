"""Strong pairs to components: what no strong pair ties together can be in no one story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from firsthand.archive.families import Rows, joined
from firsthand.archive.parts import Receipt, Series, read_part, write_part, write_receipt
from firsthand.archive.settings import Settings
from firsthand.stories.grouping import FLOOR

STEP = 0.5
"""By how much the strength asked for is raised until no component is too large."""
CEILING = 20.0
"""Where that ends: between two strengths like this lie copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentsJob:
    """All strong pairs; `rows` counts the archive's articles."""

    name: str
    size: int
    root: Path
    pairs: Series
    features: Series
    rows: int
    settings: Settings


def write_components(job: ComponentsJob) -> Receipt:
    """Every article with its component, in packs of components that are grouped in one task."""
    roots, floor = _roots(job)
    tables = [read_part(job.root, path, ["row", "slab"]) for path in job.features]
    rows, slabs = (np.concatenate([table.column(at).to_numpy() for table in tables]) for at in (0, 1))
    lead = np.full(job.rows, np.iinfo(np.int32).max, dtype=np.int32)
    np.minimum.at(lead, roots[rows], slabs)
    order = np.lexsort((rows, roots[rows], lead[roots[rows]]))
    rows, slabs = rows[order], slabs[order]
    pack = _packs(roots[rows], lead[roots[rows]], job.settings.slab)
    table = pa.table({"row": rows, "slab": slabs, "component": roots[rows]})
    packs = {number: table.slice(first, end - first) for number, (first, end) in enumerate(pack)}
    written = write_part(job.root, f"{job.name}.parquet", packs or table)
    largest = int(np.bincount(roots[rows]).max()) if len(rows) else 0
    return write_receipt(job.root, job.name, [written], {"packs": len(packs), "floor": floor, "largest": largest})


def _roots(job: ComponentsJob) -> tuple[Rows, float]:
    """For each row the component it is in; components that are too large are cut where they hang together least."""
    floor = FLOOR
    roots = joined(job.rows, _edges(job, floor))
    while floor < CEILING and (large := np.bincount(roots, minlength=job.rows) > job.settings.largest).any():
        floor += STEP
        inside = large[roots]
        roots[inside] = joined(job.rows, _edges(job, floor, inside))[inside]
    return roots, floor


def _edges(job: ComponentsJob, floor: float, inside: np.ndarray | None = None) -> Iterator[tuple[Rows, Rows]]:
    for path in job.pairs:
        table = read_part(job.root, path)
        low, high, strength = (table.column(name).to_numpy() for name in ("low", "high", "strength"))
        kept = strength > floor
        if inside is not None:
            kept &= inside[low] & inside[high]
        yield low[kept], high[kept]


def _packs(components: Rows, leads: np.ndarray, size: int) -> Iterator[tuple[int, int]]:
    """Runs of whole components with one first slab, of about so many articles."""
    starts = np.flatnonzero(np.diff(components, prepend=-1)).tolist()
    first = 0
    for at, end in zip(starts, [*starts[1:], len(components)], strict=True):
        if end - first > size or leads[at] != leads[first]:
            if at > first:
                yield first, at
            first = at
    if len(components) > first:
        yield first, len(components)
