"""The table of contents: the stages in order, what goes in and what comes out.

Each stage is a pure function that takes one page, one article or one story at a time; only `stories` looks across
articles. A failure of the world (a page without an article) is kept as data and the run goes on; ours raise.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from .articles import NoArticle, read_page
from .claims import join_claims
from .findings import compare_claims
from .lineage import independence_of, trace_lineage
from .model import Article, Claim, Failure, Judgement, Lineage, Page, Report, Statement, Story, StoryReport
from .pages import read_paths
from .pooling import each
from .statements import sources_across, statements_of
from .stories import group_articles

Paths = Sequence[str | os.PathLike[str]]
Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its subjects are done, and how many there are."""


def run(
    paths: Paths,
    progress: Progress | None = None,
    judgements: Mapping[str, Judgement] | None = None,
    workers: int | None = 1,
) -> Report:
    """The report over files and folders: every stage, in order. `judgements`: what people have decided on findings of
    earlier runs (see `firsthand.store.judgements`). `workers`: processes that read articles (see `pooling`)."""
    told = progress or _silent
    pages, articles, failures = articles_of(paths, told, workers)
    stories = _grouped(articles, told)
    by_id = {article.id: article for article in articles}
    statements = _stated(articles, told)
    texts = {page.id: page.text for page in pages}
    reports = []
    for done, story in enumerate(stories):
        told("findings", done, len(stories))
        reports.append(report_story(story, by_id, statements, texts, judgements))
    told("findings", len(stories), len(stories))
    return Report(pages=pages, articles=articles, stories=tuple(reports), failures=failures)


def articles_of(
    paths: Paths, progress: Progress | None = None, workers: int | None = 1
) -> tuple[tuple[Page, ...], tuple[Article, ...], tuple[Failure, ...]]:
    """Pages, their articles, and what could not be read, in an order that does not depend on that of the paths, nor on
    the number of `workers` (see `pooling`)."""
    told = progress or _silent
    found = list(read_paths(paths))
    pages = tuple(one for one in found if isinstance(one, Page))
    failures = [one for one in found if isinstance(one, Failure)]
    articles: list[Article] = []
    for done, read in enumerate(each(_read, pages, workers)):
        told("articles", done, len(pages))
        if isinstance(read, Failure):
            failures.append(read)
        else:
            articles.extend(read)
    told("articles", len(pages), len(pages))
    return pages, tuple(articles), tuple(failures)


def _read(page: Page) -> tuple[Article, ...] | Failure:
    try:
        return read_page(page)
    except NoArticle as none:
        return Failure(stage="articles", subject=page.path, reason=str(none))


def report_story(
    story: Story,
    articles: Mapping[str, Article],
    statements: Mapping[str, tuple[Statement, ...]],
    pages: Mapping[str, str],
    judgements: Mapping[str, Judgement] | None = None,
) -> StoryReport:
    """Lineage, claims and findings of one story; `pages` holds each page's text by its id."""
    own = {key: articles[key] for key in story.articles}
    furniture = {key: _furniture(article, pages[article.page]) for key, article in own.items()}
    lineage = trace_lineage(tuple(own.values()), furniture)
    said = sources_across(tuple(statement for key in story.articles for statement in statements[key]))
    claims = tuple(_resting(claim, own, lineage) for claim in join_claims(said, own))
    return compare_claims(story, own, lineage, claims, judgements)


def _furniture(article: Article, page: str) -> tuple[str, ...]:
    """The lines of the page that are no article text: what two pages share of them is boilerplate."""
    return tuple(
        line for f in article.furniture for line in page[f.page_start : f.page_end].splitlines() if line.strip()
    )


def _resting(claim: Claim, articles: Mapping[str, Article], lineage: Lineage) -> Claim:
    """The claim, with the origin that each of its statements rests on."""
    origins, independence = independence_of(claim.statements, articles, lineage)
    return replace(claim, origins=origins, independence=independence)


def _grouped(articles: Sequence[Article], told: Progress) -> tuple[Story, ...]:
    told("stories", 0, 1)
    stories = group_articles(articles)
    told("stories", 1, 1)
    return stories


def _stated(articles: Sequence[Article], told: Progress) -> dict[str, tuple[Statement, ...]]:
    said = {}
    for done, article in enumerate(articles):
        told("statements", done, len(articles))
        said[article.id] = statements_of(article)
    told("statements", len(articles), len(articles))
    return said


def _silent(stage: str, done: int, total: int) -> None:
    """No one is watching."""
