"""What is on the screen as CSV that a spreadsheet opens without doing anything with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from firsthand.report.neutral import neutral

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with a mark, as spreadsheets want it. A cell that would be read as a formula begins with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _cell(value: object) -> str:
    if isinstance(value, (bool, type(None))):
        return {True: "yes", False: "no", None: ""}[value]
    if isinstance(value, (int, float)):
        return str(value)
    text = neutral(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
