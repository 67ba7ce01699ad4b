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
    runs_on = False
    for number, line in enumerate(lines):
        before = lines[number - 1].rstrip() if number else ""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        if _set_off(before, line, after):
            found.append((start, start + len(line)))
            runs_on = False
        elif len(line) <= LONGEST_PARAGRAPH:
            here = _in_marks(line, runs_on)
            found += [(start + a, start + b) for a, b in here]
            runs_on = bool(here) and here[-1][1] == len(line)
        start += len(line) + 1
    return tuple(found)


def _set_off(before: str, line: str, after: str) -> bool:
    """A paragraph that the one before announces with a colon, or over the foot of a post."""
    announced = before.endswith((":", ":”", ':"')) and len(line.split()) >= 5
    return announced or (
        bool(line.strip()) and bool(after.strip()) and len(after) < 100 and bool(POST_FOOT.match(after))
    )


def _in_marks(line: str, runs_on: bool) -> list[tuple[int, int]]:
    double = _double(line, runs_on)
    if double:
        return double
    return _single(line)


def _double(line: str, runs_on: bool) -> list[tuple[int, int]]:
    """`runs_on`: the paragraph before ended inside a quotation, which this one may close."""
    found: list[tuple[int, int]] = []
    opened = None
    for match in DOUBLE.finditer(line):
        mark = match.group()
        if opened is None:
            if mark not in "”’’" and not _closes(line, match):
                opened = match.end()
            elif runs_on and not found:
                found.append((0, match.start()))
            runs_on = False
        elif mark in ("“", "„", "«", "‘‘") and not line[match.end() : match.end() + 1].isspace():
            found.append((opened, match.start()))  # the closing mark was dropped
            opened = match.end()
        else:
            found.append((opened, match.start()))
            opened = None
    if opened is not None and opened < len(line):
        found.append((opened, len(line)))  # a quotation that runs on into the next paragraph
    return found


def _closes(line: str, match: re.Match[str]) -> bool:
    """Whether a straight mark can only end a quotation: right after a word or its point, and before a space."""
    before, after = line[: match.start()][-1:], line[match.end() : match.end() + 1]
    return match.group() in ('"', "''") and bool(before.strip()) and not after.strip()


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
