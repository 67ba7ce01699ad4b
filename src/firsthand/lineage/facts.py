"""Whether some words say that something is or was so: what happened two can know apart from each other.

What somebody means to do, supports, likes, or thinks of a thing he alone can tell; that something will be has not been
seen by anybody; and a name for a thing ("opposed the plan") says nothing. Told by the verbs at the top of the words;
what hangs below them is not asserted.

Measured on what was called corroborated: on 54 events of campaigns 12 claims without this and none with it (none of the
12 held), on two political stories of the lineage set 25 and 7 (some five and three hold), on the 18 shared stories
nothing that holds is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Span
from ..text.english import parse

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

# What one does in mind only (closed as far as English has common verbs for it).
_MIND = """admire aim assume believe care dislike doubt expect favor favour fear feel hate hope intend like love mean
    need plan prefer presume respect seek suppose suspect think trust try want wish worry"""
MIND = frozenset(_MIND.split())
_WORD = """accuse agree back blame condemn consider criticise criticize defend demand disagree endorse oppose pledge
    praise promise reject support thank threaten urge vow welcome"""
WORD = frozenset(_WORD.split())
"""What one does by saying so: a fact where another tells it ("the council rejected the plan")."""
ONESELF = frozenset(("i", "we"))
_MINDED = """afraid against angry ashamed committed concerned confident convinced determined disappointed excited fan
    favor favour glad grateful happy hopeful optimistic opposed opponent pleased proud ready sad satisfied sorry
    supporter supportive sure surprised thankful willing worried"""
MINDED = frozenset(_MINDED.split())
"""What one is said to be, of whom only he can tell."""
_DEGREE = "very so too more less most least all really quite extremely highly rather incredibly absolutely totally"
DEGREE = frozenset(_DEGREE.split())
AFTER = frozenset(("after", "before", "by", "for", "in", "since", "upon", "on", "during", "while"))
"""Prepositions after which a participle tells what was done: "criticised for sinking the ship", not "accused of lying".
"""
COPULA = frozenset(("be", "become", "remain", "seem", "look", "feel", "appear"))
COMPARED, PRESENT = ("JJR", "JJS", "RBR", "RBS"), ("VBZ", "VBP")
COMPLEMENT = frozenset(("attr", "acomp", "oprd"))


def tells_of_fact(text: str, point: Span) -> bool:
    """Whether the words at `point` say that something is or was so."""
    words = parse(text).char_span(point.start, point.end, alignment_mode="expand")
    asks = words is not None and any(word.text == "?" for word in words)
    return words is not None and not asks and any(_is_fact(verb) for verb in _top_verbs(words))


def _top_verbs(words: Words) -> list[Token]:
    """The verbs of some words that hang on no other of them, and what is joined to these by "and". What says of which
    thing is spoken ("the talks that were held in May") is no assertion."""
    verbs = [word for word in words if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("aux", "auxpass")]
    inside = {verb.i for verb in verbs}
    top: set[int] = set()
    for verb in verbs:
        joined = verb.dep_ == "conj" and verb.head.i in top
        of_a_thing = verb.dep_ in ("acl", "relcl") and words.start <= verb.head.i < words.end
        if joined or not (of_a_thing or any(above.i in inside for above in verb.ancestors)):
            top.add(verb.i)
    return [verb for verb in verbs if verb.i in top]


def _is_fact(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    seeks_out = any(child.dep_ == "prt" for child in verb.children)
    if (lemma in MIND and not seeks_out) or not _is_told(verb):
        return False
    if lemma in WORD and (subject is None or subject.lower_ in ONESELF):
        return False
    if lemma in COPULA:
        return not _is_judgement(verb)
    before = next((child for child in verb.children if child.i == verb.i - 1), None)
    return not (verb.tag_ == "VBN" and before is not None and before.lower_ in DEGREE)  # "been less prepared"


def _is_told(verb: Token) -> bool:
    """Whether a verb says that something is or was: no infinitive, nothing that will, may or should be."""
    if verb.lower_ == "going" and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children):
        return False  # "is going to deny it"
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "TO" or any(helper.tag_ in ("TO", "MD") for helper in helpers):
        return False
    if verb.tag_ == "VB":
        return any(helper.lemma_ == "do" for helper in helpers)
    return not (verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ not in AFTER)


def _is_judgement(verb: Token) -> bool:
    """Whether what something is said to be is a matter of opinion: a degree, a feeling, a likeness."""
    if verb.dep_ == "pcomp":
        return True  # "praised for being first"
    for child in verb.children:
        if child.dep_ not in COMPLEMENT and child.dep_ != "prep":
            continue
        within = list(child.subtree)
        counted = any(word.like_num or word.pos_ == "NUM" for word in within)
        if any(word.lemma_.lower() in MINDED for word in within):
            return True
        if not counted and any(word.tag_ in COMPARED or word.lower_ in DEGREE for word in (child, *child.children)):
            return True
        if child.dep_ == "attr" and verb.tag_ in PRESENT and not counted and all(w.pos_ != "PROPN" for w in within):
            return True
    return any(child.lower_ in DEGREE and child.dep_ == "advmod" for child in verb.children)
