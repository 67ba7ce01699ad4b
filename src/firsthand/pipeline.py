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
from .lineage import Cited, independence_of, trace_lineage, whom_they_cite
from .model import Article, Claim, Failure, Judgement, Lineage, Page, Report, Statement, Story, StoryReport
from .pages import read_paths
from .pooling import Pool, each, workers_for
from .statements import sources_across, statements_of
from .stories import Features, dated_and_placed, features_of, group_articles
from .text.embeddings import embed
from .text.english import parse_ahead

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
    earlier runs (see `firsthand.store.judgements`). `workers`: processes that read articles, and stories (see
    `pooling`)."""
    told = progress or _silent
    with Pool() as pool:
        pages, articles, failures = articles_of(paths, told, workers, pool)
        stories = _grouped(articles, told, workers, pool)
        by_id = {article.id: article for article in articles}
        texts = {page.id: page.text for page in pages}
        jobs = [_job(story, by_id, texts, judgements or {}) for story in stories]
        processes = _processes_for(jobs, workers)
        reports = _in_processes(jobs, processes, told, pool) if processes > 1 else _here(jobs, told)
    return Report(pages=pages, articles=articles, stories=reports, failures=failures)


Job = tuple[Story, dict[str, Article], dict[str, str], Mapping[str, Judgement]]
"""One story with its articles, the text of their pages by id, and what people have decided."""
WORTH_IT = 20
"""Articles from which a few processes are worth their start (some five seconds each, in which one reads seven)."""


def _job(
    story: Story, articles: Mapping[str, Article], texts: Mapping[str, str], judgements: Mapping[str, Judgement]
) -> Job:
    own = {key: articles[key] for key in story.articles}
    return story, own, {article.page: texts[article.page] for article in own.values()}, judgements


def _processes_for(jobs: Sequence[Job], workers: int | None) -> int:
    articles = sum(len(own) for _, own, _, _ in jobs)
    return min(len(jobs), workers_for(articles, workers, many=WORTH_IT, batch=1))


def _here(jobs: Sequence[Job], told: Progress) -> tuple[StoryReport, ...]:
    reports = []
    for done, job in enumerate(jobs):
        told("findings", done, len(jobs))
        reports.append(_report_job(job))
    told("findings", len(jobs), len(jobs))
    return tuple(reports)


def _in_processes(jobs: Sequence[Job], processes: int, told: Progress, pool: Pool) -> tuple[StoryReport, ...]:
    """The stories over several processes, the largest first, so that none waits for one that was begun last."""
    order = sorted(range(len(jobs)), key=lambda i: (-len(jobs[i][1]), i))
    made: dict[int, StoryReport] = {}
    told("findings", 0, len(jobs))
    reports = each(_report_job, [jobs[i] for i in order], processes, batch=1, pool=pool)
    for i, report in zip(order, reports, strict=True):
        made[i] = report
        told("findings", len(made), len(jobs))
    return tuple(made[i] for i in range(len(jobs)))


def _report_job(job: Job) -> StoryReport:
    story, own, texts, judgements = job
    parse_ahead([f"{article.title or ''}\n{article.text}" for article in own.values()])
    story = dated_and_placed(story, own)  # day and place by a parse of every lead, which the statements need too
    return report_story(story, own, {key: statements_of(article) for key, article in own.items()}, texts, judgements)


def articles_of(
    paths: Paths, progress: Progress | None = None, workers: int | None = 1, pool: Pool | None = None
) -> tuple[tuple[Page, ...], tuple[Article, ...], tuple[Failure, ...]]:
    """Pages, their articles, and what could not be read, in an order that does not depend on that of the paths, nor on
    the number of `workers` (see `pooling`)."""
    told = progress or _silent
    found = list(read_paths(paths))
    pages = tuple(one for one in found if isinstance(one, Page))
    failures = [one for one in found if isinstance(one, Failure)]
    articles: list[Article] = []
    for done, read in enumerate(each(_read, pages, workers, pool=pool)):
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
    arrange: Callable[[tuple[Claim, ...]], tuple[Claim, ...]] | None = None,
) -> StoryReport:
    """Lineage, claims and findings of one story; `pages` holds each page's text by its id. `arrange`: how people have
    put claims together and parted them, before anything is counted or compared."""
    own = {key: articles[key] for key in story.articles}
    furniture = {key: _furniture(article, pages[article.page]) for key, article in own.items()}
    lineage = trace_lineage(tuple(own.values()), furniture)
    said = sources_across(tuple(statement for key in story.articles for statement in statements[key]))
    joined = join_claims(said, own)
    cited = whom_they_cite(said, own, lineage)
    claims = tuple(_resting(claim, own, lineage, cited) for claim in (arrange(joined) if arrange else joined))
    return compare_claims(story, own, lineage, claims, judgements)


def _furniture(article: Article, page: str) -> tuple[str, ...]:
    """The lines of the page that are no article text: what two pages share of them is boilerplate."""
    return tuple(
        line for f in article.furniture for line in page[f.page_start : f.page_end].splitlines() if line.strip()
    )


def _resting(claim: Claim, articles: Mapping[str, Article], lineage: Lineage, cited: Cited) -> Claim:
    """The claim, with the origin that each of its statements rests on."""
    origins, independence = independence_of(claim.statements, articles, lineage, claim.points, cited)
    return replace(claim, origins=origins, independence=independence)


def _grouped(articles: Sequence[Article], told: Progress, workers: int | None, pool: Pool) -> tuple[Story, ...]:
    told("stories", 0, 1)
    distinct = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    featured = list(each(_features, distinct, workers, pool=pool))
    stories = group_articles(articles, features=featured, with_events=False)
    told("stories", 1, 1)
    return stories


def _features(article: Article) -> Features:
    return features_of(article, embed)


def _silent(stage: str, done: int, total: int) -> None:
    """No one is watching."""
