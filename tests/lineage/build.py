"""Articles and statements made by hand, for tests of lineage."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.lineage import independence_of, trace_lineage
from firsthand.lineage.sentences import sentence_stretches
from firsthand.model import (
    Article,
    Credit,
    CreditKind,
    Dateline,
    Independence,
    Precision,
    Published,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
)


def article(
    key: str, text: str, *, publisher: str | None = None, agency: str | None = None, published: str | None = None
) -> Article:
    dateline = Dateline(place=None, date=None, agency=agency, start=0, end=1) if agency else None
    return Article(
        id=key, page=f"page-{key}", path=f"{key}.txt", title=None, text=text, publisher=publisher, byline=None,
        language="en", dateline=dateline, credits=(), page_spans=(),
        published=Published(value=published, precision=Precision.DAY, basis="meta") if published else None,
    )  # fmt: skip


def crediting(of: Article, name: str, kind: CreditKind = CreditKind.PUBLISHER) -> Article:
    from dataclasses import replace

    return replace(of, credits=(Credit(name=name, kind=kind, start=None, end=None),))


def statement(of: Article, quote: str, source: str | None = None, kind: SourceKind = SourceKind.PERSON,
              stance: Stance = Stance.REPORTS, via: tuple[str, ...] = ()) -> Statement:  # fmt: skip
    start = of.text.index(quote)
    around = next((s, e) for s, e in sentence_stretches(of.text) if s <= start < e)
    return Statement(
        id=f"{of.id}-{start}", span=Span(of.id, start, start + len(quote)), quote=quote, sentence=Span(of.id, *around),
        stance=stance if source else Stance.ASSERTS, cue=None, pieces=(), quoted=(), via=via,
        source=Source(name=source, kind=kind, key=source.lower(), span=None) if source else None,
    )  # fmt: skip


def rests(statements: Sequence[Statement], articles: Sequence[Article]) -> Independence:
    """The range of origins of a claim, in articles that say nothing else."""
    return independence_of(statements, {a.id: a for a in articles}, trace_lineage(articles))[1]
