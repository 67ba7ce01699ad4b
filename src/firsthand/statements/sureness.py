"""How sure an attribution is, and what the links say about the spans that they point to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spans import CONTENT, CUE, NOWHERE, SOURCE, Run, log_shares

if TYPE_CHECKING:
    from .spans import Scores

HINT, EVEN, FLOOR = 0.7, 0.42, 0.05
"""A word is likelier a cue the more contents point to it, and a source the more cues do: how strong that is, the share
at which it neither helps nor hurts, and what keeps the logarithm finite. On PolNeAR dev, whole attributions .706 with
it and .699 without, before cutting."""
LEAST_SURE = -2.0
"""Sum of log shares under which an attribution is left out. Keeping one raises F1 if it is right with more than half of
F1's own value. On PolNeAR dev through the stage, whole attributions, cue and content tokens: -1.6 .711, .730 and .884,
-1.8 .711, .734 and .888, -2.0 .710, .738 and .891, -2.3 .703, .737 and .893. With the weights before, a logistic
regression over these shares and 35 more features, by ten-fold cross-check on dev, was no better (.708 where the sum had
.707)."""
NO_SOURCE = -1.05
"""What an attribution without a source counts for one: a third of them are whole on PolNeAR dev."""


def hints(tags: Scores, cue_of_content: Scores, source_of_cue: Scores, heads: list[int]) -> Scores:
    """For each word and tag what is added to the score, because links point to the word or do not."""
    import numpy as np

    shares = np.exp(log_shares(tags))
    added = np.zeros_like(tags)
    for opening, asking, links in ((CUE, CONTENT, cue_of_content), (SOURCE, CUE, source_of_cue)):
        asked = np.exp(log_shares(links[heads][:, [NOWHERE, *heads]]))[:, 1:]
        pointing = (shares[:, asking] + shares[:, asking + 1]) @ asked
        added[:, opening] = HINT * np.log((np.minimum(pointing, 1.0) + FLOOR) / (EVEN + FLOOR))
    return added


def sureness(tags: Scores, source: Run | None, cue: Run, content: list[Run], to_source: float, to_cue: float) -> float:
    """The log shares of an attribution's spans and links, summed: each span counts as the mean over its words."""
    spans = [(CUE, [cue]), (CONTENT, content), *([(SOURCE, [source])] if source is not None else [])]
    told = sum(_log_share(tags, opening, runs) for opening, runs in spans)
    return told + (NO_SOURCE if source is None else 0.0) + to_source + to_cue


def _log_share(tags: Scores, opening: int, runs: list[Run]) -> float:
    import numpy as np

    words = [i for run in runs for i in range(*run)]
    shares = np.exp(log_shares(tags[words]))
    return float(np.log(shares[:, opening : opening + 2].sum(axis=1).mean() + 1e-4))
