"""HTML pages: which lines of what the page shows are its articles, and where each character stands in the source."""

from __future__ import annotations

from dataclasses import replace

from firsthand.model import Article, Furniture, Page

from .body import find_body
from .bounds import check_length, check_lines
from .describing import describe
from .examining import examine, main_body
from .forest import article_forest
from .furnishing import standfirst_in
from .metadata import read_metadata
from .partition import several
from .plain import compose
from .visible import Visible, read_visible


def read_hypertext(page: Page) -> list[Article]:
    """The articles of an HTML page, in order."""
    visible = read_visible(page.text)
    check_length(visible.text)
    check_lines(visible.lines)
    if not visible.lines:
        return []
    said = read_metadata(page.text)
    examined = examine(page.text, visible, said.title)
    lines, whole = main_body(examined, article_forest().shares(examined.evidence))
    parts = several(lines, visible, whole)
    bodies = [(lines[start:end], find_body(lines[start:end])) for start, end in parts] or [(lines, whole)]
    shown = replace(page, text=visible.text)
    made = [compose(shown, own, body) for own, body in bodies if body is not None]
    articles = [article for article in made if article is not None]
    if len(articles) == 1 and whole and not parts and articles[0].standfirst is None:
        within = [line.element for line in visible.lines]
        articles = [replace(articles[0], standfirst=standfirst_in(examined.around, within, lines, whole))]
    return [_on_page(describe(article, page.text, said, len(articles) == 1), visible) for article in articles]


def _on_page(article: Article, visible: Visible) -> Article:
    """Spans and furniture moved from the shown text to the source of the page."""
    source = visible.source
    spans = tuple(piece for span in article.page_spans for piece in source.spans(span))
    furniture = tuple(
        Furniture(label=one.label, page_start=source.start(one.page_start), page_end=source.end(one.page_end - 1))
        for one in article.furniture
    )
    return replace(article, page_spans=spans, furniture=furniture)
