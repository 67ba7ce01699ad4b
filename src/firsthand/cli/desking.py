"""The arguments of the desk's commands: add, watch, check and desk."""

from __future__ import annotations

import argparse
from typing import TypeAlias

from . import fetching

_Actions: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
STORE = "firsthand.db"
_EXITS = """\
exit status:
  0    done
  1    nothing of it could be done; standard error says why
  2    the command line was wrong
  130  interrupted; what had been taken is kept, and the next command goes on where this one was
"""
_CHECK = """\
examples:
  firsthand check "Fourteen people were hurt when a ship hit the Tarrow Bridge."
  firsthand check article.html
  firsthand check https://news.example/bridge
"""
_DESK = """\
The desk serves this machine alone. To let others in, name people first (firsthand people add), then give --host.
Pages are read, feeds watched and webhooks told by a process of its own.
"""


def add_commands(commands: _Actions) -> None:
    """The arguments of all four."""
    add = _command(commands, "add", "take pages into the store", "Take pages (files, folders or URLs) into the store, "
                   "and bring the stories up to date that they belong to. Each page goes through once.")  # fmt: skip
    add.add_argument("paths", metavar="PATH", nargs="+", help="a page, a folder, an archive, a feed, or a URL")
    add.add_argument("--by", metavar="NAME", default="", help="who adds them")
    add.add_argument("--no-work", action="store_true", help="only take them in; a running desk reads them")
    fetching.add_manners(add)
    watch = _command(commands, "watch", "watch feeds", "Watch feeds, and take in what they name, until interrupted.")
    watch.add_argument("feeds", metavar="FEED", nargs="*", help="a feed's URL, or a file: OPML, or one URL a line")
    watch.add_argument("--group", metavar="NAME", help="the group that the feeds belong to (of OPML: their folder)")
    watch.add_argument("--once", action="store_true", help="ask what is due now, and end")
    watch.add_argument("--list", action="store_true", help="show the feeds that are watched, and end")
    watch.add_argument("--remove", metavar="URL", action="append", default=[], help="watch a feed no more")
    fetching.add_manners(watch)
    check = _command(commands, "check", "who says so, on what, and who differs", "Check a sentence (or a few), a page "
                     "or a URL against the store.", epilog=_CHECK)  # fmt: skip
    check.add_argument("asked", metavar="TEXT|FILE|URL", help="what to check; - reads standard input")
    check.add_argument("-f", "--format", choices=("text", "json"), default="text", help="text (the default) or json")
    check.add_argument("--limit", type=_few, default=5, metavar="N", help="claims to show at most (5)")
    fetching.add_manners(check)
    desk = _command(commands, "desk", "serve the desk in the browser", "Serve the desk in the browser, read what comes "
                    "in, and watch the feeds.", epilog=_DESK)  # fmt: skip
    desk.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen (127.0.0.1)")
    desk.add_argument("--port", type=_port, default=8000, metavar="N", help="the port (8000)")
    desk.add_argument("--public", metavar="URL", help="the address that people open it at, behind a proxy")
    desk.add_argument("--no-work", action="store_true", help="only serve: another process works on the store")
    desk.add_argument("--rebuild", action="store_true", help="first make everything anew from the pages")
    fetching.add_manners(desk)


def _command(commands: _Actions, name: str, what: str, description: str, epilog: str = "") -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=what,
        description=description,
        epilog=f"{epilog}\n{_EXITS}" if epilog else _EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--store", metavar="PATH|URL", default=STORE, help=f"a SQLite file, or postgresql://… ({STORE})"
    )
    command.add_argument("--stream", metavar="FILE", help="where the state of the stories lies (beside the store)")
    command.add_argument("-q", "--quiet", action="store_true", help="no progress and no list of failures")
    return command


def _few(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 50):
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 to 50")
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 65_535):
        raise argparse.ArgumentTypeError(f"“{text}” is no port")
    return int(text)
