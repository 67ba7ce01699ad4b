"""The entry point: arguments in, exit status out."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from firsthand.report.only import NoStoryError
from firsthand.text.weights import ModelFileError

from .arguments import parser
from .failures import CannotReadError, NoFindingError
from .output import CannotWriteError, UnknownFormatError

_INTERRUPTED = 130  # 128 + SIGINT
_BROKEN_PIPE = 141  # 128 + SIGPIPE


def run() -> None:
    """The console script. numpy's matrices are multiplied by one thread, unless somebody has asked for more: the second
    one mostly waits, at full speed, and the last bits of a product hang on the number of threads."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, which no face does by itself
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit status. Wrong arguments exit with 2."""
    top = parser()
    arguments = top.parse_args(argv)
    try:
        if arguments.command == "report":
            from .report import report

            return report(arguments)
        if arguments.command == "fetch":
            from .web import fetch

            return fetch(arguments)
        if arguments.command == "judge":
            from .judge import judge

            return judge(arguments)
        if arguments.command == "archive":
            from .archive import archive

            return archive(arguments)
        if arguments.command in ("add", "watch", "check", "desk"):
            from .desk import desk

            return desk(arguments)
        if arguments.command == "people":
            from .people import people

            return people(arguments)
        if arguments.command == "mcp":
            from .people import mcp

            return mcp(arguments)
        from .inspect import inspect

        return inspect(arguments)
    except UnknownFormatError as error:
        top.error(str(error))
    except (CannotWriteError, ModelFileError, NoFindingError, NoStoryError, CannotReadError) as error:
        print(f"firsthand: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        _let_go_of_stdout()
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        print("firsthand: interrupted", file=sys.stderr)
        return _INTERRUPTED


def _let_go_of_stdout() -> None:
    """The reader has gone: keep the interpreter from failing again when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
