"""Statements of an article: what others are reported to say, and what it says itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.model.articles import Article
from firsthand.model.spans import Span, content_id
from firsthand.model.statements import Source, Statement
from firsthand.text.english import parse

from .attributions import Attribution, Piece, Tagger
from .grammar import attributions_by_grammar
from .quotes import quoted_stretches
from .sources import Resolved, resolved
from .stance import Read, attributed_stance, own_stance
from .units import units_of

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Sentence

SHORTEST_REST = 4
"""Words that must be left of a unit beside what is attributed in it, for the rest to be a statement of the article's own."""
SHORTEST_VERBLESS = 6
"""Words of the shortest sentence without a verb that is kept: headlines and lists have facts, labels have none."""


def statements_of(article: Article, tagger: Tagger = attributions_by_grammar) -> tuple[Statement, ...]:
    """All statements of an article, in the order of the text."""
    doc = parse(article.text)
    attributions = tagger(article.text)
    reader = _Reader(article, doc, attributions)
    found = [*reader.attributed(), *reader.own_voice()]
    return tuple(sorted(found, key=lambda s: (s.span.start, s.span.end, s.stance, s.cue or s.span)))


class _Reader:
    """One article's text with its sentences, quotations and resolved sources."""

    def __init__(self, article: Article, doc: Doc, attributions: tuple[Attribution, ...]) -> None:
        self.article, self.text, self.attributions = article.id, article.text, attributions
        self.sentences: list[Sentence] = [s for s in doc.sents if s.text.strip()]
        self.quotes = quoted_stretches(article.text)
        self.sources = resolved(doc, [a.source for a in attributions if a.source is not None])

    def attributed(self) -> list[Statement]:
        """One statement a sentence of each attribution's content."""
        return [self._attributed(a, pieces) for a in self.attributions for pieces in self._by_sentence(a.content)]

    def own_voice(self) -> list[Statement]:
        """One statement a unit that no source is cited for."""
        found = []
        for sentence in self.sentences:
            if sentence.text.rstrip().endswith("?"):
                continue
            here = [a for a in self.attributions if self._touches(a, sentence)]
            covered = [p for a in here for p in (*a.content, a.source, a.cue) if p is not None]
            for unit in units_of(sentence):
                if (rest := self._rest(sentence, unit, covered)) is not None:
                    words = self.text[rest[0] : rest[1]]
                    found.append(self._statement((rest,), own_stance(words), None, None))
        return found

    def _touches(self, attribution: Attribution, sentence: Sentence) -> bool:
        pieces = [p for p in (*attribution.content, attribution.source, attribution.cue) if p is not None]
        return any(a < sentence.end_char and sentence.start_char < b for a, b in pieces)

    def _rest(self, sentence: Sentence, unit: Piece, covered: list[Piece]) -> Piece | None:
        """The part of a unit that says something beside what is attributed in it."""
        tokens = [t for t in sentence if unit[0] <= t.idx < unit[1] and not t.is_space]
        free = [t for t in tokens if not any(a <= t.idx < b for a, b in covered)]
        words = [t for t in free if not t.is_punct]
        if len(free) == len(tokens):
            verbal = any(t.pos_ in ("VERB", "AUX") for t in words)
            return unit if words and (verbal or len(words) >= SHORTEST_VERBLESS) else None
        if len(words) < SHORTEST_REST or not any(t.tag_ in ("VBD", "VBP", "VBZ", "MD", "VBN") for t in words):
            return None
        return words[0].idx, words[-1].idx + len(words[-1])

    def _by_sentence(self, content: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
        cut: dict[int, list[Piece]] = {}
        for start, end in content:
            for n, sentence in enumerate(self.sentences):
                a, b = max(start, sentence.start_char), min(end, sentence.end_char)
                if a < b and any(ch.isalnum() for ch in self.text[a:b]):
                    cut.setdefault(n, []).append((a, b))
        return [tuple(pieces) for _, pieces in sorted(cut.items())]

    def _attributed(self, attribution: Attribution, pieces: tuple[Piece, ...]) -> Statement:
        cue, source = attribution.cue, None
        if attribution.source is not None:
            who: Resolved = self.sources[attribution.source]
            source = Source(name=who.name, kind=who.kind, key=who.key, span=self._span(attribution.source))
        content = " ".join(self.text[a:b] for a, b in pieces)
        cue_words = self.text[cue[0] : cue[1]] if cue is not None else ""
        clause = f"{cue_words} {content}"
        return self._statement(pieces, attributed_stance(cue_words, content, clause), source, cue)

    def _statement(self, pieces: tuple[Piece, ...], read: Read, source: Source | None, cue: Piece | None) -> Statement:
        pieces = tuple(p for piece in pieces if (p := self._stripped(piece)) is not None) or pieces
        start, end = pieces[0][0], pieces[-1][1]
        stance, why = read
        within = [s for s in self.sentences if s.start_char < end and start < s.end_char]
        return Statement(
            id=content_id("statement", self.article, start, end, cue, source.span if source else None),
            span=Span(self.article, start, end),
            quote=self.text[start:end],
            sentence=Span(self.article, within[0].start_char, within[-1].end_char)
            if within
            else Span(self.article, start, end),
            stance=stance,
            source=source,
            cue=self._span(cue) if cue is not None else None,
            pieces=tuple(self._span(p) for p in pieces),
            quoted=tuple(self._span((max(a, start), min(b, end))) for a, b in self.quotes if a < end and start < b),
            stance_why=why,
        )

    def _stripped(self, piece: Piece) -> Piece | None:
        words = self.text[piece[0] : piece[1]]
        start = piece[0] + len(words) - len(words.lstrip())
        end = piece[1] - (len(words) - len(words.rstrip()))
        return (start, end) if start < end else None

    def _span(self, piece: Piece) -> Span:
        return Span(self.article, *piece)
