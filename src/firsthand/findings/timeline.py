"""What the accounts date, in order; where they date one thing differently, the days stand one after the other."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from ..model import Span, TimelineEntry, TimeType
from .material import Material

SHOWN = frozenset({"minute", "hour", "part-of-day", "day", "month", "year"})


def timeline_of(material: Material) -> tuple[TimelineEntry, ...]:
    """One entry for each claim and time that its statements give, earliest first. Times that no day follows from
    (without the day of writing, "on Thursday") and the accounts' own datelines are left out."""
    dated: dict[tuple[date, str, str, str], set[Span]] = defaultdict(set)
    for key, article in material.articles.items():
        for time in material.times(key):
            if time.type not in (TimeType.DATE, TimeType.TIME) or time.precision not in SHOWN or time.first is None:
                continue
            if article.dateline is not None and article.dateline.start <= time.start < article.dateline.end:
                continue
            said = material.at(key, time.start, time.end)
            if said is not None:
                dated[time.first, time.value, time.precision, said.claim].add(said.statement.span)
    texts = {claim.id: claim.text for claim in material.claims}
    return tuple(
        TimelineEntry(value=value, precision=precision, text=texts[claim], spans=tuple(sorted(spans)))
        for (_, value, precision, claim), spans in sorted(dated.items())
    )
