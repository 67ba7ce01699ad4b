"""What two texts show of each other: figures, and in words what speaks for a contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..places import within
from .laying import FARTHEST, Laid, far
from .opposites import opposed
from .polarity import left_open, negated
from .sides import PLACE, Prepared, Thing, one_thing, prepared

if TYPE_CHECKING:
    from spacy.tokens import Token

ANSWERED = 0.6
"""From here on a word is answered by another (1: the same lemma): two words of one meaning in MiniLM's states."""
BESIDE = 2.0
"""Steps in the tree within which a thing stands beside what it belongs to."""
NEARER = 0.6
"""Steps by which a rival must stand nearer."""


@dataclass(slots=True)
class Evidence:
    """The figures by name, and the reasons for a contradiction. `told` is the side that says less."""

    text: str
    told: str
    figures: dict[str, float] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)


def evidence_of(left: str, right: str) -> Evidence:
    """All that can be told of two texts by laying the one that says less on the other."""
    text, told = _sides(prepared(left), prepared(right))
    laid, found = Laid(text, told), Evidence(text.doc.text, told.doc.text)
    _words(laid, found)
    _hanging(laid, found)
    _things(laid, found)
    _polarity(laid, found)
    _opposites(laid, found)
    return found


def _sides(left: Prepared, right: Prepared) -> tuple[Prepared, Prepared]:
    """The text, and the one that is laid on it: the one with fewer content words, then the first in the alphabet."""
    order = sorted((left, right), key=lambda one: (len(one.tokens), one.doc.text))
    return order[1], order[0]


def _words(laid: Laid, found: Evidence) -> None:
    best, weights = laid.best, laid.weights
    total = sum(weights) or 1.0
    verbs = [(b, w) for b, w, word in zip(best, weights, laid.told.reading.words, strict=True) if word.pos == "VERB"]
    lost = sum(w * (1.0 - b) for b, w in zip(best, weights, strict=True))
    found.figures |= {
        "held": sum(b * w for b, w in zip(best, weights, strict=True)) / total,
        "lost": lost,
        "least": min(best, default=0.0),
        "verb held": min((b for b, _ in verbs), default=1.0),
        "told words": min(len(best), 20) / 10,
        "text words": min(len(laid.text.tokens), 60) / 30,
    }


def _hanging(laid: Laid, found: Evidence) -> None:
    """How far apart there the words stand that belong to each other here."""
    steps = []
    for token in laid.told.tokens:
        head = laid.head(token)
        if head is None or laid.answered(token) < ANSWERED or laid.answered(head) < ANSWERED:
            continue
        steps.append(_nearest(laid.answers(token), laid.answers(head)))
    found.figures |= {
        "torn": sum(steps) / len(steps) / FARTHEST if steps else 0.5,
        "torn most": max(steps, default=FARTHEST / 2) / FARTHEST,
        "hanging": min(len(steps), 6) / 6,
    }


def _nearest(ones: list[Token], others: list[Token]) -> float:
    return min((far(one, other) for one in ones for other in others if one.i != other.i), default=FARTHEST)


def _things(laid: Laid, found: Evidence) -> None:
    """Names, numbers and days: there too and in their place, or another of their kind in it."""
    kept = away = 0
    replaced, exchanged = [], []
    numbers = 0
    for thing in laid.told.things:
        same = [other for other in laid.text.things if one_thing(thing, other)]
        heads = _heads(laid, thing)
        rivals = [other for other in laid.text.things if _rival(laid, thing, other, same)]
        own = _nearest([one.token for one in same], heads) if same and heads else None
        rival = min(((_nearest([one.token], heads), one.token.i, one) for one in rivals), default=None)
        if same and (own is None or rival is None or rival[0] > min(own - NEARER, BESIDE)):
            kept += 1
        elif same and rival is not None:
            exchanged.append((thing, rival[2]))
        elif rival is not None and heads and rival[0] <= BESIDE:
            replaced.append((thing, rival[2]))
            numbers += thing.quantity is not None
        else:
            away += 1
    found.figures |= {
        "kept": min(kept, 4) / 4,
        "away": min(away, 3),
        "exchanged": min(len(exchanged), 2),
        "replaced": min(len(replaced) - numbers, 2),
        "number replaced": min(numbers, 2),
    }
    found.reasons += [f"“{one.text}” here, “{other.text}” there" for one, other in [*replaced, *exchanged]]
    found.figures["roles turned"] = float(_turned(laid))
    if found.figures["roles turned"]:
        found.reasons.append("who did it and whom it was done to are exchanged")


def _rival(laid: Laid, thing: Thing, other: Thing, same: list[Thing]) -> bool:
    """Whether another thing of the text could stand in the place of one: of one kind, in the same role, told apart."""
    if other.kind != thing.kind or any(one_thing(other, own) for own in laid.told.things):
        return False
    if role(other.token) != role(thing.token) or any(other.token in one.token.conjuncts for one in same):
        return False
    if thing.kind != PLACE:
        return True
    return within(other.text, thing.text) is False and within(thing.text, other.text) is False


def role(token: Token) -> str:
    """What a word is to the word that it belongs to: doer, done to, the preposition, or the label of the tree."""
    while token.dep_ in JOINED and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj":
        return "doer" if token.head.dep_ == "agent" else token.head.lemma_.lower()
    return "doer" if token.dep_ in SUBJECT else "done" if token.dep_ in OBJECT else token.dep_


JOINED = frozenset({"compound", "conj", "appos", "nmod", "amod", "nummod", "quantmod", "npadvmod"})


