"""What the grammar of a sentence says of a citation: whether it is one, who made it, what verb it goes with.

The labels are spaCy's (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import OriginKind as Kind
from ..text.actors import agent_of
from ..text.parts import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

BEARERS = {
    Kind.PRESS_RELEASE: frozenset({"statement", "release", "communique", "communiqué"}),
    Kind.POST: frozenset({"post", "posting", "tweet", "blog", "message", "statement", "account"}),
    Kind.SPEECH: frozenset({"conference", "briefing", "speech"}),
    Kind.HEARING: frozenset({"testimony"}),
    Kind.INTERVIEW: frozenset({"interview"}),
    Kind.DOCUMENT: frozenset({
        "document", "record", "paper", "filing", "report", "complaint", "affidavit", "indictment",
    }),
}  # fmt: skip
"""The nouns of what is cited."""
ONLINE = frozenset({
    "account", "blog", "channel", "facebook", "feed", "forum", "instagram", "internet", "media", "net", "network",
    "online", "page", "platform", "portal", "profile", "site", "snapchat", "telegram", "thread", "tiktok", "timeline",
    "twitter", "wall", "web", "webpage", "website", "weibo", "whatsapp", "x", "youtube",
})  # fmt: skip
"""Where something is posted so that all can read it."""
SHOWN = frozenset({
    "apology", "clip", "comment", "entry", "footage", "image", "letter", "link", "message", "note", "notice", "photo",
    "photograph", "picture", "poem", "recording", "response", "reply", "screenshot", "selfie", "statement", "text",
    "tweet", "video", "word",
})  # fmt: skip
"""What is posted there, and not as bail, or on a scoreboard. Like the sets beside it stated, not
measured: common words of English for such things."""
SHOWS = frozenset({
    "accuse", "allege", "charge", "cite", "claim", "describe", "detail", "give", "indicate", "list", "name", "note",
    "quote", "read", "reveal", "say", "show", "state", "suggest",
})  # fmt: skip
"""What a document does that something is cited from."""
NOT_YET = frozenset({"will", "would", "shall", "may", "might", "can", "could", "should", "to"})
"""Auxiliaries of what has not been said yet: "will speak at a news conference"."""
HIGHEST = 8  # steps from a noun up to the verb that it goes with
TOLD = ("of", "for", "with", "from")


def bears(kind: Kind, token: Token) -> bool:
    """Whether a word is the noun of what is cited."""
    return token.lemma_.lower() in BEARERS.get(kind, frozenset()) and token.pos_ in ("NOUN", "PROPN", "ADJ")


def names_somebody(token: Token) -> bool:
    """Whether a word is of a name, and not of a day."""
    return token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME")


def made_by(noun: Token) -> Token | None:
    """Who made it, where the noun says so: "a statement by the board", "a tweet from Holm", "testimony of a clerk"."""
    for preposition in noun.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("by", "from", "of"):
            made = next((child for child in preposition.children if child.dep_ == "pobj"), None)
            if made is not None and (preposition.lower_ != "of" or names_somebody(made)):
                return made
    return None


def issued_by(noun: Token) -> Token | None:
    """Who gave it out: "a statement released by the team"."""
    given = (child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")
    return next((agent for verb in given if (agent := agent_of(verb)) is not None), None)


def verb_of(noun: Token) -> tuple[Token | None, Token | None]:
    """The verb that a noun goes with, or whose the noun is that it hangs on: "her remarks at a news conference"."""
    here = noun
    for _ in range(HIGHEST):
        above = here.head
        if above.i == here.i:
            break
        if above.pos_ in ("VERB", "AUX"):
            return above, None
        owner = next((child for child in above.children if child.dep_ == "poss"), None)
        if owner is not None and above.pos_ == "NOUN" and here.dep_ == "prep":
            return None, owner
        here = above
    return None, None


def between_commas(noun: Token, verb: Token) -> Token | None:
    """The name that stands by itself between a noun and a verb to which the parse finds no subject: "In a statement
    issued on Monday, Ada Holm, the mayor, said"."""
    for token in noun.doc[noun.i + 2 : verb.i]:
        if (
            names_somebody(token)
            and token.dep_ not in ("compound", "pobj")
            and token.left_edge.i > noun.i
            and token.doc[token.left_edge.i - 1].text == ","
        ):
            return token
    return None


def has_happened(verb: Token, *, passive: bool = False, denied: bool = False) -> bool:
    """Whether somebody acts by the verb, and not just will or does not; where it may be `passive`, whether it is done;
    where it may be `denied`, what he does not do ("in an interview Holm did not rule it out") tells of the occasion."""
    if not passive and any(child.dep_ == "nsubjpass" for child in verb.children):
        return False
    if any(child.dep_ == "aux" and child.lower_ in NOT_YET for child in verb.children):
        return False
    if denied:
        return True
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("refuse", "decline", "fail"):
        return False
    subjects = (child for child in verb.children if child.dep_ in SUBJECTS)
    return not any(child.lower_ in NOBODY or any(token.lower_ in NOBODY for token in child.lefts) for child in subjects)


NOBODY = frozenset({"no", "nobody", "none", "neither", "no-one"})


def is_beside(name: str, span: Span) -> bool:
    """Whether a name is only told of with somebody: "the family of Ada Holm" is not she."""
    head, last = span.root, name.split()[-1].lower()
    if head.pos_ != "NOUN":
        return False
    told = [child for child in head.children if child.dep_ == "prep" and child.lower_ in TOLD]
    inside = {token.i for child in told for token in child.subtree}
    return any(token.lower_ == last and token.i in inside for token in span) and not any(
        token.lower_ == last and token.i not in inside for token in span
    )


def is_posted(verb: Token) -> bool:
    """Whether "posted" is said of words or pictures: by where they are, what they are, or by their being told."""
    if verb.pos_ != "VERB":
        return False
    for child in verb.children:
        if child.dep_ in ("ccomp", "dobj") and child.lemma_.lower() in SHOWN:
            return True
        if child.dep_ == "ccomp":
            return True
        if child.lower_ in ONLINE or (child.dep_ == "prep" and any(t.lower_ in ONLINE for t in child.subtree)):
            return True
    return False


def is_cited(paper: Token) -> bool:
    """Whether a document is what something is said to stand in: "court records show", "in a complaint, police say"."""
    head = paper
    while head.dep_ in ("compound", "conj") and head.head.i != head.i:
        head = head.head
    above = head.head
    if head.dep_ == "nsubj":
        return has_happened(above) and (above.lemma_ in SHOWS or any(c.dep_ == "ccomp" for c in above.children))
    if head.dep_ != "pobj":
        return False
    if any(token.lower_ == "according" for token in (above, above.head)):
        return True
    verb = above.head
    return above.lower_ in ("in", "from") and verb.pos_ == "VERB" and any(c.dep_ == "ccomp" for c in verb.children)


def body_spoken_for(subject: Token) -> Token:
    """The body that a spokesman who gives out a release speaks for, where he is introduced so; else himself."""
    introduced: Sequence[Token] = [subject, *(c for c in subject.children if c.dep_ in ("appos", "compound"))]
    spokesman = next((token for token in introduced if token.lower_.startswith("spokes")), None)
    if spokesman is None:
        return subject
    for child in spokesman.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "of"):
            return next((body for body in child.children if body.dep_ == "pobj"), subject)
    before = [token for token in subject.doc[subject.left_edge.i : spokesman.i] if names_somebody(token)]
    return before[-1] if before and before[-1].head.i in (spokesman.i, subject.i) else subject
