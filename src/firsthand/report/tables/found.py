"""Tables of what was found: pages, articles, credits, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.model import Report

from .columns import ARTICLE, END, START, Table, Value, integer, text


def _pages(report: Report) -> Iterator[Sequence[Value]]:
    for one in report.pages:
        yield one.id, one.path, one.url, one.sha256, one.media_type, one.charset, one.fetched


def _articles(report: Report) -> Iterator[Sequence[Value]]:
    stories = {key: story.story.id for story in report.stories for key in story.story.articles}
    for one in report.articles:
        published, modified, line = one.published, one.modified, one.dateline
        yield (
            one.id,
            stories.get(one.id),
            one.page,
            one.path,
            one.publisher,
            one.byline,
            one.title,
            one.standfirst,
            one.section,
            one.language,
            published.value if published else None,
            str(published.precision) if published else None,
            published.basis if published else None,
            modified.value if modified else None,
            line.place if line else None,
            line.date if line else None,
            line.agency if line else None,
            one.url,
            len(one.text),
            len(one.text.split()),
            one.text,
        )


def _credits(report: Report) -> Iterator[Sequence[Value]]:
    for one in report.articles:
        for credit in one.credits:
            yield one.id, credit.name, str(credit.kind), credit.start, credit.end


def _failures(report: Report) -> Iterator[Sequence[Value]]:
    for one in report.failures:
        yield one.stage, one.subject, one.reason


FOUND = (
    Table(
        name="pages",
        row="a page as found",
        columns=(
            text("page", "The page's id."),
            text("path", "Its path as given to the run."),
            text("url", "Its address, where it is known."),
            text("sha256", "Hash of its bytes as found."),
            text("media_type", "`text/html`, `text/plain` or `text/markdown`."),
            text("charset", "The encoding that its bytes were decoded with."),
            text("fetched", "When it was fetched (ISO 8601), where that is known."),
        ),
        rows=_pages,
    ),
    Table(
        name="articles",
        row="an article: one piece by one publisher",
        columns=(
            text("article", "The article's id."),
            text("story", "The story it belongs to: `stories.story`."),
            text("page", "The page it was read from: `pages.page`."),
            text("path", "That page's path."),
            text("publisher", "The outlet."),
            text("byline", "Who wrote it, as the page says."),
            text("title", "Headline."),
            text("standfirst", "The summary between headline and text."),
            text("section", "Section of the outlet."),
            text("language", "ISO 639-1, or `und`."),
            text("published", "When it was published: ISO 8601, as fine as the page says."),
            text("published_precision", "`minute`, `hour`, `day`, `month` or `year`."),
            text("published_basis", "What says so (`json-ld`, `visible`, `dateline` …)."),
            text("modified", "When it was changed: ISO 8601."),
            text("dateline_place", "Place of the dateline."),
            text("dateline_date", "Date of the dateline, as written."),
            text("dateline_agency", "Agency of the dateline."),
            text("url", "The address that the page gives for the article."),
            integer("length", "Code points of `text`."),
            integer("words", "Words of `text`."),
            text("text", "The article's canonical text. All offsets of all tables count its code points."),
        ),
        rows=_articles,
    ),
    Table(
        name="credits",
        row="whom an article names as behind its text or pictures",
        columns=(
            ARTICLE,
            text("name", "Who is credited."),
            text("kind", "`agency`, `publisher`, `press-release`, `post`, `contributor` or `image`."),
            START,
            END,
        ),
        rows=_credits,
    ),
    Table(
        name="failures",
        row="what could not be read",
        columns=(
            text("stage", "Where it failed: `pages` or `articles`."),
            text("subject", "What: a path, or a path and a place in it."),
            text("reason", "Why."),
        ),
        rows=_failures,
    ),
)
