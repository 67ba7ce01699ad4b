"""Speakers: one quotation that two accounts put into the mouths of two people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from ...model import FindingKind, Severity, Side, SourceKind
from ...text.names import NameRelation, compare_names
from ...text.names.compare import plain
from ...text.names.keys import surname
from ...text.names.lexicon import OFFICES
from ...text.sources.calling import called
from ..agreement import Agreement, Difference
from ..material import Material, cited_by_name, named
from .attributions import MEMBERS
from .denials import is_speaking
from .pointing import WORDS
from .putting import words_in
from .quotes import MOST, SHORTEST, Quotation, compare, quotations_of

WEIGHT = 0.6
ONE = (Agreement.SAME, Agreement.COMPATIBLE)


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each quotation that stands under two people's names: its first two accounts."""
    quotations = [
        one
        for one in islice(quotations_of(material), MOST)
        if len(one.words) >= SHORTEST
        and _is_persons(one)
        and cited_by_name(material, one.said)
        and _is_sentence(material, one)
    ]
    told: set[frozenset[str]] = set()
    for left, right in combinations(quotations, 2):
        names = frozenset(plain(_speaker(one)).replace(".", "") for one in (left, right))  # "A.J. Dahl", "AJ Dahl"
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
    """Whether the speakers are two people for every reader, and neither is named beside the other's words ("Aker spoke
    after Weil had told the house that …" can be read two ways)."""
    mine, theirs = (_speaker(one) for one in (left, right))
    if compare_names(mine, theirs).relation is not NameRelation.DIFFERENT or _last(mine) == _last(theirs):
        return False
    return not any(
        _last(other) in WORDS.findall(plain(material.words(one.said.statement.sentence)))
        for other, one in ((theirs, left), (mine, right))
    )


def _speaker(one: Quotation) -> str:
    return named(one.said.statement.source)


def _last(name: str) -> str:
    """The last name, as it is compared."""
    words: list[str] = WORDS.findall(surname(plain(name)))
    return words[-1] if words else ""


def _difference(material: Material, pair: Sequence[Quotation]) -> Difference:
    whose = " and ".join(f"{called(_speaker(one))} in {material.publisher(one.span.article)}" for one in pair)
    return Difference(
        kind=FindingKind.ATTRIBUTION,
        severity=Severity.MAJOR,
        why=f"The same quotation is put into the mouths of {whose}.",
        sides=tuple(
            Side(span=one.span, quote=material.words(one.span), value=f"as words of {_speaker(one)}", focus=one.span)
            for one in pair
        ),
        claims=tuple(dict.fromkeys(one.said.claim for one in pair)),
        weight=WEIGHT,
    )
