"""Contrasts: two sources that an account itself sets against each other, in one sentence, and pleas to a charge."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ...model import SourceKind, Stance
from ...text.names import NameRelation, compare_names, find_names
from ..material import Material, Said
from .putting import says_lemma, tells, words_in

if TYPE_CHECKING:
    from spacy.tokens import Doc

Pair = tuple[Said, Said]
"""What is put forward, and what is said against it."""

SETTING_AGAINST = frozenset({"but", "though", "although", "whereas", "yet", "however"})
"""Conjunctions of contrast (PDTB 3.0: Comparison.Contrast and Comparison.Concession), without "while", which as often
only adds."""
NEGATIVE = frozenset({"no", "none", "nobody", "nothing", "never", "neither", "nor", "cannot", "without"})
DENYING = (Stance.DENIES, Stance.DOUBTS)


def contrasted(material: Material) -> Iterator[Pair]:
    """Pairs of statements in one sentence, of two sources, joined by a word of contrast, of which one denies, doubts or
    negates and the other does not: "the ministry said all were safe, but residents said nobody had come"."""
    for article, said in material.by_article.items():
        doc = material.readings[article].doc
        for first, second in pairwise(said):
            if first.statement.sentence != second.statement.sentence or _one_source(first, second):
                continue
            if first.statement.span.overlaps(second.statement.span) or not _against(doc, first, second):
                continue
            if not all(tells(material, one) and asserts(doc, one) and _can_differ(one) for one in (first, second)):
                continue
            doubtful = Stance.DOUBTS in (first.statement.stance, second.statement.stance)
            if doubtful and not (_nouns(material, first) & _nouns(material, second) or _refers(material, second)):
                continue  # to doubt one thing is not to gainsay another
            negative = [is_negative(doc, one) for one in (first, second)]
            if negative[0] != negative[1]:
                yield (second, first) if negative[0] else (first, second)


def _can_differ(one: Said) -> bool:
    """Whether a source can be of another mind: records that show two things are at one."""
    return one.statement.source is not None and one.statement.source.kind is not SourceKind.DOCUMENT


def _refers(material: Material, one: Said) -> bool:
    """Whether a statement speaks of "such a step", "that plan"."""
    return any(
        token.lower_ in ("such", "this", "that") and token.dep_ in ("predet", "det", "amod")
        for token in words_in(material, one.statement.span)
    )


def _nouns(material: Material, one: Said) -> frozenset[str]:
    return frozenset(
        token.lemma_.lower() for token in words_in(material, one.statement.span) if token.pos_ in ("NOUN", "PROPN")
    )


def asserts(doc: Doc, one: Said) -> bool:
    """Whether a content says that something is so: what somebody allows, wants or asks "to be done" is no assertion,
    but "to show that all was well" holds one."""
    inside = doc.char_span(one.statement.span.start, one.statement.span.end, alignment_mode="contract")
    if inside is None:
        return True
    roles = {child.dep_ for child in inside.root.children}
    return "ccomp" in roles or not any(child.lower_ == "to" and child.dep_ == "aux" for child in inside.root.children)


def _one_source(left: Said, right: Said) -> bool:
    mine, theirs = left.statement.source, right.statement.source
    if mine is None or theirs is None or mine.key == theirs.key:
        return True
    words = [[word.strip(",.") for word in source.name.split()] for source in (mine, theirs)]
    if words[0][-1] in words[1] or words[1][-1] in words[0]:
        return True  # "other candidates, including Dahl"
    return compare_names(mine.name, theirs.name).relation is not NameRelation.DIFFERENT


def _against(doc: Doc, first: Said, second: Said) -> bool:
    """Whether a word of contrast stands between two statements."""
    between = doc.char_span(first.statement.span.end, second.statement.span.start, alignment_mode="expand")
    return between is not None and any(token.lower_ in SETTING_AGAINST for token in between)


def is_negative(doc: Doc, one: Said) -> bool:
    """Whether a statement denies, doubts, or has a negation in its main clause."""
    return one.statement.stance in DENYING or negates(doc, one)


def negates(doc: Doc, one: Said) -> bool:
    """Whether the content of a statement has a negation in its main clause."""
    inside = doc.char_span(one.statement.span.start, one.statement.span.end, alignment_mode="contract")
    if inside is None:
        return False
    main = inside.root
    if main.dep_ == "xcomp" and main.head.i < inside.start and any(t.dep_ == "neg" for t in main.head.children):
        return True  # "was not looking | to gain by it"
    return any(
        (token.dep_ == "neg" or token.lower_ in NEGATIVE) and (token.head.i == main.i or token.head.head.i == main.i)
        for token in inside
    )


PLEADING = frozenset({"plead", "plea"})
CHARGING = frozenset({"charge", "accuse", "indict", "arraign", "allege", "count", "prosecute"})
"""Words of a charge. Who pleads not guilty denies what such words lay to him."""


def pleaded(material: Material) -> Iterator[Pair]:
    """For each plea of not guilty, what others are cited for that lays a charge to the same person: one an account."""
    for plea in material.said:
        source = plea.statement.source
        if plea.statement.stance is not Stance.DENIES or source is None or not is_plea(material, plea):
            continue
        surname = source.name.split()[-1]
        for said in material.by_article.values():
            charges = [one for one in said if not _one_source(one, plea) and _lays_a_charge(material, one, surname)]
            if charges:
                yield max(charges, key=lambda one: (_likeness(one, plea), -one.index)), plea


def is_plea(material: Material, plea: Said) -> bool:
    """Whether a denial is a plea: what it is of are the charges, wherever they are told."""
    cue = plea.statement.cue
    doc = material.readings[plea.statement.span.article].doc
    words = doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue is not None else None
    return words is not None and any(token.lemma_.lower() in PLEADING for token in words)


def _lays_a_charge(material: Material, one: Said, surname: str) -> bool:
    """Whether a statement has a word of a charge, and its sentence names the accused as the nearest person to it, or
    nobody ("the man"), and the next one to be named in its account is the accused."""
    if one.statement.stance is not Stance.REPORTS:
        return False
    charges = [token for token in words_in(material, one.statement.span) if token.lemma_.lower() in CHARGING]
    if not charges and not says_lemma(material, one, CHARGING):
        return False
    sentence = one.statement.sentence
    names = [name for name in find_names(material.articles[sentence.article].text) if name.kind == "person"]
    people = [(name.start, name.name) for name in names if sentence.start <= name.start < sentence.end]
    people += [(t.idx, t.text) for t in words_in(material, sentence) if t.ent_type_ == "PERSON" and t.pos_ == "PROPN"]
    if not people:
        later = min((name for name in names if name.start >= sentence.end), key=lambda name: name.start, default=None)
        return later is not None and surname in later.name.split()
    places = [token.idx for token in charges] or [sentence.start]
    return any(surname in min(people, key=lambda one: (abs(one[0] - at), one))[1].split() for at in places)


def _likeness(one: Said, plea: Said) -> float:
    return float(one.point.phrase.vector @ plea.point.phrase.vector)
