"""What the forest rules out at once, so that neither trafilatura nor the patterns of words need to look at it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .blocks import Block
from .containers import Column
from .lines import Line, read_lines
from .visible import Visible

NEVER = 0.02
"""Share below which a line is no text, whatever the other witness says: a third of what `choosing` asks for."""
LIKELY = 0.3
NEAR = 15
"""Lines around one that is likely text among which every line is read by its words."""
LONG = 22
BESIDE = 6
"""Words of a line that may be another article's text, and lines around it that are read by their words, too."""
LINKS = 0.5
_OWNER = re.compile(r"©|\(c\)|copyright|rights", re.IGNORECASE)
TEASER = 6
"""Words from which such a line is the headline of another article rather than the name of a section."""


def ranges_ruled_out(visible: Visible, shares: Column) -> list[tuple[int, int]]:
    """Ranges of the source: the outermost elements all of whose lines are ruled out."""
    elements = visible.elements
    possible = np.concatenate(([0], np.cumsum(shares >= NEVER)))
    if not possible[-1]:
        return []
    starts = np.array([line.start for line in visible.lines])
    first = np.searchsorted(starts, np.array(elements.starts))
    last = np.searchsorted(starts, np.array(elements.ends))
    out = (last > first) & (possible[last] == possible[first])
    outermost = out & ~out[np.maximum(0, np.array(elements.parents))]
    return [(elements.places[element], elements.stops[element]) for element in np.flatnonzero(outermost).tolist()]


def lines_of(visible: Visible, words: Column, shares: Column, names: Sequence[str]) -> list[Line]:
    """The lines of the page with what they are: those far from any text by where they stand, others by their words."""
    blocks = [
        Block(line.start, line.end, visible.text[line.start : line.end], heading=line.heading) for line in visible.lines
    ]
    linked = np.array([line.linked > LINKS * (line.end - line.start) for line in visible.lines])
    near = _near(shares > LIKELY, NEAR) | _near((words >= LONG) & ~linked, BESIDE) | (shares >= NEVER)
    bars = [not close and not _OWNER.search(block.text) for block, close in zip(blocks, near.tolist(), strict=True)]
    read = iter(read_lines([block for block, bar in zip(blocks, bars, strict=True) if not bar]))
    return [
        Line(block, _link_name(block, name), False) if bar else next(read)
        for block, bar, name in zip(blocks, bars, names, strict=True)
    ]


def _near(marked: NDArray[np.bool_], lines: int) -> NDArray[np.bool_]:
    """Which lines have a marked one so many lines above or below."""
    until = np.concatenate(([0], np.cumsum(marked)))
    number = np.arange(len(marked))
    found: NDArray[np.bool_] = until[np.minimum(len(marked), number + lines + 1)] > until[np.maximum(0, number - lines)]
    return found


def _link_name(block: Block, name: str) -> str:
    if name != "other":
        return name
    return "related" if block.words >= TEASER else "navigation"
