"""The articles section: each text with its marked words, and beside every paragraph what rests on it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from firsthand.model import Article, Span, StoryReport

from .. import wording
from ..index import StoryIndex, file_name
from ..marking import merged
from .anchors import Anchors, Link

_T = TypeVar("_T")
_BLOCK = 600  # characters: eight lines, about as high as the notes of a busy paragraph
_SENTENCE_END = re.compile(r"[.?!][\"'”’)]{0,2} (?=\W{0,2}[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of marked text: text, or the start of an element, or (neither) the end of one."""

    text: str = ""
    id: str = ""
    of: str = ""
    classes: str = ""

    @property
    def opens(self) -> bool:
        """Whether an element starts here."""
        return bool(self.id or self.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What rests on a paragraph."""

    findings: tuple[Link, ...]
    claims: tuple[Link, ...]
    origins: tuple[Link, ...]
    shared: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph."""

    tokens: tuple[Token, ...]
    notes: Notes
    goes_on: bool
    """Whether the next one belongs to the same paragraph of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """One article."""

    id: str
    number: int
    label: str
    title: str
    language: str
    """For a screen reader's voice; empty where it is not known."""
    facts: tuple[tuple[str, str], ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Note:
    span: Span
    kind: str
    link: Link


def article_views(story: StoryReport, index: StoryIndex, anchors: Anchors, prefix: str) -> tuple[ArticleView, ...]:
    """The story's articles. To be called when everything else has asked for its anchors."""
    shared = shared_stretches(story, index)
    notes: dict[str, list[_Note]] = {}
    for note in _notes(story, index, prefix, anchors, shared):
        notes.setdefault(note.span.article, []).append(note)
    return tuple(
        ArticleView(
            id=anchors.article(article.id),
            number=index.numbers[article.id],
            label=index.label(article.id),
            title=article.title or "",
            language="" if article.language == "und" else article.language,
            facts=tuple(_facts(article)),
            paragraphs=tuple(_paragraphs(article, anchors, shared.get(article.id, []), notes.get(article.id, []))),
        )
        for article in index.articles.values()
    )


def shared_stretches(story: StoryReport, index: StoryIndex) -> dict[str, list[tuple[int, int]]]:
    """Where each article has words in common with another, as ranges that do not overlap."""
    ranges: dict[str, list[tuple[int, int]]] = {}
    for overlap in story.lineage.overlaps:
        for passage in overlap.passages:
            for span in (passage.a, passage.b):
                ranges.setdefault(span.article, []).append((span.start, span.end))
    return {key: merged(ranges.get(key, ()), len(article.text)) for key, article in index.articles.items()}


def stretch_at(span: Span, stretches: Sequence[tuple[int, int]]) -> Span:
    """The shared stretch that a passage became part of."""
    for start, end in stretches:
        if start <= span.start < end:
            return Span(span.article, start, end)
    return span


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    if article.byline:
        yield "By", article.byline
    if article.dateline:
        line = article.dateline
        yield "Dateline", ", ".join(part for part in (line.place, line.date, line.agency) if part)
    if article.published:
        yield "Published", f"{wording.moment(article.published.value)} ({article.published.basis})"
    credits = [f"{credit.name} ({str(credit.kind).replace('-', ' ')})" for credit in article.credits]
    if credits:
        yield "Credits", ", ".join(credits)
    yield "File", article.path if len(article.path) < 80 else file_name(article)


def _notes(
    story: StoryReport,
    index: StoryIndex,
    prefix: str,
    anchors: Anchors,
    shared: dict[str, list[tuple[int, int]]],
) -> Iterator[_Note]:
    for number, finding in enumerate(story.findings, start=1):
        for side in finding.sides:
            yield _Note(side.span, "findings", Link(href=f"#{prefix}-f{number}", text=str(number)))
    for claim in story.claims:
        number = index.claims[claim.id]
        for said in claim.statements:
            yield _Note(said.span, "claims", Link(href=f"#{prefix}-c{number}", text=str(number)))
    for number, origin in enumerate(story.lineage.origins, start=1):
        spans = [*(evidence.span for evidence in origin.evidence), *(witness.span for witness in origin.witnesses)]
        for span in spans:
            yield _Note(span, "origins", Link(href=f"#{prefix}-o{number}", text=f"O{number}"))
    for overlap in story.lineage.overlaps:
        for passage in overlap.passages:
            for here, there in ((passage.a, passage.b), (passage.b, passage.a)):
                if there.article in index.numbers and here.article in index.numbers:
                    stretch = stretch_at(there, shared[there.article])
                    number = index.numbers[there.article]
                    yield _Note(here, "shared", Link(href=anchors.to(stretch, "shared"), text=str(number)))


def _paragraphs(
    article: Article, anchors: Anchors, shared: Iterable[tuple[int, int]], notes: Sequence[_Note]
) -> Iterator[Paragraph]:
    for start, end in shared:
        anchors.to(Span(article.id, start, end), "shared")
    lines = _lines(article.text)
    marks = _by_line(lines, [(start, end, (start, end, kinds)) for start, end, kinds in anchors.wanted(article.id)])
    beside = _by_line(lines, [(note.span.start, note.span.end, note) for note in notes])
    for at, (start, end) in enumerate(lines):
        yield Paragraph(
            tokens=tuple(_tokens(article, anchors, marks.get(at, []), start, end)),
            notes=_notes_of(beside.get(at, [])),
            goes_on=article.text[end : end + 1] not in ("", "\n"),
        )


def _lines(text: str) -> list[tuple[int, int]]:
    """Where each line that is not blank starts and ends. Very long ones are cut between sentences."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines += _cut(text, at, at + len(line))
        at += len(line) + 1
    return lines


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line in pieces short enough for the notes beside them to stand near the words."""
    while end - start > 2 * _BLOCK:
        found = _SENTENCE_END.search(text, start + _BLOCK, start + 2 * _BLOCK)
        cut = found.end() if found else start + 2 * _BLOCK
        yield start, cut
        start = cut
    yield start, end


def _by_line(lines: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int, _T]]) -> dict[int, list[_T]]:
    """What touches each line, by the line's place in the list; in the order given."""
    ends = [end for _, end in lines]
    found: dict[int, list[_T]] = {}
    for start, end, value in spans:
        at = bisect_right(ends, start)
        while at < len(lines) and lines[at][0] < end:
            found.setdefault(at, []).append(value)
            at += 1
    return found


