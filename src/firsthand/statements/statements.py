"""Statements of an article: what others are reported to say, and what it says itself."""

from __future__ import annotations

from firsthand.model.articles import Article
from firsthand.model.statements import Statement
from firsthand.text.sources import Sources

from .attributed import attributed_statements, carried_over
from .attributions import Attribution, Tagger
from .chains import inner_attributions, outer_sources
from .denials import apart_from_denials, denials_beside
from .estimates import estimates_beside
from .own_voice import own_statements
from .reach import reach_of
from .reading import Reading
from .speakers import with_speakers
from .trained import attributions_by_model


def statements_of(article: Article, tagger: Tagger = attributions_by_model) -> tuple[Statement, ...]:
    """All statements of an article, in the order of the text."""
    reading = Reading(article)
    attributions = _attributions(reading, tagger)
    mentions = [a.source for a in attributions if a.source is not None]
    mentions += [piece for chain in outer_sources(reading, attributions).values() for piece in chain]
    sources = with_speakers(
        reading, attributions, Sources(reading.doc, reach_of(reading, attributions)).resolve(mentions)
    )
    found = [*attributed_statements(reading, attributions, sources), *own_statements(reading, attributions)]
    return tuple(sorted({s.id: s for s in found}.values(), key=lambda s: (s.span, s.stance, s.cue or s.span, s.id)))


def _attributions(reading: Reading, tagger: Tagger) -> tuple[Attribution, ...]:
    tagged, who = apart_from_denials(reading, carried_over(reading, tagger(reading.text)))
    beside = [*denials_beside(reading, tagged, who), *estimates_beside(reading, tagged)]
    found = [*tagged, *beside, *inner_attributions(reading, tagged)]
    return tuple(sorted(found, key=lambda a: (a.content, a.cue or (0, 0))))
