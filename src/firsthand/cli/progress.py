"""Progress on a terminal: one line on standard error that rewrites itself."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

_CLEAR = "\r\x1b[2K"


class Progress:
    """Shows stages while they run; silent unless standard error is a terminal. Use it as a context."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """What the pipeline calls."""
        if self._shown:
            sys.stderr.write(f"{_CLEAR}{stage} {done}/{total}")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
