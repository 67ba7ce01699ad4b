"""Part files: Parquet, written whole or not at all, each with its hash; and receipts, which say that a task is done.

A task writes its parts and then its receipt. A task without a receipt is done again and writes the same bytes to the
same names, so a run that was killed anywhere goes on as if it had not been.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .settings import ArchiveError

if TYPE_CHECKING:
    import pyarrow as pa

UNFINISHED = ".unfinished-"
"""What the name of a file begins with until it is whole."""
ROW_GROUP = 65_536
"""Rows that are read or left together where a part is not written by partition."""
PARTITIONS = b"firsthand.partitions"
"""Where the head of a file says which partition each of its row groups is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a run. `path` is inside the run's folder."""

    path: str
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a finished task has to show: its parts, and what the next steps want to know without reading them."""

    task: str
    parts: tuple[Part, ...]
    notes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Series:
    """The first parts of all tasks of a step: jobs carry this, not a million names."""

    step: str
    count: int

    def path(self, number: int) -> str:
        """The part of one task."""
        return f"{self.step}/{number:07}.parquet"

    def __iter__(self) -> Iterator[str]:
        return (self.path(number) for number in range(self.count))


def write_part(root: Path, path: str, tables: Mapping[int, pa.Table] | pa.Table) -> Part:
    """Write a table; or one a partition, each with rows as a row group, in the order of their numbers."""
    import pyarrow.parquet as pq

    numbered = dict(sorted(tables.items())) if isinstance(tables, Mapping) else {0: tables}
    kept = {number: table for number, table in numbered.items() if table.num_rows}
    schema = next(iter(numbered.values())).schema.with_metadata({PARTITIONS: json.dumps(list(kept)).encode()})
    data = io.BytesIO()
    with pq.ParquetWriter(data, schema, compression="zstd") as writer:
        for table in kept.values():
            size = table.num_rows if isinstance(tables, Mapping) else ROW_GROUP
            writer.write_table(table.replace_schema_metadata(schema.metadata), row_group_size=size)
    whole = data.getvalue()
    write_whole(root / path, whole)
    rows = sum(table.num_rows for table in kept.values())
    return Part(path=path, rows=rows, size=len(whole), sha256=hashlib.sha256(whole).hexdigest())


def read_part(root: Path, path: str, columns: Sequence[str] | None = None) -> pa.Table:
    """A whole part, or some of its columns."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(root / path) as file:
        return file.read(columns=list(columns) if columns is not None else None)


def read_partition(root: Path, paths: Iterable[str], number: int) -> Iterator[pa.Table]:
    """One partition of each file that has it, in order."""
    import pyarrow.parquet as pq

    for path in paths:
        with pq.ParquetFile(root / path) as file:
            held = json.loads(file.schema_arrow.metadata[PARTITIONS])
            if number in held:
                yield file.read_row_group(held.index(number))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under another name and rename it when it is whole and on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_receipt(root: Path, task: str, parts: Sequence[Part], notes: Mapping[str, Any]) -> Receipt:
    """Say that a task is done. Its parts must be in place."""
    receipt = Receipt(task=task, parts=tuple(parts), notes=dict(notes))
    write_whole(_receipt_path(root, task), (json.dumps(asdict(receipt), sort_keys=True, indent=1) + "\n").encode())
    return receipt


def read_receipt(root: Path, task: str, *, used_up: bool = False) -> Receipt | None:
    """The receipt of a task that is done and whose parts are all there, unless they are used up; None where it is to be
    done (again).

    Raises:
        ArchiveError: the receipt is none.
    """
    path = _receipt_path(root, task)
    try:
        data = json.loads(path.read_bytes())
        parts = tuple(Part(**part) for part in data["parts"])
        receipt = Receipt(task=data["task"], parts=parts, notes=data["notes"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{path} is damaged: remove it and the step is done again") from error
    return receipt if used_up or all(_is_there(root, part) for part in parts) else None


def _is_there(root: Path, part: Part) -> bool:
    try:
        return (root / part.path).stat().st_size == part.size
    except FileNotFoundError:
        return False


def _receipt_path(root: Path, task: str) -> Path:
    return root / "receipts" / f"{task}.json"


def sweep(root: Path) -> None:
    """Remove what a killed run left unfinished."""
    for path in sorted(root.rglob(f"{UNFINISHED}*")):
        path.unlink(missing_ok=True)
