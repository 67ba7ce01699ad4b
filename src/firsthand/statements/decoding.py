"""From the model's scores for one window to attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .attributions import Attribution, Piece
from .encoding import OPENS_LINE, QUOTED, Window, punctuation

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Scores = npt.NDArray[np.float32]

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SOURCE, CUE, CONTENT = 1, 3, 5
"""The tags that open a span of each role; the next number continues it."""
INSIDE = (SOURCE + 1, CUE + 1, CONTENT + 1)
LEANING = (0.0, 0.25, 0.25, 0.5, 1.0, -0.3, 0.15)
"""Added to the scores of the tags: the network, trained for the likeliest tag, is shy of cues and begins contents too
readily. On PolNeAR dev, exact contents .529 with it, .523 with half as much for cues; no role's F1 moves by .005."""
BARRED = -1e6
"""The score of what cannot be."""
NOWHERE = 0
"""The position of [CLS], to which a span is linked that has no partner in the window."""

FAR, MIXED = 2.0, 2.0
"""What it costs, in log shares, that two contents of one cue have other words between them, or that one is quoted and
the other not. On PolNeAR dev, earlier weights: exact contents .540, .531 without; 1 and 3 are within .003."""
OTHER_LINE = 2.0
"""What it costs a content to have its cue in another line: 0.5% of the contents of PolNeAR train do. A source never
stands in another line than its cue (10 of 18,360)."""
Run = tuple[int, int]
"""First word of a span and the one after its last."""


def decoded(window: Window, tags: Scores, cue_of_content: Scores, source_of_cue: Scores) -> list[Attribution]:
    """The attributions of a window. Scores have one row a piece; links one column a piece, too."""
    heads = list(window.heads)
    opens_line = [bool(window.marks[head] & OPENS_LINE) for head in heads]
    runs = _runs(best_path(_leaning(tags[heads]), opens_line))
    cues, contents, sources = runs[CUE], runs[CONTENT], runs[SOURCE]
    if not contents:
        return []
    apart = _apart(opens_line, cues, sources)
    by_cue = _links(source_of_cue, heads, cues, sources) + BARRED * apart
    telling = [sources[n - 1] if (n := int(row.argmax())) else None for row in by_cue]
    by_content = _links(cue_of_content, heads, contents, cues) - OTHER_LINE * _apart(opens_line, contents, cues)
    of_cue, alone = _assigned(window, by_content, contents, cues, telling)
    found = [
        Attribution(
            source=_piece(window, source) if source is not None else None,
            cue=_piece(window, cue),
            content=_joined(window, runs_of_one),
        )
        for cue, source, runs_of_one in zip(cues, telling, of_cue, strict=True)
        if runs_of_one
    ]
    return [*found, *(Attribution(source=None, cue=None, content=(_piece(window, run),)) for run in alone)]


def _links(scores: Scores, heads: list[int], runs: list[Run], partners: list[Run]) -> Scores:
    """For each run the log shares of its partners, that of having none first."""
    import numpy as np

    at = [NOWHERE, *(heads[first] for first, _ in partners)]
    rows = [_log_shares(scores[heads[first:last]][:, at]).mean(axis=0) for first, last in runs]
    links: Scores = np.array(rows, dtype=np.float32).reshape(len(runs), len(at))
    return links


def _apart(opens_line: list[bool], runs: list[Run], partners: list[Run]) -> Scores:
    """For each run 1 where a partner stands in another line, else 0; having none first."""
    import numpy as np

    lines = np.cumsum(np.array(opens_line, dtype=np.int64))
    here, there = lines[[first for first, _ in runs]], lines[[first for first, _ in partners]]
    apart = (here[:, None] != there[None, :]).astype(np.float32)
    columns: Scores = np.concatenate([np.zeros((len(runs), 1), dtype=np.float32), apart], axis=1)
    return columns


