"""The arguments of fetching: those of `firsthand fetch`, and those that `firsthand report` has for URLs."""

from __future__ import annotations

import argparse

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


def add_options(command: argparse.ArgumentParser, *, keep: bool = False) -> None:
    """How pages are fetched, and with `keep` where what comes is kept."""
    group = command.add_argument_group("fetching (where a URL is given)" if keep else "fetching")
    if keep:
        group.add_argument(
            "--keep", metavar="FILE", help="keep what comes in FILE (.warc.gz), and report on all that is in it"
        )
    group.add_argument("--follow", action="store_true", help="fetch what feeds and sitemaps link to, too")
    group.add_argument("--limit", type=_number, default=20, metavar="N", help="links to follow at most (20)")
    _manners(group)


def add_manners(command: argparse.ArgumentParser) -> None:
    """How politely pages are fetched."""
    _manners(command.add_argument_group("fetching"))


def _manners(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--delay", type=_seconds, default=1.0, metavar="SECONDS", help="between two requests to one host (1)"
    )
    group.add_argument("--contact", metavar="ADDRESS", type=_contact, help="told to the sites, so that they can write")
    group.add_argument(
        "--allow-private",
        action="store_true",
        help="fetch from loopback, private and link-local addresses and from any port, too",
    )


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
