"""The report as a brief in Markdown: short enough to be pasted into an e-mail, plain enough to be read unrendered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.model import Finding, Origin, Report, Side, StoryReport, TimelineEntry

from . import wording
from .index import StoryIndex, index_of, opening_words, ordered_claims
from .neutral import one_line
from .sides import Reading, readings_of
from .wording import in_quotation_marks

_SPECIAL = re.compile(r"([\\`*\[\]<>|~$]|(?<![^\W_])_|_(?![^\W_]))")  # a_b within a word is no emphasis
_ENTITY = re.compile(r"&(?=[#\w])")
_LINK = re.compile(r"(?<=\w)(:)(?=//)|(?<=\bwww)(\.)", re.IGNORECASE)
_BLOCK = re.compile(r"^([#+\-=]|\d+[.)])")
_MOST_CLAIMS = 20


def as_markdown(report: Report) -> str:
    """Each story: what it rests on, findings with both sides, claims, origins, articles. Failures at the end."""
    blocks = [line for story in report.stories for line in _story(report, story)]
    blocks += _failures(report)
    if not report.stories:
        blocks.insert(0, "No article was found.\n")
    return "\n".join(blocks)


def plain(text: str) -> str:
    """Page text on one line, with everything that Markdown or HTML would act upon escaped."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text))
    escaped = _ENTITY.sub(r"\\&", escaped)
    escaped = _LINK.sub(lambda found: "\\" + found[0], escaped)
    return _BLOCK.sub(lambda found: found[0][:-1] + "\\" + found[0][-1], escaped)


def _story(report: Report, story: StoryReport) -> Iterator[str]:
    index = index_of(report, story)
    event = story.story.event
    yield f"# {plain(story.story.title)}\n"
    when = [plain(wording.moment(event.date))] if event.date else []
    line = ", ".join(when + ([plain(event.place)] if event.place else []))
    if line:
        yield f"{line}  "
    yield f"**{wording.coverage(len(index.articles), story.lineage.independence)}**\n"
    if story.lineage.independence.why and len(index.articles) > 1:
        yield plain(wording.sentence(story.lineage.independence.why)) + "\n"
    if story.findings:
        yield "## Findings\n"
        for number, finding in enumerate(story.findings, start=1):
            yield from _finding(finding, number, index)
    if story.updates:
        yield "## Figures that rise as time goes on\n"
        for number, finding in enumerate(story.updates, start=1):
            yield from _finding(finding, number, index)
    yield from _claims(story)
    yield from _omissions(story, index)
    yield from _origins(story, index)
    if story.timeline:
        yield "## Timeline\n"
        for entry in story.timeline:
            yield f"- {plain(wording.moment(entry.value))}: {plain(entry.text)}{_differing(entry, index)}"
        yield ""
    yield "## Articles\n"
    for article in index.articles.values():
        title = plain(article.title) if article.title else plain(opening_words(article))
        yield f"- ({index.numbers[article.id]}) {title} ({plain(index.where(article.id))})"
    yield ""


def _differing(entry: TimelineEntry, index: StoryIndex) -> str:
    """The other times that accounts give for an event, each with the numbers of those."""
    others = []
    for one in entry.differing:
        numbers = sorted({index.numbers[span.article] for span in one.spans if span.article in index.numbers})
        others.append(f"{plain(wording.moment(one.value))} in {', '.join(f'({number})' for number in numbers)}")
    return f" (also dated {'; '.join(others)})" if others else ""


def _finding(finding: Finding, number: int, index: StoryIndex) -> Iterator[str]:
    judged = f" {plain(wording.judgement(finding.judgement))}" if finding.judgement else ""
    why = plain(wording.sentence(finding.why)) + judged
    yield f"{number}. **{wording.KINDS[finding.kind]}, {finding.severity}.** {why}\n"
    for reading in readings_of(finding, lambda side: side.quote):
        also = ", ".join(_number(side, index) for side in reading.also)
        same = f" The same in {also}." if also else ""
        yield f"   - {_who(reading.side, index)}: {in_quotation_marks(_bold(reading))}{same}"
    yield ""


def _who(side: Side, index: StoryIndex) -> str:
    return f"({_number(side, index)}) {plain(index.where(side.span.article))}"


def _number(side: Side, index: StoryIndex) -> str:
    return str(index.numbers.get(side.span.article, "?"))


def _bold(reading: Reading) -> str:
    words = reading.words
    if reading.marks == ((0, len(words)),):
        return plain(words)
    out, at = "", 0
    for start, end in reading.marks:
        out += f"{_spaced(words[at:start])}**{plain(words[start:end])}**"
        at = end
    return (out + _spaced(words[at:])).strip()


def _spaced(words: str) -> str:
    """Page text made plain, with a space kept at either end where there was one."""
    before, after = words[:1].isspace(), words[-1:].isspace()
    inner = plain(words)
    return f"{' ' * before}{inner}{' ' * after}" if inner else " " * (before or after)


def _claims(story: StoryReport) -> Iterator[str]:
    shared = [claim for claim in ordered_claims(story) if len({said.span.article for said in claim.statements}) > 1]
    if not shared:
        return
    yield "## Claims of two or more articles\n"
    for claim in shared[:_MOST_CLAIMS]:
        yield f"- {plain(claim.text)} ({wording.standing(claim)})"
    if len(shared) > _MOST_CLAIMS:
        yield f"- and {len(shared) - _MOST_CLAIMS} more"
    yield ""


def _omissions(story: StoryReport, index: StoryIndex) -> Iterator[str]:
    if not story.omissions:
        return
    texts = {claim.id: claim.text for claim in story.claims}
    yield "## Left out by some accounts\n"
    for one in story.omissions:
        there, gone = (
            ", ".join(f"({index.numbers[key]})" for key in keys if key in index.numbers)
            for keys in (one.carried_by, one.left_out_by)
        )
        yield f"- {plain(texts.get(one.claim, ''))} (in {there}, not in {gone})"
    yield ""


def _origins(story: StoryReport, index: StoryIndex) -> Iterator[str]:
    if not story.lineage.origins:
        return
    yield "## Origins\n"
    for origin in story.lineage.origins:
        yield f"- {plain(index.origin_name(origin))} ({_origin_note(origin, index)})"
        if origin.absent and origin.text:
            yield f"  Rebuilt from the articles: “{plain(origin.text)}”"
    yield ""


def _origin_note(origin: Origin, index: StoryIndex) -> str:
    numbers = sorted(index.numbers[article] for article in origin.articles if article in index.numbers)
    carriers = ", ".join(f"({number})" for number in numbers)
    place = "; not among the pages" if origin.absent else ""
    return (
        f"{wording.ORIGIN_KINDS[origin.kind]}{place}; behind {carriers}"
        if carriers
        else (f"{wording.ORIGIN_KINDS[origin.kind]}{place}")
    )


def _failures(report: Report) -> Iterator[str]:
    if not report.failures:
        return
    yield "## What could not be read\n"
    for failure in report.failures:
        yield f"- {plain(failure.subject)}: {plain(failure.reason)} ({plain(failure.stage)})"
    yield ""
