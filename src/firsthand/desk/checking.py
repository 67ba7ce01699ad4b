"""The fact-checker's first move: here is a sentence, or an article; who says so, on what, and who differs?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from firsthand.model import Article, Claim, StoryReport
from firsthand.store.articles import articles_of
from firsthand.store.opening import Store
from firsthand.store.packing import unpacked
from firsthand.store.tables import STORIES

from .asked import article_at, as_asked, sentences_of
from .close_reading import Beside, Read, as_article, read_beside, statements_in
from .errors import Refused
from .indexing import NAMELESS, deniers_of, full_names, source_id
from .nearest import Candidate, nearest_claims
from .rows import shown_row
from .values import Check, Match, Saying

if TYPE_CHECKING:
    from firsthand.pages.fetching import Policy

__all__ = ["as_asked", "check", "check_address", "check_text"]

READ = 8
"""Claims that are read closely for a sentence: the nearest by sense and shared words. Of 68 sentences of
bench/checks.txt that belong to a claim, 67 have it among the first 8, and 67 among the first 14."""
SHOWN_NEAR = 0.5
"""Cosine from which a claim that is only near is shown where nothing speaks of the sentence itself."""
MOST_SENTENCES = 8


def check(store: Store, asked: str | Article, *, limit: int = 5) -> Check:
    """What the store says of a sentence (or a few), or of an article.

    Raises:
        Refused: there is nothing to check, or more than is checked at once.
    """
    if isinstance(asked, Article):
        from .checking_articles import check_article

        return check_article(store, asked, limit=limit)
    sentences = sentences_of(asked)
    if not sentences:
        raise Refused("there is nothing to check")
    if len(sentences) > MOST_SENTENCES:
        raise Refused(f"more than {MOST_SENTENCES} sentences: check them as an article")
    with store.read() as connection:
        found = [match for sentence in sentences for match in matches_for(connection, sentence)]
        shown = best_of(found, limit)
        story = shown_row(connection, shown[0].story) if shown and shown[0].same != "related" else None
    return Check(kind="sentence", story=story, matches=shown, why=why_of(shown))


def check_text(store: Store, text: str, limit: int = 5) -> Check:
    """What the store says of a text: of its sentences where it is short, of the article that it is where it is long.

    Raises:
        Refused: there is nothing to check, or more than is checked at once.
    """
    return check(store, as_asked(text), limit=limit)


def check_address(store: Store, url: str, policy: Policy, limit: int = 5) -> Check:
    """What the store says of the article at a URL, which is fetched for it and not kept.

    Raises:
        Refused: it cannot be had, or holds no article.
    """
    return check(store, article_at(url, policy), limit=limit)


def matches_for(connection: Connection, sentence: str) -> list[Match]:
    """The claims that speak of one sentence, and those that are near."""
    from firsthand.text.embeddings import embed

    near = nearest_claims(connection, sentence, embed, READ)
    if not near:
        return []
    article = as_article(sentence)
    return read_candidates(connection, article, sentence, near)


def read_candidates(connection: Connection, article: Article, sentence: str, near: Sequence[Candidate]) -> list[Match]:
    """Candidates read closely beside a sentence that stands alone as an article."""
    reports = reports_of(connection, list(dict.fromkeys(one.row.story for one in near)))
    pairs = [(one, claim) for one in near if (claim := _claim(reports.get(one.row.story), one.row.id)) is not None]
    names = list(dict.fromkeys(s.span.article for _, claim in pairs for s in claim.statements))
    articles = {one.id: one for one in articles_of(connection, names)}
    told = [
        Beside(
            story=one.row.story,
            claim=claim,
            articles={name: articles[name] for name in dict.fromkeys(s.span.article for s in claim.statements)},
            cosine=one.cosine,
        )
        for one, claim in pairs
    ]
    read = read_beside(article, statements_in(article), told)
    return [
        _match(reports[one.row.story], claim, one, made, articles, sentence)
        for (one, claim), made in zip(pairs, read, strict=True)
        if made.same != "related" or one.cosine >= SHOWN_NEAR
    ]


def best_of(found: Sequence[Match], limit: int) -> tuple[Match, ...]:
    """The matches that tell most: what differs or agrees before what is only near, each claim once."""
    once = {(one.story, one.claim): one for one in sorted(found, key=_order, reverse=True)}
    return tuple(sorted(once.values(), key=_order)[: max(1, min(limit, 50))])


def why_of(shown: Sequence[Match]) -> str:
    """What was found, in one sentence."""
    agree, differ = (sum(one.same == what for one in shown) for what in ("agrees", "differs"))
    if agree or differ:
        told = [f"{_counted(agree, 'claim')} of the store say{'s' * (agree == 1)} the same"] if agree else []
        told += [f"{_counted(differ, 'claim')} differ{'s' * (differ == 1)} from it"] if differ else []
        return " and ".join(told) + "."
    return "Nothing in the store says this or differs from it" + ("; the nearest is shown." if shown else ".")


def reports_of(connection: Connection, stories: Sequence[str]) -> dict[str, StoryReport]:
    """The reports of some stories."""
    asked = select(STORIES.c.id, STORIES.c.report).where(STORIES.c.id.in_(list(stories)))
    return {row.id: unpacked(row.report, StoryReport) for row in connection.execute(asked) if row.report}


def sayings_of(report: StoryReport, claim: Claim, articles: dict[str, Article], limit: int = 20) -> tuple[Saying, ...]:
    """Who says a claim: each statement with its source, or the article's own voice."""
    names = full_names(report)
    denying = deniers_of(claim, names, articles)
    made = []
    for statement in claim.statements[:limit]:
        source, article = statement.source, articles[statement.span.article]
        name = names.get(source.entity, source.name) if source else ""
        own = source is not None and source.kind not in NAMELESS
        made.append(
            Saying(
                source=source_id(name, source, report.story.id) if source and own else "",
                name=name,
                story=report.story.id,
                story_title=report.story.title,
                article=article.id,
                publisher=article.publisher,
                claim=claim.id,
                quote=statement.quote,
                start=statement.span.start,
                end=statement.span.end,
                stance=str(statement.stance),
                when=article.published.value if article.published else None,
                denied_by=() if statement.stance == "denies" else tuple(one for one in denying if one != name),
            )
        )
    return tuple(made)


def _match(
    report: StoryReport, claim: Claim, near: Candidate, made: Read, articles: dict[str, Article], sentence: str
) -> Match:
    return Match(
        story=report.story.id,
        story_title=report.story.title,
        claim=claim.id,
        text=claim.text,
        standing=str(claim.standing) if claim.standing else None,
        origins_min=claim.independence.min if claim.independence else 0,
        origins_max=claim.independence.max if claim.independence else 0,
        why=claim.why,
        same=made.same,
        reason=made.reason,
        score=round(near.score + made.likeness, 4),
        said_by=sayings_of(report, claim, articles),
        differing=tuple(one for one in report.findings if claim.id in one.claims),
        sentence=sentence,
    )


def _claim(report: StoryReport | None, name: str) -> Claim | None:
    return next((claim for claim in report.claims if claim.id == name), None) if report else None


def _order(match: Match) -> tuple[bool, float, str, str]:
    return match.same == "related", -match.score, match.story, match.claim


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
