"""Status: how far a thing has come: under way in one account and over in another, done in one and not in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ...model import FindingKind, Severity, Side, Span, Stance
from ...text.actors import actors_of, other_actors
from ...text.clauses import clause_around
from ...text.names import find_names
from ..agreement import Agreement, Comparison, Difference
from ..material import Material, Said
from ..slots import LIGHT

if TYPE_CHECKING:
    from spacy.tokens import Token


class Status(StrEnum):
    """How far a thing has come."""

    DONE = "done"
    ONGOING = "under way"
    ATTEMPTED = "attempted"
    NOT_DONE = "not done"
    DECIDED = "decided"
    SOUGHT = "sought"
    CONSIDERED = "considered"


OPPOSED = {
    frozenset({Status.DONE, Status.ONGOING}),
    frozenset({Status.DONE, Status.ATTEMPTED}),
    frozenset({Status.DONE, Status.NOT_DONE}),
    frozenset({Status.DONE, Status.CONSIDERED}),
    frozenset({Status.DECIDED, Status.SOUGHT}),
    frozenset({Status.DECIDED, Status.CONSIDERED}),
    frozenset({Status.DECIDED, Status.NOT_DONE}),
}
SAME_POINT = 0.4  # likelihood of one point from which two accounts of one deed are laid side by side
ONGOING = frozenset({"ongoing", "continuing", "current", "underway", "unfinished"})
ATTEMPTS = frozenset({"try", "attempt", "seek", "struggle", "threaten"})
REFUSALS = frozenset({"refuse", "decline", "fail", "choose"})
DECISIONS = frozenset({"agree", "approve", "decide", "resolve", "vote"})
WISHES = frozenset({"call", "campaign", "lobby", "press", "propose", "push", "urge", "want"})
THOUGHTS = frozenset({"consider", "contemplate", "discuss", "explore", "mull", "weigh"})
"""Verbs by which somebody commits himself, tries to move others, or has not made up his mind (VerbNet 3.4: classes such
as order-58.3, urge-58.1, consider-29.9, and the commissives)."""
BEGINNINGS = frozenset({"begin", "start", "launch", "open", "announce", "found", "establish", "introduce"})
"""Verbs that tell of a beginning: what "was launched in April" may still be under way."""
GOING_ON = frozenset({"continue", "go", "proceed", "last", "run"})
"""Verbs by which a thing itself goes on; what else it "is doing" says that it acts (a bank that "is raising rates")."""
OPEN = frozenset({"will", "would", "may", "might", "could", "can", "should", "must"})


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """A verb with its status, in one statement."""

    said: Said
    verb: Token
    status: Status


def compare(left: Status, right: Status) -> Comparison:
    """Whether two statuses of one thing can both hold."""
    if frozenset({left, right}) in OPPOSED:
        return Comparison(Agreement.DIFFERENT, f"{left.value} in one account, {right.value} in another")
    return Comparison(Agreement.SAME if left is right else Agreement.COMPATIBLE, "both can hold")


def differences(material: Material) -> Iterator[Difference]:
    """Named things that are under way in one account and over in another; deeds done in one and not in another."""
    yield from _things(material)
    yield from _deeds(material)


def _things(material: Material) -> Iterator[Difference]:
    described: dict[str, dict[Status, list[tuple[Span, Said | None]]]] = defaultdict(lambda: defaultdict(list))
    for key, article in material.articles.items():
        doc = material.readings[key].doc
        for name in find_names(article.text):
            own = doc.char_span(name.start, name.end, alignment_mode="expand")
            status = described_as(own.root) if own is not None else None
            if status is not None:
                start, end = clause_around(doc, name.start, name.end)
                span = Span(key, min(start, name.start), max(end, name.end))
                described[name.name][status].append((span, material.at(key, name.start, name.end)))
    for thing, statuses in described.items():
        done, ongoing = statuses.get(Status.DONE, []), statuses.get(Status.ONGOING, [])
        if done and ongoing and {span.article for span, _ in done} != {span.article for span, _ in ongoing}:
            yield _difference(material, thing, done, ongoing)


def described_as(name: Token) -> Status | None:
    """What an apposition or a relative clause at a name says of how far it has come; None where it says nothing."""
    for child in name.children:
        if child.dep_ == "appos" and any(token.lemma_.lower() in ONGOING for token in child.subtree):
            return Status.ONGOING
        if child.dep_ == "amod" and child.lemma_.lower() in ONGOING:
            return Status.ONGOING
        if child.dep_ == "relcl" and child.pos_ == "VERB":
            if any(token.lower_ == "who" for token in child.children):
                return None  # people act; they are not over
            helpers = {token.lower_ for token in child.children if token.dep_ in ("aux", "auxpass")}
            if helpers & OPEN or child.lemma_ in BEGINNINGS:
                return None
            if helpers & {"is", "are"} and ("being" in helpers or child.lemma_ in GOING_ON):
                return Status.ONGOING
            if child.tag_ == "VBD" or (child.tag_ == "VBN" and helpers & {"was", "were"}):
                return Status.DONE
    return None


def _difference(
    material: Material,
    thing: str,
    done: Sequence[tuple[Span, Said | None]],
    ongoing: Sequence[tuple[Span, Said | None]],
) -> Difference:
    sides = [(span, "over") for span, _ in done] + [(span, "under way") for span, _ in ongoing]
    return Difference(
        kind=FindingKind.STATUS,
        severity=Severity.MAJOR,
        why=f"{thing} is under way in one account and told as over in another.",
        sides=tuple(Side(span=span, quote=material.words(span), value=value) for span, value in sides),
        claims=tuple(dict.fromkeys(said.claim for _, said in [*done, *ongoing] if said)),
        weight=0.6,
    )


def _deeds(material: Material) -> Iterator[Difference]:
    """One difference for each deed, with every account of it on either side."""
    pairs: list[tuple[Deed, Deed]] = []
    for (i, j), related in material.pairs.items():
        left, right = material.said[i], material.said[j]
        if related < SAME_POINT or left.statement.span.article == right.statement.span.article:
            continue
        pairs.extend(
            (one, other)
            for one in _read(material, left)
            for other in _read(material, right)
            if compare(one.status, other.status).agreement is Agreement.DIFFERENT and _one_deed(one, other)
        )
    for group in _same_deeds(pairs):
        yield _deed(group)


def _same_deeds(pairs: Sequence[tuple[Deed, Deed]]) -> list[list[Deed]]:
    """The deeds of pairs that share one of them, each account's once, in the order of the accounts."""
    groups: list[dict[tuple[int, int], Deed]] = []
    for pair in pairs:
        mine = {(deed.said.index, deed.verb.i): deed for deed in pair}
        touched = [
            group for group in groups if mine.keys() & group.keys() or _alike(next(iter(group.values())), pair[0])
        ]
        groups = [group for group in groups if group not in touched]
        groups.append({key: deed for group in [*touched, mine] for key, deed in group.items()})
    return [_one_an_account([group[key] for key in sorted(group)]) for group in groups]


