"""What people have decided on findings, laid over the findings of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import Finding, Judgement, Verdict, content_id


def words_of(kind: str, quotes: Iterable[str]) -> str:
    """A finding's name by its kind and the words of its sides, in any order; where the words stand does not matter."""
    return content_id("words", kind, *sorted({" ".join(quote.split()) for quote in quotes}))


def judge(
    findings: Sequence[Finding], judgements: Mapping[str, Judgement]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stand, and those that a person has judged wrong, each with its judgement."""
    judged = [
        replace(one, judgement=judgements.get(words_of(one.kind, (side.quote for side in one.sides))))
        for one in findings
    ]
    wrong = tuple(one for one in judged if one.judgement and one.judgement.verdict is Verdict.WRONG)
    return tuple(one for one in judged if one not in wrong), wrong
