"""HTML pages: which lines of what the page shows are its articles, and where each character stands in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.model import Article, Furniture, Page

from .blocks import Block
from .body import Body, find_body, without_talk
from .bounds import check_length, check_lines
from .choosing import chosen_body
from .describing import describe
from .evidence import evidence_for
from .extraction import extract
from .forest import article_forest
from .furnishing import furniture_names
from .lines import Line, read_lines
from .metadata import Metadata, read_metadata
from .partition import several
from .plain import compose
from .surroundings import Surroundings
from .told import read_told
from .visible import Shown, Visible, read_visible


def read_hypertext(page: Page) -> list[Article]:
    """The articles of an HTML page, in order."""
    visible = read_visible(page.text)
    check_length(visible.text)
    check_lines(visible.lines)
    if not visible.lines:
        return []
    said = read_metadata(page.text)
    lines = read_lines([_block(line, visible.text) for line in visible.lines])
    whole = _main_body(page.text, visible, said, lines)
    parts = several(lines, visible, whole)
    bodies = [(lines[start:end], find_body(lines[start:end])) for start, end in parts] or [(lines, whole)]
    shown = replace(page, text=visible.text)
    made = [compose(shown, own, body) for own, body in bodies if body is not None]
    articles = [article for article in made if article is not None]
    return [_on_page(describe(article, page.text, said, len(articles) == 1), visible) for article in articles]


def _main_body(source: str, visible: Visible, said: Metadata, lines: Sequence[Line]) -> Body | None:
    """The page's main text by what the structure of its markup says; else by its words alone."""
    around = Surroundings(visible.elements)
    told = read_told(source, said.title)
    shares = article_forest().shares(evidence_for(visible, around, told)).tolist()
    names = furniture_names(around, [line.element for line in visible.lines])
    main_text = extract(source, visible.unseen, max(around.depths) + visible.nested)
    chosen = chosen_body(lines, main_text, shares, names, told.title)
    return without_talk(lines, chosen) if chosen else find_body(lines)


def _block(line: Shown, text: str) -> Block:
    return Block(line.start, line.end, text[line.start : line.end], heading=line.heading)


def _on_page(article: Article, visible: Visible) -> Article:
    """Spans and furniture moved from the shown text to the source of the page."""
    source = visible.source
    spans = tuple(piece for span in article.page_spans for piece in source.spans(span))
    furniture = tuple(
        Furniture(label=one.label, page_start=source.start(one.page_start), page_end=source.end(one.page_end - 1))
        for one in article.furniture
    )
    return replace(article, page_spans=spans, furniture=furniture)
