"""Attribution: words credited to a source in one account that another account gives as its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ...model import FindingKind, Severity, Side, Stance
from ...text.grouping import average_link
from ...text.names import NameRelation, compare_names
from ...text.phrases import liken
from ..agreement import Agreement, Comparison, Difference
from ..material import Material, Said, named

SAME_CONTENT = 0.66  # share of the less covered side's words that the other has in some form (see text.phrases)
SAME_POINT = 0.72
WEIGHT = 0.25


def compare(left: Said, right: Said) -> Comparison:
    """Whether two statements of one content are credited alike."""
    mine, theirs = left.statement, right.statement
    if mine.source is None and theirs.source is None:
        return Comparison(Agreement.SAME, "both say it in their own voice")
    if mine.source is None or theirs.source is None:
        credited = mine.source or theirs.source
        return Comparison(Agreement.DIFFERENT, f"credited to {named(credited)} in one, in its own voice in the other")
    if compare_names(mine.source.name, theirs.source.name).relation is not NameRelation.DIFFERENT:
        return Comparison(Agreement.SAME, "both credit the same source")
    return Comparison(Agreement.COMPATIBLE, "credited to two sources, which may speak for one another")


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each content that loses its source from one account to another."""
    likely = {
        pair: 1.0 for pair, related in material.pairs.items() if related >= SAME_POINT and _one_content(material, pair)
    }
    for group in average_link(len(material.said), likely, 0.34):
        members = [material.said[i] for i in group]
        against = {
            i
            for (i, left), (j, right) in combinations(enumerate(members), 2)
            if compare(left, right).agreement is Agreement.DIFFERENT
            and left.statement.span.article != right.statement.span.article
            for i in (i, j)
        }
        if against:
            yield _difference(material, [members[i] for i in sorted(against)])


def _one_content(material: Material, pair: tuple[int, int]) -> bool:
    left, right = (material.said[i] for i in pair)
    if left.statement.span.article == right.statement.span.article or not (_plain(left) and _plain(right)):
        return False
    return liken(left.point.phrase, right.point.phrase).covered >= SAME_CONTENT


def _plain(one: Said) -> bool:
    """Whether a statement is credited to somebody by name, or is the account's own words: no stray quotation."""
    statement = one.statement
    if statement.stance is Stance.ASSERTS:
        return not statement.quoted
    return statement.stance is Stance.REPORTS and statement.source is not None and statement.cue is not None


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
