"""Time expressions: rules over the characters, resolved to intervals against the text's own date.

A rule is a pattern and a function that reads its match; a new form is a row in its file's table.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from firsthand.model import TimeExpression

__all__ = ["calendar_spans", "find_times"]


@lru_cache(maxsize=256)
def find_times(text: str, anchor: date | None) -> tuple[TimeExpression, ...]:
    """Every time expression of a text in order; `anchor` is the day the text was published, if known."""
    from .reader import read_times

    return read_times(text, anchor)


@lru_cache(maxsize=256)
def calendar_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the text writes calendar dates and clock times: digits there are no quantities."""
    from .reader import calendar_places

    return tuple(calendar_places(text))
