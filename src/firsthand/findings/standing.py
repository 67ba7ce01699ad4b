"""What a claim stands on."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Claim, Finding, FindingKind, Stance, Standing

VALUES = frozenset(
    {
        FindingKind.NUMBER,
        FindingKind.DATE,
        FindingKind.TIME,
        FindingKind.PLACE,
        FindingKind.STATUS,
    }
)
"""Differences in what is claimed; a spelling, a wording or a dropped attribution leaves the claim as it is."""


def standing_of(claim: Claim, findings: Sequence[Finding]) -> tuple[Standing, str]:
    """The standing of a claim with the findings that touch it, and one sentence of why."""
    accounts = len({statement.span.article for statement in claim.statements})
    if any(finding.kind is FindingKind.DISPUTE for finding in findings) or _denied(claim):
        return Standing.DISPUTED, "It is denied or disputed in the accounts themselves."
    if any(finding.kind in VALUES for finding in findings):
        return Standing.DISCREPANT, "The accounts differ on it."
    if accounts == 1:
        return Standing.SINGLE_ARTICLE, "Only one account has it."
    if claim.independence is not None and claim.independence.min >= 2:
        return Standing.CORROBORATED, claim.independence.why
    reason = claim.independence.why if claim.independence else "No independent origins are proven."
    return Standing.SINGLE_ORIGIN, reason


def _denied(claim: Claim) -> bool:
    stances = {statement.stance for statement in claim.statements}
    return Stance.DENIES in stances and bool(stances & {Stance.ASSERTS, Stance.REPORTS})
