"""How a statement is put, as far as a dispute needs it: whether it tells, asks, points back, says enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import SourceKind, Span
from ..material import Material, Said
from .wording import TELLINGS

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLING = 3  # content words of a statement that can be denied


def says(material: Material, one: Said, words: frozenset[str]) -> bool:
    """Whether one of some words stands in a statement or its cue."""
    doc = material.readings[one.statement.span.article].doc
    spans = [span for span in (one.statement.cue, one.statement.span) if span is not None]
    stretches = [doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans]
    return any(token.lower_ in words for stretch in stretches if stretch is not None for token in stretch)


MANNER = frozenset({
    "allegedly", "reportedly", "supposedly", "purportedly", "reputedly", "accused", "suspected", "alleged",
})  # fmt: skip
"""Words by which an account keeps away from what it tells."""
MISTAKEN = frozenset({"mistakenly", "wrongly", "falsely", "erroneously", "incorrectly"})
"""Words by which the account itself calls wrong what its source held: that source denies nothing."""


NAMED_KINDS = {SourceKind.PERSON, SourceKind.ORGANISATION}


def tells(material: Material, one: Said) -> bool:
    """Whether a statement says something of something, in a clause: "his service in the army" cannot be denied, nor can
    "the letter that set it all out"; "the claim that the gates were shut" can."""
    return any(_is_telling(token) for token in _tops(material, one))


def only_names(material: Material, one: Said) -> bool:
    """Whether a statement only names a thing: "scenes from the film", "the progress of the committee"."""
    return not tells(material, one) and not any(top.pos_ in ("VERB", "AUX") for top in _tops(material, one))


def _is_telling(top: Token) -> bool:
    if top.pos_ in ("VERB", "AUX"):
        return not _is_wish(top)
    if top.pos_ == "ADP":  # accused "of taking bribes"; who blames somebody "for taking" them takes that for known
        return top.lower_ in ("of", "with") and any(
            child.dep_ == "pcomp" and child.pos_ in ("VERB", "AUX") for child in top.children
        )
    return top.lemma_.lower() in TELLINGS and any(child.dep_ in ("acl", "ccomp", "relcl") for child in top.children)


def _tops(material: Material, one: Said) -> list[Token]:
    """The words of a statement that hang on none of its other words."""
    words = words_in(material, one.statement.span)
    inside = {token.i for token in words}
    return [token for token in words if token.head.i not in inside or token.head.i == token.i]


def _is_wish(verb: Token) -> bool:
    """Whether a verb is an infinitive that says what is to be done: "to shut the gates", not "to have shut the gates",
    nor "to show that all was well"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    holds = any(child.dep_ == "ccomp" for child in verb.children)
    return verb.tag_ == "VB" and "to" in helpers and "have" not in helpers and not holds


def leaves_open(material: Material, one: Said) -> bool:
    """Whether a statement leaves open what it speaks of: "an inquiry into whether the gates were shut" puts nothing
    forward, nor does what somebody is told to do ("the crew to shut the gates")."""
    return any(token.lower_ == "whether" for token in words_in(material, one.statement.span)) or any(
        _is_wish(token) for token in _tops(material, one)
    )


def owner(material: Material, one: Said) -> str | None:
    """Whose word a denial is of, where it names him: Dahl's of "Dahl's claim", those of "Liberal assessments", "his" of
    "his earlier claims"."""
    doc = material.readings[one.statement.span.article].doc
    words = doc.char_span(one.statement.span.start, one.statement.span.end, alignment_mode="contract")
    if words is None or words.root.lemma_.lower() not in TELLINGS:
        return None
    held = next((token for token in words.root.children if token.dep_ in OWNING and _is_owner(token)), None)
    return held.doc[held.left_edge.i : held.i + 1].text if held is not None else None


OWNING = frozenset({"poss", "compound", "nmod", "amod"})
"""How an owner hangs on what is his (ClearNLP): "Dahl's claim", "the Norland charges", "Liberal assessments"."""


