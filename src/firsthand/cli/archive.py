"""`firsthand archive`: the pages of a whole archive to stories."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from firsthand.archive.estimate import Estimate, Progress
from firsthand.archive.settings import ArchiveError
from firsthand.report.neutral import one_line

_CLEAR = "\r\x1b[2K"
_EVERY = 60.0
"""Seconds between two lines where standard error is no terminal."""


def archive(arguments: argparse.Namespace) -> int:
    """Run or check."""
    try:
        if arguments.archive == "check":
            return _check(Path(arguments.out))
        return _run(arguments)
    except ModuleNotFoundError as error:
        if error.name not in ("pyarrow", "rensa"):
            raise
        print(f"firsthand: {error.name} is not installed: pip install 'firsthand[archive]'", file=sys.stderr)
    except (ArchiveError, OSError) as error:
        print(f"firsthand: {one_line(str(error))}", file=sys.stderr)
    return 1


def _run(arguments: argparse.Namespace) -> int:
    from firsthand.archive.engines import engine_of
    from firsthand.archive.run import run_archive

    engine = engine_of(arguments.engine, arguments.workers)
    with _Progress(quiet=arguments.quiet) as progress:
        made = run_archive(Path(arguments.source), Path(arguments.out), engine, told=progress)
    print(
        f"{made.pages:,} pages, {made.articles:,} articles ({made.copies:,} near-copies of others), "
        f"{made.stories:,} stories ({made.several:,} of two articles or more), {made.failures:,} failures"
    )
    if not made.articles:
        print("firsthand: no article was found on any page", file=sys.stderr)
    return 0 if made.articles else 1


def _check(out: Path) -> int:
    from firsthand.archive.checking import broken_parts

    broken = broken_parts(out)
    for path, why in broken:
        print(f"firsthand: {one_line(path)}: {why}", file=sys.stderr)
    return 1 if broken else 0


class _Progress:
    """What a run is at, and about how long it will still take: on a terminal one line that rewrites itself."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet, self._terminal = quiet, sys.stderr.isatty()
        self._estimate, self._last, self._step = Estimate(), 0.0, ""

    def __call__(self, at: Progress) -> None:
        """What the run calls."""
        now = time.monotonic()
        left = self._estimate.left(at, now)
        if self._quiet or not (self._terminal or at.step != self._step or now - self._last > _EVERY):
            return
        self._last, self._step = now, at.step
        share = f"{100 * at.done // at.whole if at.whole else 100} %"
        size = f" of {at.articles:,} articles" if at.articles else ""
        line = f"{at.step}: {share}{size}" + (f", about {_span(left)} left" if left is not None else "")
        sys.stderr.write(f"{_CLEAR}{line}" if self._terminal else f"{line}\n")
        sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        if self._terminal and not self._quiet:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


def _span(seconds: float) -> str:
    """A time as one would say it."""
    for size, name in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {name}"
    return f"{max(1, round(seconds))} seconds"
