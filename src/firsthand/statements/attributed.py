"""What an article attributes: the tagger's attributions as statements, with sources, stance and chain."""

from __future__ import annotations

from dataclasses import replace

from firsthand.model.statements import Source, Statement

from .attributions import Attribution, Piece
from .chains import outer_sources
from .reading import Reading
from .sources import Resolved
from .stance import attributed_stance

SENTENCES_TOGETHER = 1
"""Sentences of one content that stay one statement. An editor checks points, and points stand in sentences."""


def attributed_statements(
    reading: Reading, attributions: tuple[Attribution, ...], sources: dict[Piece, Resolved]
) -> list[Statement]:
    """The statements of each attribution, cut by sentence."""
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
    if attribution.source is not None:
        who = sources[attribution.source]
        span = None if attribution.is_carried else reading.span(attribution.source)
        source = Source(name=who.name, kind=who.kind, key=who.key, span=span)
    cue_words = reading.text[cue[0] : cue[1]] if cue is not None else ""
    found = []
    for pieces in by_sentence(reading, attribution.content):
        if not _says_something(reading, pieces):
            continue
        content = " ".join(reading.text[a:b] for a, b in pieces)
        found.append(reading.statement(pieces, attributed_stance(cue_words, content), source, cue, via))
    return found


def _says_something(reading: Reading, pieces: tuple[Piece, ...]) -> bool:
    """Whether a content is more than a stray small word: quoted, or with a noun, verb, adjective or number in it."""
    if any(reading.is_quoted(piece) for piece in pieces):
        return True
    words = (token for piece in pieces for token in reading.tokens_within(piece))
    return any(t.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "NUM") for t in words)


def by_sentence(reading: Reading, content: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """The pieces of a content, cut and put together by sentence."""
    cut: dict[int, list[Piece]] = {}
    for start, end in content:
        for sentence in reading.sentences_within(start, end):
            a, b = max(start, sentence.start_char), min(end, sentence.end_char)
            if any(ch.isalnum() for ch in reading.text[a:b]):
                cut.setdefault(sentence.start, []).append((a, b))
    groups = [pieces for _, pieces in sorted(cut.items())]
    together = [groups[n : n + SENTENCES_TOGETHER] for n in range(0, len(groups), SENTENCES_TOGETHER)]
    return [tuple(piece for pieces in group for piece in pieces) for group in together]


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