def _one_an_account(deeds: Sequence[Deed]) -> list[Deed]:
    first = {(deed.said.statement.span.article, deed.status): deed for deed in reversed(deeds)}
    return [deed for deed in deeds if first[deed.said.statement.span.article, deed.status] is deed]


def _alike(left: Deed, right: Deed) -> bool:
    """Whether two deeds are one verb of one object."""
    return left.verb.lemma_ == right.verb.lemma_ and _same_argument(left.verb, right.verb, OBJECTS) is True


def _read(material: Material, said: Said) -> Iterator[Deed]:
    if said.statement.stance in (Stance.DENIES, Stance.DOUBTS):
        return  # what somebody does not believe is no deed; it is a dispute
    doc = material.readings[said.statement.span.article].doc
    inside = doc.char_span(said.statement.span.start, said.statement.span.end, alignment_mode="contract")
    for token in inside if inside is not None else ():
        if token.pos_ == "VERB" and (status := status_of(token)) is not None:
            yield Deed(said, token, status)


def status_of(verb: Token) -> Status | None:
    """How far what a verb tells has come, as far as grammar says; None for plans, wishes, conditions and questions."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    negated = is_negated(verb)
    above = verb.head
    if is_supposed(verb) or helpers & OPEN:
        return None
    stage = _stage(verb, above)
    if stage is not None:
        return None if is_supposed(above) or is_negated(above) else stage
    if verb.dep_ == "xcomp" and above.lemma_ in ATTEMPTS | REFUSALS:
        told = status_of(above)
        if told is not Status.DONE or (above.lemma_ == "choose" and not negated):
            return None
        return Status.ATTEMPTED if above.lemma_ in ATTEMPTS else Status.NOT_DONE
    if "to" in helpers:
        return None
    if verb.tag_ == "VB" and "did" in helpers:
        return Status.NOT_DONE if negated else Status.DONE
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helpers & {"was", "were", "been", "has", "have", "had"}):
        return Status.NOT_DONE if negated else Status.DONE
    return None


def _stage(verb: Token, above: Token) -> Status | None:
    """How far what a verb tells has come where it hangs on one of deciding, wishing or thinking it over."""
    if verb.dep_ not in ("xcomp", "ccomp", "pcomp") or verb.tag_ not in ("VB", "VBG"):
        return None
    if above.pos_ == "ADP":
        above = above.head
    for verbs, status in ((DECISIONS, Status.DECIDED), (WISHES, Status.SOUGHT), (THOUGHTS, Status.CONSIDERED)):
        if above.lemma_ in verbs:
            return status
    return None


def is_negated(verb: Token) -> bool:
    """Whether a verb tells what did not happen: "was not held", "no vote was held"."""
    return any(child.dep_ == "neg" and not _goes_on(child) for child in verb.children) or any(
        child.lower_ in NOBODY or any(t.lower_ == "no" for t in child.doc[child.left_edge.i : child.i + 1])
        for child in verb.children
        if child.dep_ in ("dobj", "nsubjpass", "nsubj")
    )


def _goes_on(negation: Token) -> bool:
    """Whether "not" is that of "not only", which negates nothing."""
    return negation.i + 1 < len(negation.doc) and negation.nbor().lower_ in ("only", "just", "merely", "simply")


NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one"})


THINKING = frozenset({"believe", "think", "suspect", "assume", "imagine", "suppose", "hope", "fear", "doubt", "guess"})
"""Verbs that tell what somebody has in mind (VerbNet 3.4, conjecture-29.5 and consider-29.9)."""


def is_supposed(verb: Token) -> bool:
    """Whether a verb stands in a condition or a question, is in somebody's mind, or is what is still to be shown
    ("proving that he fired")."""
    if verb.dep_ == "ccomp" and (verb.head.tag_ in ("VB", "VBG") or verb.head.lemma_ in THINKING):
        return True
    if verb.dep_ == "acl" and verb.tag_ not in ("VBN", "VBG"):
        return True  # "the notion that he fired"
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children)


def _one_deed(left: Deed, right: Deed) -> bool:
    """Whether two verbs tell one deed: the same verb of the same object and of nobody else, or without objects of the
    same subject; on one occasion, as far as a clause beside tells it ("when he was taken into custody")."""
    mine, theirs = actors_of(left.verb), actors_of(right.verb)
    if left.verb.lemma_ != right.verb.lemma_ or other_actors(mine, theirs):
        return False
    if _occasions(left.verb) != _occasions(right.verb) or by_nobody(left.verb) != by_nobody(right.verb):
        return False
    if _of_other_aims(left.verb, right.verb):
        return False
    objects = _same_argument(left.verb, right.verb, OBJECTS)
    subjects = _same_argument(left.verb, right.verb, ("nsubj",))
    if objects is None:
        return subjects is True
    if left.verb.lemma_ in LIGHT:
        return objects and (subjects is True or bool(mine & theirs))
    return objects and (subjects is not False or bool(mine & theirs))


def _of_other_aims(left: Token, right: Token) -> bool:
    """Whether what stands behind one preposition tells two deeds apart: "nominated for an Oscar", "for a Golden Globe";
    or, where it is one of many things of its kind that was done, only one is said to be for or to somebody: "made no
    offer", "made an offer to Holt"."""
    mine, theirs = _behind(left), _behind(right)
    for preposition in sorted(mine.keys() & theirs.keys()):
        names = [frozenset(noun.lemma_.lower() for noun in one[preposition] if noun.pos_ == "PROPN")
                 for one in (mine, theirs)]  # fmt: skip
        if all(names) and not names[0] & names[1]:
            return True
    any_one = all(_is_any_one(verb) for verb in (left, right))
    return any_one and left.lemma_ in LIGHT and bool(mine.keys() & AIMS) != bool(theirs.keys() & AIMS)


