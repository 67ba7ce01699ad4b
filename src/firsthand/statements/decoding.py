"""From the model's scores for one window to attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.text.sources import Piece

from .attributions import Attribution
from .encoding import OPENS_LINE, Window
from .linking import assigned, line_of_each, links_to_cues, links_to_sources
from .spans import BARRED, CONTENT, CUE, SOURCE, TAGS, Run, log_shares
from .sureness import LEAST_SURE, hints, sureness

if TYPE_CHECKING:
    from .spans import Scores

INSIDE = (SOURCE + 1, CUE + 1, CONTENT + 1)
LEANING = (0.0, 0.25, 0.25, 0.25, 0.7, -0.3, 0.15)
"""Added to the scores of the tags: the network, trained for the likeliest tag, is shy of cues and begins contents too
readily. On PolNeAR dev, exact contents .643 with it and .637 without the last two; no role's F1 moves by .005."""


def decoded(window: Window, tags: Scores, cue_of_content: Scores, source_of_cue: Scores) -> list[Attribution]:
    """The attributions of a window. Scores have one row a piece; links one column a piece, too."""
    import numpy as np

    heads = list(window.heads)
    opens_line = [bool(window.marks[head] & OPENS_LINE) for head in heads]
    tags = tags[heads]
    leaning = np.array(LEANING, dtype=np.float32) + hints(tags, cue_of_content, source_of_cue, heads)
    runs = _runs(best_path(log_shares(tags + leaning), opens_line))
    cues, contents, sources = runs[CUE], runs[CONTENT], runs[SOURCE]
    if not contents:
        return []
    lines = line_of_each(window, opens_line)
    to_source = links_to_sources(source_of_cue, heads, lines, cues, sources)
    nearest = [int(row.argmax()) for row in to_source]
    telling = [sources[n - 1] if n else None for n in nearest]
    to_cue = links_to_cues(cue_of_content, heads, lines, contents, cues)
    of_cue, alone = assigned(window, to_cue, contents, cues, telling)
    found = []
    for n, (cue, source, own) in enumerate(zip(cues, telling, of_cue, strict=True)):
        content = [contents[m] for m in own]
        links = float(to_source[n][nearest[n]]), float(to_cue[own, n + 1].mean()) if own else BARRED
        if content and sureness(tags, source, cue, content, *links) >= LEAST_SURE:
            who = _piece(window, source) if source is not None else None
            found.append(Attribution(source=who, cue=_piece(window, cue), content=_joined(window, content)))
    return [*found, *(Attribution(source=None, cue=None, content=(_piece(window, contents[m]),)) for m in alone)]


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


def _joined(window: Window, runs: list[Run]) -> tuple[Piece, ...]:
    """The pieces of one content; those that follow one another without a word between them are one piece."""
    joined: list[Run] = []
    for first, last in runs:
        if joined and joined[-1][1] == first and not window.marks[window.heads[first]] & OPENS_LINE:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(_piece(window, run) for run in joined)


def _piece(window: Window, run: Run) -> Piece:
    return window.words[run[0]][0], window.words[run[1] - 1][1]
