"""Omissions: claims that matter and that some accounts leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Article, Claim, Finding, Omission, Severity, Standing

MOST = 12  # shown: an editor reads a dozen; the claims table has them all
COMMON = 0.5  # share of the accounts from which what the others leave out is news in itself


def omissions_of(
    articles: Mapping[str, Article], claims: Sequence[Claim], findings: Sequence[Finding]
) -> tuple[Omission, ...]:
    """The claims that most accounts carry, are disputed, or stand in a major finding, and that others leave out; those
    that most carry come first."""
    order = list(articles)
    grave = {claim for finding in findings if finding.severity is Severity.MAJOR for claim in finding.claims}
    found: list[tuple[float, int, Omission]] = []
    for place, claim in enumerate(claims):
        carrying = {statement.span.article for statement in claim.statements}
        if len(carrying) == len(order):
            continue
        why = _why(claim, len(carrying), len(order), claim.id in grave)
        if why:
            omission = Omission(
                claim=claim.id,
                carried_by=tuple(key for key in order if key in carrying),
                left_out_by=tuple(key for key in order if key not in carrying),
                why=why,
            )
            found.append((-len(carrying) / len(order), place, omission))
    return tuple(omission for _, _, omission in sorted(found, key=lambda row: row[:2])[:MOST])


def _why(claim: Claim, carrying: int, accounts: int, grave: bool) -> str:
    if claim.standing is Standing.DISPUTED:
        return "It is disputed, and some accounts do not mention it."
    if carrying > 1 and carrying / accounts >= COMMON:
        return f"{carrying} of {accounts} accounts have it."
    if grave:
        return "The accounts that have it differ on it; the others leave it out."
    return ""
