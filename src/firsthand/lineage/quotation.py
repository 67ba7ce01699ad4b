"""Which stretches of a text are somebody's own words: in quotation marks, set off as a block, or a post shown whole."""

from __future__ import annotations

import re
from functools import lru_cache

DOUBLE = re.compile(r"[\"“”„«»]|‘‘|’’|''")
SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[—–,:])|^)['‘](?=\w)")
SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?=$|[\s.,;:!?)\]—–\"”])")
POST_FOOT = re.compile(r"^\s*[—–-]?\s*[^\n]{0,60}\(?@\w{2,30}\)?[^\n]{0,40}$")
LONGEST_PARAGRAPH = 20_000
"""Beyond this a line is no paragraph of prose; its quotation marks are not paired."""


@lru_cache(maxsize=1024)
def quoted_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each quoted stretch, in order and disjoint."""
    found: list[tuple[int, int]] = []
    lines, start = text.split("\n"), 0
    for number, line in enumerate(lines):
        before = lines[number - 1].rstrip() if number else ""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        if _set_off(before, line, after):
            found.append((start, start + len(line)))
        elif len(line) <= LONGEST_PARAGRAPH:
            found += [(start + a, start + b) for a, b in _in_marks(line)]
        start += len(line) + 1
    return tuple(found)


def _set_off(before: str, line: str, after: str) -> bool:
    """A paragraph that the one before announces with a colon, or over the foot of a post."""
    announced = before.endswith((":", ":”", ':"')) and len(line.split()) >= 5
    return announced or (
        bool(line.strip()) and bool(after.strip()) and len(after) < 100 and bool(POST_FOOT.match(after))
    )


def _in_marks(line: str) -> list[tuple[int, int]]:
    double = _double(line)
    if double:
        return double
    return _single(line)


def _double(line: str) -> list[tuple[int, int]]:
    found, opened = [], None
    for match in DOUBLE.finditer(line):
        mark = match.group()
        if opened is None:
            if mark not in "”’’":
                opened = match.end()
        elif mark in ("“", "„", "«", "‘‘") and not line[match.end() : match.end() + 1].isspace():
            found.append((opened, match.start()))  # the closing mark was dropped
            opened = match.end()
        else:
            found.append((opened, match.start()))
            opened = None
    if opened is not None and opened < len(line):
        found.append((opened, len(line)))  # a quotation that runs on into the next paragraph
    return found


def _single(line: str) -> list[tuple[int, int]]:
    found, at = [], 0
    opens = [match.end() for match in SINGLE_OPEN.finditer(line)]
    for number, begin in enumerate(opens):
        if begin < at:
            continue
        limit = len(line)
        closes = [m.start() for m in SINGLE_CLOSE.finditer(line, begin, limit)]
        following = opens[number + 1] if number + 1 < len(opens) else limit
        near = [c for c in closes if c < following] or closes[:1]
        # "Ministers' Meeting" is no end of a quotation: a mark after punctuation is the surer one
        sure = [c for c in near if line[c - 1] in ".,!?…"] or [c for c in near if line[c - 1] != "s"] or near
        at = sure[0] if sure else limit
        found.append((begin, at))
    return found
