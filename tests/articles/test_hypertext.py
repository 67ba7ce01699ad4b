"""HTML pages to articles."""

from __future__ import annotations

import html
from contextlib import suppress

import pytest

from firsthand.articles import NoArticle, read_page
from firsthand.model import Article, Precision

from .pages import LEAD, SECOND, THIRD, only_html, page_of

HEAD = """<!doctype html><html><head><title>Crack in pier - The Herald</title>
<meta property="og:site_name" content="The Herald">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Crack in pier closes Lune bridge",
"datePublished": "2025-06-03T14:05:00+01:00", "author": {"@type": "Person", "name": "Anna Berg"}}</script></head>"""
NAVIGATION = "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
PAGE = (
    f"{HEAD}<body>{NAVIGATION}<article><h1>Crack in pier closes Lune bridge</h1>"
    f"<p>{LEAD.replace('Lune', 'Lune&nbsp;&amp;&nbsp;Wyre')}</p><p>{SECOND.replace('Friday', '<b>Fri</b>day')}</p>"
    f"<p>{THIRD}</p></article><footer><p>© 2025 The Herald. All rights reserved.</p></footer></body></html>"
)


def unmarked(source: str) -> str:
    return html.unescape(source).replace("\u00a0", " ")


def assert_mapped(article: Article, source: str) -> None:
    for span in article.page_spans:
        here = article.text[span.start : span.end]
        there = unmarked(source[span.page_start : span.page_end])
        assert here == there or not (here.strip() or there.strip())


def test_body_title_and_metadata_are_read() -> None:
    article = only_html(PAGE)
    assert article.title == "Crack in pier closes Lune bridge"
    assert article.publisher == "The Herald"
    assert article.byline == "Anna Berg"
    assert article.published is not None
    assert article.published.value == "2025-06-03T14:05+01:00"
    assert (article.published.precision, article.published.basis) == (Precision.MINUTE, "json-ld")
    assert article.text == "\n".join((LEAD.replace("Lune", "Lune & Wyre"), SECOND, THIRD))


def test_every_span_leads_to_the_source_through_entities_and_markup() -> None:
    assert_mapped(only_html(PAGE), PAGE)


def test_article_elements_with_a_heading_and_a_full_text_are_articles_each() -> None:
    long = " ".join((LEAD, SECOND, THIRD, LEAD, SECOND))
    markup = (
        f"{HEAD}<body><article><h2>Crack in pier closes bridge</h2><p>{long}</p></article>"
        f"<article><h2>Toll bridge takes the strain</h2><p>{THIRD} {long}</p></article>"
        f"<article><h3>Bakery reopens</h3><p>Bread again.</p></article></body></html>"
    )
    articles = read_page(page_of(markup, "text/html"))
    assert [article.title for article in articles] == ["Crack in pier closes bridge", "Toll bridge takes the strain"]
    for article in articles:
        assert_mapped(article, markup)


def test_a_script_is_never_text() -> None:
    article = only_html(PAGE.replace("</article>", "<script>var evil = '<p>not text</p>';</script></article>"))
    assert "evil" not in article.text
    assert "not text" not in article.text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 100_000 + LEAD,
        "<html><body>" + "<a " * 100_000,
        "<html><body><p>" + "&amp" * 100_000,
        "<html><body>" + "<script>" * 50_000,
        "<html><body>" + "<!--" * 50_000,
        '<html><body><a title="' * 20_000,
        "<html><body><p>" + "\x00" * 1000 + LEAD,
    ],
)
def test_hostile_markup_ends_soon(markup: str) -> None:
    with suppress(NoArticle):
        read_page(page_of(markup, "text/html"))


def test_a_page_that_is_one_table_is_read_by_its_cells() -> None:
    cells = "".join(f"<tr><td><p>{part}</p></td></tr>" for part in (LEAD, SECOND, THIRD))
    article = only_html(f"<html><body><table>{cells}</table></body></html>")
    assert article.text == "\n".join((LEAD, SECOND, THIRD))


def test_text_below_a_hundred_thousand_nested_tags_is_found() -> None:
    assert only_html("<html><body>" + "<div>" * 100_000 + f"<p>{LEAD}</p><p>{SECOND}</p>").text == f"{LEAD}\n{SECOND}"


def test_a_page_that_shows_more_than_half_a_million_characters_is_refused_whatever_is_hidden() -> None:
    with pytest.raises(NoArticle, match="500,000 characters"):
        read_page(page_of(f"<html><body>{f'<p>{LEAD}</p>' * 5_000}</body></html>", "text/html"))
    hidden = f"<script>var data = '{'x' * 2_000_000}';</script>"
    assert only_html(PAGE.replace("<body>", f"<body>{hidden}")).text == only_html(PAGE).text


def test_a_title_that_is_only_the_publisher_gives_way_to_the_next() -> None:
    markup = (
        "<html><head><meta property='og:site_name' content='The Herald'><meta property='og:title' content='The Herald'>"
        f"</head><body><p>{LEAD}</p><p>{SECOND}</p></body></html>"
    )
    assert only_html(markup).title is None