AIMS = frozenset({"to", "for", "with", "against", "on", "from"})


def _behind(verb: Token) -> dict[str, list[Token]]:
    """The nouns behind each preposition of a verb, and of its object."""
    found: dict[str, list[Token]] = defaultdict(list)
    for head in (verb, *(child for child in verb.children if child.dep_ in OBJECTS)):
        for child in head.children:
            if child.dep_ in ("prep", "dative") and child.pos_ == "ADP":
                found[child.lower_].extend(noun for noun in child.children if noun.dep_ == "pobj")
    return found


def _is_any_one(verb: Token) -> bool:
    """Whether a verb's object is one of many: "an offer"."""
    objects = [child for child in verb.children if child.dep_ in OBJECTS]
    return any(part.lower_ in ("a", "an", "any", "no") for one in objects for part in one.children)


def by_nobody(verb: Token) -> bool:
    """Whether a passive leaves open who did it: that it was done contradicts nobody who did not do it."""
    roles = {child.dep_ for child in verb.children}
    return bool(roles & {"nsubjpass", "auxpass"}) and "agent" not in roles


def _occasions(verb: Token) -> frozenset[str]:
    """Lemmas of the verbs by which clauses beside a verb tell when."""
    return frozenset(
        child.lemma_.lower()
        for child in verb.children
        if child.dep_ == "advcl" and any(t.lower_ in OCCASIONS for t in child.children if t.dep_ in ("advmod", "mark"))
    )