def _is_owner(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.tag_ == "PRP$" or (token.dep_ == "amod" and token.ent_type_ in PARTIES)


PARTIES = frozenset({"NORP", "ORG", "GPE"})  # kinds of names (OntoNotes) of a people, a party or a country


OWNED_BY: dict[str, frozenset[SourceKind]] = {
    "his": frozenset({SourceKind.PERSON, SourceKind.OFFICE, SourceKind.UNNAMED}),
    "her": frozenset({SourceKind.PERSON, SourceKind.OFFICE, SourceKind.UNNAMED}),
    "its": frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.POST, SourceKind.OFFICE}),
    "their": frozenset({SourceKind.ORGANISATION, SourceKind.CROWD, SourceKind.OFFICE, SourceKind.UNNAMED}),
}
"""Which sources a pronoun can stand for."""


def asks(material: Material, one: Said) -> bool:
    """Whether the content is an open question ("why it took so long"): unknown, which is no dispute."""
    first = first_word(material, one)
    return first is not None and (first.tag_ in ("WDT", "WP", "WP$", "WRB") or first.lower_ in ("if", "whether"))


def withholds(material: Material, one: Said) -> bool:
    """Whether to deny is to keep something from somebody: "denied Dahl the nomination" calls nothing untrue."""
    return any(
        verb.lemma_.lower() == "deny" and {"dative", "dobj"} <= {child.dep_ for child in verb.children}
        for verb in words_in(material, one.statement.cue)
    )


def will_not(material: Material, one: Said) -> bool:
    """Whether somebody rules out doing a thing: "the sisters ruled out playing each other" answers nothing said."""
    return says_lemma(material, one, frozenset({"rule"})) and any(top.tag_ == "VBG" for top in _tops(material, one))


def words_in(material: Material, span: Span | None) -> list[Token]:
    """The tokens of a stretch of an article."""
    if span is None:
        return []
    words = material.readings[span.article].doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(words) if words is not None else []


TURNING = frozenset(
    {"disown", "disavow", "repudiate", "reject", "dismiss", "discount", "distance", "rebuff", "quash", "slam"}
)


def turns_from(material: Material, one: Said) -> bool:
    """Whether somebody turns away from a thing, and not from something said: "disowned her former life"."""
    if not says_lemma(material, one, TURNING):
        return False
    span = one.statement.span
    words = material.readings[span.article].doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or words.root.pos_ in ("VERB", "AUX", "PRON"):
        return False
    return not any(token.lemma_.lower() in TELLINGS for token in words)


def says_lemma(material: Material, one: Said, lemmas: frozenset[str]) -> bool:
    """Whether one of some lemmas stands in a statement's cue."""
    cue = one.statement.cue
    doc = material.readings[one.statement.span.article].doc
    words = doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue is not None else None
    return words is not None and any(token.lemma_.lower() in lemmas for token in words)


def points_back(material: Material, one: Said) -> bool:
    """Whether a denial is of something said before: "the reports", "it", "that", "any such thing"."""
    first = first_word(material, one)
    if is_of_what_was_said(material, one):
        return True
    if first is None or first.dep_ == "mark" or first.lower_ in INDEFINITE:
        return False
    if first.lower_ in POINTING:
        return True
    noun = first
    while noun.dep_ in ("det", "poss", "compound", "amod", "nmod", "case") and noun.head.i > noun.i:
        noun = noun.head
    told = any(child.dep_ in ("acl", "ccomp", "relcl") for child in noun.children)  # "claims that the vote was rigged"
    return noun.i != first.i and noun.lemma_.lower() in TELLINGS and not told


INDEFINITE = frozenset({"a", "an", "any", "some", "no", "another", "every", "each"})


def is_of_what_was_said(material: Material, one: Said) -> bool:
    """Whether the main clause is of "that" or "this": "As he left by the front door, that is in question"."""
    return len(one.point.phrase.words) <= SHORT and any(
        child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("that", "this")
        for top in _tops(material, one)
        if top.pos_ in ("VERB", "AUX")
        for child in top.children
    )


SHORT = 6  # content words of what points back ("dismissed the reports as disinformation")
POINTING = frozenset({"it", "this", "that", "these", "those", "them", "they", "such", "so", "both"})
"""Words that can stand for something said before. Other pronouns stand for people, or for nothing said."""


def first_word(material: Material, one: Said) -> Token | None:
    """The first word of a statement, marks apart."""
    doc = material.readings[one.statement.span.article].doc
    inside = doc.char_span(one.statement.span.start, one.statement.span.end, alignment_mode="contract")
    words = [token for token in inside if not token.is_punct] if inside is not None else []
    return words[0] if words else None
