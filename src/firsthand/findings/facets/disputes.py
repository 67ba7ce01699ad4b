"""Disputes: what one side says and another denies or doubts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...model import FindingKind, Severity, Side, Stance
from ..agreement import Difference
from ..material import Material, Said, named

SAME_POINT = 0.3  # a denial shares fewer words with what it denies than a retelling does
ANAPHORIC = 5  # content words: a denial this short ("dismissed the reports as disinformation") points back
BACK = 3  # statements that a denial points back over
DENYING = (Stance.DENIES, Stance.DOUBTS)
WEIGHT = 0.9


def differences(material: Material) -> Iterator[Difference]:
    """One dispute for each claim that is denied or doubted, with every account of both sides."""
    against: dict[str, list[tuple[Said, Said]]] = defaultdict(list)
    for one in material.said:
        if one.statement.stance in DENYING:
            target = denied_by(material, one)
            if target is not None:
                against[target.claim].append((target, one))
    for pairs in against.values():
        yield _difference(material, pairs)


def denied_by(material: Material, denial: Said) -> Said | None:
    """The statement that a denial is about: the likeliest of another source, or else what it points back to."""
    rated = sorted(
        (-material.related(denial, other) - _close(denial, other), other.index)
        for other in material.said
        if other.statement.stance not in DENYING and not _one_voice(denial, other)
    )
    if rated and -rated[0][0] >= SAME_POINT:
        return material.said[rated[0][1]]
    if len(denial.point.phrase.words) > ANAPHORIC:
        return None
    before = [
        other
        for other in material.by_article[denial.statement.span.article]
        if other.statement.span.end <= denial.statement.span.start
        and other.statement.stance is Stance.REPORTS
        and not _one_voice(denial, other)
    ]
    near = [other for other in before if denial.index - other.index <= BACK]
    return near[-1] if near else None


def _close(denial: Said, other: Said) -> float:
    """A little more for what stands just before the denial in the same article."""
    same = denial.statement.span.article == other.statement.span.article
    return 0.15 if same and 0 < denial.index - other.index <= BACK else 0.0


def _one_voice(left: Said, right: Said) -> bool:
    """Whether both are the same source's words, or parts of one sentence in one voice."""
    mine, theirs = left.statement.source, right.statement.source
    if mine is None or theirs is None:
        return left.index == right.index or (mine is theirs and left.statement.sentence == right.statement.sentence)
    return mine.name.casefold() == theirs.name.casefold()


def _difference(material: Material, pairs: Sequence[tuple[Said, Said]]) -> Difference:
    targets = list({target.index: target for target, _ in pairs}.values())
    denials = list({denial.index: denial for _, denial in pairs}.values())
    who = ", ".join(dict.fromkeys(named(one.statement.source) for one in denials))
    claimants = list(dict.fromkeys(named(one.statement.source) for one in targets if one.statement.source))
    by = f", which {' / '.join(claimants)} put forward" if claimants else ""
    verb = "denied" if any(one.statement.stance is Stance.DENIES for one in denials) else "doubted"
    return Difference(
        kind=FindingKind.DISPUTE,
        severity=Severity.MAJOR,
        why=f"This point{by}, is {verb} by {who}." if by else f"This point is {verb} by {who}.",
        sides=tuple(
            Side(span=one.statement.span, quote=one.statement.quote, value=_value(one), focus=one.statement.cue)
            for one in sorted([*targets, *denials], key=lambda one: (one.statement.stance in DENYING, one.index))
        ),
        claims=tuple(dict.fromkeys(one.claim for one in [*targets, *denials])),
        weight=WEIGHT,
    )


def _value(one: Said) -> str:
    return f"{one.statement.stance.value} ({named(one.statement.source)})"
