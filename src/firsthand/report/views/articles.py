"""The articles section: each text with its marked words, and beside every paragraph what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.model import Article, Published, Span, StoryReport

from .. import wording
from ..index import StoryIndex, file_name
from ..marking import merged
from .anchors import Anchors, Link
from .marked_text import Token, by_line, lines_of, tokens_of
from .places import Part


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
    key: str
    """The article's own id."""
    number: int
    label: str
    title: str
    language: str
    """For a screen reader's voice; empty where it is not known."""
    url: str
    """Of its page, where that has one: not to be trusted as a link before it has been looked at."""
    facts: tuple[tuple[str, str], ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Note:
    span: Span
    kind: str
    link: Link


def article_views(story: StoryReport, index: StoryIndex, anchors: Anchors) -> tuple[ArticleView, ...]:
    """The story's articles. To be called when everything else has asked for its anchors."""
    shared = shared_stretches(story, index)
    notes: dict[str, list[_Note]] = {}
    for note in _notes(story, index, anchors, shared):
        notes.setdefault(note.span.article, []).append(note)
    return tuple(
        ArticleView(
            id=anchors.article(article.id),
            key=article.id,
            number=index.numbers[article.id],
            label=index.label(article.id),
            title=article.title or "",
            language="" if article.language == "und" else article.language,
            url=index.urls.get(article.id, ""),
            facts=tuple(_facts(article)),
            paragraphs=tuple(_paragraphs(article, anchors, shared.get(article.id, []), notes.get(article.id, []))),
        )
        for article in list(index.articles.values())[anchors.places.shown(Part.ARTICLES, len(index.articles))]
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
        yield "Published", f"{wording.moment(article.published.value)} ({_basis(article.published)})"
    if article.modified:
        yield "Changed", f"{wording.moment(article.modified.value)} ({article.modified.basis})"
    credits = [f"{credit.name} ({str(credit.kind).replace('-', ' ')})" for credit in article.credits]
    if credits:
        yield "Credits", ", ".join(credits)
    yield "File", article.path if len(article.path) < 80 else file_name(article)


def _basis(published: Published) -> str:
    """Where the time stands, and why it was chosen."""
    return f"{published.basis}: {published.why}" if published.why else published.basis


def _notes(
    story: StoryReport,
    index: StoryIndex,
    anchors: Anchors,
    shared: dict[str, list[tuple[int, int]]],
) -> Iterator[_Note]:
    for number, finding in enumerate(story.findings, start=1):
        for side in finding.sides:
            yield _Note(side.span, "findings", Link(href=anchors.to_finding(number), text=str(number)))
    for claim in story.claims:
        number = index.claims[claim.id]
        for said in claim.statements:
            yield _Note(said.span, "claims", Link(href=anchors.to_claim(number), text=str(number)))
    for number, origin in enumerate(story.lineage.origins, start=1):
        spans = [*(evidence.span for evidence in origin.evidence), *(witness.span for witness in origin.witnesses)]
        for span in spans:
            yield _Note(span, "origins", Link(href=anchors.to_origin(number), text=f"O{number}"))
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
    lines = lines_of(article.text)
    marks = by_line(lines, [(start, end, (start, end, kinds)) for start, end, kinds in anchors.wanted(article.id)])
    beside = by_line(lines, [(note.span.start, note.span.end, note) for note in notes])
    for at, (start, end) in enumerate(lines):
        yield Paragraph(
            tokens=tuple(tokens_of(article, anchors, marks.get(at, []), start, end)),
            notes=_notes_of(beside.get(at, [])),
            goes_on=article.text[end : end + 1] not in ("", "\n"),
        )


def _notes_of(notes: Sequence[_Note]) -> Notes:
    in_order = sorted(notes, key=lambda note: note.span, reverse=True)

    def of(kind: str) -> tuple[Link, ...]:
        links = {note.link.text: note.link for note in in_order if note.kind == kind}
        return tuple(sorted(links.values(), key=lambda link: (len(link.text), link.text)))

    return Notes(findings=of("findings"), claims=of("claims"), origins=of("origins"), shared=of("shared"))
