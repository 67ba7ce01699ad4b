"""`firsthand add`, `watch`, `check` and `desk`: each opens the store, calls the desk, and says what came of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand import __version__
from firsthand.report.neutral import one_line

if TYPE_CHECKING:
    from firsthand.pages.fetching import Policy
    from firsthand.store.opening import Store


def desk(arguments: argparse.Namespace) -> int:
    """Run one of the desk's commands; its errors go to standard error."""
    from firsthand.desk.errors import DeskError
    from firsthand.store.opening import StoreError, open_store

    try:
        with open_store(arguments.store) as store:
            return _COMMANDS[arguments.command](store, arguments)
    except (DeskError, StoreError) as error:
        print(f"firsthand: {one_line(str(error))}", file=sys.stderr)
        return 1


def policy_of(arguments: argparse.Namespace) -> Policy:
    """The manners that the command line asks for."""
    from firsthand.pages.fetching import Policy

    return Policy(
        version=__version__,
        contact=arguments.contact,
        delay=arguments.delay,
        allow_private=arguments.allow_private,
    )


def stream_of(store: Store, arguments: argparse.Namespace) -> Path:
    """Where the state of the stories lies."""
    from firsthand.desk.working import stream_path_of

    return Path(arguments.stream) if arguments.stream else stream_path_of(store)


def _add(store: Store, arguments: argparse.Namespace) -> int:
    from .desk_adding import add

    return add(store, arguments)


def _watch(store: Store, arguments: argparse.Namespace) -> int:
    from .desk_watching import watch

    return watch(store, arguments)


def _check(store: Store, arguments: argparse.Namespace) -> int:
    from .desk_checking import check

    return check(store, arguments)


def _desk(store: Store, arguments: argparse.Namespace) -> int:
    from .desk_serving import serve

    return serve(store, arguments)


_COMMANDS = {"add": _add, "watch": _watch, "check": _check, "desk": _desk}