def _assigned(
    window: Window, links: Scores, contents: list[Run], cues: list[Run], telling: list[Run | None]
) -> tuple[list[list[Run]], list[Run]]:
    """The contents of each cue, and those of none; the surest link first.

    A cue that has a content already takes another one only at a cost, unless nothing but the cue and its source stand
    between and both are quoted or neither is: contents far from each other are seldom one.
    """
    members: list[list[Run]] = [[] for _ in cues]
    alone: list[Run] = []
    for n in sorted(range(len(contents)), key=lambda n: (-float(links[n].max()), n)):
        costs = [
            _cost(window, contents[n], own, cue, who) for own, cue, who in zip(members, cues, telling, strict=True)
        ]
        values = [float(links[n][0]), *(float(links[n][i + 1]) - cost for i, cost in enumerate(costs))]
        best = values.index(max(values))
        (members[best - 1] if best else alone).append(contents[n])
    return [sorted(own) for own in members], sorted(alone)


def _cost(window: Window, run: Run, own: list[Run], cue: Run, source: Run | None) -> float:
    """What it costs to join a content to those that a cue has."""
    if not own:
        return 0.0
    nearest = min(own, key=lambda other: (abs(other[0] - run[0]), other))
    between = range(nearest[1], run[0]) if nearest < run else range(run[1], nearest[0])
    telling = {*range(*cue), *(range(*source) if source is not None else ())}
    is_far = any(_has_letters(window, i) for i in between if i not in telling)
    is_mixed = _is_quoted(window, run) != _is_quoted(window, nearest)
    return FAR * is_far + MIXED * is_mixed


def _has_letters(window: Window, word: int) -> bool:
    return window.pieces[window.heads[word]] not in punctuation()


def _is_quoted(window: Window, run: Run) -> bool:
    return bool(window.marks[window.heads[run[0]]] & QUOTED)


def _joined(window: Window, runs: list[Run]) -> tuple[Piece, ...]:
    """The pieces of one content; those that follow one another without a word between them are one piece."""
    joined: list[Run] = []
    for first, last in runs:
        if joined and joined[-1][1] == first and not window.marks[window.heads[first]] & OPENS_LINE:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(_piece(window, run) for run in joined)


def best_path(shares: Scores, opens_line: list[bool]) -> list[int]:
    """The likeliest tags of the words in which no span is continued that was not opened in its line (Viterbi)."""
    import numpy as np

    if not len(shares):
        return []
    barred = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for inside in INSIDE:
        barred[[t for t in range(len(TAGS)) if t not in (inside, inside - 1)], inside] = BARRED
    shares = shares.copy()
    shares[np.ix_([i == 0 or opens for i, opens in enumerate(opens_line)], INSIDE)] = BARRED
    score = shares[0]
    back = np.zeros(shares.shape, dtype=np.int64)
    for i in range(1, len(shares)):
        ways = score[:, None] + barred
        back[i] = ways.argmax(axis=0)
        score = ways.max(axis=0) + shares[i]
    path = [int(score.argmax())]
    for i in range(len(shares) - 1, 0, -1):
        path.append(int(back[i][path[-1]]))
    return path[::-1]


def _runs(path: list[int]) -> dict[int, list[Run]]:
    runs: dict[int, list[Run]] = {SOURCE: [], CUE: [], CONTENT: []}
    for i, tag in enumerate(path):
        if tag in runs:
            runs[tag].append((i, i + 1))
        elif tag:
            first, _ = runs[tag - 1][-1]
            runs[tag - 1][-1] = (first, i + 1)
    return runs


def _leaning(scores: Scores) -> Scores:
    import numpy as np

    return _log_shares(scores + np.array(LEANING, dtype=np.float32))


def _log_shares(scores: Scores) -> Scores:
    import numpy as np

    scores = scores - scores.max(axis=1, keepdims=True)
    shares: Scores = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return shares


def _piece(window: Window, run: Run) -> Piece:
    return window.words[run[0]][0], window.words[run[1] - 1][1]
