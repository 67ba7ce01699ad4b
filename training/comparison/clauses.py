"""One plain clause out of a longer sentence: its verb with subject, objects and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

LEFT_OUT = frozenset({"advcl", "relcl", "acl", "parataxis", "conj", "cc", "punct", "mark", "appos", "preconj", "dep"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOT_TOLD = frozenset({"if", "unless", "whether", "would", "could", "might", "may", "should"})
NOT_HELD = frozenset({"deny", "doubt", "dispute", "reject", "refuse", "fail", "dismiss", "if"})
SHORTEST, LONGEST = 4, 28
BE = frozenset({"is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of a clause in order, its verb, and whether the sentence holds it to be so."""

    tokens: tuple[Token, ...]
    verb: Token
    held: bool
    reported: bool

    @property
    def text(self) -> str:
        return sentence_of([t.text for t in self.tokens])


def sentence_of(words: list[str]) -> str:
    """Words as a sentence: spaces where English has them, a capital, a full stop."""
    text = ""
    for word in words:
        glued = word in {",", ".", ";", ":", "%", "'s", "’s", "n't", "n’t", ")", "'", "’", "”"} or text.endswith(
            ("$", "(", "“", "£", "€")
        )
        text += word if glued or not text else f" {word}"
    text = " ".join(text.strip(" \n.,;:-–—\"“”'‘’").replace(" - ", "-").replace(" ,", ",").split())
    ending = "" if text.endswith(("?", "!")) else "."
    return f"{text[:1].upper()}{text[1:]}{ending}" if text else ""


def clauses_of(sentence: Span) -> Iterator[Clause]:
    """Every finite clause with a subject of its own that is not a pronoun."""
    for verb in sentence:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
            continue
        subject = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
        if subject is None or subject.pos_ == "PRON" or (verb.tag_ in ("VB", "VBG") and not _has_auxiliary(verb)):
            continue
        tokens = tuple(sorted(_kept(verb), key=lambda t: t.i))
        if SHORTEST <= len(tokens) <= LONGEST and any(t.i > verb.i for t in tokens):
            words = {t.lower_ for t in tokens}
            above = {t.lemma_ for t in verb.ancestors} | {t.lower_ for t in verb.children if t.dep_ == "mark"}
            held = not (words & NOT_TOLD or above & NOT_HELD)
            yield Clause(tokens, verb, held, verb.dep_ == "ccomp")


def appositions_of(sentence: Span) -> Iterator[tuple[list[Token], str, list[Token]]]:
    """ "X, the chair of Y, said": X, is, the chair of Y."""
    for token in sentence:
        head = token.head
        if token.dep_ != "appos" or head.pos_ != "PROPN" or token.pos_ not in ("NOUN", "PROPN") or head.i >= token.i:
            continue
        name = [t for t in head.subtree if t.i <= head.i and t.dep_ not in LEFT_OUT and abs(t.i - head.i) < 4]
        what = sorted(_kept(token), key=lambda t: t.i)
        if 2 <= len(what) <= 14 and name and not what[0].is_digit and all(t.pos_ != "VERB" for t in name):
            yield name, "is" if sentence[0].i % 2 else "was", what


def turned(clause: Clause, participles: dict[str, str]) -> str | None:
    """The clause in the passive voice."""
    verb = clause.verb
    if verb.tag_ != "VBD" or any(t.dep_ in ("aux", "auxpass", "neg", "prt", "dative") for t in verb.children):
        return None
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    thing = next((t for t in verb.children if t.dep_ == "dobj"), None)
    if subject is None or thing is None or thing.pos_ == "PRON" or verb.lemma_ not in participles:
        return None
    doer, done = _within(subject, clause), _within(thing, clause)
    rest = [t for t in clause.tokens if t.i > verb.i and t not in done and t.i not in {d.i for d in done}]
    plural = thing.tag_ in ("NNS", "NNPS")
    words = [*_lowered(done), "were" if plural else "was", participles[verb.lemma_], "by", *_lowered(doer)]
    return sentence_of([*words, *(t.text for t in rest)])


def swapped(clause: Clause) -> str | None:
    """The clause with subject and object exchanged."""
    verb = clause.verb
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    thing = next((t for t in verb.children if t.dep_ == "dobj"), None)
    if subject is None or thing is None or "PROPN" not in (subject.pos_, thing.pos_) or thing.pos_ == "PRON":
        return None
    if not ({subject.ent_type_, thing.ent_type_} & {"PERSON", "ORG", "GPE", "NORP"}) or thing.ent_type_ in (
        "DATE",
        "CARDINAL",
        "MONEY",
    ):
        return None
    if subject.pos_ != thing.pos_:
        return None
    doer, done = _within(subject, clause), _within(thing, clause)
    at_doer, at_done = {t.i for t in doer}, {t.i for t in done}
    words: list[str] = []
    for token in clause.tokens:
        if token.i in at_doer:
            words += [t.text for t in done] if token.i == doer[0].i else []
        elif token.i in at_done:
            words += [t.text for t in doer] if token.i == done[0].i else []
        else:
            words.append(token.text)
    return sentence_of(words)


def _within(token: Token, clause: Clause) -> list[Token]:
    inside = {t.i for t in clause.tokens}
    return [t for t in token.subtree if t.i in inside]


def _lowered(tokens: list[Token]) -> list[str]:
    return [t.text if i or t.pos_ == "PROPN" else t.text.lower() for i, t in enumerate(tokens)]


def _kept(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in LEFT_OUT and not (child.dep_ == "punct" and child.text in "-$%"):
            continue
        yield from _kept(child)


def _has_auxiliary(verb: Token) -> bool:
    return any(t.dep_ in ("aux", "auxpass") and t.lower_ in BE for t in verb.children)
