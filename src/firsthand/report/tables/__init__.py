"""The report as tables, in CSV and Parquet, with a dictionary that says what stands in every column."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from csv import QUOTE_NONNUMERIC
from csv import writer as csv_writer

from firsthand.model import Report

from ..packing import File
from .cells import harmless
from .columns import Table, Value
from .found import FOUND
from .said import SAID
from .traced import TRACED

TABLES: tuple[Table, ...] = (*FOUND, *TRACED, *SAID)
_BOM = "\ufeff"  # without it, spreadsheets take UTF-8 for the encoding of their country


def as_tables(report: Report, *, csv: bool = True, parquet: bool = True) -> Iterator[File]:
    """`dictionary.md` and `dictionary.csv`, then each table as `NAME.csv`, `parquet/NAME.parquet`, or both.

    CSV is UTF-8 with a mark that says so, comma-separated, a row a line; see `cells` for the text in it.
    """
    yield "dictionary.md", dictionary().encode("utf-8")
    if csv:
        yield "dictionary.csv", as_csv(("table", "column", "type", "says"), _dictionary_rows())
    for table in TABLES:
        if csv:
            yield f"{table.name}.csv", as_csv([column.name for column in table.columns], table.rows(report))
        if parquet:
            from .parquet import as_parquet  # brings in pyarrow

            yield f"parquet/{table.name}.parquet", as_parquet(table, report)


def dictionary() -> str:
    """What stands in every column, in Markdown."""
    parts = [_HEAD]
    for table in TABLES:
        parts.append(f"## {table.name}\n\nA row is {table.row}.\n\n| column | type | what |\n|---|---|---|\n")
        parts += [f"| `{column.name}` | {column.kind} | {column.says} |\n" for column in table.columns]
        parts.append("\n")
    return "".join(parts)


_HEAD = """\
# What stands in these tables

Each table is there as `NAME.csv` and, typed, as `parquet/NAME.parquet`. Offsets are code points of `articles.text`,
from 0, the end exclusive. An empty cell says that there is no value.

CSV is UTF-8. Text from pages is made harmless for spreadsheets: a cell that would be run as a formula has a `'`
before it, line breaks and control characters are written `\\n`, `\\t`, `\\u202e`, a backslash `\\\\`, and a formula's
sign right behind a separator `\\u003d`. To have the text as it was, take one `'` off the front, then undo the
backslashes (in Python: `firsthand.report.tables.cells.as_it_was`). Offsets count the text as it was. Parquet has the
text as it was; only half a character, which no file in UTF-8 can hold, is U+FFFD there.

"""


def _dictionary_rows() -> Iterator[Sequence[Value]]:
    for table in TABLES:
        for column in table.columns:
            yield table.name, column.name, str(column.kind), column.says


def as_csv(names: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """One table as CSV: see `as_tables`."""
    out = io.StringIO(newline="")
    writer = csv_writer(out, quoting=QUOTE_NONNUMERIC)
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return (_BOM + out.getvalue()).encode("utf-8")


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value) if isinstance(value, str) else value
