"""The arguments of `firsthand archive`."""

from __future__ import annotations

import argparse

_EXITS = """\
exit status:
  0    the stories are in OUT; pages that could not be read are in OUT/failures
  1    nothing could be read, OUT holds something else, or (check) a part is not what it was
  2    the command line was wrong
  130  interrupted; the same command goes on where it was
"""
_RUN = """\
Read every page under IN (see docs/formats.md) and write articles, stories and placements to OUT as Parquet. A run that
was stopped goes on where it was, and what it writes is the same for every engine and number of workers. Needs the
extra "archive" (pip install 'firsthand[archive]'), for Ray "cluster".
"""
MOST_WORKERS = 4096


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The arguments of `firsthand archive run` and `firsthand archive check`."""
    command = commands.add_parser("archive", help="group the pages of a whole archive into stories")
    inner = command.add_subparsers(dest="archive", metavar="COMMAND", required=True)
    run = inner.add_parser(
        "run",
        help="pages to stories",
        description=_RUN,
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    run.add_argument("source", metavar="IN", help="a folder, an archive (WARC, JSON lines, ...) or a feed")
    run.add_argument("out", metavar="OUT", help="a folder, which all machines of a cluster see under this name")
    run.add_argument(
        "--engine",
        metavar="ENGINE",
        default="local",
        help="local (a pool of processes, the default), ray (a cluster of this machine) or ray://HOST:PORT",
    )
    run.add_argument("--workers", type=_count, metavar="N", help="processes (by default as many as processors)")
    run.add_argument("-q", "--quiet", action="store_true", help="no progress")
    check = inner.add_parser(
        "check", help="hold every part of OUT against its hash", epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    check.add_argument("out", metavar="OUT", help="the folder of a run")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 to {MOST_WORKERS}")
    return int(text)
