"""Denials that the tagger passed over: a verb of denial with who denies and what."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from .attributions import Attribution, Piece
from .chains import TELLING
from .reading import SUBJECTS, Reading, piece_of
from .stance import DENYING, KNOCKING_DOWN, TURNING_AWAY, denial_in

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = (DENYING, TURNING_AWAY, KNOCKING_DOWN)
MOST = 20
"""Verbs of one kind that are looked at in one sentence: bounds the work on a hostile one ("denied denied denied …"), in
which each verb hangs on the one before."""
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "pcomp", "dative"})


def denials_beside(reading: Reading, attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """Denials whose verb stands in no source, cue or content of the attributions, or is all that a source tells of."""
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
                read = _denial(verb, (start, end), turns_away=match.re is not DENYING)
                content = reading.text[slice(*read.content[0])] if read is not None else ""
                if read is not None and denial_in(match.group(), content, content):
                    found.append(read)
    return found


def _is_told(verb: Token) -> bool:
    """Whether the denial is what another source tells: "the agency reported that the governor denied …"."""
    return bool(verb.dep_ == "ccomp" and verb.head.lemma_ in TELLING)


def _denial(verb: Token, cue: Piece, *, turns_away: bool) -> Attribution | None:
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
    source = _who(verb)
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
