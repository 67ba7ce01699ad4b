"""Speakers: one quotation that two accounts put into the mouths of two people, or only one of them into anybody's."""

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
NOBODYS = "without a speaker"
ONE = (Agreement.SAME, Agreement.COMPATIBLE)


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each quotation that stands under two people's names, or under one and under none: its first
    two accounts."""
    quotations = [one for one in quotations_of(material) if len(one.words) >= SHORTEST and _is_sentence(material, one)]
    cited = {one.span for one in quotations if _is_persons(one) and cited_by_name(material, one.said)}
    bare = {one.span for one in quotations if one.span not in cited and _is_quoted_alone(material, one)}
    told: set[frozenset[str]] = set()
    for left, right in combinations([one for one in quotations if one.span in cited | bare], 2):
        whose = [one for one in (left, right) if one.span in cited]
        names = frozenset(_name(one) for one in (left, right))
        if whose and left.span.article != right.span.article and names not in told:
            several = len(whose) > 1
            apart = _of_two(material, left, right) if several else _is_unnamed(material, whose[0], left, right)
            if apart and compare(left.text, right.text).agreement in ONE:
                told.add(names)
                yield _difference(material, whose, (left, right))


def _name(one: Quotation) -> str:
    """Whose words they are, as it is compared: "A.J. Dahl" is "AJ Dahl"; of nobody's words the words themselves."""
    source = one.said.statement.source
    return plain(named(source)).replace(".", "") if source else " ".join(one.words)


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
    """Whether the speakers are two people for every reader: both named beside the words, and neither of them beside
    the other's ("Aker spoke after Weil had told the house that …" can be read two ways)."""
    sources = [one.said.statement.source for one in (left, right)]
    if sources[0] is None or sources[1] is None:
        return False
    mine, theirs = (source.name for source in sources if source)
    if compare_names(mine, theirs).relation is not NameRelation.DIFFERENT or mine.split()[-1] == theirs.split()[-1]:
        return False
    return not any(
        whose.split()[-1] in material.words(one.said.statement.sentence)
        for whose, one in ((theirs, left), (mine, right))
    )


def _is_unnamed(material: Material, whose: Quotation, left: Quotation, right: Quotation) -> bool:
    """Whether the account that prints the words without a speaker never names this one: its reader takes them for
    somebody else's, or nobody's."""
    bare, source = right if whose is left else left, whose.said.statement.source
    return source is not None and source.name.split()[-1] not in material.articles[bare.span.article].text


def _is_quoted_alone(material: Material, one: Quotation) -> bool:
    """Whether all that a quotation's paragraph says is quoted, and nobody is cited in it."""
    text, span = material.articles[one.span.article].text, one.span
    begin, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    end = len(text) if end < 0 else end
    beside = [
        other.statement
        for other in material.by_article[span.article]
        if begin <= other.statement.span.start and other.statement.span.end <= end
    ]
    cited = [other.source.span for other in beside if other.source is not None]
    return text[begin:end].lstrip()[:1] in OPENING and not any(
        where is None or begin <= where.start < end for where in cited
    )


OPENING = ('"', "“", "„", "«", "'", "‘")


def _difference(material: Material, cited: Sequence[Quotation], pair: Sequence[Quotation]) -> Difference:
    bare = [material.publisher(one.span.article) for one in pair if one not in cited]
    whose = " and ".join(
        f"{called(named(one.said.statement.source))} in {material.publisher(one.span.article)}" for one in cited
    )
    return Difference(
        kind=FindingKind.ATTRIBUTION,
        severity=Severity.MAJOR,
        why=f"The same quotation is put into the mouth of {whose}; {bare[0]} prints it without saying whose it is."
        if bare
        else f"The same quotation is put into the mouths of {whose}.",
        sides=tuple(
            Side(
                span=one.span,
                quote=material.words(one.span),
                value=f"as words of {named(one.said.statement.source)}" if one in cited else NOBODYS,
                focus=one.span,
            )
            for one in pair
        ),
        claims=tuple(dict.fromkeys(one.said.claim for one in pair)),
        weight=WEIGHT,
    )
