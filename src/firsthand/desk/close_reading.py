"""A sentence beside the claims that could speak of it: on one point or not, and if so, alike or not.

Which claims are on its point, the comparing model says; whether they differ, the facets say that findings are made of,
run on the sentence and the sentences that the claim was told in. The model alone never makes a difference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.model import (
    Article,
    Claim,
    Event,
    Independence,
    Lineage,
    Source,
    Span,
    Stance,
    Statement,
    Story,
    content_id,
)

from .values import Said

if TYPE_CHECKING:
    from firsthand.text.comparing import Comparison

CHECKED = "the text checked"
TELLERS = 4
"""Sentences of one claim that are read beside what is checked: each of another article."""
SAME, FOLLOWS, AGAINST = 0.5, 0.5, 0.5
"""As `text.comparing` has them: it was trained as a probability."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of one claim beside the sentence."""

    same: Said
    reason: str
    likeness: float
    """How sure it is that both are on one point, 0..1."""


def as_article(text: str) -> Article:
    """A sentence as an article of nobody's."""
    name = content_id("checked", text)
    return Article(
        id=name,
        page=name,
        path=CHECKED,
        title=None,
        text=text,
        publisher=CHECKED,
        byline=None,
        language="en",
        dateline=None,
        published=None,
        credits=(),
        page_spans=(),
    )


def statements_in(article: Article) -> tuple[Statement, ...]:
    """What a sentence says; as a whole, where nothing in it stands out."""
    from firsthand.statements import statements_of

    found = statements_of(article)
    if found:
        return found
    whole = Span(article.id, 0, len(article.text))
    return (
        Statement(
            id=content_id("statement", article.id),
            span=whole,
            quote=article.text,
            sentence=whole,
            stance=Stance.ASSERTS,
            source=None,
            cue=None,
            pieces=(),
            quoted=(),
        ),
    )


def read_beside(
    asked: Article, said: Sequence[Statement], claims: Sequence[tuple[Claim, Mapping[str, Article]]]
) -> list[Read]:
    """What each claim has to do with the sentence; each comes with the articles that it was told in."""
    from firsthand.text.comparing import compare

    compared = compare([(asked.text, claim.text) for claim, _ in claims])
    return [
        _read(asked, said, claim, articles, likeness)
        for (claim, articles), likeness in zip(claims, compared, strict=True)
    ]


def _read(
    asked: Article, said: Sequence[Statement], claim: Claim, articles: Mapping[str, Article], like: Comparison
) -> Read:
    if like.same < SAME:
        return Read(same="related", reason="It is near in words or sense, and on another point.", likeness=like.same)
    difference = _difference(asked, said, claim, articles)
    if difference is not None:
        return Read(same="differs", reason=difference, likeness=like.same)
    if like.contradicts < AGAINST and max(like.entails, like.entailed) >= FOLLOWS:
        both = like.entails >= FOLLOWS and like.entailed >= FOLLOWS
        reason = "Both say the same." if both else "One says what the other says, and more."
        return Read(same="agrees", reason=reason, likeness=like.same)
    reason = "It is on the same point; neither says what the other says."
    if like.contradicts >= AGAINST:
        reason = "It is on the same point, and may not go together with it; no number, date, name or denial shows how."
    return Read(same="related", reason=reason, likeness=like.same)


def _difference(asked: Article, said: Sequence[Statement], claim: Claim, articles: Mapping[str, Article]) -> str | None:
    """The first thing in which the sentence differs from the sentences of the claim; None where nothing does."""
    from firsthand.findings import compare_claims

    told = [_alone(statement, articles[statement.span.article]) for statement in tellers_of(claim)]
    everyone = {asked.id: asked, **{article.id: article for article, _ in told}}
    both = replace(claim, statements=(*said, *(statement for _, statement in told)), origins=(), independence=None)
    lineage = Lineage(overlaps=(), origins=(), independence=Independence(min=0, max=0, why=""))
    story = Story(id="checked", title="", articles=tuple(everyone), event=Event(date=None, place=None))
    report = compare_claims(story, everyone, lineage, (both,))
    for finding in (*report.findings, *report.updates):
        if len(finding.sides) > 1 and any(side.span.article == asked.id for side in finding.sides):
            return finding.why
    return None


def tellers_of(claim: Claim) -> list[Statement]:
    """Statements of a claim, one an article, in the order of the story."""
    first = {statement.span.article: statement for statement in reversed(claim.statements)}
    return [one for one in claim.statements if first[one.span.article] is one][:TELLERS]


def _alone(statement: Statement, article: Article) -> tuple[Article, Statement]:
    """A statement in its sentence, without the rest of its article."""
    start, end = statement.sentence.start, statement.sentence.end
    text = article.text[start:end]

    def moved(span: Span) -> Span:
        return Span(span.article, span.start - start, span.end - start)

    def inside(span: Span | None) -> bool:
        return span is not None and start <= span.start and span.end <= end

    def those(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(moved(span) for span in spans if inside(span))

    source: Source | None = statement.source
    if source is not None:
        source = replace(source, span=moved(source.span) if source.span and inside(source.span) else None)
    span = Span(article.id, max(start, statement.span.start), min(end, statement.span.end))
    made = replace(
        statement,
        span=moved(span),
        sentence=Span(article.id, 0, len(text)),
        source=source,
        cue=moved(statement.cue) if statement.cue and inside(statement.cue) else None,
        pieces=those(statement.pieces),
        quoted=those(statement.quoted),
        whole=those(statement.whole),
    )
    return replace(article, text=text, title=None, credits=(), page_spans=(), furniture=()), made
