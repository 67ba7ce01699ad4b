"""Values of the desk as the tools tell them."""

from __future__ import annotations

from collections.abc import Mapping

from firsthand.desk.values import ArticleRow, Check, Hit, Match, Saying, SourceRow, StoryRow
from firsthand.model import Article, Claim, Finding, Origin, Statement

from .quoting import quoted, quoted_or_none
from .results import (
    ArticleTold,
    ClaimTold,
    FindingTold,
    Found,
    MatchTold,
    OriginTold,
    Range,
    SaidTold,
    SayingTold,
    SourceLine,
    StoryLine,
    Words,
)

_TITLE = 200
_SAYINGS = 6
_SIDES = 4


def hit_told(hit: Hit) -> Found:
    """One thing found."""
    return Found(
        kind=hit.kind, id=hit.id, story=hit.story, title=quoted(hit.title, _TITLE), snippet=quoted(hit.snippet)
    )


def story_line(row: StoryRow) -> StoryLine:
    """A story at a glance."""
    return StoryLine(
        id=row.id,
        title=quoted(row.title, _TITLE),
        articles=row.articles,
        publishers=[quoted(name, _TITLE) for name in row.publishers[:20]],
        event_date=row.event_date,
        event_place=quoted_or_none(row.event_place, _TITLE),
        updated=row.updated,
        independent_origins=Range(proven=row.origins_min, possibly=row.origins_max),
        disputed=row.disputed,
        claims=row.claims,
        findings=row.findings,
    )


def claim_told(claim: Claim, articles: Mapping[str, Article]) -> ClaimTold:
    """A claim with the first of those who speak to it."""
    independence = claim.independence
    return ClaimTold(
        id=claim.id,
        text=quoted(claim.text),
        standing=claim.standing,
        independent_origins=Range(proven=independence.min, possibly=independence.max) if independence else None,
        why=quoted(claim.why),
        said_by=[_statement(one, articles) for one in claim.statements[:_SAYINGS]],
    )


def finding_told(finding: Finding, articles: Mapping[str, Article]) -> FindingTold:
    """A finding with both sides' words."""
    return FindingTold(
        id=finding.id,
        kind=finding.kind,
        severity=finding.severity,
        why=quoted(finding.why),
        sides=[
            Words(
                article=side.span.article,
                publisher=_publisher(side.span.article, articles),
                quote=quoted(side.quote),
            )
            for side in finding.sides[:_SIDES]
        ],
    )


def origin_told(origin: Origin) -> OriginTold:
    """An origin."""
    return OriginTold(
        kind=origin.kind,
        name=quoted(origin.name, _TITLE),
        articles=list(origin.articles[:20]),
        among_the_pages=not origin.absent,
        rebuilt_text=quoted_or_none(origin.text, 2_000),
    )


def article_told(article: Article) -> ArticleTold:
    """An article by its head."""
    return ArticleTold(
        id=article.id,
        publisher=quoted(article.publisher, _TITLE),
        title=quoted(article.title, _TITLE),
        published=article.published.value if article.published else None,
        url=quoted_or_none(article.url),
        begins=quoted(article.text),
    )


def source_line(row: SourceRow) -> SourceLine:
    """A source at a glance."""
    return SourceLine(
        id=row.id,
        name=quoted(row.name, _TITLE),
        kind=row.kind,
        roles=[quoted(role, _TITLE) for role in row.roles[:8]],
        stories=row.stories,
        statements=row.statements,
    )


def saying_told(saying: Saying) -> SaidTold:
    """What a source is cited for."""
    return SaidTold(
        story=saying.story,
        story_title=quoted(saying.story_title, _TITLE),
        publisher=quoted(saying.publisher, _TITLE),
        quote=quoted(saying.quote),
        stance=saying.stance,
        when=saying.when,
        denied_by=[quoted(name, _TITLE) for name in saying.denied_by[:8]],
    )


def match_told(match: Match) -> MatchTold:
    """A claim beside what was checked."""
    return MatchTold(
        story=match.story,
        story_title=quoted(match.story_title, _TITLE),
        claim=ClaimTold(
            id=match.claim,
            text=quoted(match.text),
            standing=match.standing,
            independent_origins=Range(proven=match.origins_min, possibly=match.origins_max),
            why=quoted(match.why),
            said_by=[
                SayingTold(
                    who=quoted(one.name or one.publisher, _TITLE),
                    stance=one.stance,
                    publisher=quoted(one.publisher, _TITLE),
                    quote=quoted(one.quote),
                    article=one.article,
                )
                for one in match.said_by[:_SAYINGS]
            ],
        ),
        relation=match.same,
        reason=quoted(match.reason),
        differing=[finding_told(one, {}) for one in match.differing[:_SIDES]],
    )


def shared_told(check: Check) -> list[ArticleTold]:
    """Articles that the checked text shares words with."""
    return [_row_told(one.article, one.passages) for one in check.overlaps]


def _row_told(row: ArticleRow, passages: tuple[str, ...]) -> ArticleTold:
    return ArticleTold(
        id=row.id,
        publisher=quoted(row.publisher, _TITLE),
        title=quoted(row.title, _TITLE),
        published=row.published,
        url=quoted_or_none(row.url),
        begins=quoted(" … ".join(passages[:3])),
    )


def _statement(statement: Statement, articles: Mapping[str, Article]) -> SayingTold:
    publisher = _publisher(statement.span.article, articles)
    return SayingTold(
        who=quoted(statement.source.name, _TITLE) if statement.source else publisher,
        stance=statement.stance,
        publisher=publisher,
        quote=quoted(statement.quote),
        article=statement.span.article,
    )


def _publisher(article: str, articles: Mapping[str, Article]) -> str:
    known = articles.get(article)
    return quoted(known.publisher if known else None, _TITLE)
