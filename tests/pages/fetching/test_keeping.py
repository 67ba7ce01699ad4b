"""What is kept: whole records, nothing lost or doubled, and enough to ask whether a page has changed."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import re
import signal
import time
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.model import Failure, Page
from firsthand.pages import read_paths
from firsthand.pages.fetching import CannotKeepError, Follow, Keeper, Network, fetch_urls
from firsthand.pages.fetching.asking import Answer
from firsthand.pages.fetching.network import dial_tcp
from firsthand.pages.fetching.records import exchange_records, run_record
from firsthand.pages.fetching.visiting import Exchange

from .serving import HTML, PUBLIC, StillClock, Web, answer, fetch, policy, redirect

URL = "http://news.test/a"
DATE = "2031-05-07T09:00:00Z"


def records(file: Path) -> list[tuple[str, str]]:
    """Type and URL of each record, by a reading of the format that is not the one under test."""
    heads = re.findall(rb"WARC/1\.1\r\n(.*?)\r\n\r\n", gzip.decompress(file.read_bytes()), re.DOTALL)
    fields = [dict(line.split(": ", 1) for line in head.decode().split("\r\n")) for head in heads]
    return [(one["WARC-Type"], one.get("WARC-Target-URI", "")) for one in fields]


def pages(file: Path) -> list[tuple[str, str]]:
    """The records that tell of pages: all but those of runs and requests."""
    return [one for one in records(file) if one[0] not in ("warcinfo", "request")]


def test_what_came_is_kept_with_its_redirects_and_failures(web: Web, tmp_path: Path) -> None:
    file = tmp_path / "k.warc.gz"
    web.put("news.test/old", redirect("/new"))
    web.put("news.test/new", answer(gzip.compress(HTML), Content_Encoding="gzip"))
    fetch(web, file, "http://news.test/old", "http://news.test/gone")
    assert records(file) == [
        ("warcinfo", ""),
        ("response", "http://news.test/old"),
        ("request", "http://news.test/old"),
        ("response", "http://news.test/new"),
        ("request", "http://news.test/new"),
        ("metadata", "http://news.test/gone"),
    ]
    assert b"fetch-failure: the answer is 404 (not found)" in gzip.decompress(file.read_bytes())


def test_the_same_answers_at_the_same_time_make_the_same_bytes(web: Web, tmp_path: Path) -> None:
    web.put("news.test/a", answer())
    for name in ("one.warc.gz", "two.warc.gz"):
        fetch(web, tmp_path / name, "http://news.test/a")
    assert (tmp_path / "one.warc.gz").read_bytes() == (tmp_path / "two.warc.gz").read_bytes()


def test_another_reader_finds_every_digest_right(web: Web, tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    file = tmp_path / "k.warc.gz"
    web.put("news.test/a", answer(gzip.compress(HTML), Content_Encoding="gzip"))
    web.put("news.test/b", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n0\r\n\r\n")
    web.put("news.test/c", answer(b"Moved.", "302 Found", Location="/gone"))
    for _ in range(2):
        fetch(web, file, *(f"http://news.test/{name}" for name in "abc"))
    with file.open("rb") as opened:
        for record in ArchiveIterator(opened, check_digests=True):
            record.content_stream().read()
            assert record.digest_checker is None or record.digest_checker.passed is not False, record.rec_headers


def test_chunks_are_put_together(web: Web, tmp_path: Path) -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n3\r\n>ok\r\n0\r\n\r\n"
    web.put("news.test/a", chunked)
    fetch(web, tmp_path / "k.warc.gz", "http://news.test/a")
    kept = gzip.decompress((tmp_path / "k.warc.gz").read_bytes())
    assert b"HTTP/1.1 200 OK\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n\r\n<html>ok\r\n\r\n" in kept


def test_a_page_that_has_not_changed_is_not_kept_twice(web: Web, tmp_path: Path) -> None:
    file = tmp_path / "k.warc.gz"
    first = answer(ETag='"v1"', Last_Modified="Wed, 07 May 2031 08:00:00 GMT")
    web.put("news.test/a", first, answer(b"", "304 Not Modified"))
    web.put("news.test/b", answer(HTML + b"b"))
    urls = ("http://news.test/a", "http://news.test/b")
    assert [one.new for one in fetch(web, file, *urls)] == [True, True]
    kept = file.read_bytes()
    assert [(one.new, one.failure) for one in fetch(web, file, *urls)] == [(False, None)] * 2
    assert file.read_bytes().startswith(kept)
    assert [kind for kind, _ in pages(file)] == ["response", "response", "revisit", "revisit"]
    again = web.requests[-2]
    assert 'If-None-Match: "v1"\r\n' in again
    assert "If-Modified-Since: Wed, 07 May 2031 08:00:00 GMT\r\n" in again


def test_a_new_version_of_a_page_is_kept_beside_the_old(web: Web, tmp_path: Path) -> None:
    file = tmp_path / "k.warc.gz"
    web.put("news.test/a", answer(), answer(HTML + b"corrected"))
    assert [one.new for _ in range(2) for one in fetch(web, file, "http://news.test/a")] == [True, True]
    assert [kind for kind, _ in pages(file)] == ["response", "response"]


@pytest.mark.parametrize("etag", ['"a\\r\\nX: y"', "unquoted", '"' + "x" * 9000 + '"', '"\xff"'])
def test_a_malformed_validator_is_not_sent_back(web: Web, tmp_path: Path, etag: str) -> None:
    web.put("news.test/a", answer(ETag=etag))
    for _ in range(2):
        fetch(web, tmp_path / "k.warc.gz", "http://news.test/a")
    assert "If-None-Match" not in web.requests[-1]


@pytest.mark.parametrize("lost", [1, 8, 200])
def test_a_record_that_breaks_off_is_cut_and_the_run_goes_on(web: Web, tmp_path: Path, lost: int) -> None:
    file = tmp_path / "k.warc.gz"
    web.put("news.test/a", answer())
    fetch(web, file, "http://news.test/a")
    whole = file.read_bytes()
    fetch(web, file, "http://news.test/gone")
    file.write_bytes(file.read_bytes()[:-lost])
    fetch(web, file, "http://news.test/gone")
    assert file.read_bytes().startswith(whole)
    assert pages(file)[-1] == ("metadata", "http://news.test/gone")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"precious notes", "no gzip file, at byte 0"),
        (gzip.compress(b"precious notes"), "there is no WARC record"),
        (gzip.compress(b"WARC/1.0\r\n\r\n" + bytes(range(256)) * 2)[:-4], "not a file that this program began"),
    ],
)  # fmt: skip
def test_a_file_of_someone_else_is_not_touched(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "k.warc.gz"
    file.write_bytes(content)
    with pytest.raises(CannotKeepError, match=reason), Keeper(file, StillClock(), "Firsthand/9.9"):
        pass
    assert file.read_bytes() == content


KEPT = HTML + b" kept"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_that_was_damaged_is_refused_as_it_is_or_keeps_its_whole_records(
    data: st.DataObject, tmp_path: Path
) -> None:
    file = tmp_path / "k.warc.gz"
    answered = Answer(
        status=200, version=b"HTTP/1.1", phrase=b"OK", headers=(), body=KEPT, cut=False, address=PUBLIC, request=b""
    )
    whole = run_record("Firsthand/9.9", DATE) + exchange_records(Exchange(url=URL, date=DATE, answer=answered), None)
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=20)) + whole[data.draw(st.integers(at, len(whole))) :]
    file.write_bytes(damaged)
    try:
        with Keeper(file, StillClock(), "Firsthand/9.9") as keeper:
            assert keeper.page(URL, 1_000_000) in (KEPT, None)
        assert damaged.startswith(file.read_bytes())
    except CannotKeepError:
        assert file.read_bytes() == damaged


def test_what_stands_behind_a_damaged_record_is_not_cut_off(web: Web, tmp_path: Path) -> None:
    file = tmp_path / "k.warc.gz"
    web.put("news.test/a", answer())
    fetch(web, file, "http://news.test/a")
    first = file.read_bytes()
    file.write_bytes(first[:-40] + first)
    with pytest.raises(CannotKeepError, match="damaged"):
        fetch(web, file, "http://news.test/a")
    assert file.read_bytes() == first[:-40] + first


def test_two_runs_do_not_write_into_one_file(tmp_path: Path) -> None:
    file = tmp_path / "k.warc.gz"
    second = Keeper(file, StillClock(), "Firsthand/9.9")
    with Keeper(file, StillClock(), "Firsthand/9.9"), pytest.raises(CannotKeepError, match="another run"), second:
        pass


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.warc.gz")
    (tmp_path / "folder.warc.gz").mkdir()
    for name in ("pipe.warc.gz", "folder.warc.gz", "gone/k.warc.gz", "k.zip"):
        with pytest.raises(CannotKeepError), Keeper(tmp_path / name, StillClock(), "Firsthand/9.9"):
            pass


def test_a_full_disk_leaves_whole_records(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "k.warc.gz"
    web.put("news.test/a", answer())
    fetch(web, file, "http://news.test/a")
    whole = file.read_bytes()
    real, left = os.write, [100]

    def full(handle: int, data: bytes) -> int:
        if not left:
            raise OSError(28, "No space left on device")
        return real(handle, data[: left.pop()])

    monkeypatch.setattr("firsthand.pages.fetching.keeping.os.write", full)
    with pytest.raises(CannotKeepError, match="No space left"):
        fetch(web, file, "http://news.test/b")
    assert file.read_bytes() == whole


def read(file: Path) -> tuple[list[str | None], list[str]]:
    """The addresses of the pages that the file gives a report, and the reasons of its failures."""
    found = list(read_paths([file]))
    pages = [one.url for one in found if isinstance(one, Page)]
    return pages, [one.reason for one in found if isinstance(one, Failure)]


def test_the_report_of_a_file_has_its_pages_once_and_its_failures_until_they_are_mended(
    web: Web, tmp_path: Path
) -> None:
    file = tmp_path / "k.warc.gz"
    urls = [f"http://news.test/{name}" for name in ("a", "old", "gone", "late", "lost")]
    web.put("news.test/a", answer(ETag='"v1"'), answer(b"", "304 Not Modified"))
    web.put("news.test/old", answer(b"<p>Moved.</p>", "301 Moved Permanently", Location="/new"))
    web.put("news.test/new", answer(gzip.compress(HTML + b"new"), Content_Encoding="gzip"))
    web.put("news.test/late", answer(b"", "404 Not Found"), answer(HTML + b"late"))
    web.put("news.test/lost", answer(b"", "404 Not Found"), redirect("/nowhere"))
    fetch(web, file, *urls)
    had, late = ["http://news.test/a", "http://news.test/new"], "http://news.test/late"
    assert read(file) == (had, ["the answer is 404 (not found)"] * 3)
    fetch(web, file, *urls)
    assert read(file) == ([*had, late], ["the answer is 404 (not found)", "redirected: the answer is 404 (not found)"])


def _endless_run(port: int, file: Path) -> None:
    """Fetches page after page from the server of another process."""
    network = Network(
        resolve=lambda host, at: [PUBLIC], dial=lambda address, at, timeout: dial_tcp("127.0.0.1", port, timeout)
    )
    for number in count(1):
        time_of_run = StillClock()
        with Keeper(file, time_of_run, "Firsthand/9.9") as keeper:
            list(fetch_urls([f"http://news.test/{number}"], keeper, policy(), network=network, clock=time_of_run))


def test_a_killed_run_leaves_a_file_that_the_next_one_continues(web: Web, tmp_path: Path) -> None:
    file = tmp_path / "k.warc.gz"
    for number in range(1, 2000):
        web.put(f"news.test/{number}", answer(HTML + os.urandom(3000).hex().encode() + str(number).encode()))
    # A fresh process: one that was forked from this one might begin with the locks of its threads held.
    run = multiprocessing.get_context("spawn").Process(target=_endless_run, args=(web.port, file))
    run.start()
    while not file.exists() or file.stat().st_size < 40_000:
        assert run.is_alive()
        time.sleep(0.01)
    os.kill(run.pid or 0, signal.SIGKILL)
    run.join()
    fetch(web, file, *(f"http://news.test/{number}" for number in range(1, 8)))
    kept = [url for kind, url in pages(file) if kind == "response"]
    assert len(kept) == len(set(kept))
    assert {f"http://news.test/{number}" for number in range(1, 8)} <= set(kept)


def links(data: bytes, url: str) -> list[str]:
    """A feed in miniature: a line a link."""
    return data.decode().split("\n")[1:] if data.startswith(b"FEED") else []


def test_the_links_of_a_feed_are_followed_within_the_limit(web: Web, tmp_path: Path) -> None:
    feed = b"FEED\n/1\nhttp://news.test/1\nhttp://news.test/feed\nftp://x.test/\n//other.test/2\n/3\n/4"
    web.put("news.test/feed", answer(feed, Content_Type="text/xml"))
    for place in ("news.test/1", "other.test/2", "news.test/3", "news.test/4"):
        web.put(place, answer(HTML + place.encode()))
    got = fetch(web, tmp_path / "k.warc.gz", "http://news.test/feed", follow=Follow(links=links, limit=3))
    assert sorted(one.url for one in got) == [
        "http://news.test/1",
        "http://news.test/3",
        "http://news.test/feed",
        "http://other.test/2",
    ]


def test_a_public_feed_leads_into_no_private_network_even_where_that_is_allowed(web: Web, tmp_path: Path) -> None:
    web.addresses["inside.test"] = ["192.168.7.7"]
    for place in ("inside.test/1", "inside.test/feed", "news.test/feed"):
        web.put(place, answer(b"FEED\nhttp://inside.test/1"))
    follow = Follow(links=links, limit=3)
    for host, failures in (("news.test", ["its address 192.168.7.7 is refused: private"]), ("inside.test", [None])):
        url = f"http://{host}/feed"
        got = fetch(web, tmp_path / f"{host}.warc.gz", url, follow=follow, allow_private=True)
        assert [one.failure for one in got if one.url != url] == failures


def test_a_page_of_blanks_does_not_make_a_bomb_of_the_file(web: Web, tmp_path: Path) -> None:
    file = tmp_path / "k.warc.gz"
    for name in "abcd":
        web.put(f"evil.test/{name}", answer(HTML + name.encode() + b" " * 18_000_000))
    web.put("news.test/a", answer())
    fetch(web, file, *(f"http://evil.test/{name}" for name in "abcd"), "http://news.test/a")
    pages = [one for one in read_paths([file]) if isinstance(one, Page)]
    assert [page.url for page in pages if page.url and "news" in page.url] == ["http://news.test/a"]
    assert len(pages) == 5


def test_a_feed_that_has_not_changed_is_followed_from_what_is_kept(web: Web, tmp_path: Path) -> None:
    file = tmp_path / "k.warc.gz"
    web.put("news.test/feed", answer(gzip.compress(b"FEED\n/1"), Content_Encoding="gzip", ETag='"v1"'),
            answer(b"", "304 Not Modified"))  # fmt: skip
    web.put("news.test/1", answer())
    fetch(web, file, "http://news.test/feed")
    got = fetch(web, file, "http://news.test/feed", follow=Follow(links=links, limit=3))
    assert [(one.url, one.new) for one in got] == [("http://news.test/feed", False), ("http://news.test/1", True)]
