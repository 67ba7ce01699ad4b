"""WARC archives to pages."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from firsthand.pages.bounds import LARGEST

from .making import HTML, URL, answer, read, read_file, record

PAGE = HTML.encode()


@pytest.mark.parametrize("packed", [False, True])
def test_a_response_is_a_page_with_its_address_and_the_time_it_was_fetched(tmp_path: Path, packed: bool) -> None:
    (page,), failures = read_file(tmp_path / "x.warc", record(answer(PAGE), packed=packed))
    assert (page.url, page.fetched, page.text, page.media_type) == (URL, "2026-03-10T08:30Z", HTML, "text/html")
    assert page.path == str(tmp_path / "x.warc")
    assert not failures


def test_what_warcio_writes_is_read(tmp_path: Path) -> None:
    with (tmp_path / "x.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        for kind, headers in (("response", head), ("resource", None)):
            writer.write_record(
                writer.create_warc_record(f"{URL}/{kind}", kind, payload=io.BytesIO(PAGE), http_headers=headers)
            )
    pages, failures = read(tmp_path / "x.warc.gz")
    assert [page.url for page in pages] == [f"{URL}/response", f"{URL}/resource"]
    assert [page.text for page in pages] == [HTML, HTML]
    assert not failures


def chunked(body: bytes, size: int = 37) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Transfer-Encoding: chunked\r\n", chunked(PAGE)),
        ("Transfer-Encoding: chunked\r\n", PAGE),  # joined by whoever kept it
        ("Content-Encoding: gzip\r\n", gzip.compress(PAGE)),
        ("Content-Encoding: gzip\r\n", PAGE),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)[2:-4]),
        ("Content-Encoding: br\r\n", brotli.compress(PAGE)),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzip.compress(PAGE))),
    ],
)
def test_a_body_is_read_however_it_travelled(tmp_path: Path, head: str, body: bytes) -> None:
    (page,), failures = read_file(tmp_path / "x.warc", record(answer(body, head=head)))
    assert page.text == HTML
    assert not failures


def test_the_charset_that_the_server_declares_is_believed(tmp_path: Path) -> None:
    body = "<html><body><p>Café “closed”</p></body></html>"
    head = "Content-Type: text/html; charset=iso-8859-1\r\n"
    (page,), _ = read_file(tmp_path / "x.warc", record(answer(body.encode("cp1252"), head=head)))
    assert (page.text, page.charset) == (body, "cp1252")


def test_what_a_browser_fetches_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    data = record(answer(PAGE)) + record(b"GET / HTTP/1.1\r\n\r\n", kind="request")
    data += record(answer(b"\x89PNG", head="Content-Type: image/png\r\n"), f"{URL}/x.png")
    data += record(answer(b"", "301 Moved", "Location: /\r\n"), f"{URL}/old") + record(
        b"software: x\r\n", kind="warcinfo"
    )
    pages, failures = read_file(tmp_path / "x.warc", data)
    assert len(pages) == 1
    assert not failures


def test_what_gives_no_page_is_told_with_its_place_and_address(tmp_path: Path) -> None:
    data = record(answer(b"", "404 Not Found"), f"{URL}/gone") + record(answer(b"%PDF-1.7"), f"{URL}/paper")
    data += record(answer(PAGE), head="WARC-Truncated: length\r\n", url=f"{URL}/cut")
    data += record(answer(b"x", head="Content-Encoding: zstd\r\n"), f"{URL}/zstd")
    data += record(answer(gzip.compress(PAGE)[:-20], head="Content-Encoding: gzip\r\n"), f"{URL}/broken")
    data += record(b"no answer", f"{URL}/none") + record(answer(PAGE))
    pages, failures = read_file(tmp_path / "x.warc", data)
    assert len(pages) == 1
    name = tmp_path / "x.warc"
    assert [(one.subject, one.reason) for one in failures] == [
        (f"{name}, record 1, {URL}/gone", "the server answered 404 Not Found"),
        (f"{name}, record 2, {URL}/paper", "a PDF, not a page"),
        (f"{name}, record 3, {URL}/cut", "the page was not fetched whole"),
        (f"{name}, record 4, {URL}/zstd", "packed as zstd, which is not read"),
        (f"{name}, record 5, {URL}/broken", "the packed body breaks off"),
        (f"{name}, record 6, {URL}/none", "the record holds no answer of a web server"),
    ]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("missing", [1, 200, 450])
def test_an_archive_that_breaks_off_gives_what_comes_before(tmp_path: Path, packed: bool, missing: int) -> None:
    data = record(answer(PAGE), packed=packed) + record(answer(PAGE), f"{URL}/2", packed=packed)
    missing = missing + 4 if not packed else missing
    pages, failures = read_file(tmp_path / "x.warc.gz", data[:-missing])
    assert [page.url for page in pages][:1] == [URL]
    if len(pages) == 1:
        (failure,) = failures
        assert failure.subject == f"{tmp_path / 'x.warc.gz'}, record 2"
        assert "breaks off" in failure.reason
        assert "byte" in failure.reason


def test_no_record_is_looked_for_behind_a_break(tmp_path: Path) -> None:
    forged = record(answer(b"<p>forged</p>"), "https://other.example/")
    data = record(answer(PAGE), f"{URL}/1") + record(answer(PAGE + forged), f"{URL}/2", length=len(answer(PAGE)) - 7)
    pages, failures = read_file(tmp_path / "x.warc", data)
    assert [page.url for page in pages][:1] == [f"{URL}/1"]
    assert not any(page.url == "https://other.example/" for page in pages)
    assert "a record is longer than it says" in failures[-1].reason


def test_the_same_page_fetched_twice_is_one_and_a_changed_one_is_another(tmp_path: Path) -> None:
    data = record(answer(PAGE)) * 2 + record(answer(PAGE + b"<p>Updated.</p>")) + record(b"", kind="revisit")
    pages, failures = read_file(tmp_path / "x.warc", data)
    assert len({page.id for page in pages}) == len(pages) == 2
    assert not failures


def test_ids_stay_when_the_archive_grows(tmp_path: Path) -> None:
    first, _ = read_file(tmp_path / "x.warc", record(answer(PAGE)))
    more, _ = read_file(tmp_path / "x.warc", record(answer(PAGE + b" "), f"{URL}/0") + record(answer(PAGE)))
    assert first[0].id == more[1].id


def test_an_address_that_is_no_web_address_is_not_kept_and_nothing_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text(HTML.replace("Lune", "SECRET"))
    data = b"".join(
        record(answer(PAGE + b" " * k), url)
        for k, url in enumerate((f"file://{tmp_path}/secret.html", "../secret.html", "javascript:alert(1)"))
    )
    (tmp_path / "given").mkdir()
    pages, _ = read_file(tmp_path / "given" / "x.warc", data)
    assert [page.url for page in pages] == [None, None, None]
    assert not any("SECRET" in page.text for page in pages)


def test_a_feed_in_an_archive_is_read_as_a_feed(tmp_path: Path) -> None:
    from .making import MARKUP, feed, item

    body = feed(item("Bridge", URL, f"<content:encoded><![CDATA[{MARKUP}]]></content:encoded>")).encode()
    (page,), _ = read_file(
        tmp_path / "x.warc",
        record(answer(body, head="Content-Type: application/rss+xml\r\n"), "https://post.example/feed"),
    )
    assert (page.url, page.fetched, page.text) == (URL, "2026-03-10T08:30Z", MARKUP)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_bomb_in_an_answer_is_told_not_unpacked(tmp_path: Path, encoding: str) -> None:
    zeros = bytes(LARGEST * 3)
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "br": lambda data: brotli.compress(data, quality=3)}
    data = record(answer(packed[encoding](zeros), head=f"Content-Encoding: {encoding}\r\n")) + record(
        answer(PAGE), f"{URL}/2"
    )
    pages, failures = read_file(tmp_path / "x.warc", data)
    assert [page.url for page in pages] == [f"{URL}/2"]
    assert [failure.reason for failure in failures] == ["unpacks to more than 20 MB"]


def test_a_file_that_is_a_bomb_ends_where_the_bomb_shows(tmp_path: Path) -> None:
    bomb = gzip.compress(record(answer(bytes(90_000_000))), 1)
    pages, failures = read_file(tmp_path / "x.warc.gz", record(answer(PAGE), packed=True) + bomb)
    assert len(pages) == 1
    assert "as a gzip bomb does" in failures[-1].reason
