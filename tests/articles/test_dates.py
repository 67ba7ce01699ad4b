"""When an article was published: all that says so, one chosen, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.articles import read_page
from firsthand.articles.addresses import day_of_address, host_of
from firsthand.articles.ages import age_in
from firsthand.articles.dating import settle_dates
from firsthand.articles.metadata import read_metadata
from firsthand.model import DateCandidate, Hints, Precision

from .pages import BODY, only, page_of


def said(value: str, basis: str, *, modified: bool = False) -> DateCandidate:
    precision = Precision.MINUTE if "T" in value else Precision.DAY
    return DateCandidate(value=value, precision=precision, basis=basis, modified=modified)


def chosen(*candidates: DateCandidate, fetched: str | None = None) -> str | None:
    published = settle_dates(candidates, fetched).published
    return published.value if published else None


@pytest.mark.parametrize(
    ("candidates", "value"),
    [
        # a visible date with its zone is finer than the day of an address, which may be that of another zone
        ([said("2025-06-04", "url"), said("2025-06-03T23:10-04:00", "visible")], "2025-06-03T23:10-04:00"),
        # JSON-LD is trusted first
        ([said("2025-06-03", "visible"), said("2025-06-09T10:00Z", "json-ld")], "2025-06-09T10:00Z"),
        # but not against two that know better
        ([said("2025-06-09", "json-ld"), said("2025-06-03", "visible"), said("2025-06-03", "url")], "2025-06-03"),
        # meta elements are no second voice beside JSON-LD: they come from one system
        ([said("2025-06-09", "json-ld"), said("2025-06-03", "visible"), said("2025-06-09", "meta")], "2025-06-09"),
        # midnight is a day, not a time
        ([said("2025-06-03T00:00+00:00", "json-ld"), said("2025-06-03T14:05", "visible")], "2025-06-03T14:05"),
        # the year of an empty field
        ([said("1970-01-01", "json-ld"), said("2025-06-03", "dateline")], "2025-06-03"),
        # only a change is dated
        ([said("2025-06-03", "visible", modified=True)], "2025-06-03"),
        ([], None),
    ],
)
def test_one_candidate_is_chosen(candidates: list[DateCandidate], value: str | None) -> None:
    assert chosen(*candidates) == value
    assert chosen(*reversed(candidates)) == value


def test_a_time_after_the_fetch_is_set_aside() -> None:
    candidates = (said("2025-09-01", "json-ld"), said("2025-06-03", "dateline"))
    assert chosen(*candidates, fetched="2025-06-04T08:00+00:00") == "2025-06-03"


def test_the_reason_names_what_agrees_and_what_does_not() -> None:
    dated = settle_dates((said("2025-06-03", "meta"), said("2025-06-03", "url"), said("2025-05-30", "dateline")))
    assert dated.published is not None
    assert dated.published.why == "a meta element of the page says so; url agrees; less trusted: dateline 2025-05-30"


def test_a_change_before_the_publication_is_none() -> None:
    dated = settle_dates((said("2025-06-03", "json-ld"), said("2025-06-01", "json-ld", modified=True)))
    assert dated.modified is None
    assert len(dated.candidates) == 2


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://a.example/2025/06/03/bridge", "2025-06-03"),
        ("https://a.example/world/2025/jun/03/bridge", "2025-06-03"),
        ("https://a.example/bridge-20250603-x.html", "2025-06-03"),
        ("https://a.example/2025/06/bridge", "2025-06"),
        ("https://a.example/story/12345678", None),
        ("https://a.example/bridge?d=2025-06-03", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(url: str | None, value: str | None) -> None:
    found = day_of_address(url)
    assert (found.value if found else None) == value


def test_the_host_of_an_address() -> None:
    assert host_of("https://www.Herald.example:80/x") == "herald.example"
    assert host_of("herald") is None


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("39 minutes ago", "2025-06-03T11:21+00:00", Precision.MINUTE),
        ("2 hours ago", "2025-06-03T10+00:00", Precision.HOUR),
        ("3 days ago", "2025-05-31", Precision.DAY),
        ("2 weeks ago", "2025-05", Precision.MONTH),
        ("Yesterday", "2025-06-02", Precision.DAY),
    ],
)
def test_an_age_is_counted_back_from_the_fetch(text: str, value: str, precision: Precision) -> None:
    found = age_in(text, "2025-06-03T12:00:00+00:00")
    assert found is not None
    assert (found.value, found.precision) == (value, precision)


def test_an_age_of_which_nobody_knows_when_it_was_told_is_kept_and_never_chosen() -> None:
    article = only(f"Crack in pier closes Lune bridge\n39 minutes ago\n{BODY}")
    assert article.published is None
    assert [(one.value, one.words) for one in article.dates] == [("-PT39M", "39 minutes ago")]


def test_published_and_updated_in_one_line_are_told_apart() -> None:
    article = only(f"Crack in pier\nPublished June 3, 2025 4:15 p.m. | Updated June 4, 2025 9:02 a.m.\n{BODY}")
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.value, article.modified.value) == ("2025-06-03T16:15", "2025-06-04T09:02")


def test_the_date_of_a_teaser_below_is_not_the_articles() -> None:
    page = (
        f"Crack in pier closes Lune bridge\n{BODY}\n\nShare\nFacebook\nTwitter\nRelated Articles\nBakery\nMay 30, 2025"
    )
    assert only(page).published is None


def test_a_hint_speaks_where_the_page_is_silent_and_is_one_candidate_among_others() -> None:
    hints = Hints(title="Bridge closed", byline="Anna Berg", publisher="Valley Herald", published="2025-06-05T09:00Z")
    page = replace(page_of(f"LANCASTER, June 3 (NWA) - {BODY}"), hints=hints, url="https://h.example/2025/06/03/x")
    (article,) = read_page(page)
    assert (article.title, article.byline, article.publisher) == ("Bridge closed", "Anna Berg", "Valley Herald")
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-06-03", "url")
    assert {one.basis for one in article.dates} == {"record", "url", "dateline"}


def test_what_the_head_of_a_page_declares() -> None:
    source = (
        '<link rel="canonical" href="https://h.example/bridge"><meta property="article:section" content="Local">'
        '<meta property="article:published_time" content="2025-06-03T10:00:00Z">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-06-03T10:00:00+01:00", '
        '"dateModified": "2025-13-45"}</script><h1>Bridge</h1><time datetime="2025-06-03">3 June</time>'
    )
    found = read_metadata(source)
    assert (found.url, found.section) == ("https://h.example/bridge", "Local")
    assert [(one.value, one.basis, one.modified) for one in found.dates] == [
        ("2025-06-03T10:00+01:00", "json-ld", False),
        ("2025-06-03T10:00+00:00", "meta", False),
        ("2025-06-03", "time element", False),
    ]