OCCASIONS = frozenset({"when", "while", "as", "after", "before", "once", "until", "till", "whenever"})
"""Conjunctions of time."""


def _same_argument(left: Token, right: Token, roles: tuple[str, ...]) -> bool | None:
    """Whether two verbs have one argument, whose modifiers do not tell it apart ("the fishing treaty", "the border
    treaty"); None where one of them has none."""
    mine, theirs = _arguments(left, roles), _arguments(right, roles)
    if not mine or not theirs:
        return None
    return any(
        lemma in theirs and not (modifiers and theirs[lemma] and not modifiers & theirs[lemma])
        for lemma, modifiers in mine.items()
    )


OBJECTS = ("dobj", "nsubjpass")


def _arguments(verb: Token, roles: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Lemmas of a verb's arguments, each with those of its modifiers; a verb joined to another by "and" has that one's
    subject."""
    found = {
        child.lemma_.lower(): frozenset(
            part.lemma_.lower() for part in child.children if part.dep_ in ("amod", "compound", "poss", "nummod")
        )
        for child in verb.children
        if child.dep_ in roles and child.pos_ != "PRON"
    }
    if not found and verb.dep_ == "conj" and {"nsubj", "nsubjpass"} & set(roles):
        return _arguments(verb.head, ("nsubj", "nsubjpass"))
    return found


def _deed(deeds: Sequence[Deed]) -> Difference:
    statuses = list(dict.fromkeys(deed.status for deed in deeds))
    shown = [next(deed for deed in deeds if deed.status is status) for status in statuses]
    words = ", ".join(
        f"“{_words(deed.verb)}” in {'one account' if n == 0 else 'another'}" for n, deed in enumerate(shown)
    )
    question = "whether it happened" if Status.NOT_DONE in statuses else "how far it came"
    return Difference(
        kind=FindingKind.STATUS,
        severity=Severity.MAJOR,
        why=f"The accounts differ in {question}: {words}.",
        sides=tuple(
            Side(
                span=deed.said.statement.span,
                quote=deed.said.statement.quote,
                value=deed.status.value,
                focus=Span(deed.said.statement.span.article, deed.verb.idx, deed.verb.idx + len(deed.verb)),
            )
            for deed in deeds
        ),
        claims=tuple(dict.fromkeys(deed.said.claim for deed in deeds)),
        weight=0.65,
    )


def _words(verb: Token) -> str:
    """A verb with its helpers, what it hangs on and its object, as they stand in the text: "did not have a gun"."""
    near = {verb.i}
    above = verb.head if verb.dep_ in ("xcomp", "pcomp") else None
    for token in (verb, above):
        if token is not None:
            near |= {token.i} | {child.i for child in token.children if child.dep_ in ("aux", "auxpass", "neg", "prt")}
    for child in verb.children:
        if child.dep_ in ("dobj", "attr"):
            near |= {child.i} | {
                part.i for part in child.children if part.dep_ in ("det", "amod", "compound", "nummod")
            }
    first, last = min(near), max(near)
    return " ".join(verb.doc[first : last + 1].text.split()) if last - first <= LONGEST else verb.text


LONGEST = 10  # words of a verb and its object that are shown in the reason
