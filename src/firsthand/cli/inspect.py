"""`firsthand inspect`: what one stage made of the pages, as JSON lines."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from firsthand.model import Report, Span, Statement, StoryReport
from firsthand.report import plain
from firsthand.report.json import encoded

from .failures import tell, tell_nothing_found
from .output import print_out
from .progress import Progress
from .values import quantity_lines, texts_of, time_lines

Line = dict[str, Any]


def inspect(arguments: argparse.Namespace) -> int:
    """Run the pipeline as far as the stage needs it, and print the stage's lines."""
    from firsthand import pipeline  # brings in the language tools

    if arguments.stage in ("times", "quantities"):
        return _values(arguments)

    with Progress(quiet=arguments.quiet) as progress:
        if arguments.stage == "articles":
            pages, articles, failures = pipeline.articles_of(arguments.paths, progress, workers=arguments.workers)
            lines = [plain.article_data(article) for article in articles]
        else:
            made = pipeline.run(arguments.paths, progress=progress, workers=arguments.workers)
            pages, articles, failures = made.pages, made.articles, made.failures
            lines = list(lines_of(made, arguments.stage))
    if not arguments.quiet:
        tell(failures)
    for line in lines:
        print_out(encoded(line))
    if not articles:
        tell_nothing_found(len(pages))
        return 1
    return 0


def _values(arguments: argparse.Namespace) -> int:
    """Print the times or quantities of texts. A plain text is read as it stands: a sentence is enough, and offsets
    count its own characters."""
    from firsthand import pipeline

    pages, articles, failures = pipeline.articles_of(arguments.paths, workers=arguments.workers)
    texts = list(texts_of(pages, articles))
    read = {where["path"] for where, _, _ in texts}
    if not arguments.quiet:
        tell(tuple(one for one in failures if one.subject not in read))
    for where, text, day in texts:
        lines = time_lines(text, arguments.published or day) if arguments.stage == "times" else quantity_lines(text)
        for line in lines:
            print_out(encoded({**line, **where}))
    if not texts:
        tell_nothing_found(len(pages))
        return 1
    return 0


def lines_of(report: Report, stage: str) -> Iterator[Line]:
    """The lines of one stage, story by story."""
    words = {article.id: article.text for article in report.articles}
    for story in report.stories:
        yield from _STAGES[stage](story, words)


def _stories(story: StoryReport, words: dict[str, str]) -> Iterator[Line]:
    yield {**plain.story_head_data(story), "placings": plain.placings_data(story)}


def _lineage(story: StoryReport, words: dict[str, str]) -> Iterator[Line]:
    head = {"story": story.story.id}
    for overlap in story.lineage.overlaps:
        line = plain.overlap_data(overlap)
        for data, passage in zip(line["passages"], overlap.passages, strict=True):
            data["a_quote"], data["b_quote"] = _quote(passage.a, words), _quote(passage.b, words)
        yield {**head, "kind": "overlap", **line}
    for origin in story.lineage.origins:
        line = plain.origin_data(origin)
        for data, evidence in zip(line["evidence"], origin.evidence, strict=True):
            data["quote"] = _quote(evidence.span, words)
        yield {**head, "kind": "origin", "origin": line}
    independence = story.lineage.independence
    yield {**head, "kind": "independence", "min": independence.min, "max": independence.max, "why": independence.why}


def _statements(story: StoryReport, words: dict[str, str]) -> Iterator[Line]:
    place = {article: at for at, article in enumerate(story.story.articles)}
    resting: list[tuple[Statement, str | None, str]] = []
    for claim in story.claims:
        origins = claim.origins or (None,) * len(claim.statements)
        resting += [(said, origin, claim.id) for said, origin in zip(claim.statements, origins, strict=True)]
    resting.sort(key=lambda one: (place.get(one[0].span.article, len(place)), one[0].span, one[0].id))
    for said, origin, claim_id in resting:
        yield {"story": story.story.id, "claim": claim_id, **plain.statement_data(said, origin)}


def _claims(story: StoryReport, words: dict[str, str]) -> Iterator[Line]:
    for claim in story.claims:
        yield {"story": story.story.id, **plain.claim_data(claim)}


def _findings(story: StoryReport, words: dict[str, str]) -> Iterator[Line]:
    for finding in story.findings:
        yield {"story": story.story.id, **plain.finding_data(finding)}


def _quote(span: Span, words: dict[str, str]) -> str:
    return words.get(span.article, "")[span.start : span.end]


_STAGES: dict[str, Callable[[StoryReport, dict[str, str]], Iterator[Line]]] = {
    "stories": _stories,
    "lineage": _lineage,
    "statements": _statements,
    "claims": _claims,
    "findings": _findings,
}
