"""What went wrong in the world, told on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from firsthand.model import Failure
from firsthand.report.neutral import one_line


class CannotWriteError(Exception):
    """An output that cannot be written. The message says which and why."""


class CannotReadError(Exception):
    """A file other than a page that cannot be read. The message says which and why."""


class NoFindingError(Exception):
    """A finding that is not in the report, or a report that is none. The message says which."""


def tell(failures: Sequence[Failure]) -> None:
    """One line a failure."""
    for failure in failures:
        print(f"firsthand: {one_line(failure.subject)}: {one_line(failure.reason)}", file=sys.stderr)


def tell_nothing_found(pages: int) -> None:
    """Why there is no report worth the name."""
    reason = "no page could be read" if not pages else "no article was found on any page"
    print(f"firsthand: {reason}", file=sys.stderr)
