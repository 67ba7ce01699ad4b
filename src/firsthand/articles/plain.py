"""Plain-text pages: what a scraper left of a page, or a wire text that never was one."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Article, Dateline, Furniture, Page, content_id

from .assembling import assemble
from .blocks import split_blocks
from .body import Body, find_body
from .bylines import author_note, outlets_in
from .credits import credits_of
from .datelines import read_dateline
from .heads import byline_of, published_in, publisher_line
from .language import language_of
from .lines import Line, read_lines
from .segments import split_lines


def read_plain(page: Page) -> list[Article]:
    """The articles of a plain-text page, in order."""
    lines = read_lines(split_blocks(page.text))
    articles = []
    for start, end in split_lines(lines):
        body = find_body(lines[start:end])
        if body is not None:
            articles.append(compose(page, lines[start:end], body))
    return [article for article in articles if article is not None]


def compose(page: Page, lines: Sequence[Line], body: Body) -> Article | None:
    """One article from the lines of its part of a page."""
    made = assemble([lines[i].block for i in body.kept])
    if not made.text:
        return None
    dateline = dateline_of(made.text)
    labelled = [(body.labels[i], lines[i].text) for i in sorted(body.labels)]
    cut = [(one.label, page.text[one.page_start : one.page_end]) for one in made.cuts]
    first = body.kept[0]
    head = [line for i, line in enumerate(lines) if i < max(body.kept[0], _last_head(body)) and i not in set(body.kept)]
    tail = [lines[i] for i in sorted(body.labels) if i > first]
    bylines = [line.text for line in (*head, *tail) if line.label == "byline"]
    credits = credits_of(
        made.text, dateline, [name for line in bylines for name in outlets_in(line)], [*labelled, *cut]
    )
    agency = next(
        (c.name for c in credits if c.kind == "agency" and c.start is not None and _closes(made.text, c.start)), None
    )
    title = lines[body.title].text if body.title is not None else None
    return Article(
        id=content_id("art", page.id, made.spans[0].page_start, made.text),
        page=page.id,
        path=page.path,
        title=title,
        text=made.text,
        publisher=publisher_line(lines, body.title) or agency or (dateline.agency if dateline else None),
        byline=byline_of(head, tail) or author_note(made.text),
        language=language_of(made.text),
        dateline=dateline,
        published=published_in([*cut, *labelled], dateline, page.text),
        credits=credits,
        page_spans=made.spans,
        furniture=_furniture(lines, body, made.cuts),
    )


def dateline_of(text: str) -> Dateline | None:
    """The dateline of the first paragraph that has one, among the first three; offsets in the text."""
    at = 0
    for paragraph in text.split("\n", 4)[:3]:
        found = read_dateline(paragraph)
        if found is not None:
            return Dateline(
                place=found.place, date=found.date, agency=found.agency, start=found.start + at, end=found.end + at
            )
        at += len(paragraph) + 1
    return None


def _closes(text: str, at: int) -> bool:
    return at > len(text) - 40


def _last_head(body: Body) -> int:
    """Where the lead is: past a standfirst that stands above byline and date."""
    for this, following in zip(body.kept, body.kept[1:], strict=False):
        if following - this == 1:
            return this
    return body.kept[-1]


def _furniture(lines: Sequence[Line], body: Body, cuts: Sequence[Furniture]) -> tuple[Furniture, ...]:
    found = [
        Furniture(label=label, page_start=lines[i].block.start, page_end=lines[i].block.end)
        for i, label in body.labels.items()
    ]
    return tuple(sorted((*found, *cuts), key=lambda one: (one.page_start, one.page_end, one.label)))
