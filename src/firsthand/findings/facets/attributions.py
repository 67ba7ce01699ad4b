"""Attribution: words credited to a source in one account that another account gives as its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import FindingKind, Severity, Side, Stance
from ...text.grouping import average_link
from ...text.phrases import liken
from ..agreement import Difference
from ..material import Material, Said, named

SAME_CONTENT = 0.66  # share of the less covered side's words that the other has in some form (see text.phrases)
SAME_POINT = 0.72
TELLING = 4  # content words of an assertion that is more than a fragment
WEIGHT = 0.25


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each content that loses its source from one account to another."""
    usable = {one.index for one in material.said if _credited(material, one) or _own_words(material, one)}
    likely = {
        pair: 1.0
        for pair, related in material.pairs.items()
        if related >= SAME_POINT and usable >= set(pair) and _one_content(material, pair)
    }
    for group in average_link(len(material.said), likely, 0.34):
        members = [material.said[i] for i in group]
        crediting = {one.statement.span.article for one in members if one.statement.source}
        kept = [one for one in members if one.statement.source or one.statement.span.article not in crediting]
        if crediting and any(one.statement.source is None for one in kept):
            yield _difference(material, kept)


def _one_content(material: Material, pair: tuple[int, int]) -> bool:
    left, right = (material.said[i] for i in pair)
    if left.statement.span.article == right.statement.span.article:
        return False
    return liken(left.point.phrase, right.point.phrase).covered >= SAME_CONTENT


def _credited(material: Material, one: Said) -> bool:
    """Whether a whole assertion is credited to somebody at this place, by a cue."""
    statement = one.statement
    telling = len(one.point.phrase.words) >= TELLING and any(word.pos == "VERB" for word in one.point.phrase.words)
    return statement.stance is Stance.REPORTS and bool(statement.source and statement.cue) and telling


def _own_words(material: Material, one: Said) -> bool:
    """Whether a statement is the account's own words alone: no quotation, and nothing credited within it."""
    if one.statement.stance is not Stance.ASSERTS or one.statement.quoted or len(one.point.phrase.words) < TELLING:
        return False
    return not any(
        other.statement.source is not None and other.statement.sentence.overlaps(one.statement.span)
        for other in material.by_article[one.statement.span.article]
    )


def _difference(material: Material, members: Sequence[Said]) -> Difference:
    credited = [one for one in members if one.statement.source]
    sources = list(dict.fromkeys(named(one.statement.source) for one in credited))
    bare = list(
        dict.fromkeys(material.publisher(one.statement.span.article) for one in members if not one.statement.source)
    )
    return Difference(
        kind=FindingKind.ATTRIBUTION,
        severity=Severity.MINOR,
        why=f"What is credited to {' / '.join(sources[:3])} stands as plain fact in {', '.join(bare[:3])}.",
        sides=tuple(
            Side(span=one.statement.span, quote=one.statement.quote, value=_value(one), focus=one.statement.cue)
            for one in members
        ),
        claims=tuple(dict.fromkeys(one.claim for one in members)),
        weight=WEIGHT,
    )


def _value(one: Said) -> str:
    return f"credited to {named(one.statement.source)}" if one.statement.source else "in the article's own voice"
