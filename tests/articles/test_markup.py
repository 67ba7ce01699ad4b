"""From what a page of HTML shows back to its source, whatever the markup."""

from __future__ import annotations

import html
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.articles import read_page
from firsthand.articles.visible import read_visible
from firsthand.model import PageSpan

from .pages import LEAD, SECOND, THIRD, only_html, page_of

PIECES = st.sampled_from(
    """
    word|Ünï|日本| |&amp;|&nbsp;|&#8217;|&eacute|&bogus;|&|<p>|</p>|<b>|</b>|<br>|<br/>|<div class='a'>|</div>|<li>|<td>
    |<!-- no -->|<!--|-->|<script>x<y</script>|<img alt='a > b'>|<i title="<b>">|<|>|< b|<h2>|</h2>|<article>|</article>
    |<style>p{}</STYLE>|<svg><text>no</text></svg>|'|"|<a href=x>|</a>|\u00ad|\u200b|\x00|\t|\n
    """.split("|")  # noqa: SIM905
)
UNSHOWN = {0: " ", 0xAD: None, 0x200B: None, 0xFEFF: None}


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_shown_character_is_where_the_map_says(source: str) -> None:
    visible = read_visible(source)
    text = visible.text
    whole = PageSpan(start=0, end=len(text), page_start=0, page_end=len(text))
    spans = list(visible.source.spans(whole)) if text else []
    assert "".join(text[span.start : span.end] for span in spans) == text
    for before, after in pairwise(spans):
        assert before.page_end <= after.page_start
    for span in spans:
        here, there = text[span.start : span.end], source[span.page_start : span.page_end]
        if here == "\n":
            assert span.page_start == span.page_end
        else:
            assert here == there or here.split() == html.unescape(there).translate(UNSHOWN).split()


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_lines_are_the_text_between_line_ends(source: str) -> None:
    visible = read_visible(source)
    assert [visible.text[line.start : line.end] for line in visible.lines] == visible.text.split("\n")[:-1]
    for line in visible.lines:
        assert 0 <= line.linked <= line.end - line.start
        assert visible.elements.starts[line.element] <= line.start


@pytest.mark.parametrize(
    "markup", ["<div>", "<b>", "<ul><li>", "<p><div>", "<table><tr><td>", "</div>", '<a title="', "<script></SCRIPT>"]
)
def test_time_grows_with_the_length_of_the_markup_alone(markup: str) -> None:
    start = time.process_time()
    read_visible(markup * (1_000_000 // len(markup)))
    assert time.process_time() - start < 6


def test_furniture_is_named_by_the_elements_around_it() -> None:
    teaser = "<li><a href='/x'>Ferry timetable for the spring season is out</a></li>"
    source = (
        f"<html><body><nav class='site-menu'><a href='/'>Home</a></nav><main><h1>Crack in pier</h1><p>{LEAD}</p>"
        f"<p>{SECOND}</p><p>{THIRD}</p><figure><figcaption>The pier at low tide</figcaption></figure></main>"
        f"<section class='related-stories'><ul>{teaser * 3}</ul></section></body></html>"
    )
    article = only_html(source)
    named = {(one.label, html.unescape(source[one.page_start : one.page_end])) for one in article.furniture}
    assert ("caption", "The pier at low tide") in named
    assert ("related", "Ferry timetable for the spring season is out") in named
    assert article.text == f"{LEAD}\n{SECOND}\n{THIRD}"


def test_reading_a_page_twice_gives_the_same() -> None:
    source = f"<html><body><main><h1>Crack in pier</h1><p>{LEAD}</p><p>{SECOND}</p></main></body></html>"
    assert read_page(page_of(source, "text/html")) == read_page(page_of(source, "text/html"))
