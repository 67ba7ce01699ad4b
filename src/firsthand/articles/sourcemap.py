"""Where the characters of a page's shown text stand in its source."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator

from firsthand.model import PageSpan


class SourceMap:
    """Runs of shown text with their places in the source, in order and without gaps.

    A run either stands in the source as it is, character by character, or is one stretch of the source that shows as
    something else: an entity, blanks that show as one, markup that shows as a line end.
    """

    __slots__ = ("_ends", "_plain", "_shown", "_starts", "length")

    def __init__(self) -> None:
        self.length = 0
        self._shown = array("l")
        self._starts = array("l")
        self._ends = array("l")
        self._plain = bytearray()

    def add(self, length: int, start: int, end: int, plain: bool) -> None:
        """A run of so many shown characters, from the source between the two places."""
        if plain and self._plain and self._plain[-1] and self._ends[-1] == start:
            self._ends[-1] = end
        else:
            self._shown.append(self.length)
            self._starts.append(start)
            self._ends.append(end)
            self._plain.append(plain)
        self.length += length

    def start(self, at: int) -> int:
        """Where in the source the shown character begins."""
        run = bisect_right(self._shown, at) - 1
        return self._starts[run] + (at - self._shown[run] if self._plain[run] else 0)

    def end(self, at: int) -> int:
        """Where in the source the shown character ends."""
        run = bisect_right(self._shown, at) - 1
        return self._starts[run] + at - self._shown[run] + 1 if self._plain[run] else self._ends[run]

    def spans(self, span: PageSpan) -> Iterator[PageSpan]:
        """A span over shown characters as spans over the source: one for each run it touches."""
        at, shift = span.page_start, span.start - span.page_start
        run = bisect_right(self._shown, at) - 1
        while at < span.page_end:
            beyond = self._shown[run + 1] if run + 1 < len(self._shown) else self.length
            stop = min(beyond, span.page_end)
            begin = self._shown[run]
            if self._plain[run]:
                start, end = self._starts[run] + at - begin, self._starts[run] + stop - begin
            else:
                start, end = self._starts[run], self._ends[run]
            yield PageSpan(start=at + shift, end=stop + shift, page_start=start, page_end=end)
            at, run = stop, run + 1
