"""What a denial points back to: the claim, the allegations, that notion, as its own account told them before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import SourceKind, Stance
from ...text.names.compare import plain
from ..material import Material, Said, named
from .denials import insists
from .putting import SHORT, TELLING, first_word, is_of_what_was_said, points_back, says_lemma, words_in

CITED_POINT = 0.45  # the same where a named denier meets a named claimant
BACK = 8  # statements that a denial points back over: its own paragraph and the one before


def pointed_at(material: Material, denial: Said, others: Sequence[Said]) -> tuple[Said, ...]:
    """For a short denial, what somebody else was cited for just before it: all that this somebody said."""
    if len(denial.point.phrase.words) > SHORT or not points_back(material, denial):
        return ()
    if insists(denial) or _goes_on_speaking(material, denial):
        return ()
    before = [other for other in others if _stands_before(other, denial)]
    if not before:
        return ()
    before = [one for one in before if one.statement.sentence == denial.statement.sentence] or before
    before = [one for one in before if not _of_the_speaker(material, one)] or before
    if _is_nearest(material, denial):
        before = [one for one in before if one.statement.sentence == before[-1].statement.sentence]
    else:
        before = [one for one in before if tells_of_denier(material, one, denial)] or before
    charging = [one for one in before if claims(material, one) or tells_of_denier(material, one, denial, him=True)]
    if not charging and _is_of_a_charge(material, denial):
        return ()
    before = [one for one in before if claims(material, one)] or charging or before
    bare = len(denial.point.phrase.words) < TELLING - 1  # "the allegation" is like nothing: then the nearest
    likes = {one.index: float(one.point.phrase.vector @ denial.point.phrase.vector) for one in before}
    best = max(before, key=lambda one: (0.0 if bare else likes[one.index], one.index))
    return tuple(
        one
        for one in before
        if one is best
        or (one_side(one, best) and (one.claim == best.claim or material.related(one, best) >= CITED_POINT))
    )


def _goes_on_speaking(material: Material, denial: Said) -> bool:
    """Whether a denial by "this" or "it" goes on what its source has just said: then it is of that."""
    first = first_word(material, denial)
    if first is None or first.pos_ != "PRON" or denial.index == 0:
        return False
    before = material.said[denial.index - 1].statement
    return (
        before.span.article == denial.statement.span.article
        and before.source is not None
        and denial.statement.source is not None
        and before.source.key == denial.statement.source.key
    )


def _is_nearest(material: Material, denial: Said) -> bool:
    """Whether a denial is of what was said last: "that criticism", "this", "it"."""
    first = first_word(material, denial)
    nearest = first is not None and first.lower_ in ("that", "this", "these", "those", "it", "so", "such")
    return nearest or is_of_what_was_said(material, denial)


def _is_of_a_charge(material: Material, denial: Said) -> bool:
    """Whether a denial is of "the allegations": those lay something to somebody, which not all that is said does."""
    return any(token.lemma_.lower() in CHARGES for token in words_in(material, denial.statement.span))


CHARGES = frozenset({"accusation", "allegation", "charge"})


def tells_of_denier(material: Material, one: Said, denial: Said, *, him: bool = False) -> bool:
    """Whether a statement tells of who denies, by name or office, or as `him`: "the allegations" are those against
    him."""
    source = denial.statement.source
    if source is None or source.kind not in (SourceKind.PERSON, SourceKind.ORGANISATION):
        return False
    words = {word.lower() for word in WORDS.findall(one.statement.quote)}
    if him and source.kind is SourceKind.PERSON and words & {"he", "him", "his", "she", "her"}:
        return True
    roles = [{part.lower() for part in WORDS.findall(role)} for role in source.roles]
    return plain(source.name.split()[-1]) in words or any(role and role <= words for role in roles)


WORDS = re.compile(r"[\w-]+")
CLAIMING = frozenset({"accuse", "allege", "assert", "charge", "claim", "contend", "criticise", "criticize", "suggest"})
"""Verbs of laying something to somebody (VerbNet 33, 37.7): what "the allegations" are of."""


def claims(material: Material, one: Said) -> bool:
    """Whether somebody is cited by a verb of laying something to somebody."""
    return says_lemma(material, one, CLAIMING)


def _of_the_speaker(material: Material, one: Said) -> bool:
    """Whether somebody speaks of himself: "we have the dates" is not what a denial of "the claim" is about."""
    first = first_word(material, one)
    return first is not None and first.lower_ in ("i", "we")


def one_side(left: Said, right: Said) -> bool:
    """Whether two sources share a name: "Pakistan", "Pakistan's state media and military sources"."""
    names = [
        {word for word in named(one.statement.source).replace("’", "'").replace("'s", "").split() if word[:1].isupper()}
        for one in (left, right)
    ]
    return bool(names[0] & names[1])


def _stands_before(other: Said, denial: Said) -> bool:
    """Whether somebody is cited for a statement a little before a denial, in its own account: what "the claim", "that"
    and "it" can stand for."""
    return (
        other.statement.span.article == denial.statement.span.article
        and 0 < denial.index - other.index <= BACK
        and other.statement.stance is Stance.REPORTS
        and other.statement.source is not None
    )
