"""`firsthand fetch`, and the URLs among the paths of `firsthand report`: fetched, kept, and read from what is kept."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand import __version__
from firsthand.model import Failure, content_id
from firsthand.report.neutral import one_line

from .failures import tell
from .output import CannotWriteError, UnknownFormatError, print_out
from .progress import Progress

if TYPE_CHECKING:
    from firsthand.pages.fetching import Fetched


def is_url(path: str) -> bool:
    """Whether an argument is meant as a URL rather than as a path."""
    return path[:8].lower().startswith(("http://", "https://"))


def fetch(arguments: argparse.Namespace) -> int:
    """Fetch and keep, and print a line for each URL."""
    failures, had = [], 0
    for one in _fetched(arguments.urls, Path(arguments.to), arguments):
        if one.failure is None:
            had += 1
            print_out(f"{'new' if one.new else 'unchanged'} {one_line(one.url)}\n")
        else:
            failures.append(Failure(stage="pages", subject=one.url, reason=one.failure))
    if not arguments.quiet:
        tell(failures)
    return 0 if had else 1


def paths_with_kept(arguments: argparse.Namespace) -> list[str]:
    """The paths of a report, with the file that keeps what came of the URLs in place of these.

    Raises:
        UnknownFormatError: a file to keep pages in is named, but no URL.
        CannotWriteError: nothing can be kept there.
    """
    urls = [path for path in arguments.paths if is_url(path)]
    if not urls:
        if arguments.keep:
            raise UnknownFormatError("--keep goes with a URL; a kept file is read like any other path")
        return list(arguments.paths)
    file = Path(arguments.keep or f"firsthand-{content_id('kept', *sorted(set(urls)))[5:]}.warc.gz")
    _fetched(urls, file, arguments)
    if not arguments.quiet:
        print(f"firsthand: kept {file}", file=sys.stderr)
    return [*(path for path in arguments.paths if not is_url(path)), str(file)]


def _fetched(urls: Sequence[str], file: Path, arguments: argparse.Namespace) -> list[Fetched]:
    from firsthand.pages.fetching import CannotKeepError, Clock, Follow, Keeper, Policy, fetch_urls, links_in

    policy = Policy(
        version=__version__,
        contact=arguments.contact,
        delay=arguments.delay,
        allow_private=arguments.allow_private,
    )
    follow = Follow(links=links_in, limit=arguments.limit) if arguments.follow else None
    clock, made = Clock(), []
    try:
        with Keeper(file, clock, f"Firsthand/{__version__}") as keeper, Progress(quiet=arguments.quiet) as progress:
            for one in fetch_urls(urls, keeper, policy, follow=follow, clock=clock):
                made.append(one)
                progress("fetching", len(made), max(len(urls), len(made)))
    except CannotKeepError as error:
        raise CannotWriteError(str(error)) from error
    return made
