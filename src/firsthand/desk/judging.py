"""What people have decided on a story, laid over its report: which decisions hold, and on what of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from firsthand.findings import words_of
from firsthand.model import Claim, Judgement, StoryReport
from firsthand.model import Verdict as FindingVerdict
from firsthand.store import decisions
from firsthand.store.tables.base import AnyRow

from .arranging import arrangers
from .values import Decision, Verdict

LEAST = 0.5
"""Of the words that a decision on a claim was made on, those that a claim of today must still have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The decisions that hold."""

    findings: Mapping[str, Judgement] = field(default_factory=dict)
    """By the words that a finding is about, over all stories: the same words are the same finding."""
    claims: tuple[Decision, ...] = ()
    """Right or wrong of claims, oldest first."""
    arranged: tuple[Decision, ...] = ()
    """Claims put together and parted, oldest first, over all stories: their words are named by their articles."""
    story: Verdict | None = None


def judged_in(connection: Connection, story: str) -> Judged:
    """The decisions that hold for one story."""
    held = holding(connection)
    return Judged(
        findings={str(one.detail["words"]): _judgement(one) for one in held if _judges(one, "finding")},
        claims=tuple(one for one in held if _judges(one, "claim")),
        arranged=arranging(held),
        story=next((o.verdict for o in reversed(held) if _on_story(o, story)), None),
    )


def arranging(held: Sequence[Decision]) -> tuple[Decision, ...]:
    """Of the decisions that hold those that put claims together or part them."""
    return tuple(one for one in held if one.subject_kind == "claim" and one.verdict in ("merge", "split"))


def holding(connection: Connection, *verdicts: str) -> list[Decision]:
    """The decisions that hold, oldest first; of these verdicts alone, if some are given."""
    return [decision_of(row) for row in decisions.holding(connection, *verdicts)]


def decision_of(row: AnyRow, *, undone: bool = False) -> Decision:
    """A line of the book as a value."""
    return Decision(
        id=row.number,
        at=row.at,
        who=row.who,
        subject_kind=row.subject_kind,
        subject=row.subject,
        story=row.story,
        verdict=row.verdict,
        note=row.note,
        detail=row.detail,
        undoes=row.undoes,
        undone=undone,
    )


def decision_on(claim: Claim, held: Sequence[Decision]) -> Decision | None:
    """The last decision on a claim: one that was made on words most of which this claim has."""
    quotes = {" ".join(statement.quote.split()) for statement in claim.statements}
    for one in reversed(held):
        words = set(one.detail["quotes"])
        if words and len(words & quotes) >= LEAST * len(words):
            return one
    return None


def decisions_on(report: StoryReport, held: Sequence[Decision]) -> dict[str, Decision]:
    """The decision that holds on each finding, claim or the story itself, by its id in this report."""
    by_words = {one.detail["words"]: one for one in held if _judges(one, "finding")}
    found: dict[str, Decision] = {}
    for finding in (*report.findings, *report.dismissed, *report.updates):
        decision = by_words.get(words_of(finding.kind, (side.quote for side in finding.sides)))
        if decision is not None:
            found[finding.id] = decision
    claims = [one for one in held if _judges(one, "claim")]
    for claim in report.claims:
        decision = decision_on(claim, claims)
        if decision is not None:
            found[claim.id] = decision
    for one in held:
        if _on_story(one, report.story.id):
            found[report.story.id] = one
    return found


def arranged_in(report: StoryReport, held: Sequence[Decision]) -> dict[str, tuple[Decision, ...]]:
    """The decisions by which claims of a report were put together or parted, by the claim's id."""
    made = arranging(held)
    if not made:
        return {}
    return {claim.id: found for claim in report.claims if (found := arrangers(claim, made))}


def _on_story(one: Decision, story: str) -> bool:
    return one.subject == story and _judges(one, "story")


def _judges(one: Decision, kind: str) -> bool:
    """Whether a decision says right or wrong of such a thing. A note beside it says neither, and takes nothing back."""
    return one.subject_kind == kind and one.verdict in ("right", "wrong")


def _judgement(one: Decision) -> Judgement:
    return Judgement(
        words=str(one.detail["words"]),
        verdict=FindingVerdict(one.verdict),
        by=one.who,
        when=one.at,
        note=one.note,
    )
