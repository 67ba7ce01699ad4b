"""Whether a text holds what a word of it says: negations, verbs that turn it round, and what leaves it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATIVE = frozenset(
    {"no", "not", "n't", "n’t", "never", "neither", "nor", "none", "nobody", "nothing", "hardly", "without"}
)
TURNING = frozenset({
    "refuse", "fail", "decline", "deny", "reject", "dismiss", "refute", "rebut", "cease", "stop", "prevent", "avoid",
    "forbid", "prohibit", "ban", "bar", "block", "cancel", "abandon", "lack", "miss", "forget", "unable", "refusal",
    "failure", "denial", "lose", "end", "halt", "scrap", "rule",
})  # fmt: skip
"""Verbs, and nouns and adjectives made of them, that make what depends on them untrue: the implicative verbs of
negative sign (Karttunen 1971, 2012: refuse, fail, forget, avoid, prevent) and verbs of denial and of ending."""
RAISING = frozenset({"think", "believe", "expect", "suppose", "seem", "appear", "true", "be"})
"""Not to think that it is so is to think that it is not (neg-raising: Horn 1978); not to say so is neither."""
OPEN = frozenset({"may", "might", "could", "would", "can", "should", "must"})
IFS = frozenset({"if", "unless", "whether"})
UNDER = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "prep", "pobj", "acl", "advcl", "nsubjpass"})
"""How what a turning word turns depends on it."""
HIGHEST = 4
"""Steps up from a word."""


def negated(token: Token) -> bool:
    """Whether an odd number of negations and turning words stands over a word."""
    turns = _negations(token)
    below = token
    for _ in range(HIGHEST):
        if below.head.i == below.i or below.dep_ not in UNDER:
            break
        above = below.head
        if above.lemma_.lower() in TURNING and _ruled_out(above):
            turns += 1
        if below.dep_ in ("pcomp", "pobj") and above.lower_ == "without":
            turns += 1
        if below.dep_ == "xcomp" or (below.dep_ == "ccomp" and above.lemma_.lower() in RAISING):
            turns += _negations(above)
        below = above
    return turns % 2 == 1


def left_open(token: Token) -> bool:
    """Whether a word stands under "may", "if" or the like. A joined clause with a subject of its own does not."""
    for _ in range(HIGHEST):
        for child in token.children:
            if (child.dep_ == "aux" and child.lower_ in OPEN) or (child.dep_ == "mark" and child.lower_ in IFS):
                return True
        apart = token.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
        if apart or token.head.i == token.i:
            break
        token = token.head
    return False


def _negations(token: Token) -> int:
    """Negations among what depends on a word: "not", "never", "no one came"."""
    found = 0
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "neither", "hardly"):
            found += 1
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "det"):
            found += child.lower_ in NEGATIVE or any(c.lower_ in ("no", "neither", "none") for c in child.children)
    return min(found, 1)


def _ruled_out(token: Token) -> bool:
    """ "Rule" turns only with "out"."""
    return token.lemma_.lower() != "rule" or any(child.lower_ == "out" for child in token.children)
