"""`firsthand add`."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from pathlib import Path

from firsthand.desk import intake, reading
from firsthand.desk.errors import Busy
from firsthand.desk.values import Taken
from firsthand.desk.working import Worker, progress
from firsthand.report.neutral import one_line
from firsthand.store.opening import Store

from .desk import policy_of, stream_of
from .output import print_out
from .progress import Progress
from .web import is_url


def add(store: Store, arguments: argparse.Namespace) -> int:
    """Take pages in, read them unless somebody else does, and say which stories they are in."""
    had = False
    for one in _taken(store, arguments):
        had = had or one.page is not None
        if one.page is not None:
            print_out(f"{'new' if one.new else 'known'} {one_line(one.path)}\n")
        elif not arguments.quiet:
            print(f"firsthand: {one_line(one.path)}: {one_line(one.reason or '')}", file=sys.stderr)
    if not arguments.no_work:
        work(store, stream_of(store, arguments), quiet=arguments.quiet)
    return 0 if had else 1


def work(store: Store, stream: Path, *, quiet: bool) -> None:
    """Do all that waits, unless a running desk does it."""
    try:
        with Worker(store, stream) as worker, Progress(quiet=quiet) as told:
            first = progress(store)
            while worker.step():
                now = progress(store)
                told("reading", first.waiting - now.waiting, first.waiting)
    except Busy:
        if not quiet:
            print("firsthand: a desk is running on this store: it reads them", file=sys.stderr)
        return
    failed = reading.queue(store, state="failed", limit=20).items
    if not quiet:
        for page in failed:
            print(f"firsthand: {one_line(page.path)}: {one_line(page.reason or '')}", file=sys.stderr)
        counts = reading.counts(store)
        print(f"firsthand: {counts.articles} articles in {counts.stories} stories", file=sys.stderr)


def who(arguments: argparse.Namespace) -> str:
    """Who adds: as named, else as the system has it."""
    if arguments.by:
        return str(arguments.by)
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "the command line"


def _taken(store: Store, arguments: argparse.Namespace) -> Iterator[Taken]:
    paths = [path for path in arguments.paths if not is_url(path)]
    urls = [path for path in arguments.paths if is_url(path)]
    if paths:
        yield from intake.take_paths(store, paths, who(arguments))
    if urls:
        yield from intake.take_urls(store, urls, policy_of(arguments), who(arguments))