def _notes_of(notes: Sequence[_Note]) -> Notes:
    in_order = sorted(notes, key=lambda note: note.span, reverse=True)

    def of(kind: str) -> tuple[Link, ...]:
        links = {note.link.text: note.link for note in in_order if note.kind == kind}
        return tuple(sorted(links.values(), key=lambda link: (len(link.text), link.text)))

    return Notes(findings=of("findings"), claims=of("claims"), origins=of("origins"), shared=of("shared"))


def _tokens(
    article: Article,
    anchors: Anchors,
    inside: Sequence[tuple[int, int, tuple[str, ...]]],
    start: int,
    end: int,
) -> Iterator[Token]:
    """A paragraph as nested elements. A span that crosses another is closed and taken up again behind it."""
    cuts = sorted({start, end, *(max(start, span[0]) for span in inside), *(min(end, span[1]) for span in inside)})
    opened: list[tuple[int, int, tuple[str, ...]]] = []
    waiting = 0
    for at, following in zip(cuts, [*cuts[1:], end], strict=True):
        again: list[tuple[int, int, tuple[str, ...]]] = []
        while any(span[1] <= at for span in opened):
            top = opened.pop()
            yield Token()
            if top[1] > at:
                again.append(top)
        for span in reversed(again):
            opened.append(span)
            yield _opening(anchors, article.id, span, begun=True)
        while waiting < len(inside) and max(start, inside[waiting][0]) == at < end:
            opened.append(inside[waiting])
            yield _opening(anchors, article.id, inside[waiting], begun=inside[waiting][0] < start)
            waiting += 1
        if following > at:
            yield Token(text=article.text[at:following])
    for _ in opened:
        yield Token()


def _opening(anchors: Anchors, article: str, span: tuple[int, int, tuple[str, ...]], *, begun: bool) -> Token:
    name = anchors.words(article, span[0], span[1])
    return Token(id="" if begun else name, of=name, classes=" ".join(f"w-{kind}" for kind in span[2]))
