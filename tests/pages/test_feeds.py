"""Feeds and sitemaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.model import Hints
from firsthand.pages.elements import NotWellFormed
from firsthand.pages.sitemaps import Listed, addresses_in

from .making import BODY, MARKUP, URL, feed, item, read_file

FULL = f"<content:encoded><![CDATA[{MARKUP}]]></content:encoded><pubDate>Tue, 10 Mar 2026 08:30:00 GMT</pubDate>"
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ellery Post</title>
<link rel="self" href="https://post.example/atom"/>
<entry><title type="html">Lune &amp;amp; bridge</title><link href="{URL}"/><id>tag:post.example,1</id>
<author><name>Anna Brekke</name></author><published>2026-03-10T08:30:00Z</published>
<updated>2026-03-10T09:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{MARKUP}</div></content></entry></feed>"""
BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {this} "{f"&{before};" * 10}">' for before, this in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


def test_an_item_with_its_text_is_a_page_with_what_the_feed_says_of_it(tmp_path: Path) -> None:
    author = "<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Anna Brekke</dc:creator>"
    (page,), failures = read_file(tmp_path / "x.xml", feed(item("Lune bridge closed", URL, FULL + author)))
    assert (page.text, page.url, page.media_type) == (MARKUP, URL, "text/html")
    assert page.hints == Hints(
        title="Lune bridge closed", byline="Anna Brekke", publisher="Ellery Post", published="2026-03-10T08:30Z",
        language="en",
    )  # fmt: skip
    assert not failures


def test_atom_is_read_too(tmp_path: Path) -> None:
    (page,), _ = read_file(tmp_path / "x.xml", ATOM)
    assert page.url == URL
    assert MARKUP in page.text
    assert page.hints == Hints(
        title="Lune & bridge", byline="Anna Brekke", publisher="Ellery Post", published="2026-03-10T08:30Z",
        modified="2026-03-10T09:00Z",
    )  # fmt: skip


@pytest.mark.parametrize(
    "inside",
    [
        "<description>The bridge was closed on Monday.</description>",
        "",
        f"<description><![CDATA[{MARKUP} Continue reading…]]></description>",
        f"<content:encoded><![CDATA[{MARKUP} [+1203 chars]]]></content:encoded>",
    ],
)
def test_an_item_with_a_summary_is_told_with_its_link(tmp_path: Path, inside: str) -> None:
    pages, (failure,) = read_file(tmp_path / "x.xml", feed(item("Lune bridge closed", URL, inside)))
    assert not pages
    assert failure.subject == f"{tmp_path / 'x.xml'}, item 1, {URL}"
    assert failure.reason == "the feed has only a summary of “Lune bridge closed”, not its text"


def test_a_long_description_is_the_text(tmp_path: Path) -> None:
    (page,), _ = read_file(tmp_path / "x.xml", feed(item("x", URL, f"<description>{BODY} {BODY}</description>")))
    assert page.text == f"{BODY} {BODY}"
    assert page.media_type == "text/plain"


def test_a_feed_with_slips_is_read_all_the_same(tmp_path: Path) -> None:
    text = feed(item("Caf&eacute; &nbsp; closed & shut", URL, FULL))
    (page,), _ = read_file(tmp_path / "x.xml", text.replace("Ellery", "Ellery\x07").encode("utf-16-le"))
    assert page.hints is not None
    assert page.hints.title == "Café closed & shut"


def test_a_feed_that_breaks_off_gives_the_items_before(tmp_path: Path) -> None:
    text = feed(item("1", f"{URL}/1", FULL), item("2", f"{URL}/2", FULL))
    pages, (failure,) = read_file(tmp_path / "x.xml", text[:-250])
    assert [page.url for page in pages] == [f"{URL}/1"]
    assert failure.reason == "breaks off; what came before the break was read"


def test_an_xml_bomb_is_told(tmp_path: Path) -> None:
    pages, (failure,) = read_file(tmp_path / "x.xml", feed(item("&j;", URL, FULL), head=BOMB))
    assert not pages
    assert "as an XML bomb does" in failure.reason


def test_no_entity_brings_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    file = f'SYSTEM "file://{tmp_path}/secret"'
    for head in (f"<!DOCTYPE rss {file}>", f"<!DOCTYPE rss [<!ENTITY s {file}>]>"):
        found = read_file(tmp_path / "x.xml", feed(item("&s;", URL, FULL.replace("Lune", "&s;")), head=head))
        assert "SECRET" not in repr(found)


def test_a_feed_that_points_to_itself_names_nothing_to_fetch(tmp_path: Path) -> None:
    own = "https://post.example/feed"
    assert list(addresses_in(feed(item("me", own, "")), own)) == []
    itself = f"<urlset/><sitemapindex><sitemap><loc>{own}</loc></sitemap></sitemapindex>".replace("<urlset/>", "")
    assert list(addresses_in(itself, own)) == []
    pages, (failure,) = read_file(tmp_path / "x.xml", ATOM.replace(URL, "https://post.example/atom"))
    assert not pages
    assert failure.reason == "a feed without items"


SITEMAP = f"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>{URL}.png</image:loc></image:image><loc>{URL}</loc><lastmod>2026-03-10T09:00:00Z</lastmod>
<news:news><news:publication><news:name>Ellery Post</news:name></news:publication>
<news:publication_date>2026-03-10</news:publication_date><news:title>Lune bridge closed</news:title></news:news></url>
<url><loc>{URL}</loc></url><url><loc>javascript:x</loc></url><url><loc>{URL}/2</loc></url></urlset>"""


def test_a_sitemap_names_what_may_be_fetched_each_once(tmp_path: Path) -> None:
    assert list(addresses_in(SITEMAP)) == [
        Listed(url=URL, title="Lune bridge closed", publisher="Ellery Post", published="2026-03-10",
               modified="2026-03-10T09:00Z"),
        Listed(url=f"{URL}/2"),
    ]  # fmt: skip
    _, (failure,) = read_file(tmp_path / "x.xml", SITEMAP)
    assert failure.reason == f"a sitemap of 2 pages, the first {URL}; it holds no texts, and nothing was fetched"


def test_a_feed_names_the_items_whose_text_it_has_not() -> None:
    text = feed(item("whole", f"{URL}/1", FULL), item("short", f"{URL}/2", ""))
    assert [listed.url for listed in addresses_in(text)] == [f"{URL}/2"]
    assert list(addresses_in("<html><a href='https://x.example/'>x</a></html>")) == []
    with pytest.raises(NotWellFormed):
        list(addresses_in(feed(head=BOMB)))
