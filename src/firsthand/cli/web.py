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

_EXITS = """\
exit status:
  0    at least one page was kept, now or before; what could not be had is on standard error
  1    no page could be had, or nothing could be written
  2    the command line was wrong
  130  interrupted; what had come is kept
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The arguments of `firsthand fetch`."""
    command = commands.add_parser(
        "fetch",
        help="fetch pages from the web and keep them",
        description="Fetch pages, politely, and keep what comes as WARC. Pages that are already in FILE are fetched "
        "again only if they have changed. docs/fetching.md has the manners and the bounds.",
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("urls", metavar="URL", nargs="+", help="a page, a feed or a sitemap")
    command.add_argument("--to", metavar="FILE", required=True, help="where to keep them (a name in .warc.gz)")
    add_options(command)
    command.add_argument("-q", "--quiet", action="store_true", help="no progress and no list of failures")


def add_options(command: argparse.ArgumentParser) -> None:
    """How pages are fetched."""
    group = command.add_argument_group("fetching")
    group.add_argument("--follow", action="store_true", help="fetch what feeds and sitemaps link to, too")
    group.add_argument("--limit", type=_number, default=20, metavar="N", help="links to follow at most (20)")
    group.add_argument(
        "--delay", type=_seconds, default=1.0, metavar="SECONDS", help="between two requests to one host (1)"
    )
    group.add_argument("--contact", metavar="ADDRESS", type=_contact, help="told to the sites, so that they can write")
    group.add_argument(
        "--allow-private",
        action="store_true",
        help="fetch from loopback, private and link-local addresses and from any port, too",
    )


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


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise argparse.ArgumentTypeError(f"“{text}” is no number of links")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of seconds (0 to 3600)")
    return seconds


def _contact(text: str) -> str:
    if not (text.isascii() and text.isprintable() and 3 <= len(text) <= 200) or set(text) & set("() "):
        raise argparse.ArgumentTypeError("an address is a mail address or a URL")
    return text
