"""Findings: differences and disputes, with both sides' words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span


class FindingKind(StrEnum):
    """What differs."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    PLACE = "place"
    NAME = "name"
    STATUS = "status"
    ATTRIBUTION = "attribution"
    QUOTE = "quote"
    DISPUTE = "dispute"


class Severity(StrEnum):
    """What an editor would care about."""

    MAJOR = "major"
    MINOR = "minor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One account's words. `value` is what they come to, in plain words; `focus` marks the differing words."""

    span: Span
    quote: str
    value: str
    focus: Span | None = None


class Verdict(StrEnum):
    """What a person says of a finding."""

    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision on a finding, kept outside the run. `words` names the finding by its kind and the words of
    its sides, so the decision holds in later runs over the same words."""

    words: str
    verdict: Verdict | None
    """None takes an earlier decision back."""
    by: str
    when: str
    """ISO 8601."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A difference or dispute. `weight` orders findings, most serious first (0..1)."""

    id: str
    kind: FindingKind
    severity: Severity
    why: str
    claims: tuple[str, ...]
    sides: tuple[Side, ...]
    weight: float
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A claim that matters and that some accounts leave out. Both lists hold article ids in the story's order."""

    claim: str
    carried_by: tuple[str, ...]
    left_out_by: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When an event was by some accounts: `value` is ISO 8601 to `precision`; `spans` are the statements for it."""

    value: str
    precision: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry(Dating):
    """An event that the accounts date, in words of one of them: when it was by most accounts, as finely as one of those
    tells it, and in `differing` the other times that accounts give for it."""

    text: str
    differing: tuple[Dating, ...] = ()
