"""The summary that a person reads in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from firsthand.model import Finding, Origin, Report, Severity, Side, StoryReport

from . import wording
from .index import StoryIndex, index_of, opening_words, ordered_claims
from .neutral import one_line
from .sides import readings_of
from .wording import in_quotation_marks

_WIDTH = 92
_MOST_SIDES = 6
_MOST_CLAIMS = 12
_MOST_OMISSIONS = 5
_BOLD, _DIM, _RED, _YELLOW, _OFF = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[0m"


class _Ink:
    """Writes words with or without terminal colours. Only here do control characters come into the output."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def bold(self, words: str) -> str:
        return self._in(_BOLD, words)

    def dim(self, words: str) -> str:
        return self._in(_DIM, words)

    def severity(self, severity: Severity, words: str) -> str:
        return self._in(_RED if severity is Severity.MAJOR else _YELLOW, words)

    def _in(self, code: str, words: str) -> str:
        return f"{code}{words}{_OFF}" if self._colour and words else words


def as_text(report: Report, colour: bool = False) -> str:
    """How many pages, articles and stories; each story with its findings; failures at the end."""
    ink = _Ink(colour)
    lines = [_head(report), ""]
    for number, story in enumerate(report.stories, start=1):
        lines += [*_story(report, story, number, ink), ""]
    lines += _failures(report, ink)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _head(report: Report) -> str:
    return ", ".join(
        (
            wording.count(len(report.pages), "page"),
            wording.count(len(report.articles), "article"),
            wording.count(len(report.stories), "story", "stories"),
            wording.count(sum(len(story.findings) for story in report.stories), "finding"),
        )
    )


def _story(report: Report, story: StoryReport, number: int, ink: _Ink) -> Iterator[str]:
    index = index_of(report, story)
    yield from _wrapped(f"{number}. {one_line(story.story.title)}", "", "   ", ink.bold)
    when = [wording.moment(part) for part in (story.story.event.date,) if part]
    where = [one_line(part) for part in (story.story.event.place,) if part]
    if when or where:
        yield "   " + ", ".join(when + where)
    articles = wording.count(len(index.articles), "article")
    independence = story.lineage.independence
    yield f"   {articles}" + (f", {wording.independent_origins(independence)}" if len(index.articles) > 1 else "")
    if independence.why and len(index.articles) > 1:
        yield from _wrapped(wording.sentence(one_line(independence.why)), "   ", "   ", ink.dim)
    yield ""
    for article in index.articles.values():
        title = one_line(article.title or opening_words(article))
        yield from _wrapped(f"[{index.numbers[article.id]}] {title}", "   ", "       ")
        yield "       " + ink.dim(index.where(article.id))
    for origin in story.lineage.origins:
        if origin.absent:
            yield from _origin(origin, index, ink)
    for at, finding in enumerate(story.findings, start=1):
        yield ""
        yield from _finding(finding, at, index, ink)
    for at, finding in enumerate(story.updates, start=len(story.findings) + 1):
        yield ""
        yield from _finding(finding, at, index, ink, update=True)
    if story.dismissed:
        yield ""
        yield f"   {wording.count(len(story.dismissed), 'finding')} judged wrong by a person"
    yield from _standings(story, ink)
    yield from _omissions(story, index)


def _origin(origin: Origin, index: StoryIndex, ink: _Ink) -> Iterator[str]:
    numbers = sorted(index.numbers[article] for article in origin.articles if article in index.numbers)
    carriers = ", ".join(f"[{number}]" for number in numbers)
    kind = wording.ORIGIN_KINDS[origin.kind]
    yield from _wrapped(f"Not among the pages: {index.origin_name(origin)} ({kind}), behind {carriers}", "   ", "     ")


def _finding(finding: Finding, number: int, index: StoryIndex, ink: _Ink, *, update: bool = False) -> Iterator[str]:
    head = f"{wording.KINDS[finding.kind]}, {'update' if update else finding.severity}"
    yield f"   {number}. " + ink.severity(finding.severity, head) + ink.dim(f"  {wording.finding_name(finding)}")
    yield from _wrapped(wording.sentence(one_line(finding.why)), "      ", "      ", ink.bold)
    if finding.judgement:
        yield from _wrapped(wording.judgement(finding.judgement), "      ", "      ")
    readings = readings_of(finding, lambda side: side.quote)
    for reading in readings[:_MOST_SIDES]:
        where = reading.side.span.article
        quote = in_quotation_marks(_starred(reading.words, list(reading.marks)))
        yield from _wrapped(f"[{index.numbers.get(where, '?')}] {quote}", "      ", "          ")
        meaning = f": {one_line(reading.side.value)}" if reading.side.value else ""
        yield from _wrapped(f"{index.where(where)}{meaning}", "          ", "          ", ink.dim)
        if reading.also:
            yield from _wrapped(f"the same in {_numbers(reading.also, index)}", "          ", "          ", ink.dim)
    if len(readings) > _MOST_SIDES:
        yield f"      and {len(readings) - _MOST_SIDES} more"


def _numbers(sides: tuple[Side, ...], index: StoryIndex) -> str:
    numbers = sorted({index.numbers[side.span.article] for side in sides if side.span.article in index.numbers})
    return ", ".join(f"[{number}]" for number in numbers)


def _starred(quote: str, marks: list[tuple[int, int]]) -> str:
    """The quotation, with the differing words between asterisks unless they are all of it."""
    if marks == [(0, len(quote))]:
        return one_line(quote)
    out, at = "", 0
    for start, end in marks:
        out += f"{quote[at:start]}*{quote[start:end]}*"
        at = end
    return one_line(out + quote[at:])


def _standings(story: StoryReport, ink: _Ink) -> Iterator[str]:
    shared = [claim for claim in ordered_claims(story) if len({said.span.article for said in claim.statements}) > 1]
    if not shared:
        return
    alone = len(story.claims) - len(shared)
    yield ""
    yield f"   {wording.count(len(shared), 'claim')} of two or more articles, {alone} of one article"
    for claim in shared[:_MOST_CLAIMS]:
        yield from _wrapped(f"{one_line(claim.text)} [{wording.standing(claim)}]", "     - ", "       ")
    if len(shared) > _MOST_CLAIMS:
        yield f"     and {len(shared) - _MOST_CLAIMS} more"


def _omissions(story: StoryReport, index: StoryIndex) -> Iterator[str]:
    if not story.omissions:
        return
    texts = {claim.id: claim.text for claim in story.claims}
    yield ""
    yield "   Left out by some accounts"
    for one in story.omissions[:_MOST_OMISSIONS]:
        gone = ", ".join(f"[{index.numbers[key]}]" for key in one.left_out_by if key in index.numbers)
        yield from _wrapped(f"{one_line(texts.get(one.claim, ''))} (not in {gone})", "     - ", "       ")


def _failures(report: Report, ink: _Ink) -> Iterator[str]:
    if not report.failures:
        return
    yield ink.bold(f"{wording.count(len(report.failures), 'failure')}:")
    for failure in report.failures:
        yield from _wrapped(
            f"{one_line(failure.subject)}: {one_line(failure.reason)} ({one_line(failure.stage)})", "   ", "     "
        )


def _wrapped(text: str, first: str, rest: str, ink: object = None) -> Iterator[str]:
    lines = textwrap.wrap(text, _WIDTH - len(rest), break_on_hyphens=False) or [""]
    for at, line in enumerate(lines):
        yield (rest if at else first) + (ink(line) if callable(ink) else line)
