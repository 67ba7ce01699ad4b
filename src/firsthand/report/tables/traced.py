"""Tables of lineage: stories, overlaps, passages, origins with what speaks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.model import Report

from .columns import ARTICLE, END, START, STORY, Table, Value, integer, number, text, truth

_ORIGIN = text("origin", "The origin: `origins.origin`.")


def _stories(report: Report) -> Iterator[Sequence[Value]]:
    for one in report.stories:
        story, resting = one.story, one.lineage.independence
        counts = len(story.articles), resting.min, resting.max
        yield story.id, story.title, story.event.date, story.event.place, *counts, resting.why


def _overlaps(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for one in told.lineage.overlaps:
            how = str(one.relation), str(one.direction), one.share_a, one.share_b, len(one.passages), one.why
            yield told.story.id, one.a, one.b, *how


def _passages(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for overlap in told.lineage.overlaps:
            for one in overlap.passages:
                a, b = one.a, one.b
                yield told.story.id, a.article, a.start, a.end, b.article, b.start, b.end, one.verbatim


def _origins(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for one in told.lineage.origins:
            yield told.story.id, one.id, str(one.kind), one.name, one.absent, len(one.articles), one.text


def _behind(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for one in told.lineage.origins:
            for article in one.articles:
                yield told.story.id, one.id, article


def _evidence(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for origin in told.lineage.origins:
            for one in origin.evidence:
                yield told.story.id, origin.id, one.span.article, one.span.start, one.span.end, one.why


def _witnesses(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for origin in told.lineage.origins:
            for one in origin.witnesses:
                where = one.span.article, one.span.start, one.span.end
                yield told.story.id, origin.id, one.start, one.end, *where, one.text, one.verbatim


TRACED = (
    Table(
        name="stories",
        row="a story: the articles that report one event",
        columns=(
            text("story", "The story's id."),
            text("title", "What it is called."),
            text("event_date", "When the event was (ISO date), as far as the accounts say."),
            text("event_place", "Where it was."),
            integer("articles", "How many articles report it."),
            integer("independent_min", "Origins proven independent of each other."),
            integer("independent_max", "Origins possibly independent of each other."),
            text("why", "Why so many, in one sentence."),
        ),
        rows=_stories,
    ),
    Table(
        name="overlaps",
        row="what two articles share, and how",
        columns=(
            STORY,
            text("article_a", "One of the two: `articles.article`."),
            text("article_b", "The other."),
            text("relation", "`reprint`, `derived`, `shared-quotes` or `shared-boilerplate`."),
            text("direction", "Which way the text ran: `a->b`, `b->a`, `common` (both from a third) or `unknown`."),
            number("share_a", "Share of a's words that b has, 0 to 1."),
            number("share_b", "Share of b's words that a has, 0 to 1."),
            integer("passages", "How many passages they share."),
            text("why", "What speaks for this, in one sentence."),
        ),
        rows=_overlaps,
    ),
    Table(
        name="passages",
        row="a stretch of text that two articles share",
        columns=(
            STORY,
            text("article_a", "One of the two: `articles.article`."),
            integer("start_a", "Where it begins in a: code points of `articles.text`."),
            integer("end_a", "Where it ends in a, exclusive."),
            text("article_b", "The other article."),
            integer("start_b", "Where it begins in b."),
            integer("end_b", "Where it ends in b, exclusive."),
            number("verbatim", "Share of its words that stand in both in order, 0 to 1."),
        ),
        rows=_passages,
    ),
    Table(
        name="origins",
        row="where text or information comes from first",
        columns=(
            STORY,
            text("origin", "The origin's id."),
            text("kind", "`article`, `agency`, `press-release`, `post`, `speech`, `hearing` and so on: what it is."),
            text("name", "What it is called."),
            truth("absent", "Whether it is not among the pages."),
            integer("articles", "How many articles it stands behind."),
            text("text", "Its text, put together again from the articles, where it is absent and that was possible."),
        ),
        rows=_origins,
    ),
    Table(
        name="origin_articles",
        row="an origin that stands behind an article",
        columns=(STORY, _ORIGIN, ARTICLE),
        rows=_behind,
    ),
    Table(
        name="evidence",
        row="words of an article that speak for an origin",
        columns=(STORY, _ORIGIN, ARTICLE, START, END, text("why", "In what way they do.")),
        rows=_evidence,
    ),
    Table(
        name="witnesses",
        row="an article's reading of one sentence of an origin's text",
        columns=(
            STORY,
            _ORIGIN,
            integer("origin_start", "Where the sentence begins: code points of `origins.text`."),
            integer("origin_end", "Where it ends, exclusive."),
            ARTICLE,
            START,
            END,
            text("text", "The article's words."),
            number("verbatim", "Share of the sentence's words that it has in order, 0 to 1."),
        ),
        rows=_witnesses,
    ),
)
