"""HTML pages: which lines of what the page shows are its articles, and where each character stands in the source."""

from __future__ import annotations

from dataclasses import replace

from firsthand.model import Article, Furniture, Page

from .body import Body, find_body, without_talk
from .bounds import check_length, check_lines
from .choosing import chosen_body
from .describing import describe
from .evidence import WORDS, evidence_for
from .extraction import extract
from .forest import article_forest
from .furnishing import furniture_names
from .lines import Line
from .metadata import Metadata, read_metadata
from .partition import several
from .plain import compose
from .ruling_out import lines_of, ranges_ruled_out
from .surroundings import Surroundings
from .told import read_told
from .visible import Visible, read_visible


def read_hypertext(page: Page) -> list[Article]:
    """The articles of an HTML page, in order."""
    visible = read_visible(page.text)
    check_length(visible.text)
    check_lines(visible.lines)
    if not visible.lines:
        return []
    said = read_metadata(page.text)
    lines, whole = _main_body(page.text, visible, said)
    parts = several(lines, visible, whole)
    bodies = [(lines[start:end], find_body(lines[start:end])) for start, end in parts] or [(lines, whole)]
    shown = replace(page, text=visible.text)
    made = [compose(shown, own, body) for own, body in bodies if body is not None]
    articles = [article for article in made if article is not None]
    return [_on_page(describe(article, page.text, said, len(articles) == 1), visible) for article in articles]


def _main_body(source: str, visible: Visible, said: Metadata) -> tuple[list[Line], Body | None]:
    """The page's lines, and its main text by what the structure of its markup says; else by its words alone."""
    within = [line.element for line in visible.lines]
    around = Surroundings(visible.elements, within)
    told = read_told(source, said.title)
    evidence = evidence_for(visible, around, told)
    shares = article_forest().shares(evidence)
    names = furniture_names(around, within)
    lines = lines_of(visible, evidence[:, WORDS], shares, names)
    left_out = (*visible.unseen, *ranges_ruled_out(visible, shares))
    main_text = extract(source, left_out, visible.elements.deepest + visible.nested)
    chosen = chosen_body(lines, main_text, shares.tolist(), names, told.title)
    return lines, without_talk(lines, chosen) if chosen else find_body(lines)


def _on_page(article: Article, visible: Visible) -> Article:
    """Spans and furniture moved from the shown text to the source of the page."""
    source = visible.source
    spans = tuple(piece for span in article.page_spans for piece in source.spans(span))
    furniture = tuple(
        Furniture(label=one.label, page_start=source.start(one.page_start), page_end=source.end(one.page_end - 1))
        for one in article.furniture
    )
    return replace(article, page_spans=spans, furniture=furniture)
