"""The bounds of docs/formats.md: each of these ends in seconds, as an article or as a failure with its reason."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.articles import NoArticle, read_page
from firsthand.model import Page
from firsthand.pages import read_paths

from .making import BODY, HTML, PARAGRAPHS, URL, answer, feed, item, read_file, record

SECONDS = 20.0
"""Of the processor, for the largest of these (measured: below 6)."""


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    began = time.process_time()
    yield
    assert time.process_time() - began < SECONDS


def outcome(path: Path, data: bytes) -> str:
    """What becomes of a file: the first words of its article, or the reason why there is none."""
    path.write_bytes(data)
    (found,) = list(read_paths([path]))
    if not isinstance(found, Page):
        return found.reason
    try:
        return read_page(found)[0].text
    except NoArticle as none:
        return str(none)


def test_fifty_megabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    assert outcome(tmp_path / "x.html", b"<p>word</p>" * 5_000_000) == "larger than 20 MB"


def test_a_hundred_thousand_nested_tags_leave_the_article(tmp_path: Path) -> None:
    deep = b"<div>" * 100_000 + BODY.encode() + b"</div>" * 100_000
    assert PARAGRAPHS[0] in outcome(tmp_path / "x.html", b"<html><body>" + deep + b"</body></html>")


def test_a_line_of_ten_megabytes_is_too_long_for_an_article(tmp_path: Path) -> None:
    assert "more than 500,000 characters" in outcome(tmp_path / "x.txt", b"word " * 2_000_000)
    assert "more than 500,000 characters" in outcome(tmp_path / "x.html", b"<p>" + b"word " * 2_000_000)
    assert "more than 500,000 characters" in outcome(tmp_path / "x.md", b"word " * 2_000_000)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [HTML, BODY, "Мост через Лун закрыли в понедельник, сообщил совет. 14 человек.\n" * 9])
def test_utf_16_without_a_mark_is_read(tmp_path: Path, encoding: str, text: str) -> None:
    (page,), _ = read_file(tmp_path / "x.html", text.encode(encoding))
    assert (page.text, page.charset) == (text, encoding)


def test_nul_bytes_do_not_hide_an_article(tmp_path: Path) -> None:
    with_nul = b"\x00".join(paragraph.encode() for paragraph in PARAGRAPHS)
    assert "divers found a crack" in outcome(tmp_path / "x.txt", with_nul)
    assert "divers found a crack" in outcome(tmp_path / "x.html", HTML.replace(" ", " \x00", 20).encode())


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (b"%PDF-1.7\n", "a PDF, not a page"),
        (b"\x89PNG\r\n", "a PNG image, not a page"),
        (b"GIF89a", "a GIF image, not a page"),
    ],
)
def test_what_claims_to_be_html_is_known_by_its_bytes(tmp_path: Path, head: bytes, reason: str) -> None:
    assert outcome(tmp_path / "x.html", head + HTML.encode()) == reason
    assert outcome(tmp_path / "x.warc", record(answer(head + HTML.encode()))) == reason


def test_a_bomb_of_json_is_told(tmp_path: Path) -> None:
    one_line = gzip.compress(b'{"text": "' + bytes(90_000_000), 1)
    assert outcome(tmp_path / "x.jsonl.gz", one_line) == "larger than 20 MB"
    lines = gzip.compress((b'{"a": 1}' + b" " * 1_000_000 + b"\n") * 80, 1)
    _, failures = read_file(tmp_path / "x.jsonl.gz", lines)
    assert "as a gzip bomb does" in failures[-1].reason
    assert outcome(tmp_path / "x.json", b'{"a":' * 200_000) == "a .json file, not a page"


def test_a_record_of_endless_head_is_told(tmp_path: Path) -> None:
    endless = b"WARC/1.1\r\n" + b"X: y\r\n" * 500_000
    assert outcome(tmp_path / "x.warc", endless).startswith("the head of a record is larger than any head")


def test_failures_without_number_are_counted(tmp_path: Path) -> None:
    _, failures = read_file(tmp_path / "x.xml", feed(*(item("x", f"{URL}/{k}", "") for k in range(5_000))))
    assert len(failures) == 201
    assert failures[-1].reason == "4,800 more of its parts could not be read"
    _, failures = read_file(tmp_path / "x.jsonl", b'{"a\n' * 20_000)
    assert len(failures) == 201


def test_links_and_archives_lead_to_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text(HTML.replace("Lune", "SECRET"))
    given = tmp_path / "given"
    given.mkdir()
    (given / "link.html").symlink_to(tmp_path / "secret.html")
    (given / "up").symlink_to(tmp_path)
    (given / "x.warc").write_bytes(record(answer(HTML.encode()), "../../secret.html"))
    (given / "x.jsonl").write_text('{"url": "file:///etc/passwd", "title": "x", "text": "../secret.html"}')
    found = list(read_paths([given]))
    assert "SECRET" not in repr(found)
    assert "root:" not in repr(found)
