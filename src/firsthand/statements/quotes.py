"""Stretches inside quotation marks, of every style, broken ones too. Linear in the text."""

from __future__ import annotations

import re

DOUBLE = re.compile(r"[“”„‟«»\"]|''|``|’’|‘‘")
"""Double marks; two single ones typed side by side count as one double."""
SINGLE = re.compile(r"[‘'‚‹]")
SINGLE_CLOSE = re.compile(r"[’'›](?!\w)")
DOUBLE_CLOSE = re.compile(r"[”»\"“]|''|’’")
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
BEFORE_OPENING = frozenset(" \t\u00a0([{—–-/:…")
LONGEST_QUOTE = 6000
LONGEST_SINGLE = 600
"""Code points looked ahead for a closing mark: bounds the work on hostile text; quotations of news are shorter."""

Stretch = tuple[int, int]


def quoted_stretches(text: str) -> tuple[Stretch, ...]:
    """The outermost quoted stretches, marks included, in order.

    A quotation that a line leaves open runs over the break where the first mark to come, before an empty line, can only
    close it: texts that stand one sentence a line break quotations so.
    """
    found: list[Stretch] = []
    start = done = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip(BREAKS))
        stretches, left_open = _in_line(text, max(start, done), end)
        if left_open is not None and (close := _closed_later(text, left_open, start + len(line))) is not None:
            stretches = [*(stretch for stretch in stretches if stretch[0] < left_open), (left_open, close)]
            done = close
        found.extend(stretches)
        start += len(line)
    return tuple(found)


BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def _closed_later(text: str, opened: int, start: int) -> int | None:
    """Where a quotation left open at the end of a line is closed, or None: another opens before, or none closes."""
    end = min(len(text), opened + LONGEST_QUOTE)
    gap = EMPTY_LINE.search(text, max(start - 2, opened), end)
    end = gap.start() if gap is not None else end
    if text[opened] in "'‘":
        close = LATE_SINGLE.search(text, start, end)
        return close.end() if close is not None else None
    mark = DOUBLE.search(text, start, end)
    if mark is None or mark.group() in "“„‟«``":
        return None
    return mark.end() if _can_only_close(text, mark) else None


LATE_SINGLE = re.compile(r"(?<=[.,!?…]) ?['’](?=\s|$)")
"""A single mark that can only close: behind the stop of a sentence."""


def _can_only_close(text: str, mark: re.Match[str]) -> bool:
    """Whether no quotation can open at a mark: nothing follows, or it stands behind a comma (", "he said)."""
    before = text[max(0, mark.start() - 2) : mark.start()].rstrip()
    return not text[mark.end() : mark.end() + 1].isalnum() or before.endswith(",")


def _in_line(text: str, start: int, end: int) -> tuple[list[Stretch], int | None]:
    """The stretches of one line, and where one opens that is not closed at its end."""
    found: list[Stretch] = []
    at, left_open = start, None
    doubles, singles = _Marks(DOUBLE, text, start, end), _Marks(SINGLE, text, start, end)
    while (opening := _next_opening(text, at, doubles, singles, start)) is not None:
        mark, inner, is_double = opening
        close = _closing(text, inner, end, is_double, text[mark])
        if close is None and not is_double:
            at = inner
            left_open = mark if left_open is None and _announced(text, start, mark) else left_open
            continue
        stop = close if close is not None else _where_broken_ends(text, mark, inner, start, end)
        if stop > inner:
            found.append((mark, stop))
            left_open = mark if close is None and stop == end else None
        at = max(stop, inner)
    return found, left_open


def _announced(text: str, line: int, mark: int) -> bool:
    """Whether a single mark begins a line or follows a colon: there it is no apostrophe."""
    return mark == line or text[line:mark].endswith((": ", ":"))


class _Marks:
    """The marks of one kind in a line, found once, from left to right."""

    def __init__(self, kind: re.Pattern[str], text: str, start: int, end: int) -> None:
        self.kind, self.text, self.end = kind, text, end
        self.last = kind.search(text, start, end)

    def at_or_after(self, at: int) -> re.Match[str] | None:
        """The first mark that begins at a place or behind it; places never go back."""
        while self.last is not None and self.last.start() < at:
            self.last = self.kind.search(self.text, max(at, self.last.end()), self.end)
        return self.last


def _next_opening(text: str, at: int, doubles: _Marks, singles: _Marks, line: int) -> tuple[int, int, bool] | None:
    """Where the next quotation opens: the mark, the first character inside, and whether the mark is a double one."""
    double = doubles.at_or_after(at)
    while double is not None and not _can_open(text, double.start(), double.end(), doubles.end, line):
        double = doubles.at_or_after(double.end())
    limit = double.start() if double is not None else doubles.end
    single = singles.at_or_after(at)
    while single is not None and single.start() < limit:
        if _can_open_single(text, single.start(), singles.end, line):
            return single.start(), single.end(), False
        single = singles.at_or_after(single.end())
    return None if double is None else (double.start(), double.end(), True)


def _can_open(text: str, mark: int, inner: int, end: int, line: int) -> bool:
    if inner >= end or text[mark] == "”":
        return False
    if text[mark] in "“„‟«`":
        return True
    return not text[inner].isspace() and (mark == line or not text[mark - 1].isalnum())


def _can_open_single(text: str, mark: int, end: int, line: int) -> bool:
    if mark + 1 >= end or text[mark + 1].isspace() or text[mark + 1].isdigit():
        return False
    return mark == line or text[mark - 1] in BEFORE_OPENING or text[mark - 1] in '“"«'


def _closing(text: str, inner: int, end: int, is_double: bool, mark: str) -> int | None:
    """The end of the quotation, closing mark included, or None where it is never closed."""
    if not is_double:
        return _closing_single(text, inner, min(end, inner + LONGEST_SINGLE))
    for match in DOUBLE_CLOSE.finditer(text, inner, min(end, inner + LONGEST_QUOTE)):
        closes_only_with_space = text[match.start()] in "\"“'"
        if (
            mark == "“"
            and text[match.start()] == "“"
            and match.start() > inner
            and not text[match.start() - 1].isspace()
        ):
            return match.end()
        if text[match.start()] == "“":
            continue
        if closes_only_with_space and text[match.start() - 1].isspace() and not _can_only_close(text, match):
            continue  # a second opening mark, not a closing one
        return match.end()
    return None


def _closing_single(text: str, inner: int, end: int) -> int | None:
    first: int | None = None
    for match in SINGLE_CLOSE.finditer(text, inner, end):
        before = text[max(0, match.start() - 2) : match.start()]
        if before[-1:].isspace() and before[:1] not in ",.!?…":
            continue
        plural = text[match.start() - 1] in "sS" and text[match.end() : match.end() + 1] == " "
        if not plural:
            return match.end()
        if first is None:
            first = match.end()  # "the ministers' talks": an apostrophe, unless no other mark follows
    return first


def _where_broken_ends(text: str, mark: int, inner: int, line: int, end: int) -> int:
    """A quotation that opens a paragraph and is not closed runs on to its end; elsewhere to the end of the sentence."""
    if mark == line:
        return end
    stop = SENTENCE_END.search(text, inner, end)
    return stop.end() if stop is not None else end
