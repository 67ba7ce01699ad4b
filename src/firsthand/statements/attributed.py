"""What an article attributes: the tagger's attributions as statements, with sources, stance and chain."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.model.statements import Source, Statement
from firsthand.text.sources import Piece, Resolved

from .attributions import Attribution
from .chains import outer_sources
from .parts import parts_of
from .reading import Reading
from .stance import DENYING, KNOCKING_DOWN, SAID, TURNING_AWAY, attributed_stance
from .verdicts import Verdicts

LED_BY = re.compile(
    r"\b(?:(?:is|was|are|were|be|been|being|has|have|had|do|does|did|will|would|can|could|not|never|cannot|n['’]t)"
    r"(?:n['’]t)?\s+){1,4}$",
    re.IGNORECASE,
)
DENIED = re.compile(
    rf"(?:{DENYING.pattern}|{TURNING_AWAY.pattern}|{KNOCKING_DOWN.pattern})\s+(?:[\w'’-]+\s+){{0,2}}$", re.IGNORECASE
)
"""A verb of denial whose object is what was said: "batting down recent allegations"."""
LEAD, NEXT_TO = 40, 30
"""Code points looked at before a cue for its auxiliaries, and between a cue and the content right behind it."""


def attributed_statements(
    reading: Reading, attributions: tuple[Attribution, ...], sources: dict[Piece, Resolved]
) -> list[Statement]:
    """The statements of each attribution, cut into parts."""
    outer = outer_sources(reading, attributions)
    found = []
    for attribution in attributions:
        via = tuple(sources[piece].name for piece in outer.get(attribution, ()) if piece in sources)
        found.extend(_statements(reading, attribution, sources, via))
    return found


def _statements(
    reading: Reading, attribution: Attribution, sources: dict[Piece, Resolved], via: tuple[str, ...]
) -> list[Statement]:
    cue, source = attribution.cue, None
    if attribution.source is not None and (who := sources.get(attribution.source)) is not None:
        span = None if attribution.is_carried else reading.span(attribution.source)
        source = Source(name=who.name, kind=who.kind, key=who.key, span=span, roles=who.roles)
    cue_words = _cue_words(reading, cue) if cue is not None else ""
    found = []
    for pieces in parts_of(reading, attribution.content):
        if not _says_something(reading, pieces):
            continue
        content = " ".join(reading.text[a:b] for a, b in pieces)
        stance = attributed_stance(
            cue_words, content, _around(reading, cue, pieces), Verdicts(reading, pieces, attribution.source)
        )
        found.append(reading.statement(pieces, stance, source, cue, via, attribution.content))
    return found


def _cue_words(reading: Reading, cue: Piece) -> str:
    """The cue with what the tagger may have left out before it: auxiliaries, a "not", the verb that denies a claim."""
    since = max(0, cue[0] - LEAD)
    denied = DENIED.search(reading.text, since, cue[0]) if SAID.search(reading.text, *cue) else None
    before = denied or LED_BY.search(reading.text, since, cue[0])
    return reading.text[before.start() if before else cue[0] : cue[1]]


def _around(reading: Reading, cue: Piece | None, pieces: tuple[Piece, ...]) -> str:
    """The words from cue to content as they stand, where the cue is inside the content or right before it."""
    if cue is None or cue[0] > pieces[-1][1] or pieces[0][0] - cue[1] > NEXT_TO:
        return ""
    return _cue_words(reading, cue) + reading.text[cue[1] : pieces[-1][1]]


def _says_something(reading: Reading, pieces: tuple[Piece, ...]) -> bool:
    """Whether a content is more than a stray small word: quoted, or with a noun, verb, adjective or number in it."""
    if any(reading.is_quoted(piece) for piece in pieces):
        return True
    words = (token for piece in pieces for token in reading.tokens_within(piece))
    return any(t.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "NUM") for t in words)


def carried_over(reading: Reading, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions; quotations that cite nobody get the source of the one before them, other such contents go."""
    kept: list[Attribution] = []
    for found in attributions:
        attribution = replace(found, content=_near_cue(reading, found))
        if attribution.cue is not None or attribution.source is not None:
            kept.append(attribution)
        elif all(reading.is_quoted(piece) for piece in attribution.content):
            before = kept[-1] if kept else None
            if before is not None and before.source is not None and _follows(reading, before, attribution):
                kept.append(replace(attribution, source=before.source, is_carried=True))
    return tuple(kept)


def _near_cue(reading: Reading, attribution: Attribution) -> tuple[Piece, ...]:
    """The pieces of a content without mere scraps of other sentences than the cue's: unquoted, and no clause."""
    if attribution.cue is None or len(attribution.content) == 1:
        return attribution.content
    here = reading.sentences_within(*attribution.cue)
    low, high = (here[0].start_char, here[-1].end_char) if here else attribution.cue
    kept = tuple(
        piece
        for piece in attribution.content
        if (piece[0] < high and low < piece[1]) or reading.is_quoted(piece) or reading.is_clause((piece,))
    )
    return kept or attribution.content


def _follows(reading: Reading, before: Attribution, after: Attribution) -> bool:
    """Whether a quotation goes on from the one before: that, too, is quoted, and ends in this paragraph or the last."""
    last = before.content[-1]
    between = reading.text[last[1] : after.content[0][0]]
    return reading.is_quoted(last) and between.strip().count("\n") == 0
