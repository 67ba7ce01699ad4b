"""JSON records of crawled pages."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from firsthand.model import Hints
from firsthand.pages import fields
from firsthand.pages.dates import iso
from firsthand.pages.frontmatter import fields_in_front

from .making import BODY, HTML, MARKUP, URL, lines_of, read, read_file

NEWS_PLEASE = {
    "authors": ["Anna Brekke", "Tom Oling"], "date_download": "2026-03-11 06:00:00", "date_modify": None,
    "date_publish": "2026-03-10 08:30:00", "description": "A crack.", "filename": "x.json", "language": "en",
    "maintext": BODY, "source_domain": "post.example", "title": "Lune bridge closed", "url": URL,
}  # fmt: skip
CC_NEWS = {
    "requested_url": URL, "plain_text": BODY, "published_date": "2026-03-10", "title": "Lune bridge closed",
    "author": "Anna Brekke; Tom Oling", "sitename": "Ellery Post", "language": "en", "categories": ["Local"],
}  # fmt: skip
NINJS = {
    "uri": URL, "type": "text", "versioncreated": "2026-03-10T09:00:00Z", "firstcreated": "2026-03-10T08:30:00Z",
    "headline": "Lune bridge closed", "byline": "Anna Brekke", "body_html": MARKUP, "language": "en-GB",
    "copyrightholder": "Ellery Post",
}  # fmt: skip
NINJS_2 = {
    "uri": URL, "headlines": [{"role": "main", "value": "Lune bridge closed"}],
    "infosources": [{"name": "Ellery Post"}],
    "bodies": [{"role": "main", "contenttype": "text/html", "value": MARKUP}],
}  # fmt: skip
SCHEMA_ORG = {
    "@type": "NewsArticle", "headline": "Lune bridge closed", "articleBody": BODY,
    "datePublished": "2026-03-10T08:30:00Z",
    "author": [{"@type": "Person", "name": "Anna Brekke"}], "publisher": {"name": "Ellery Post"}, "inLanguage": "en",
    "mainEntityOfPage": {"@id": URL}, "articleSection": "Local",
}  # fmt: skip
API = {
    "source": {"id": None, "name": "Ellery Post"}, "author": "Anna Brekke", "title": "Lune bridge closed", "url": URL,
    "publishedAt": "2026-03-10T08:30:00Z", "content": BODY,
}  # fmt: skip
CRAWLED = {"url": URL, "html": {"content": HTML, "crawl_date": "2026-03-11"}, "publishing_date": "2026-03-10T08:30:00Z"}


@pytest.mark.parametrize(
    ("record", "text", "hints"),
    [
        (NEWS_PLEASE, BODY, Hints(title="Lune bridge closed", byline="Anna Brekke, Tom Oling",
                                  published="2026-03-10T08:30", language="en")),
        (CC_NEWS, BODY, Hints(title="Lune bridge closed", byline="Anna Brekke; Tom Oling", publisher="Ellery Post",
                              published="2026-03-10", language="en", section="Local")),
        (NINJS, MARKUP, Hints(title="Lune bridge closed", byline="Anna Brekke", publisher="Ellery Post",
                              published="2026-03-10T08:30Z", modified="2026-03-10T09:00Z", language="en")),
        (NINJS_2 | {"headline": "Lune bridge closed"}, MARKUP,
         Hints(title="Lune bridge closed", publisher="Ellery Post")),
        (SCHEMA_ORG, BODY, Hints(title="Lune bridge closed", byline="Anna Brekke", publisher="Ellery Post",
                                 published="2026-03-10T08:30Z", language="en", section="Local")),
        (API, BODY, Hints(title="Lune bridge closed", byline="Anna Brekke", publisher="Ellery Post",
                          published="2026-03-10T08:30Z")),
        (CRAWLED, HTML, Hints(published="2026-03-10T08:30Z")),
    ],
    ids=["news-please", "cc-news", "ninjs 1", "ninjs 2", "schema.org", "news api", "html"],
)  # fmt: skip
def test_the_usual_names_are_read(tmp_path: Path, record: dict[str, object], text: str, hints: Hints) -> None:
    (page,), failures = read_file(tmp_path / "x.jsonl", lines_of(record))
    assert (page.text, page.url, page.hints) == (text, URL, hints)
    assert page.media_type == ("text/html" if text != BODY else "text/plain")
    assert not failures


@pytest.mark.parametrize("wrapped", [[API], {"status": "ok", "articles": [API]}, {"response": {"results": [API]}}, API])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_document_of_records_is_read_like_lines(tmp_path: Path, wrapped: object, indent: int | None) -> None:
    (page,), failures = read_file(tmp_path / "x.json", json.dumps(wrapped, indent=indent))
    assert page.text == BODY
    assert not failures


def test_lines_may_be_packed_and_each_says_where_it_was_fetched(tmp_path: Path) -> None:
    records = [NEWS_PLEASE | {"url": f"{URL}/{k}"} for k in range(3)]
    pages, _ = read_file(tmp_path / "x.jsonl.gz", gzip.compress(lines_of(*records)))
    assert [page.url for page in pages] == [f"{URL}/{k}" for k in range(3)]
    assert {page.fetched for page in pages} == {"2026-03-11T06:00"}
    assert len({page.id for page in pages}) == 3


def test_a_line_that_is_no_record_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    data = (
        lines_of(API)
        + b'{"url": "https://post.\n'
        + b"[1, 2]\n\n"
        + lines_of({"url": URL, "title": "Only", "desc": "x"})
    )
    data += b'{"title": "none"}\n' + lines_of(API | {"url": f"{URL}/2"})
    pages, failures = read_file(tmp_path / "x.jsonl", data)
    assert [page.url for page in pages] == [URL, f"{URL}/2"]
    name = tmp_path / "x.jsonl"
    assert [(one.subject.removeprefix(f"{name}, "), one.reason.partition(" (")[0]) for one in failures] == [
        ("line 2", "not JSON"),
        ("line 3, record 1", "a JSON value, not a record of a page"),
        ("line 3, record 2", "a JSON value, not a record of a page"),
        (f"line 5, {URL}", "only a summary of “Only” is given, not its text"),
        ("line 6", "a record without a text under any of the names that are read"),
    ]


def test_a_line_that_breaks_off_at_the_end_is_told(tmp_path: Path) -> None:
    pages, failures = read_file(tmp_path / "x.jsonl", lines_of(API, API)[:-40])
    assert len(pages) == 1
    assert [failure.reason for failure in failures] == ["not JSON"]


def test_data_that_lies_beside_pages_is_passed_over_and_records_are_not(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "x", "url": "https://x.example/", "articles": [{"file": "a"}]}')
    (tmp_path / "settings.jsonl").write_text('{"a": 1}\n')
    (tmp_path / "data.xml").write_text("<data>1</data>")
    (tmp_path / "dump.gz").write_bytes(gzip.compress(bytes(range(256)) * 9))
    (tmp_path / "article.json").write_text(json.dumps(NEWS_PLEASE, indent=1))
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(HTML.encode()))
    pages, failures = read(tmp_path)
    assert [Path(page.path).name for page in pages] == ["article.json", "page.html.gz"]
    assert [Path(one.subject.partition(",")[0]).name for one in failures] == []


def test_a_text_that_only_begins_like_json_is_a_page(tmp_path: Path) -> None:
    (page,), _ = read_file(tmp_path / "x.txt", '[{"quoted"} in the headline]\n' + BODY)
    assert page.media_type == "text/plain"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-03-10T08:30:00+01:00", "2026-03-10T08:30+01:00"),
        ("Tue, 10 Mar 2026 08:30:00 GMT", "2026-03-10T08:30Z"),
        ("20260310T083000Z", "2026-03-10T08:30Z"),
        ("2026-03-10 00:00:00", "2026-03-10"),
        (1773131400, "2026-03-10T08:30Z"),
        (1773131400000, "2026-03-10T08:30Z"),
        ("March 10, 2026", "2026-03-10"),
        ("03/10/2026", None),
        ("2026-02-30", None),
        ("0001-01-01T00:00:00", None),
        (True, None),
        (1e300, None),
    ],
)
def test_a_date_is_read_where_it_can_mean_one_day_only(written: object, said: str | None) -> None:
    assert iso(written) == said


def test_the_head_of_a_markdown_file_gives_hints(tmp_path: Path) -> None:
    head = '---\ntitle: "Lune bridge closed"\ndate: 2026-03-10\nauthors:\n  - Anna Brekke\n  - Tom Oling\n---\n'
    (page,), _ = read_file(tmp_path / "x.md", head + BODY)
    assert page.media_type == "text/markdown"
    assert page.text == head + BODY
    assert page.hints == Hints(title="Lune bridge closed", byline="Anna Brekke, Tom Oling", published="2026-03-10")
    assert fields_in_front("---\ntags: [a, 'b']\nx: &a *b\n---\n") == {"tags": ["a", "b"], "x": "&a *b"}


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("address", fields.ADDRESS),
        ("markup", (*fields.MARKUP, "bodies")),
        ("Markdown", fields.MARKDOWN),
        ("text", fields.TEXT),
        ("title", fields.TITLE),
        ("byline", fields.BYLINE),
        ("publisher", fields.PUBLISHER),
        ("published", fields.PUBLISHED),
        ("modified", fields.MODIFIED),
        ("fetched", fields.FETCHED),
        ("language, section", (*fields.LANGUAGE, *fields.SECTION)),
    ],
)
def test_the_names_that_are_read_are_the_names_in_the_document(row: str, names: tuple[str, ...]) -> None:
    lines = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8").splitlines()
    (told,) = (line for line in lines if line.startswith(f"| {row} | `"))
    said = [re.sub(r"[\W_]", "", name).lower() for name in re.findall(r"`([^`]+)`", told)]
    assert said[: len(names)] == list(names)
