"""Whether a statement is an account's own words: no quotation, and credited to nobody there."""

from __future__ import annotations

import re

from ...model import Stance
from ..material import Material, Said
from .wording import TELLINGS

TELLING = 4  # content words of an assertion that is more than a fragment
BESIDE = 1  # statements before and after, in which a source that stands over them is looked for


def own_words(material: Material, one: Said) -> bool:
    """Whether a statement is the account's own words alone: no quotation, and nothing credited within it."""
    if (
        one.statement.quoted
        or _is_inside_marks(material, one)
        or _is_announced(material, one)
        or len(one.point.phrase.words) < TELLING
    ):
        return False
    if _of_nobody(material, one):
        return True
    if _speaks_to_somebody(material, one):
        return False
    return one.statement.stance is Stance.ASSERTS and not _source_stands(material, one) and not _told_of(material, one)


def _is_inside_marks(material: Material, one: Said) -> bool:
    """Whether a quotation that its paragraph opens before a statement is not closed there: a letter printed whole."""
    text = material.articles[one.statement.span.article].text
    start = text.rfind("\n", 0, one.statement.span.start) + 1
    before = text[start : one.statement.span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_announced(material: Material, one: Said) -> bool:
    """Whether what stands before a statement's sentence or paragraph ends in a colon: "Dahl took the microphone:"."""
    text = material.articles[one.statement.span.article].text
    start = one.statement.sentence.start
    paragraph = text.rfind("\n", 0, start) + 1
    return any(text[:at].rstrip().endswith(":") for at in (start, paragraph))


def _speaks_to_somebody(material: Material, one: Said) -> bool:
    """Whether a statement says "I", "we" or "you", or has a verb without a subject: a letter or post that stands
    without its marks ("Must pay now!", "Stop the steal")."""
    span = one.statement.span
    inside = material.readings[span.article].doc.char_span(span.start, span.end, alignment_mode="contract")
    if inside is None:
        return False
    root = inside.root
    whole = inside.start == root.sent.start  # what is cut from a sentence may have its subject before
    told = root.dep_ != "ROOT" or any(child.dep_ in SUBJECTS or child.lower_ == "to" for child in root.children)
    without = whole and root.tag_ in ("VB", "VBP", "VBZ", "MD") and not told
    command = root.tag_ == "VB" and not any(
        child.dep_ in ("nsubj", "nsubjpass", "aux") and child.lower_ not in ("do", "to") for child in root.children
    )
    return without or command or any(token.lower_ in FIRST_AND_SECOND for token in inside) or _is_signed(material, one)


SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "attr"})


def _is_signed(material: Material, one: Said) -> bool:
    """Whether the line after a statement's paragraph signs it: a post, "— Ada Holm (@adaholm)"."""
    text = material.articles[one.statement.span.article].text
    end = text.find("\n", one.statement.span.end)
    return end >= 0 and SIGNED.match(text, end) is not None


SIGNED = re.compile(r"\s*[—–-]{1,2}\s*[^\n]{1,60}\(@\w+\)")


FIRST_AND_SECOND = frozenset({
    "i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "myself", "ourselves", "yourself",
})  # fmt: skip
"""Pronouns of who speaks and who is spoken to."""


def _of_nobody(material: Material, one: Said) -> bool:
    """Whether a statement is told as said or thought, and not by whom: "It is thought that ..."."""
    statement = one.statement
    if statement.stance is not Stance.REPORTS or statement.source is not None or statement.cue is None:
        return False
    doc = material.readings[statement.span.article].doc
    cue = doc.char_span(statement.cue.start, statement.cue.end, alignment_mode="expand")
    return cue is not None and any(
        token.tag_ == "VBN"
        and any(child.dep_ == "nsubjpass" and child.lower_ == "it" for child in token.children)
        and not any(child.dep_ == "agent" for child in token.children)
        for token in cue
    )


def _told_of(material: Material, one: Said) -> bool:
    """Whether the subject is somebody's telling ("The authority's own estimate is ..."): that names its source."""
    span = one.statement.span
    inside = material.readings[span.article].doc.char_span(span.start, span.end, alignment_mode="contract")
    return inside is not None and any(
        token.dep_ in ("nsubj", "nsubjpass")
        and token.lemma_.lower() in TELLINGS
        and any(child.dep_ in ("poss", "compound", "prep") for child in token.children)
        for token in inside
    )


def _source_stands(material: Material, one: Said) -> bool:
    """Whether somebody is cited in the sentence or in one beside it, in its paragraph: readers take what stands among a
    person's words for that person's."""
    text = material.articles[one.statement.span.article].text
    mine = material.by_article[one.statement.span.article]
    place = mine.index(one)
    first = text.rfind("\n", 0, one.statement.sentence.start) + 1
    last = text.find("\n", one.statement.sentence.end)
    return any(
        other.statement.source is not None
        and first <= other.statement.sentence.start < (last if last >= 0 else len(text))
        for other in mine[max(0, place - BESIDE) : place + BESIDE + 1]
    ) or any(
        other.statement.source is not None and other.statement.sentence.overlaps(one.statement.span) for other in mine
    )
