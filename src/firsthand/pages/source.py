"""The bytes of one file: unpacked where they are packed, counted, and bounded whatever the file holds."""

from __future__ import annotations

import contextlib
import gzip
import zlib
from io import BufferedIOBase

from .bounds import FREE, LONGEST_LINE, RATIO, BeyondBounds

GZIP = b"\x1f\x8b"
PIECE = 1_000_000
BROKEN = (EOFError, OSError, zlib.error)
"""What reading a gzip file that is cut off or damaged raises."""


class Source:
    """A file to read from the start to the end, once. `at` counts the unpacked bytes read so far."""

    def __init__(self, file: BufferedIOBase) -> None:
        self._file = file
        start = file.read(2)
        file.seek(0)
        self.packed = start == GZIP
        self._open: BufferedIOBase = gzip.GzipFile(fileobj=file) if self.packed else file
        self._peeked = b""
        self._until: int | None = None
        self.at = 0

    def allow(self, size: int | None) -> None:
        """How many bytes may be read from here on, until the next call; None for any number."""
        self._until = None if size is None else self.at + size

    def peek(self, size: int) -> bytes:
        """The next bytes, which stay to be read: those before a break. Once, before anything is read."""
        with contextlib.suppress(*BROKEN):
            while len(self._peeked) < size and (data := self._open.read1(size - len(self._peeked))):
                self._peeked += data
        return self._peeked

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end.

        Raises:
            BeyondBounds: the file unpacks to more than a file of news does, or more was asked for than is allowed.
        """
        data, self._peeked = self._peeked[:size], self._peeked[size:]
        if len(data) < size:
            data += self._open.read(size - len(data))
        return self._counted(data)

    def readline(self, size: int | None = None) -> bytes:
        """The next line, or as much of it as one line of a head may have.

        Raises:
            BeyondBounds: as for `read`.
        """
        size = LONGEST_LINE if size is None else size
        line, end, rest = self._peeked[:size].partition(b"\n")
        data = line + end
        self._peeked = rest + self._peeked[size:]
        if not end and len(data) < size:
            data += self._open.readline(size - len(data))
        return self._counted(data)

    def skip(self, size: int) -> int:
        """Read on without keeping anything; how many bytes there were."""
        left = size
        while left > 0 and (data := self.read(min(left, PIECE))):
            left -= len(data)
        return size - left

    def tell(self) -> int:
        """As `at`: what file-like values are asked."""
        return self.at

    def _counted(self, data: bytes) -> bytes:
        self.at += len(data)
        if self.packed and self.at > FREE and self.at > RATIO * self._file.tell():
            raise BeyondBounds(f"unpacks to more than {RATIO} times its size, as a gzip bomb does")
        if self._until is not None and self.at > self._until:
            raise BeyondBounds("the head of a record is larger than any head")
        return data
