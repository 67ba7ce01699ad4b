"""How much is read, so that every input ends within seconds; docs/formats.md has the table with what was measured."""

from __future__ import annotations

LARGEST = 20_000_000
"""Bytes of one page, record or feed, unpacked. Real article pages with all their scripts stay below 5 MB."""
MOST_RECORDS = 300_000
"""Records of one archive, lines of one file of records, items of one feed. A CC-News archive of 1 GB holds 100,000."""
MOST_FAILURES = 200
"""Failures of one container that are told one by one; the rest are counted."""
FREE = 64_000_000
"""Unpacked bytes up to which a gzip file may hold anything."""
RATIO = 100
"""Unpacked bytes for each packed one, past those: 181 news pages packed one by one give 5, a gzip bomb 1,000."""
LONGEST_LINE = 65_536
"""Bytes of one line in the head of a record."""
LARGEST_HEAD = 262_144
"""Bytes of all lines in the head of a record, or of the HTTP answer inside it."""
MOST_ENCODINGS = 3
"""Encodings laid over each other in one HTTP answer."""


class BeyondBounds(Exception):  # noqa: N818  # said of the input, and its message is the reason of the failure
    """An input is larger than is read. The message says what, in plain words."""


def megabytes(size: int) -> str:
    """A size as a reader would say it."""
    return f"{size // 1_000_000:,} MB"
