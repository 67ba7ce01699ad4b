"""How long a run will still take: from what its steps cost by measurement, corrected by what they have cost so far."""

from __future__ import annotations

from dataclasses import dataclass

COSTS = {
    "pages": 2.0,
    "articles": 30.0,
    "bands": 0.1,
    "copies": 0.1,
    "families": 0.05,
    "features": 27.0,
    "candidates": 0.5,
    "pairs": 2.0,
    "components": 0.1,
    "stories": 20.0,
}
"""Milliseconds of a processor for one article, step by step (docs/benchmarks.md, Archives). Only their proportions
count: the run itself shows how fast its machines are. `articles` and `pages` as on real pages of 170 kB."""
KNOWN = 0.05
"""Share of a step's work after which its own speed is believed, not the table's."""


@dataclass(slots=True)
class Estimate:
    """Fed with what a run tells and with the time; says how much longer it will take."""

    _step: str = ""
    _begun: float = 0.0
    _before: float = 0.0
    """Share of the step that was done when it began: by a run that was stopped."""
    _seconds: float = 0.0
    _cost: float = 0.0
    """Of the steps that this run has done, or of its parts of them."""

    def left(self, step: str, done: int, whole: int, now: float) -> float | None:
        """Seconds from now to the end; None while nothing is known."""
        share = done / whole if whole else 1.0
        if step != self._step:
            self._next(step, share, now)
        took, did = now - self._begun, share - self._before
        names = list(COSTS)
        later = sum(COSTS[name] for name in names[names.index(step) + 1 :])
        if did < KNOWN:
            pace = self._seconds / self._cost if self._cost else None
            return None if pace is None else (COSTS[step] * (1 - share) + later) * pace
        pace = (self._seconds + took) / (self._cost + COSTS[step] * did)
        return took / did * (1 - share) + later * pace

    def _next(self, step: str, share: float, now: float) -> None:
        if self._step and self._before < 1:
            self._seconds += now - self._begun
            self._cost += COSTS[self._step] * (1 - self._before)
        self._step, self._begun, self._before = step, now, share
