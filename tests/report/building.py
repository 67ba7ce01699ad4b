"""Report values built by hand: words are named as they stand, spans are found for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.model import (
    Article,
    Claim,
    Evidence,
    Finding,
    FindingKind,
    Independence,
    Page,
    PageSpan,
    Passage,
    Precision,
    Published,
    Severity,
    Side,
    Source,
    SourceKind,
    Span,
    Stance,
    Standing,
    Statement,
    Witness,
    content_id,
)

_SENTENCE_END = re.compile(r"[.?!]”? |\n")


def page(path: str) -> Page:
    return Page(
        id=content_id("page", path),
        path=path,
        url=None,
        sha256="0" * 64,
        media_type="text/plain",
        charset="utf-8",
        text="",
    )


def article(path: str, title: str | None, text: str, publisher: str | None = None, day: str | None = None) -> Article:
    return Article(
        id=content_id("article", path, text),
        page=content_id("page", path),
        path=path,
        title=title,
        text=text,
        publisher=publisher,
        byline=None,
        language="en",
        dateline=None,
        published=Published(value=day, precision=Precision.DAY, basis="visible") if day else None,
        credits=(),
        page_spans=(PageSpan(start=0, end=len(text), page_start=0, page_end=len(text)),),
    )


def at(where: Article, words: str) -> Span:
    start = where.text.index(words)
    return Span(where.id, start, start + len(words))


def said(
    where: Article,
    words: str,
    *,
    stance: Stance = Stance.ASSERTS,
    source: str | None = None,
    cue: str | None = None,
    via: tuple[str, ...] = (),
) -> Statement:
    span = at(where, words)
    starts = [match.end() for match in _SENTENCE_END.finditer(where.text, 0, span.start)]
    end = _SENTENCE_END.search(where.text, span.end)
    sentence = Span(where.id, max(starts, default=0), end.start() + 1 if end else len(where.text))
    mention = at(where, source) if source and source in where.text else None
    return Statement(
        id=content_id("statement", span),
        span=span,
        quote=words,
        sentence=sentence,
        stance=stance,
        source=Source(name=source, kind=SourceKind.OFFICE, key=source.casefold(), span=mention) if source else None,
        cue=at(where, cue) if cue else None,
        pieces=(span,),
        quoted=(),
        via=via,
    )


def claim(
    text: str,
    standing: Standing,
    origins: tuple[int, int],
    statements: Sequence[Statement],
    resting: Sequence[str | None] = (),
    why: str = "",
) -> Claim:
    return Claim(
        id=content_id("claim", text),
        text=text,
        statements=tuple(statements),
        origins=tuple(resting) or (None,) * len(statements),
        independence=Independence(min=origins[0], max=origins[1], why=why),
        standing=standing,
        why=why,
    )


def side(where: Article, words: str, value: str, focus: str | None = None) -> Side:
    span = at(where, words)
    mark = None
    if focus is not None:
        start = span.start + words.index(focus)
        mark = Span(where.id, start, start + len(focus))
    return Side(span=span, quote=words, value=value, focus=mark)


def finding(
    kind: FindingKind, severity: Severity, why: str, weight: float, sides: Sequence[Side], claims: Sequence[Claim] = ()
) -> Finding:
    return Finding(
        id=content_id("finding", kind, why),
        kind=kind,
        severity=severity,
        why=why,
        claims=tuple(one.id for one in claims),
        sides=tuple(sides),
        weight=weight,
    )


def passage(a: Article, b: Article, in_a: str, in_b: str | None = None, verbatim: float = 1.0) -> Passage:
    return Passage(a=at(a, in_a), b=at(b, in_b or in_a), verbatim=verbatim)


def evidence(where: Article, words: str, why: str) -> Evidence:
    return Evidence(span=at(where, words), why=why)


def witness(rebuilt: str, line: str, where: Article, words: str, verbatim: float) -> Witness:
    start = rebuilt.index(line)
    return Witness(start=start, end=start + len(line), span=at(where, words), text=words, verbatim=verbatim)
