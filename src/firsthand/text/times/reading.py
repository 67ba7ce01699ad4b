"""What a rule makes of a match, and the scene it is read in: the text, its date, and what was named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from firsthand.model import TimeType

from .calendar import existing, interval
from .tense import looks_back, looks_forward


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of a match. First and last are worked out from the value where a rule gives none."""

    type: TimeType
    value: str
    basis: str = "relative"
    first: date | None = None
    last: date | None = None
    clock: datetime | None = None
    precision: str | None = None
    conflict: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The text, its anchor, the last whole day or period that the text named before, and where those words ended."""

    text: str
    anchor: date | None
    named: str | None
    named_to: int = 0

    def future(self, at: int) -> bool:
        """Whether the verb that governs the words at a place looks forward ("will meet on …")."""
        return self.anchor is not None and looks_forward(self.text, at)

    def past(self, at: int) -> bool:
        """Whether that verb tells what has happened ("was cut in …")."""
        return self.anchor is not None and looks_back(self.text, at)

    def beside(self, at: int) -> date | None:
        """The day that the clause of a place named before it: behind a comma another may be told of."""
        found = interval(self.named) if self.named else None
        if found is None or found[0] != found[1] or STOP.search(self.text, self.named_to, at):
            return None
        return found[0]


STOP = re.compile(r"[.!?]['\"”’)]*\s+(?=['\"“‘(]*[A-Z])|[\n,;:–—]")
"""Where one clause may end and the next begin."""
NEAR = 31
"""Days from the day that is named beside one without a year, from which on they are of two events. Stated."""


def _days_off(beside: date, year: int, month: int, day: int) -> tuple[int, int]:
    there = existing(year, month, day)
    return (abs((there - beside).days) if there is not None else 1000, year)


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Scene], Reading | None]]


def nearest_year(month: int, day: int, scene: Scene, at: int) -> int | None:
    """The year of a day or month written without one: that which lies nearest to the day, within a month, that its
    clause has named before ("was killed on June 24, 2005 after a June 20 shooting"), else nearest to the anchor, the
    past preferred. The future counts for more where the sentence looks forward, for less where it does not.
    """
    if scene.anchor is None:
        return None
    beside = scene.beside(at)
    if beside is not None and not scene.future(at):
        return min(
            (beside.year, beside.year - 1, beside.year + 1), key=lambda year: _days_off(beside, year, month, day)
        )
    ahead = 0.5 if scene.future(at) else 50.0 if scene.past(at) else 2.0
    best: tuple[float, int] | None = None
    for year in (scene.anchor.year, scene.anchor.year - 1, scene.anchor.year + 1):
        there = existing(year, month, day)
        if there is None:
            continue
        days = (there - scene.anchor).days
        cost = days * ahead if days > 0 else -days / (1 if ahead > 1 else 0.5)
        if best is None or cost < best[0]:
            best = (cost, year)
    return best[1] if best else None
