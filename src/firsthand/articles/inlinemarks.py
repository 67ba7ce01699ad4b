"""The marks of Markdown inside a paragraph: what of it shows, and as what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape

_MARK = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<comment><!--)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,2000}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)"
    r"|(?P<note>\[\^[^\]\s]{1,40}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\](?:\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}+\)|\[(?P<name>[^\[\]\n]{0,200})\])?)"
    r"|(?P<ticks>`{1,30})"
    r"|(?P<run>\*{1,3}|_{1,3}|~~)"
)
MOST_OPEN = 200
"""Brackets that may be open at a time: what lies further back is text."""

Change = tuple[int, int, str]
"""A stretch of the source and what it shows as."""


def changes_in(source: str, start: int, end: int, names: Collection[str]) -> list[Change]:
    """The stretches of a paragraph that do not show as they stand, in order; `names` are those of links defined."""
    changes: list[Change] = []
    brackets: list[tuple[int, int, bool]] = []
    runs: dict[str, list[int]] = {}
    comment = start
    for mark in _MARK.finditer(source, start, end):
        kind, at, stop = mark.lastgroup or "", mark.start(), mark.end()
        if kind == "escaped":
            changes.append((at, stop, mark["escaped"]))
        elif kind == "entity":
            changes.append((at, stop, unescape(mark[0])))
        elif kind == "tag":
            changes.append((at, stop, "\n" if mark[0][1:3].lower() in {"br", "p>", "p "} else ""))
        elif kind == "comment" and 0 <= comment <= at:
            comment = source.find("-->", stop, end)
            changes += [(at, comment + 3, "")] if comment > 0 else []
        elif kind in {"note", "ticks"}:
            changes.append((at, stop, ""))
        elif kind == "open":
            brackets = [*brackets[-MOST_OPEN:], (at, stop, mark[0] == "![")]
        elif mark["close"] is not None and brackets:
            opened, text, image = brackets.pop()
            if stop - at > 1 and (mark["name"] is None or (mark["name"] or source[text:at]).lower() in names):
                changes += [(opened, stop, "")] if image else [(opened, text, ""), (at, stop, "")]
        elif mark["run"]:
            changes += _emphasis(source, mark[0], at, stop, (start, end), runs)
    return list(_outermost(changes))


def _emphasis(
    source: str, mark: str, at: int, stop: int, bounds: tuple[int, int], runs: dict[str, list[int]]
) -> list[Change]:
    """A pair of marks of emphasis, when its second one is found. A star between blanks or a line inside a word is
    none."""
    before = source[at - 1] if at > bounds[0] else " "
    after = source[stop] if stop < bounds[1] else " "
    closes, opens = not before.isspace(), not after.isspace()
    if mark[0] == "_":
        closes, opens = closes and not after.isalnum(), opens and not before.isalnum()
    if closes and runs.get(mark):
        first = runs[mark].pop()
        return [(first, first + len(mark), ""), (at, stop, "")]
    if opens:
        runs.setdefault(mark, []).append(at)
    return []


def _outermost(changes: list[Change]) -> Iterator[Change]:
    """The changes in order, without those inside another."""
    reached = -1
    for change in sorted(changes, key=lambda one: (one[0], -one[1])):
        if change[0] >= reached:
            reached = change[1]
            yield change
