"""A small report made by hand: two invented articles on a closed bridge."""

from __future__ import annotations

from firsthand.model import (
    Article,
    Claim,
    Direction,
    Event,
    Failure,
    Finding,
    FindingKind,
    Independence,
    Lineage,
    Overlap,
    Page,
    Passage,
    Relation,
    Report,
    Severity,
    Side,
    Span,
    Stance,
    Standing,
    Statement,
    Story,
    StoryReport,
)

_TEXTS = {
    "a.txt": "The bridge at Lower Fen is closed for six weeks. Buses go by the mill.",
    "b.txt": "The bridge at Lower Fen is closed for eight weeks.",
}


def small_report() -> Report:
    """One story, two claims, one finding, one failure."""
    a, b = (_article(path) for path in _TEXTS)
    weeks = (_said(a, "closed for six weeks"), _said(b, "closed for eight weeks"))
    others = (_said(a, "Buses go by the mill"), _said(a, "The bridge at Lower Fen is closed"))
    one = Independence(min=1, max=2, why="Nothing is credited.")
    shared = "The bridge at Lower Fen is closed"
    return Report(
        pages=tuple(
            Page(
                id=f"page-{path}",
                path=path,
                url=None,
                sha256="0",
                media_type="text/plain",
                charset="utf-8",
                text=text,
            )
            for path, text in _TEXTS.items()
        ),
        articles=(a, b),
        stories=(
            StoryReport(
                story=Story(
                    id="story-1",
                    title="Bridge closed",
                    articles=(a.id, b.id),
                    event=Event(date=None, place="Lower Fen"),
                ),
                lineage=Lineage(
                    overlaps=(
                        Overlap(
                            a=a.id,
                            b=b.id,
                            relation=Relation.DERIVED,
                            share_a=0.5,
                            share_b=0.7,
                            direction=Direction.UNKNOWN,
                            passages=(Passage(a=_at(a, shared), b=_at(b, shared), verbatim=1.0),),
                            why="",
                        ),
                    ),
                    origins=(),
                    independence=one,
                ),
                claims=(_claim("Closed for weeks.", weeks), _claim("Buses go by the mill.", others)),
                findings=(
                    Finding(
                        id="finding-1",
                        kind=FindingKind.NUMBER,
                        severity=Severity.MAJOR,
                        why="Six weeks, or eight.",
                        claims=("claim-Closed for weeks.",),
                        sides=tuple(Side(span=said.span, quote=said.quote, value="") for said in weeks),
                        weight=0.9,
                    ),
                ),
                timeline=(),
            ),
        ),
        failures=(Failure(stage="pages", subject="gone.txt", reason="no such file"),),
    )


def _article(path: str) -> Article:
    return Article(
        id=f"article-{path}",
        page=f"page-{path}",
        path=path,
        title="Bridge closed",
        text=_TEXTS[path],
        publisher=None,
        byline=None,
        language="en",
        dateline=None,
        published=None,
        credits=(),
        page_spans=(),
    )


def _at(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(article.id, start, start + len(words))


def _said(article: Article, words: str) -> Statement:
    span = _at(article, words)
    return Statement(
        id=f"statement-{span.article}-{span.start}",
        span=span,
        quote=words,
        sentence=span,
        stance=Stance.ASSERTS,
        source=None,
        cue=None,
        pieces=(span,),
        quoted=(),
    )


def _claim(text: str, statements: tuple[Statement, ...]) -> Claim:
    return Claim(id=f"claim-{text}", text=text, statements=statements, standing=Standing.SINGLE_ARTICLE)
