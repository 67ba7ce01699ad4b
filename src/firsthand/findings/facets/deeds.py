"""Whether two times are of one deed, by what stands beside them."""

from __future__ import annotations

from ...model import TimeExpression
from ...text.actors import other_actors
from ..slots import APART as APART_DAYS
from ..slots import Filler, of_one_deed


def both_counted_from_writing(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether two times are weeks, months or years told from the day of writing: who writes "this year" and who writes
    "last year" mostly tell of what returns every year."""
    return all(time.basis == "relative" and time.precision in ("week", "month", "year") for time in (left, right))


def after_the_other(left: Filler[TimeExpression], right: Filler[TimeExpression]) -> bool:
    """Whether one account dates something to a day after the other was published, which dates something to a day before
    it was: nobody tells as past what is still to come."""
    return any(
        bool(
            early.written
            and early.value.last
            and late.value.first
            and early.value.last <= early.written < late.value.first
            and late.written
            and late.value.first <= late.written
        )
        for early, late in ((left, right), (right, left))
    )


def of_other_sums(left: Filler[TimeExpression], right: Filler[TimeExpression]) -> bool:
    """Whether both sentences tell sums of money, and none is near one of the other's: of two thefts, two sales."""
    mine, theirs = ([q for q in one.row if q.role == "money"] for one in (left, right))
    return (
        bool(mine and theirs)
        and not of_one_deed(left, right)
        and all(
            min(a.amount, b.amount) * FAR < max(a.amount, b.amount) or a.unit != b.unit for a in mine for b in theirs
        )
    )


FAR = 2  # times as much


def of_one_fate(left: Filler[TimeExpression], right: Filler[TimeExpression]) -> bool:
    """Whether two accounts tell, by one verb, what befalls a person of one name once, or hardly twice within a month:
    that he died, was arrested or sentenced."""
    if not left.governor or left.governor != right.governor or left.span.article == right.span.article:
        return False
    mine, theirs = _befallen(left), _befallen(right)
    return bool(mine & theirs) and not _of_one_family(mine, theirs)


def _befallen(one: Filler[TimeExpression]) -> frozenset[str]:
    """The words of the name of whom such a verb tells; none of another verb."""
    return one.actors if one.governor in DYING else one.suffering if one.governor in BEFALLING else frozenset()


def _of_one_family(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two names have a word in common, and each another: "Anna Holt", "John Holt"."""
    return bool(left & right and left - right and right - left)


DYING = frozenset({"die", "drown", "perish", "bear"})
BEFALLING = frozenset({
    "acquit", "arrest", "arraign", "assassinate", "behead", "bury", "capture", "charge", "convict", "execute", "hang",
    "indict", "kill", "murder", "sentence", "slay",
})  # fmt: skip
"""Verbs of dying, killing and of what the law does to somebody (VerbNet 42.1, 48.2; FrameNet: Arrest, Verdict,
Sentencing)."""


def span_of(one: Filler[TimeExpression]) -> str:
    """Whether a time begins or ends something, by its preposition; empty where it is when something happened."""
    return SPANS.get(one.preposition, "")


SPANS = {
    "since": "since", "from": "since", "until": "until", "till": "until", "to": "until", "through": "until",
    "by": "until", "before": "before", "after": "after", "between": "between",
}  # fmt: skip


def of_other_deeds(left: Filler[TimeExpression], right: Filler[TimeExpression]) -> bool:
    """Whether two times are of deeds on people or things of two names, of what befalls two people, or of one verb that
    goes to two places, goes in and out, or, at times far apart, does something to two things (within days, "the
    trawler" is "the vessel" in another account)."""
    if other_actors(left.suffering, right.suffering):
        return True
    if left.governor != right.governor:
        return False
    mine, theirs = _befallen(left), _befallen(right)
    if other_actors(mine, theirs) or _of_one_family(mine, theirs):
        return True
    if left.goals and right.goals and not left.goals & right.goals:
        return True
    if (
        left.patients
        and right.patients
        and not left.patients & right.patients
        and gap(left.value, right.value) > APART_DAYS
    ):
        return True
    return any(
        mine & inward and theirs & outward
        for mine, theirs in ((left.particles, right.particles), (right.particles, left.particles))
        for inward, outward in (({"in", "into"}, {"out"}), ({"up"}, {"down"}), ({"on"}, {"off"}))
    )


def gap(left: TimeExpression, right: TimeExpression) -> int:
    """The days between two times; 0 where they meet, or nobody knows when they were."""
    if not (left.first and left.last and right.first and right.last):
        return 0
    return max((right.first - left.last).days, (left.first - right.last).days, 0)
