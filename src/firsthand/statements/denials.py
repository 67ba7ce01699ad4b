"""Denials that the tagger passed over: a verb of denial with who denies and what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from firsthand.text.parts import SUBJECTS
from firsthand.text.sources import Piece

from .attributions import Attribution
from .chains import TELLING
from .reading import Reading, piece_of
from .stance import DENYING, KNOCKING_DOWN, TURNING_AWAY, denial_in
from .verdicts import Verdicts

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = (DENYING, TURNING_AWAY, KNOCKING_DOWN)
MOST = 20
"""Verbs of one kind that are looked at in one sentence: bounds the work on a hostile one ("denied denied denied …"), in
which each verb hangs on the one before."""
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "pcomp", "dative"})


def apart_from_denials(
    reading: Reading, attributions: tuple[Attribution, ...]
) -> tuple[tuple[Attribution, ...], dict[int, Piece]]:
    """The attributions, their contents cut before a denial that is joined to the cue and so is no part of what it tells
    ("saying that all was well and refuting the reports"); and who so denies, by where the verb begins."""
    apart: list[Attribution] = []
    who: dict[int, Piece] = {}
    for attribution in attributions:
        verb = _joined_to_cue(reading, attribution)
        if verb is None or attribution.source is None:
            apart.append(attribution)
            continue
        before = verb.nbor(-1)
        end = before.idx if before.dep_ == "cc" else verb.idx
        kept = tuple((start, min(stop, end)) for start, stop in attribution.content if start < end)
        apart.append(replace(attribution, content=kept))
        who[verb.idx] = attribution.source
    return tuple(apart), who


def _joined_to_cue(reading: Reading, attribution: Attribution) -> Token | None:
    """A verb of denial in a content that is joined to the cue's verb by the parse, or by its form: a participle behind
    "and" has its like in the cue, where the verb before it in the content is none."""
    if attribution.cue is None:
        return None
    cue = reading.tokens_within(attribution.cue)
    inside, has_participle = {token.i for token in cue}, any(token.tag_ == "VBG" for token in cue)
    for piece in attribution.content:
        for token in reading.tokens_within(piece):
            if token.dep_ != "conj" or token.pos_ != "VERB" or token.idx <= attribution.content[0][0]:
                continue
            alike = has_participle and token.tag_ == "VBG" != token.head.tag_ and not reading.is_quoted(piece)
            if (token.head.i in inside or alike) and any(v.match(reading.text, token.idx) for v in VERBS):
                return token
    return None


def denials_beside(
    reading: Reading, attributions: tuple[Attribution, ...], who: Mapping[int, Piece]
) -> list[Attribution]:
    """Denials whose verb stands in no source, cue or content of the attributions, or is all that a source tells of.

    `who` says of verbs, by where they begin, who denies, where that is known.
    """
    telling = sorted(p for a in attributions for p in (a.source, a.cue) if p is not None)
    contents = sorted(piece for a in attributions for piece in a.content)
    found = []
    for sentence in reading.sentences:
        matches = [match for verbs in VERBS for match in islice(verbs.finditer(sentence.text), MOST)]
        at = {token.idx: token for token in sentence} if matches else {}
        for match in matches:
            start, end = sentence.start_char + match.start(), sentence.start_char + match.end()
            if any(a < end and start < b for a, b in telling):
                continue
            verb = at.get(start)
            if verb is None or (not _is_told(verb) and any(a < end and start < b for a, b in contents)):
                continue
            if verb.pos_ == "VERB" and not any(t.dep_ == "neg" for t in verb.children):
                read = _denial(verb, (start, end), who.get(start), turns_away=match.re is not DENYING)
                content = reading.text[slice(*read.content[0])] if read is not None else ""
                heads = Verdicts(reading, read.content).heads if read is not None else ""
                if read is not None and denial_in(match.group(), content, content, heads):
                    found.append(read)
    return found


def _is_told(verb: Token) -> bool:
    """Whether the denial is what another source tells: "the agency reported that the governor denied …"."""
    return bool(verb.dep_ == "ccomp" and verb.head.lemma_ in TELLING)


def _denial(verb: Token, cue: Piece, who: Piece | None, *, turns_away: bool) -> Attribution | None:
    objects = [child for child in verb.children if child.dep_ in OBJECTS and child.i > verb.i and child.idx >= cue[1]]
    agent = next(
        (t for child in verb.children if child.dep_ == "agent" for t in child.children if t.dep_ == "pobj"), None
    )
    if agent is not None:
        denied = next(
            (child for child in verb.children if child.dep_ in SUBJECTS), verb.head if verb.dep_ == "acl" else None
        )
        if denied is None or (not objects and turns_away):
            return None
        content = piece_of(denied) if denied.i != verb.head.i else (denied.left_edge.idx, denied.idx + len(denied))
        return Attribution(source=piece_of(agent), cue=cue, content=(content,))
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return None  # who was denied a permit denies nothing
    source = who or _who(verb)
    if not objects or source is None:
        return None
    content = objects[0].left_edge.idx, max(piece_of(t)[1] for t in objects)
    return Attribution(source=source, cue=cue, content=(content,))


def _who(verb: Token) -> Piece | None:
    """The subject of a verb, or that of the clause which it hangs on as a participle."""
    token = verb
    while True:
        subject = next((child for child in token.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return piece_of(subject) if subject.i < verb.i or token.i != verb.i else None
        if token.dep_ not in ("conj", "advcl", "xcomp") or token.head.i == token.i:
            return None
        token = token.head
