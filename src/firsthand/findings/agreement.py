"""What comes of laying two values side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..model import FindingKind, Severity, Side


class Agreement(StrEnum):
    """How two values stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    """Both can hold: a rounding, a bound, another unit, a wider place, a coarser date."""
    DIFFERENT = "different"
    UNRELATED = "unrelated"
    """Not values of one kind: nothing to compare."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome with its reason in plain words."""

    agreement: Agreement
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a facet found: the sides (each with the claim it speaks to, or None), the reason, and how grave (0..1)."""

    kind: FindingKind
    severity: Severity
    why: str
    sides: tuple[Side, ...]
    claims: tuple[str, ...]
    weight: float
    update: bool = False
    """Whether the values differ only because time went on."""