def _heads(laid: Laid, thing: Thing) -> list[Token]:
    """What in the text answers the word that a thing belongs to."""
    token: Token | None = thing.token
    for _ in range(3):
        token = laid.head(token) if token is not None else None
        if token is None:
            return []
        if not any(other.token.i == token.i for other in laid.told.things) and laid.answered(token) >= ANSWERED:
            return laid.answers(token)
    return []


SUBJECT, OBJECT = ("nsubj", "csubj"), ("dobj", "nsubjpass", "dative")


def _roles(verb: Token) -> dict[str, list[Token]]:
    """Who does and to whom it is done, whatever the voice."""
    found: dict[str, list[Token]] = {"doer": [], "done": []}
    for child in verb.children:
        if child.dep_ in SUBJECT:
            found["done" if _passive(verb) else "doer"].append(child)
        elif child.dep_ in OBJECT:
            found["done"].append(child)
        elif child.dep_ == "agent":
            found["doer"] += [c for c in child.children if c.dep_ == "pobj"]
    return found


def _passive(verb: Token) -> bool:
    """Whether a verb stands in the passive; the parser's label of its subject is not always right."""
    return verb.tag_ == "VBN" and any(c.lemma_ == "be" and c.dep_ in ("aux", "auxpass") for c in verb.children)


def _turned(laid: Laid) -> bool:
    """Whether the doer here is there what it is done to, or the other way round."""
    for verb in laid.told.tokens:
        if verb.pos_ != "VERB" or laid.answered(verb) < SAID:
            continue
        mine = _roles(verb)
        for other in laid.answers(verb):
            theirs = {role: {t.i for t in tokens} for role, tokens in _roles(other).items()}
            for role, across in (("doer", "done"), ("done", "doer")):
                for token in mine[role]:
                    places = {t.i for t in laid.answers(token)} if laid.answered(token) >= STRICT else set()
                    if places & theirs[across] and not places & theirs[role]:
                        return True
    return False


STRICT, SAID = 0.95, 0.8
"""A doer must be the very word; what is done or denied the same, or as good as: of verbs that are only near each other
in meaning (suffer, damage) the roles say nothing. Seen on pairs of the shared stories."""


def _polarity(laid: Laid, found: Evidence) -> None:
    """Whether one text holds what the other says not to be so."""
    against = agreed = hedged = 0.0
    for token in laid.told.tokens:
        if token.pos_ not in ("VERB", "ADJ", "NOUN") or laid.answered(token) < SAID:
            continue
        answers = [a for a in laid.answers(token) if a.pos_ in ("VERB", "ADJ", "NOUN")]
        if not answers or not _predicate(token):
            continue
        if _unsaid(token) or all(_unsaid(answer) for answer in answers):
            continue
        mine = negated(token)
        if any(negated(a) == mine for a in answers):
            agreed += 1
        elif laid.answered(token) > against:
            against = laid.answered(token)
            found.reasons.append(f"“{token.text}” is said on one side and denied on the other")
        hedged += all(left_open(a) for a in answers) != left_open(token)
    negations = [any(t.dep_ == "neg" or t.lower_ in ("no", "never", "without", "none", "nobody") for t in side.doc)
                 for side in (laid.told, laid.text)]  # fmt: skip
    found.figures |= {
        "denied": against,
        "agreed": min(agreed, 2) / 2,
        "hedged": min(hedged, 1.0),
        "negation told": float(negations[0] and not negations[1]),
        "negation in text": float(negations[1] and not negations[0]),
    }


def _unsaid(token: Token) -> bool:
    """Whether a word is an infinitive that nothing governs: "to sign the treaty" may be what somebody refused."""
    return token.tag_ == "VB" and token.head.i == token.i and any(child.tag_ == "TO" for child in token.children)


def _predicate(token: Token) -> bool:
    """Whether a word can be said to be so: a verb, or what stands under "be"."""
    return token.pos_ == "VERB" or token.dep_ in ("acomp", "attr", "ROOT", "oprd")


def _opposites(laid: Laid, found: Evidence) -> None:
    """Opposite words said of one thing."""
    told = list(_opposed(laid))
    found.figures["opposites"] = float(bool(told))
    found.reasons += [f"“{one.text}” here, “{other.text}” there" for one, other in told]


def _opposed(laid: Laid) -> Iterator[tuple[Token, Token]]:
    theirs: dict[str, list[Token]] = {}
    for token in laid.text.doc:
        theirs.setdefault(token.lemma_.lower(), []).append(token)
    for token in laid.told.doc:
        mine = token.lemma_.lower()
        if mine in theirs or token.pos_ in ("PROPN", "PUNCT", "SPACE", "NUM"):
            continue
        for lemma, others in theirs.items():
            alike = [other for other in others if other.pos_ == token.pos_]
            if opposed(mine, lemma) and (other := _same_place(laid, token, alike)) is not None:
                yield token, other


def _same_place(laid: Laid, token: Token, others: list[Token]) -> Token | None:
    """The one of the words that stands there where a word stands here."""
    beside = [*([head] if (head := laid.head(token)) is not None else []), *token.children]
    beside = [one for one in beside if laid.answered(one) >= ANSWERED]
    for other in others:
        if _one_doer(laid, token, other) and any(_nearest([other], laid.answers(one)) <= BESIDE for one in beside):
            return other
    return None


def _one_doer(laid: Laid, token: Token, other: Token) -> bool:
    """Whether two verbs are of one doer, as far as both name one: what one sells another buys."""
    mine, theirs = _roles(token)["doer"], {t.i for t in _roles(other)["doer"]}
    named = [one for one in mine if laid.answered(one) > 0]
    return not named or not theirs or any(answer.i in theirs for one in named for answer in laid.answers(one))
