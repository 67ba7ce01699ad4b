"""HTML pages: trafilatura chooses the main text, our own reading of the source says where each character stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from firsthand.model import Article, Furniture, Page

from .addresses import day_of_address
from .blocks import Block, squeezed
from .body import find_body, without_talk
from .bounds import check_length, check_lines
from .covering import covered_body
from .dating import settle_dates
from .extraction import Extracted, extract
from .lines import read_lines
from .metadata import Metadata, point, read_metadata
from .partition import several
from .plain import compose
from .visible import Shown, Visible, read_visible


def read_hypertext(page: Page) -> list[Article]:
    """The articles of an HTML page, in order."""
    visible = read_visible(page.text)
    check_length(visible.text)
    shown = replace(page, text=visible.text)
    blocks = [_block(line, visible.text) for line in visible.lines]
    check_lines(blocks)
    lines = read_lines(blocks)
    found = extract(page.text)
    said = read_metadata(page.text)
    whole = (covered_body(lines, found) if found else None) or find_body(lines)
    whole = without_talk(lines, whole) if whole else None
    parts = several(lines, visible, whole)
    bodies = [(lines[start:end], find_body(lines[start:end])) for start, end in parts] or [(lines, whole)]
    made = [compose(shown, own, body) for own, body in bodies if body is not None]
    articles = [article for article in made if article is not None]
    return [_on_page(_described(article, said, found, len(articles) == 1), visible) for article in articles]


def _block(line: Shown, text: str) -> Block:
    return Block(line.start, line.end, text[line.start : line.end], heading=line.heading)


def _described(article: Article, said: Metadata, found: Extracted | None, alone: bool) -> Article:
    """The article with what the page's metadata say; they speak of the page, so of several articles only the publisher
    and, where nothing else is said, no more."""
    publisher = said.publisher or article.publisher or (found.publisher if found else None)
    if not alone:
        return replace(article, publisher=article.publisher or publisher)
    authors = ", ".join(name for name in said.authors if name != said.publisher)
    byline = authors or article.byline or (found.author.replace("; ", ", ") if found and found.author else None)
    guessed = point(found.date, "markup") if found and found.date else None
    dated = settle_dates((*article.dates, *said.dates, *(one for one in (guessed, day_of_address(said.url)) if one)))
    return replace(
        article,
        title=_headline((article.title, said.title, found.title if found else None), publisher),
        publisher=publisher,
        byline=byline,
        published=dated.published,
        modified=dated.modified,
        dates=dated.candidates,
        url=said.url or article.url,
        section=said.section or article.section,
    )


def _headline(found: Iterable[str | None], publisher: str | None) -> str | None:
    """The first title that is more than the publisher's name."""
    return next((title for title in found if title and squeezed(title) != squeezed(publisher or "")), None)


def _on_page(article: Article, visible: Visible) -> Article:
    """Spans and furniture moved from the shown text to the source of the page."""
    source = visible.source
    spans = tuple(piece for span in article.page_spans for piece in source.spans(span))
    furniture = tuple(
        Furniture(label=one.label, page_start=source.start(one.page_start), page_end=source.end(one.page_end - 1))
        for one in article.furniture
    )
    return replace(article, page_spans=spans, furniture=furniture)
