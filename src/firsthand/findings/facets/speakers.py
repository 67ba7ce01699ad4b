"""Speakers: one quotation that two accounts put into the mouths of two people, or only one of them into anybody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from ...model import FindingKind, Severity, Side, SourceKind
from ...text.names import NameRelation, compare_names
from ...text.names.compare import plain
from ...text.names.keys import surname
from ...text.names.lexicon import OFFICES
from ..agreement import Agreement, Difference
from ..material import Material, cited_by_name, named
from .attributions import MEMBERS
from .denials import is_speaking
from .pointing import WORDS
from .putting import words_in
from .quotes import MOST, SHORTEST, Quotation, compare, quotations_of
from .wording import called

WEIGHT = 0.6
NOBODYS = "without a speaker"
ONE = (Agreement.SAME, Agreement.COMPATIBLE)


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each quotation that stands under two people's names, or under one and under none: its first
    two accounts."""
    quotations = [
        one
        for one in islice(quotations_of(material), MOST)
        if len(one.words) >= SHORTEST and _is_sentence(material, one)
    ]
    cited = {
        one.span: plain(named(one.said.statement.source)).replace(".", "")  # "A.J. Dahl" is "AJ Dahl"
        for one in quotations
        if _is_persons(one) and cited_by_name(material, one.said)
    }
    bare = {one.span for one in quotations if one.span not in cited and _stands_alone(material, one)}
    told: set[frozenset[str]] = set()
    for left, right in combinations([one for one in quotations if one.span in cited or one.span in bare], 2):
        whose = [one for one in (left, right) if one.span in cited]
        if not whose or left.span.article == right.span.article:
            continue
        names = frozenset(cited.get(one.span, one.span.article) for one in (left, right))
        if names not in told and _are_apart(material, whose, left, right):
            told.add(names)
            yield _difference(material, whose, (left, right))


def _are_apart(material: Material, whose: Sequence[Quotation], left: Quotation, right: Quotation) -> bool:
    """Whether one utterance has two speakers, or one here and none there."""
    apart = _of_two(material, left, right) if len(whose) > 1 else _is_unnamed(material, whose[0], left, right)
    return apart and compare(left.text, right.text).agreement in ONE


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


def _is_unnamed(material: Material, whose: Quotation, left: Quotation, right: Quotation) -> bool:
    """Whether the account that prints the words without a speaker never names this one: its reader takes them for
    somebody else's, or nobody's."""
    article = material.articles[(right if whose is left else left).span.article]
    told = plain(" ".join((article.title or "", article.standfirst or "", article.text)))
    return _last(_speaker(whose)) not in WORDS.findall(told)


def _speaker(one: Quotation) -> str:
    source = one.said.statement.source
    return source.name if source else ""


def _last(name: str) -> str:
    """The last name, as it is compared."""
    words: list[str] = WORDS.findall(surname(plain(name)))
    return words[-1] if words else ""


def _stands_alone(material: Material, one: Quotation) -> bool:
    """Whether a quotation opens and closes a paragraph in which nobody is cited, with nobody near who may be meant for
    its speaker without a name ("the mayor said:")."""
    text = material.articles[one.span.article].text
    begin, end = text.rfind("\n", 0, one.span.start) + 1, text.find("\n", one.span.end)
    end = len(text) if end < 0 else end
    paragraph = text[begin:end].strip()
    if paragraph[:1] not in OPENING or paragraph[-1:] not in CLOSING or text[:begin].rstrip().endswith(":"):
        return False
    since, until = text.rfind("\n", 0, max(0, begin - 1)) + 1, text.find("\n", end + 1)
    until = len(text) if until < 0 else until
    near = [
        other.statement.source
        for other in material.by_article[one.span.article]
        if since < other.statement.span.end and other.statement.span.start < until
    ]
    return all(
        source is None
        or (source.kind is SourceKind.PERSON and source.span is not None and not begin <= source.span.start < end)
        for source in near
    )


OPENING, CLOSING = ('"', "“", "„", "«", "'", "‘"), ('"', "”", "“", "»", "'", "’")


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
