"""Everything points to characters: each span lies in its text, each quote equals the words at its span."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import firsthand
from firsthand.articles import NoArticle
from firsthand.model import Article, Page, PageSpan, Report, Side, Span, Statement, content_id


def values_in(value: object) -> Iterator[object]:
    """Every dataclass value inside another, however deep."""
    if isinstance(value, tuple):
        for item in value:
            yield from values_in(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from values_in(getattr(value, field.name))


def letters(text: str) -> str:
    """Letters and digits alone: what a change of quotation marks, spaces or entities leaves as it is."""
    return "".join(char for char in text if char.isalnum())


def visible(markup: str) -> str:
    """What a stretch of markup shows."""
    return html.unescape(re.sub(r"<[^>]*>", " ", markup))


def assert_article_holds(article: Article, page: Page) -> None:
    """An article's own spans: inside its text, in order, and back on the page the same letters."""
    marks = [*article.credits, *((article.dateline,) if article.dateline else ())]
    for mark in marks:
        if mark.start is not None and mark.end is not None:
            assert 0 <= mark.start < mark.end <= len(article.text)
    reached = 0
    for run in article.page_spans:
        assert reached <= run.start < run.end <= len(article.text)
        assert not article.text[reached : run.start].strip(), "letters without a place on the page"
        assert_run_maps(run, article, page)
        reached = run.end
    assert not article.text[reached:].strip()
    for stretch in article.furniture:
        assert 0 <= stretch.page_start < stretch.page_end <= len(page.text)


def assert_run_maps(run: PageSpan, article: Article, page: Page) -> None:
    source = page.text[run.page_start : run.page_end]
    taken = article.text[run.start : run.end]
    shown = visible(source) if page.media_type == "text/html" else source
    # "<" may stand for itself in a run of plain text
    assert letters(taken) in {letters(shown), letters(html.unescape(source))}


def assert_statement_holds(statement: Statement, text: str) -> None:
    assert text[statement.span.start : statement.span.end] == statement.quote
    assert statement.quote.strip()
    assert statement.sentence.start <= statement.span.start < statement.span.end <= statement.sentence.end
    spans = [statement.sentence, *statement.pieces, *statement.quoted]
    spans += [statement.cue] if statement.cue else []
    spans += [statement.source.span] if statement.source and statement.source.span else []
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)


def test_every_span_of_every_value_lies_in_its_text(example: Report) -> None:
    length = {article.id: len(article.text) for article in example.articles}
    spans = [value for value in values_in(example) if isinstance(value, Span)]
    assert spans
    for span in spans:
        assert 0 <= span.start < span.end <= length[span.article]


def test_every_quote_equals_the_words_at_its_span(example: Report) -> None:
    text = {article.id: article.text for article in example.articles}
    for value in values_in(example):
        if isinstance(value, Statement | Side):
            assert text[value.span.article][value.span.start : value.span.end] == value.quote
        if isinstance(value, Side) and value.focus:
            assert value.span.article == value.focus.article


def test_every_article_maps_to_the_characters_of_its_page(example: Report) -> None:
    pages = {page.id: page for page in example.pages}
    for article in example.articles:
        assert_article_holds(article, pages[article.page])


def test_a_rebuilt_text_holds_the_readings_of_its_witnesses(example: Report) -> None:
    for story in example.stories:
        for origin in story.lineage.origins:
            for witness in origin.witnesses:
                assert origin.text is not None
                assert 0 <= witness.start < witness.end <= len(origin.text)


def test_the_json_says_the_same_spans(example_data: dict[str, Any]) -> None:
    text = {article["id"]: article["text"] for article in example_data["articles"]}
    for story in example_data["stories"]:
        quoted = [side for finding in story["findings"] for side in finding["sides"]]
        quoted += [statement for claim in story["claims"] for statement in claim["statements"]]
        assert quoted
        for item in quoted:
            assert text[item["article"]][item["start"] : item["end"]] == item["quote"]


# Pages made up: quotation marks of all sorts, datelines, numbers, furniture, odd characters.
SENTENCES = st.sampled_from(
    (
        "The minister said that 14 people were injured on Tuesday.",
        "“We shall rebuild it,” said Marta Oling, the governor.",
        '"Nobody is missing," the authority said in a statement.',
        "Officials denied that the alarm had been switched off.",
        "PORT ELLERY, March 10 (VPA) - A ship struck the bridge.",
        "It cost €18 million, or about 2.4% of the budget, he added.",
        "Share", "312 Views", "Read More", "By Anna Brekke", "March 11, 2026 4:32 pm", "(VPA)", "- ", "...", "* * *",
        "According to a report, 'no one was to blame' – and yet…",
        "naïve café 🚢 \u200b\u00a0 \u202e x", "ﬁne Ĳssel İstanbul ß", "\"", "”", "‘",
    )
)  # fmt: skip
LINES = st.one_of(st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join), st.text(max_size=60))
ENDINGS = st.sampled_from(("\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"))
TEXTS = st.lists(st.tuples(LINES, ENDINGS), max_size=14).map(lambda lines: "".join(a + b for a, b in lines))
PAGES = st.tuples(TEXTS, st.sampled_from(("text/plain", "text/html")))


def page_of(text: str, media_type: str) -> Page:
    if media_type == "text/html":
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())
        text = f"<html><head><title>A page</title></head><body><article>{paragraphs}</article></body></html>"
    name = content_id("page", text)
    return Page(id=name, path="page", url=None, sha256=name, media_type=media_type, charset="utf-8", text=text)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(PAGES)
def test_spans_hold_on_any_page(made: tuple[str, str]) -> None:
    page = page_of(*made)
    try:
        articles = firsthand.read(page)
    except NoArticle:
        return
    for article in articles:
        assert_article_holds(article, page)
        for statement in firsthand.cite(article):
            assert_statement_holds(statement, article.text)
