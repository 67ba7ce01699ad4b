"""Slabs: articles of neighbouring days, few enough to be in memory together. Comparison goes slab by slab."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Slabs:
    """Which slab an article is in: by its day and, where one day fills several, by its row."""

    days: tuple[int, ...]
    """The first day of each run of days."""
    firsts: tuple[int, ...]
    """The first slab of each run, and one more than the last of them; then those without a day."""
    cuts: tuple[int, ...]
    """Slabs of each run; the last number is of the articles without a day."""
    rows: int

    @property
    def count(self) -> int:
        """How many slabs there are."""
        return self.firsts[-1] + self.cuts[-1]

    def of(self, day: int | None, row: int) -> int:
        """The slab of an article."""
        run = bisect_right(self.days, day) - 1 if day is not None else len(self.days)
        return self.firsts[run] + row * self.cuts[run] // max(1, self.rows)


def slabs_of(days: Mapping[int | None, int], size: int, rows: int) -> Slabs:
    """Slabs of about `size` articles, for so many articles a day; `rows` counts all."""
    firsts, cuts, starts = list[int](), list[int](), list[int]()
    slab = held = 0
    for day in sorted(day for day in days if day is not None):
        if not starts or held + days[day] > size:
            slab += cuts[-1] if cuts else 0
            starts.append(day)
            firsts.append(slab)
            cuts.append(-(-days[day] // size))
            held = 0
        held += days[day]
    slab += cuts[-1] if cuts else 0
    dayless = -(-days.get(None, 0) // size)
    return Slabs(days=tuple(starts), firsts=(*firsts, slab), cuts=(*cuts, dayless), rows=rows)
