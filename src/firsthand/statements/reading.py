"""One article's text with its sentences and quotations, and statements built over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from firsthand.model.articles import Article
from firsthand.model.spans import Span, content_id
from firsthand.model.statements import Source, Statement
from firsthand.text.english import LONGEST, parse
from firsthand.text.parts import FINITE, SUBJECTS
from firsthand.text.sources import Piece

from .quotes import quoted_stretches
from .stance import Read

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

BLANKS, DASHES = " \t\n\r\f\v\u00a0", ":,.;–—-)]"


class Reading:
    """An article's text, parsed."""

    def __init__(self, article: Article) -> None:
        self.article, self.text = article.id, article.text
        self.doc = parse(article.text)
        self.body = article.dateline.end if article.dateline is not None else 0
        """Where the text begins behind "QINGDAO, June 27 (ANI)"."""

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that have words, in order."""
        return [sentence for sentence in self.doc.sents if sentence.text.strip()]

    @cached_property
    def quotes(self) -> tuple[Piece, ...]:
        """The stretches inside quotation marks."""
        return quoted_stretches(self.text[:LONGEST])

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start_char for sentence in self.sentences]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    def sentences_within(self, start: int, end: int) -> list[Sentence]:
        """The sentences that a stretch touches."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, max(start, end - 1))
        return [s for s in self.sentences[first:last] if s.start_char < end and start < s.end_char]

    def tokens_within(self, piece: Piece) -> list[Token]:
        """The words and marks that begin in a stretch."""
        first, last = (bisect_left(self._token_starts, at) for at in piece)
        return [t for t in self.doc[first:last] if not t.is_space]

    def is_clause(self, pieces: tuple[Piece, ...]) -> bool:
        """Whether the pieces hold a finite verb, and so say something by themselves."""
        tokens = [token for piece in pieces for token in self.tokens_within(piece)]
        inside = {token.i for token in tokens}
        return any(t.tag_ in FINITE or (t.dep_ in SUBJECTS and t.head.i in inside) for t in tokens)

    def is_quoted(self, piece: Piece) -> bool:
        """Whether a stretch stands inside quotation marks, give or take the marks and a stop."""
        return any(a <= piece[0] + 1 and piece[1] - 2 <= b for a, b in self.quotes)

    def quotes_within(self, piece: Piece) -> list[Piece]:
        """The stretches inside quotation marks that lie in a stretch as a whole."""
        first = bisect_left(self.quotes, (piece[0], piece[0]))
        last = bisect_left(self.quotes, (piece[1], piece[1]))
        return [quote for quote in self.quotes[first:last] if quote[1] <= piece[1]]

    def statement(
        self,
        pieces: tuple[Piece, ...],
        read: Read,
        source: Source | None = None,
        cue: Piece | None = None,
        via: tuple[str, ...] = (),
        whole: tuple[Piece, ...] = (),
    ) -> Statement:
        """A statement whose content is the given pieces, which may be part of a whole."""
        pieces = tuple(tight for piece in pieces if (tight := self._stripped(piece)) is not None) or pieces
        start, end = pieces[0][0], pieces[-1][1]
        stance, why = read
        around = self.sentences_within(start, end)
        return Statement(
            id=content_id("statement", self.article, start, end, cue, source.span if source else None),
            span=self.span((start, end)),
            quote=self.text[start:end],
            sentence=self.span((around[0].start_char, around[-1].end_char) if around else (start, end)),
            stance=stance,
            source=source,
            cue=self.span(cue) if cue is not None else None,
            pieces=tuple(self.span(piece) for piece in pieces),
            quoted=tuple(self.span((max(a, start), min(b, end))) for a, b in self.quotes if a < end and start < b),
            via=via,
            stance_why=why,
            whole=tuple(self.span(piece) for piece in whole),
        )

    def span(self, piece: Piece) -> Span:
        """A stretch of this article."""
        return Span(self.article, *piece)

    def _stripped(self, piece: Piece) -> Piece | None:
        words = self.text[max(piece[0], self.body) : piece[1]]
        start = piece[1] - len(words.lstrip(BLANKS if piece[0] >= self.body else BLANKS + DASHES))
        end = piece[1] - (len(words) - len(words.rstrip(BLANKS)))
        return (start, end) if start < end else None


def piece_of(head: Token) -> Piece:
    """The whole phrase of a head word."""
    last = head.right_edge
    return head.left_edge.idx, last.idx + len(last)
