"""A table as Parquet: typed columns, each with its sentence from the dictionary inside the file."""

from __future__ import annotations

import io
import re

import pyarrow as pa
import pyarrow.parquet as pq

from firsthand.model import Report

from .columns import Column, Kind, Table, Value

_TYPES = {Kind.TEXT: pa.string(), Kind.INTEGER: pa.int64(), Kind.NUMBER: pa.float64(), Kind.TRUTH: pa.bool_()}
_HALF = re.compile("[\ud800-\udfff]")


def as_parquet(table: Table, report: Report) -> bytes:
    """The rows of one table. The same report gives the same bytes with one version of pyarrow."""
    rows = list(table.rows(report))
    columns = [
        pa.array([_held(row[at]) for row in rows], type=_TYPES[column.kind]) for at, column in enumerate(table.columns)
    ]
    packed = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema_of(table)), packed, compression="zstd", version="2.6")
    return packed.getvalue()


def schema_of(table: Table) -> pa.Schema:
    """The columns with their types and descriptions."""
    fields = [_field(column) for column in table.columns]
    return pa.schema(fields, metadata={"description": f"A row is {table.row}."})


def _field(column: Column) -> pa.Field:
    return pa.field(column.name, _TYPES[column.kind], metadata={"description": column.says})


def _held(value: Value) -> Value:
    """A value as a file in UTF-8 can hold it: half a character becomes U+FFFD, so that offsets stay true."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
