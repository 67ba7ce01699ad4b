"""Status: how far a thing has come: under way in one account and over in another, done in one and not in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ...model import FindingKind, Severity, Side, Span
from ...text.clauses import clause_around
from ...text.names import find_names
from ..agreement import Agreement, Comparison, Difference
from ..material import Material, Said

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
            helpers = {token.lower_ for token in child.children if token.dep_ in ("aux", "auxpass")}
            if helpers & OPEN or child.lemma_ in BEGINNINGS:
                return None
            if child.tag_ == "VBG" and helpers & {"is", "are"}:
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
    told: set[tuple[str, str]] = set()
    for (i, j), related in material.pairs.items():
        left, right = material.said[i], material.said[j]
        if related < SAME_POINT or left.statement.span.article == right.statement.span.article:
            continue
        for one in _read(material, left):
            for other in _read(material, right):
                key = (min(left.claim, right.claim), one.verb.lemma_)
                opposed = compare(one.status, other.status).agreement is Agreement.DIFFERENT
                if opposed and key not in told and _one_deed(one, other):
                    told.add(key)
                    yield _deed(one, other)


def _read(material: Material, said: Said) -> Iterator[Deed]:
    doc = material.readings[said.statement.span.article].doc
    inside = doc.char_span(said.statement.span.start, said.statement.span.end, alignment_mode="contract")
    for token in inside if inside is not None else ():
        if token.pos_ == "VERB" and (status := status_of(token)) is not None:
            yield Deed(said, token, status)


def status_of(verb: Token) -> Status | None:
    """How far what a verb tells has come, as far as grammar says; None for plans, wishes, conditions and questions."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    negated = _is_negated(verb)
    above = verb.head
    if _supposed(verb) or helpers & OPEN:
        return None
    stage = _stage(verb, above)
    if stage is not None:
        return None if _supposed(above) or _is_negated(above) else stage
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


def _is_negated(verb: Token) -> bool:
    return any(
        child.dep_ == "neg" or (child.dep_ in ("dobj", "nsubjpass") and any(t.lower_ == "no" for t in child.children))
        for child in verb.children
    )


def _supposed(verb: Token) -> bool:
    """Whether a verb stands in a condition or a question."""
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children)


def _one_deed(left: Deed, right: Deed) -> bool:
    """Whether two verbs tell one deed: the same verb of the same object, or without objects of the same subject."""
    if left.verb.lemma_ != right.verb.lemma_:
        return False
    for role in (("dobj", "nsubjpass"), ("nsubj",)):
        mine, theirs = (_arguments(deed.verb, role) for deed in (left, right))
        if mine and theirs:
            return bool(mine & theirs)
    return False


def _arguments(verb: Token, roles: tuple[str, ...]) -> set[str]:
    """Lemmas of a verb's arguments; a verb joined to another by "and" has that one's subject."""
    found = {child.lemma_.lower() for child in verb.children if child.dep_ in roles and child.pos_ != "PRON"}
    if not found and verb.dep_ == "conj" and {"nsubj", "nsubjpass"} & set(roles):
        return _arguments(verb.head, ("nsubj", "nsubjpass"))
    return found


def _deed(left: Deed, right: Deed) -> Difference:
    return Difference(
        kind=FindingKind.STATUS,
        severity=Severity.MAJOR,
        why=f"“{left.verb.lemma_}” is {left.status.value} in one account and {right.status.value} in another.",
        sides=tuple(
            Side(
                span=deed.said.statement.span,
                quote=deed.said.statement.quote,
                value=deed.status.value,
                focus=Span(deed.said.statement.span.article, deed.verb.idx, deed.verb.idx + len(deed.verb)),
            )
            for deed in (left, right)
        ),
        claims=tuple(dict.fromkeys((left.said.claim, right.said.claim))),
        weight=0.65,
    )
