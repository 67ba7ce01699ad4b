"""What a denial or doubt is: whether it is one, of whom, and whether what it meets says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from ...model import Stance
from ...text.actors import who_acts
from ..material import PRONOUNS, Material, Said, named
from .contrasts import negates
from .putting import first_word, words_in

if TYPE_CHECKING:
    from spacy.tokens import Token


def insists(denial: Said) -> bool:
    """Whether a denial is one by its own "not", and not by a verb of denial: "insisted that it was not …"."""
    return " … " in denial.statement.stance_why


def questions_nothing(material: Material, one: Said) -> bool:
    """Whether a word of doubt is itself denied: who "never questioned his faith" doubts nothing."""
    if one.statement.stance is not Stance.DOUBTS:
        return False
    why = set(one.statement.stance_why.strip("“”").lower().split())
    spans = [span for span in (one.statement.cue, one.statement.span) if span is not None]
    doc = material.readings[one.statement.span.article].doc
    words = [doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans]
    return any(
        token.pos_ == "VERB"
        and token.lower_ in why
        and any(child.dep_ == "neg" and not any(w.endswith(child.lower_) for w in why) for child in token.children)
        for stretch in words
        for token in stretch or ()
    )


def tells_it_too(material: Material, denial: Said, other: Said) -> bool:
    """Whether another account's sentence is the one that somebody is cited in, or nearly, with the words that cite him
    (of a denial, its words of denial): it tells of that, too, however it was read."""
    cue = denial.statement.cue
    if cue is None or denial.statement.span.article == other.statement.span.article:
        return False
    words = [material.words(one.statement.sentence) for one in (denial, other)]
    denying = set(default_process(material.words(cue)).split())
    if not denying <= set(default_process(words[1]).split()):
        return False
    return fuzz.ratio(*words, processor=default_process) >= SAME_SENTENCE


SAME_SENTENCE = 80.0
"""Indel similarity in hundredths from which two sentences are one retold. Stated, not measured: reprints of one text
have 90 and more."""


def is_unresolved(one: Said) -> bool:
    """Whether all that is known of a source is a pronoun: it may be anybody, the other side too."""
    return one.statement.source is not None and one.statement.source.name.lower() in PRONOUNS


def is_speaking(one: Said) -> bool:
    """Whether a source is who speaks or is spoken to: "I", "you" of an interview, of whom the text may hold many."""
    return one.statement.source is not None and one.statement.source.name.lower() in SPEAKING


SPEAKING = frozenset({"i", "we", "you"})


def doubts_within(material: Material, denial: Said) -> bool:
    """Whether the word of doubt stands in what somebody said ("the finding raises questions", he said), neither in the
    verb that cites him nor in the first person ("I am not sure"): it need not be of what others put forward."""
    first = first_word(material, denial)
    return (
        denial.statement.stance is Stance.DOUBTS
        and denial.statement.source is not None
        and denial.statement.stance_why.strip("“”") in denial.statement.quote
        and not (first is not None and first.lower_ in ("i", "we"))
    )


def denies_within(denial: Said) -> bool:
    """Whether the word of denial stands in what somebody said ("people bring false claims", he said), and not in the
    verb that cites him: it need not be of what others put forward."""
    why = denial.statement.stance_why
    return (
        denial.statement.stance is Stance.DENIES
        and denial.statement.source is not None
        and why.startswith(CALLED_FALSE)
        and why.removeprefix(CALLED_FALSE).strip("“” ") in denial.statement.quote
    )


CALLED_FALSE = "what was said is called"
"""How the statements stage tells of a denial that has a judgement for its word."""


def is_a_denial(material: Material, other: Said) -> bool:
    """Whether a statement itself tells of a denial: "claims that he has denied"."""
    return any(token.lemma_.lower() in DENYING_VERBS for token in words_in(material, other.statement.span))


DENYING_VERBS = frozenset({
    "deny", "denial", "refute", "rebut", "repudiate", "debunk", "dispute", "contradict", "disavow",
})  # fmt: skip


def denies_it_too(material: Material, denial: Said, other: Said) -> bool:
    """Whether a statement's sentence has the denied clause's nouns under a "not": it denies the same."""
    if denial.statement.stance is not Stance.DENIES or insists(denial):
        return False
    if negates(material.readings[denial.statement.span.article].doc, denial):
        return False
    told = {t.lemma_.lower() for t in words_in(material, denial.statement.span) if t.pos_ in ("NOUN", "PROPN")}
    return any(
        len(told & {t.lemma_.lower() for t in token.head.subtree if t.pos_ in ("NOUN", "PROPN")}) >= SAME_NOUNS
        for token in words_in(material, other.statement.sentence)
        if token.dep_ == "neg"
    )


SAME_NOUNS = 2  # nouns under a "not" that make it a denial of what another denies


def _cue_verb(material: Material, one: Said) -> Token | None:
    """The verb of a statement's cue."""
    return next((token for token in words_in(material, one.statement.cue) if token.pos_ == "VERB"), None)


def denier_of(material: Material, denial: Said) -> str:
    """Who denies, for a sentence: who is cited, or else the subject of the verb of denial."""
    if denial.statement.source is not None:
        return named(denial.statement.source)
    cue = _cue_verb(material, denial)
    subject = who_acts(cue) if cue is not None else None
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return named(None)
    return " ".join(subject.doc[subject.left_edge.i : subject.i + 1].text.split())
