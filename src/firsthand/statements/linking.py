"""Which cue a content goes to, and which source a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .encoding import COLON, Window
from .spans import BARRED, NOWHERE, Run, has_letters, is_quoted, log_shares

if TYPE_CHECKING:
    from .spans import Scores

FAR, MIXED = 2.0, 2.0
"""What it costs, in log shares, that two contents of one cue have other words between them, or that one is quoted and
the other not. On PolNeAR dev, earlier weights: exact contents .540, .531 without; 1 and 3 are within .003."""
OTHER_LINE = 2.0
"""What it costs a content to have its cue in another line: 0.5% of the contents of PolNeAR train do. A source never
stands in another line than its cue (10 of 18,360)."""

ALONE = 0.5
"""What it costs a content to have no cue, or a cue no source, beside what the network says of it: of 19,832 contents of
PolNeAR train one has no cue, and of the cues one in thirteen no source, but in training a partner beyond the window's
end counted as none. On PolNeAR dev all tokens .879 with it and .877 without, whole attributions .705 and .704."""


def line_of_each(window: Window, opens_line: list[bool]) -> list[int]:
    """The number of each word's line; what a line that ends in a colon announces is counted to that line."""
    lines, number = [], 0
    for n, opens in enumerate(opens_line):
        announced = n > 0 and window.pieces[window.heads[n - 1]] == COLON
        number += opens and not announced
        lines.append(number)
    return lines


def links_to_sources(scores: Scores, heads: list[int], lines: list[int], cues: list[Run], sources: list[Run]) -> Scores:
    """For each cue the log shares of its sources, that of having none first."""
    return log_shares(_links(scores, heads, cues, sources) + BARRED * _apart(lines, cues, sources) - _alone(sources))


def links_to_cues(scores: Scores, heads: list[int], lines: list[int], contents: list[Run], cues: list[Run]) -> Scores:
    """For each content the log shares of its cues, that of having none first."""
    return log_shares(_links(scores, heads, contents, cues) - OTHER_LINE * _apart(lines, contents, cues) - _alone(cues))


def _alone(partners: list[Run]) -> Scores:
    """What having no partner costs, in the first column."""
    import numpy as np

    costs: Scores = np.zeros(len(partners) + 1, dtype=np.float32)
    costs[0] = ALONE
    return costs


def _links(scores: Scores, heads: list[int], runs: list[Run], partners: list[Run]) -> Scores:
    import numpy as np

    at = [NOWHERE, *(heads[first] for first, _ in partners)]
    rows = [log_shares(scores[heads[first:last]][:, at]).mean(axis=0) for first, last in runs]
    links: Scores = np.array(rows, dtype=np.float32).reshape(len(runs), len(at))
    return links


def _apart(lines: list[int], runs: list[Run], partners: list[Run]) -> Scores:
    """For each run 1 where a partner stands in another line, else 0; having none first."""
    import numpy as np

    at = np.array(lines, dtype=np.int64)
    here, there = at[[first for first, _ in runs]], at[[first for first, _ in partners]]
    apart = (here[:, None] != there[None, :]).astype(np.float32)
    columns: Scores = np.concatenate([np.zeros((len(runs), 1), dtype=np.float32), apart], axis=1)
    return columns


def assigned(
    window: Window, links: Scores, contents: list[Run], cues: list[Run], telling: list[Run | None]
) -> tuple[list[list[int]], list[int]]:
    """The contents of each cue, by number, and those of none; the surest link first.

    A cue that has a content already takes another one only at a cost, unless nothing but the cue and its source stand
    between and both are quoted or neither is: contents far from each other are seldom one.
    """
    members: list[list[int]] = [[] for _ in cues]
    alone: list[int] = []
    for n in sorted(range(len(contents)), key=lambda n: (-float(links[n].max()), n)):
        costs = [
            _cost(window, contents[n], [contents[m] for m in own], cue, who)
            for own, cue, who in zip(members, cues, telling, strict=True)
        ]
        values = [float(links[n][0]), *(float(links[n][i + 1]) - cost for i, cost in enumerate(costs))]
        best = values.index(max(values))
        (members[best - 1] if best else alone).append(n)
    return [sorted(own) for own in members], sorted(alone)


def _cost(window: Window, run: Run, own: list[Run], cue: Run, source: Run | None) -> float:
    """What it costs to join a content to those that a cue has."""
    if not own:
        return 0.0
    nearest = min(own, key=lambda other: (abs(other[0] - run[0]), other))
    between = range(nearest[1], run[0]) if nearest < run else range(run[1], nearest[0])
    telling = {*range(*cue), *(range(*source) if source is not None else ())}
    is_far = any(has_letters(window, i) for i in between if i not in telling)
    is_mixed = is_quoted(window, run) != is_quoted(window, nearest)
    return FAR * is_far + MIXED * is_mixed
