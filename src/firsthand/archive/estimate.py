"""How long a run will still take: from what its steps cost by measurement, corrected by what they have cost so far."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What a run is at, and what it knows of the archive by now."""

    step: str
    done: int
    whole: int
    """How much of the step's work is done, and how much there is: bytes of files, articles, or tasks."""
    articles: int
    """How many the archive has, as far as can be told yet; 0 while nothing is known."""
    characters: float | None = None
    """Of a page, on average."""
    distinct: float | None = None
    """The share of the articles that are no near-copies of others."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of a processor for one article."""

    each: float
    a_kilocharacter: float = 0.0
    """More for each thousand characters of its page."""
    of_distinct: bool = False
    """Whether near-copies cost nothing."""


COSTS = {
    "pages": Cost(0.3, 0.0094),
    "articles": Cost(12.5, 0.105),
    "bands": Cost(0.1),
    "copies": Cost(0.1),
    "families": Cost(0.05),
    "features": Cost(41.0, of_distinct=True),
    "candidates": Cost(0.5, of_distinct=True),
    "pairs": Cost(4.0, of_distinct=True),
    "components": Cost(0.05),
    "stories": Cost(28.0, of_distinct=True),
}
"""Step by step (docs/benchmarks.md, Archives), from made pages of 10,000 characters and real ones of 170,000. Only
their proportions count: the run itself shows how fast its machines are."""
A_PAGE, DISTINCT = 100.0, 0.8
"""Thousands of characters of a page, and the share of distinct articles, assumed before they are known."""
LONG = 60.0
"""Seconds that a step of one task takes at least to count: workers load in ten or so."""
ASSUMED = 0.05
"""Share of a step's work that the table's cost counts for beside what the step has shown itself."""


@dataclass(slots=True)
class Estimate:
    """Fed with what a run tells and with the time; says how much longer it will take."""

    _step: str = ""
    _begun: float = 0.0
    _before: float = 0.0
    """Share of the step that was done when it began: by a run that was stopped."""
    _first: tuple[float, float] | None = None
    """When the step's first task was done, and which share of its work that was: its workers have loaded by then."""
    _seconds: float = 0.0
    _cost: float = 0.0
    """Of the steps that this run has done, or of its parts of them."""

    def left(self, at: Progress, now: float) -> float | None:
        """Seconds from now to the end; None while nothing is known."""
        share = at.done / at.whole if at.whole else 1.0
        costs = _costs(at)
        if at.step != self._step:
            self._next(at.step, share, now, costs)
        elif self._first is None and share > self._before:
            self._first = now, share
        cost = costs[at.step]
        names = list(costs)
        later = sum(costs[name] for name in names[names.index(at.step) + 1 :])
        spent, paid = self._shown(share, now, cost)
        if not paid:
            return None
        pace = spent / paid
        return self._of_step(cost, share, now, pace) * (1 - share) + later * pace

    def _of_step(self, cost: float, share: float, now: float, pace: float) -> float:
        """Seconds that the whole of the present step takes, by the table and by what it has shown since its first task
        was done."""
        if self._first is None or share == self._first[1]:
            return cost * pace
        begun, before = self._first
        if not self._cost:
            return (now - begun) / (share - before)
        expected = cost * self._seconds / self._cost
        return (now - begun + ASSUMED * expected) / (share - before + ASSUMED)

    def _shown(self, share: float, now: float, cost: float) -> tuple[float, float]:
        """Seconds and costs of this run, the present step's too. What came before a step's first task was done is
        mostly the loading of workers, and is left out, unless it took so long that it cannot be."""
        if self._first is not None and share > self._first[1]:
            return self._seconds + now - self._first[0], self._cost + cost * (share - self._first[1])
        if share > self._before and now - self._begun >= LONG:
            return self._seconds + now - self._begun, self._cost + cost * (share - self._before)
        return self._seconds, self._cost

    def _next(self, step: str, share: float, now: float, costs: dict[str, float]) -> None:
        if self._step:
            self._seconds, self._cost = self._shown(1.0, now, costs[self._step])
        self._step, self._begun, self._before, self._first = step, now, share, None


def _costs(at: Progress) -> dict[str, float]:
    """What each step costs an article of this archive."""
    page = A_PAGE if at.characters is None else at.characters / 1000
    distinct = DISTINCT if at.distinct is None else at.distinct
    return {
        name: (cost.each + cost.a_kilocharacter * page) * (distinct if cost.of_distinct else 1.0)
        for name, cost in COSTS.items()
    }
