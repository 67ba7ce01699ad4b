"""`firsthand watch`."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from firsthand.desk.errors import Busy, Refused
from firsthand.desk.serving import work
from firsthand.desk.values import Feed
from firsthand.desk.watching import Named, Watcher, add_feeds, feeds, read_opml, remove_feed
from firsthand.report.neutral import one_line
from firsthand.store.opening import Store

from .desk import policy_of, stream_of
from .desk_adding import work as read_all
from .output import print_out
from .web import is_url


def watch(store: Store, arguments: argparse.Namespace) -> int:
    """Name feeds, and watch all that are named."""
    for url in arguments.remove:
        remove_feed(store, url)
    named = list(_named(arguments))
    if named:
        add_feeds(store, named, "the command line")
    if arguments.list or arguments.remove:
        _show(feeds(store))
        return 0
    if not feeds(store):
        raise Refused("no feed is watched yet: name some")
    if arguments.once:
        return _once(store, arguments)
    if not arguments.quiet:
        print(f"firsthand: watching {len(feeds(store))} feeds; interrupt to end", file=sys.stderr)
    try:
        work(arguments.store, stream_of(store, arguments), policy_of(arguments), threading.Event())
    except Busy as busy:
        raise Busy(f"{busy}; the running desk watches the feeds") from busy
    return 0


def _once(store: Store, arguments: argparse.Namespace) -> int:
    watcher, wait = Watcher(store, policy_of(arguments)), threading.Event()
    while watcher.step() or watcher.waiting():
        wait.wait(0.05)
    read_all(store, stream_of(store, arguments), quiet=arguments.quiet)
    found = feeds(store)
    if not arguments.quiet:
        _show(found)
    return 0 if any(feed.state == "ok" for feed in found) else 1


def _named(arguments: argparse.Namespace) -> Iterator[Named]:
    for one in arguments.feeds:
        if is_url(one):
            yield Named(url=one, group=arguments.group)
            continue
        try:
            text = Path(one).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(f"cannot read {one}: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from error
        yield from (replace(feed, group=arguments.group or feed.group) for feed in read_opml(text))


def _show(found: tuple[Feed, ...]) -> None:
    for feed in found:
        told = f": {one_line(feed.last_error)}" if feed.last_error else ""
        name = f" {one_line(feed.title)}" if feed.title else ""
        print_out(f"{feed.state} {one_line(feed.url)}{name}, {feed.pages} pages{told}\n")
