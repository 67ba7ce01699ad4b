"""Near-copies: band keys to partitions, each partition's pairs, and all pairs to families."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from firsthand.archive.families import Rows, joined, near_copies
from firsthand.archive.parts import Receipt, Series, read_part, read_partition, write_part, write_receipt
from firsthand.archive.signatures import BANDS, SKETCH


@dataclass(frozen=True, slots=True, kw_only=True)
class BandsJob:
    """Some parts of signatures, each with the row that its first article is in the archive."""

    name: str
    size: int
    root: Path
    parts: tuple[tuple[str, int], ...]
    partitions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesJob:
    """One partition of the band keys."""

    name: str
    size: int
    root: Path
    bands: Series
    partition: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FamiliesJob:
    """All pairs. `articles` are the parts of articles with their first rows."""

    name: str
    size: int
    root: Path
    copies: Series
    articles: tuple[tuple[str, int], ...]


def write_bands(job: BandsJob) -> Receipt:
    """Send each band key to its partition, with row, sketch and day."""
    tables = [_keyed(read_part(job.root, path), first) for path, first in job.parts]
    whole = pa.concat_tables(tables)
    target = whole.column("key").to_numpy() % np.uint64(job.partitions)
    parts = {number: whole.filter(pa.array(target == number)) for number in range(job.partitions)}
    return write_receipt(job.root, job.name, [write_part(job.root, f"{job.name}.parquet", parts)], {})


def _keyed(signatures: pa.Table, first: int) -> pa.Table:
    """A row a band key."""
    rows = np.flatnonzero(signatures.column("keys").is_valid().to_numpy())
    kept = signatures.take(pa.array(rows))
    keys = np.frombuffer(b"".join(kept.column("keys").to_pylist()), dtype="<u8")
    again = np.repeat(np.arange(len(rows)), BANDS)
    columns = {
        "key": pa.array(keys, pa.uint64()),
        "row": pa.array(rows[again] + first, pa.int64()),
        "sketch": kept.column("sketch").take(pa.array(again)),
        "day": kept.column("day").take(pa.array(again)),
    }
    return pa.table(columns)


def write_copies(job: CopiesJob) -> Receipt:
    """The pairs of near-copies that meet in one partition."""
    tables = list(read_partition(job.root, job.bands, job.partition))
    left = right = np.zeros(0, dtype=np.int64)
    if tables:
        whole = pa.concat_tables(tables)
        sketches = np.frombuffer(b"".join(whole.column("sketch").to_pylist()), dtype=np.uint8).reshape(-1, SKETCH)
        keys, rows, days = (whole.column(name).to_numpy() for name in ("key", "row", "day"))
        left, right = near_copies(keys, rows, sketches, days)
    pairs = pa.table({"left": pa.array(left, pa.int64()), "right": pa.array(right, pa.int64())})
    written = write_part(job.root, f"{job.name}.parquet", pairs)
    return write_receipt(job.root, job.name, [written], {"pairs": written.rows})


def write_families(job: FamiliesJob) -> Receipt:
    """Rows of near-copies with their ids and the row that stands for them, by row and by that one."""
    roots = joined(job.size, _pairs(job))
    rows = np.flatnonzero(roots != np.arange(job.size))
    table = pa.table(
        {"row": pa.array(rows), "root": pa.array(roots[rows]), "id": pa.array(_ids(job, rows), pa.string())}
    )
    by_root = table.sort_by([("root", "ascending"), ("row", "ascending")])
    parts = [
        write_part(job.root, f"{job.name}-by-row.parquet", table),
        write_part(job.root, f"{job.name}-by-root.parquet", by_root),
    ]
    return write_receipt(job.root, job.name, parts, {"copies": len(rows)})


def _pairs(job: FamiliesJob) -> Iterator[tuple[Rows, Rows]]:
    for path in job.copies:
        pairs = read_part(job.root, path)
        yield pairs.column("left").to_numpy(), pairs.column("right").to_numpy()


def _ids(job: FamiliesJob, rows: Rows) -> list[str]:
    """The ids of articles by their rows (sorted)."""
    found: list[str] = []
    ends = [first for _, first in job.articles[1:]] + [job.size]
    for (path, first), end in zip(job.articles, ends, strict=True):
        low, high = np.searchsorted(rows, (first, end))
        if low < high:
            ids = read_part(job.root, path, ["id"]).column("id")
            found += ids.take(pa.array(rows[low:high] - first)).to_pylist()
    return found


def rows_between(root: Path, path: str, column: str, first: int, end: int) -> pa.Table:
    """Rows of a part whose column (by which it is sorted) lies between two numbers, without reading the rest."""
    import pyarrow.parquet as pq

    return pq.read_table(root / path, filters=[(column, ">=", first), (column, "<", end)])
