"""When an article was published and when it was changed: one of all that says so, with the reason.

The rules, in the order in which they are applied:

1. A time later than the fetch of the page by more than a day is set aside, and one before 1990 where another is there.
2. Two candidates agree if they can mean one time: the same day, or a day that it is elsewhere at the other's time of
   day (an address has the day of another zone than the page shows).
3. Kinds of basis are trusted in the order of `TRUST`. The first one wins, unless nothing agrees with it and two voices
   of another sort agree on something else (a template that writes the day of the rendering; an address and a visible
   date that know better). JSON-LD, meta and time elements come from one system: they are one voice.
4. Of all that agree with the winner, the finest is taken: with a time and its zone, with a time (midnight is none),
   with a day, month, year. So a visible date with a zone beats the day of an address.
5. Where only a change is dated, the article counts as published then, and the reason says so.
6. A change before the publication, or at the very same time, is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from firsthand.model import DateCandidate, Precision, Published

from .ages import is_age_alone

TRUST = ("json-ld", "meta", "visible", "feed", "record", "time element", "relative age", "url", "dateline", "markup")
_VOICES = {"meta": "json-ld", "time element": "json-ld", "record": "feed"}
_NAMES = {
    "json-ld": "the page's JSON-LD",
    "meta": "a meta element of the page",
    "visible": "the date that the page shows",
    "feed": "the feed",
    "record": "the record that held the page",
    "time element": "the page's time element",
    "relative age": "the age that the page shows, counted back from its fetch",
    "url": "the address",
    "dateline": "the dateline",
    "markup": "a date in the page's markup",
}
_FINE = (Precision.MINUTE, Precision.HOUR, Precision.DAY, Precision.MONTH, Precision.YEAR)
EARLIEST = "1990"
"""Years before are those of empty fields (1970) and of what an article tells, not of articles on the web."""

WORLD = timedelta(hours=14)
"""How far clocks of two places differ, but for a few islands."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The times of an article, and all that speaks for them, the most trusted first."""

    published: Published | None
    modified: Published | None
    candidates: tuple[DateCandidate, ...]


def settle_dates(candidates: Sequence[DateCandidate], fetched: str | None = None) -> Dated:
    """The times of publication and change out of all candidates."""
    ordered = tuple(dict.fromkeys(sorted(candidates, key=lambda one: (one.modified, _trust(one)))))
    likely = _likely([one for one in ordered if not is_age_alone(one)], fetched)
    first = [one for one in likely if not one.modified]
    later = [one for one in likely if one.modified]
    published = _chosen(first) or _chosen(later, "only a change is dated: ")
    modified = _chosen(later) if first else None
    if published and modified and (modified.value == published.value or _before(modified.value, published.value)):
        modified = None
    return Dated(published, modified, ordered)


def _trust(one: DateCandidate) -> int:
    return TRUST.index(one.basis) if one.basis in TRUST else len(TRUST)


def _likely(candidates: list[DateCandidate], fetched: str | None) -> list[DateCandidate]:
    latest = _day(fetched or "")
    if latest is not None:
        over = (latest + timedelta(days=1)).isoformat()
        candidates = [one for one in candidates if one.value[:10] <= over[: len(one.value[:10])]]
    return [one for one in candidates if one.value >= EARLIEST] or candidates


def _chosen(candidates: Sequence[DateCandidate], prefix: str = "") -> Published | None:
    if not candidates:
        return None
    best = candidates[0]
    outvoted = len(_voices(best, candidates)) == 1 and next(
        (one for one in candidates if not _agree(one, best) and len(_voices(one, candidates)) > 1), None
    )
    best = outvoted or best
    group = [one for one in candidates if _agree(one, best)]
    taken = min(group, key=_coarseness)
    why = prefix + _why(taken, best, group, candidates, bool(outvoted))
    return Published(value=taken.value, precision=taken.precision, basis=taken.basis, why=why)


def _voices(one: DateCandidate, candidates: Sequence[DateCandidate]) -> frozenset[str]:
    return frozenset(_VOICES.get(other.basis, other.basis) for other in candidates if _agree(one, other))


def _coarseness(one: DateCandidate) -> tuple[int, bool]:
    clock = one.value[11:16]
    precision = Precision.DAY if clock == "00:00" else one.precision
    return _FINE.index(precision), len(one.value) <= 16 or clock == "00:00"


def _agree(one: DateCandidate, other: DateCandidate) -> bool:
    """Whether two candidates can mean one time of publication."""
    left, right = one.value[:10], other.value[:10]
    if left == right:
        return True
    if len(left) < 10 or len(right) < 10:
        return left.startswith(right) or right.startswith(left)
    return _within(one.value, other.value) or _within(other.value, one.value)


def _within(timed: str, other: str) -> bool:
    """Whether a time of day is on another day, or by another time, somewhere in the world."""
    if "T" not in timed:
        return False
    try:
        here, there = _local(timed), _local(other)
    except ValueError:
        return False
    return there - WORLD <= here <= there + WORLD + timedelta(days="T" not in other)


def _local(value: str) -> datetime:
    """The time of day as written, whatever its zone."""
    return datetime.fromisoformat(value[:16] if value[13:14] == ":" else value[:13])


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _before(value: str, other: str) -> bool:
    short = min(len(value[:10]), len(other[:10]))
    return value[:short] < other[:short]


def _why(
    taken: DateCandidate,
    best: DateCandidate,
    group: Sequence[DateCandidate],
    candidates: Sequence[DateCandidate],
    outvoted: bool,
) -> str:
    """The reason in one sentence."""
    agreeing = _listed(one.basis for one in group if one.basis != taken.basis)
    against = _listed(f"{one.basis} {one.value}" for one in candidates if one not in group)
    parts = [f"{_NAMES.get(taken.basis, taken.basis)} says so"]
    if taken.basis != best.basis:
        parts.append(f"finer than {_NAMES.get(best.basis, best.basis)}, which agrees")
    elif agreeing:
        parts.append(f"{agreeing} {'agrees' if ', ' not in agreeing else 'agree'}")
    if against:
        parts.append(f"{'outvoted' if outvoted else 'less trusted'}: {against}")
    return "; ".join(parts)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


__all__ = ["Dated", "settle_dates"]
