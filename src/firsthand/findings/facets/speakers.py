"""Speakers: one quotation that two accounts put into the mouths of two people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ...model import FindingKind, Severity, Side, SourceKind
from ...text.names import NameRelation, compare_names
from ...text.names.compare import plain
from ...text.names.lexicon import OFFICES
from ..agreement import Agreement, Difference
from ..material import Material, cited_by_name, named
from .attributions import MEMBERS
from .denials import is_speaking
from .putting import words_in
from .quotes import SHORTEST, Quotation, compare, quotations_of
from .wording import called

WEIGHT = 0.6
ONE = (Agreement.SAME, Agreement.COMPATIBLE)


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each quotation that stands under two people's names: its first two accounts."""
    quotations = [
        one
        for one in quotations_of(material)
        if len(one.words) >= SHORTEST and _is_persons(one) and _is_sentence(material, one)
    ]
    told: set[frozenset[str]] = set()
    for left, right in combinations(quotations, 2):
        names = frozenset(
            plain(named(one.said.statement.source)).replace(".", "") for one in (left, right)
        )  # "A.J. Dahl", "AJ Dahl"
        if (
            left.span.article != right.span.article
            and names not in told
            and _of_two(material, left, right)
            and compare(left.text, right.text).agreement in ONE
        ):
            told.add(names)
            yield _difference(material, (left, right))


def _is_sentence(material: Material, one: Quotation) -> bool:
    """Whether a quotation has a verb with its subject: a phrase ("the enemy of the people") is in many mouths."""
    return any(
        token.dep_ in ("nsubj", "nsubjpass", "expl") and token.head.pos_ in ("VERB", "AUX")
        for token in words_in(material, one.span)
    )


def _is_persons(one: Quotation) -> bool:
    source = one.said.statement.source
    if source is None or source.kind is not SourceKind.PERSON or is_speaking(one.said):
        return False
    if source.span is not None and source.span.overlaps(one.span):
        return False  # whom the words themselves name does not say them: "That was on Dahl's watch," he said
    return plain(source.name.split()[-1]) not in OFFICES | MEMBERS  # "the ambassador" may be whom another account names


def _of_two(material: Material, left: Quotation, right: Quotation) -> bool:
    """Whether the speakers are two people for every reader: both named beside the words; or one is, and the other
    account names nobody there, so that they read as said by the person whose words stand before."""
    sources = [one.said.statement.source for one in (left, right)]
    if sources[0] is None or sources[1] is None:
        return False
    mine, theirs = (source.name for source in sources if source)
    if compare_names(mine, theirs).relation is not NameRelation.DIFFERENT or mine.split()[-1] == theirs.split()[-1]:
        return False
    stands = [cited_by_name(material, one.said) for one in (left, right)]
    return any(stands) and all(
        stand or _follows_on(material, one) for stand, one in zip(stands, (left, right), strict=True)
    )


def _follows_on(material: Material, one: Quotation) -> bool:
    """Whether nobody is cited in the paragraph of a quotation: its speaker is carried over from the one before."""
    source = one.said.statement.source
    if source is None or source.span is None:
        return source is not None
    text = material.articles[one.span.article].text
    return "\n" in text[min(source.span.end, one.span.end) : max(source.span.start, one.span.start)]


def _difference(material: Material, pair: Sequence[Quotation]) -> Difference:
    whose = " and ".join(
        f"{called(named(one.said.statement.source))} in {material.publisher(one.span.article)}" for one in pair
    )
    return Difference(
        kind=FindingKind.ATTRIBUTION,
        severity=Severity.MAJOR,
        why=f"The same quotation is put into the mouths of {whose}.",
        sides=tuple(
            Side(
                span=one.span,
                quote=material.words(one.span),
                value=f"as words of {named(one.said.statement.source)}",
                focus=one.span,
            )
            for one in pair
        ),
        claims=tuple(dict.fromkeys(one.said.claim for one in pair)),
        weight=WEIGHT,
    )
