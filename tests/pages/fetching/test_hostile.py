"""Servers that mean harm: each ends as a failure with its reason, soon, and the run goes on."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

from .serving import HTML, PUBLIC, Reply, Web, answer, fetch, redirect


def failure_of(web: Web, tmp_path: Path, url: str = "http://evil.test/x", **changes: Any) -> str:
    """What one URL fails with, while a good one after it is fetched."""
    web.put("good.test/", answer())
    first, second = fetch(web, tmp_path / "k.warc.gz", url, "http://good.test/", **changes)
    assert second.new
    return first.failure or ""


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"<p>and so on</p>" * 4096)


def endless_chunks(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"400\r\n" + b"x" * 0x400 + b"\r\n")


def endless_headers(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X-More: and more\r\n" * 1000)


def endless_interim(connection: socket.socket) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: <%b>\r\n\r\n" % (b"x" * 20_000))


def dripping(connection: socket.socket) -> None:
    for byte in answer(HTML * 100):
        connection.sendall(bytes((byte,)))
        time.sleep(0.05)


def dripping_head(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X: y\r\n")
        time.sleep(0.05)


def silent(connection: socket.socket) -> None:
    connection.recv(1)


BOMB = gzip.compress(bytes(30_000_000))
DOUBLE = gzip.compress(gzip.compress(HTML))


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (endless, "larger than 1 MB"),
        (endless_chunks, "larger than 1 MB"),
        (endless_headers, "the answer is not HTTP, or breaks off"),
        (endless_interim, "the answer is larger than may be"),
        (answer(BOMB, Content_Encoding="gzip"), "larger than 1 MB when unpacked"),
        (answer(zlib.compress(bytes(30_000_000)), Content_Encoding="deflate"), "larger than 1 MB when unpacked"),
        (answer(DOUBLE, Content_Encoding="gzip, gzip"), "packed in a way that was not asked for"),
        (answer(HTML, Content_Encoding="br"), "packed in a way that was not asked for"),
        (answer(b"no gzip", Content_Encoding="gzip"), "the packed body is broken"),
        (answer(gzip.compress(HTML)[:-9], Content_Encoding="gzip"), "the packed body is broken"),
        (answer(HTML, Content_Length="5000"), "the answer is not HTTP, or breaks off"),
        (answer(HTML, Content_Length="-1"), "the answer is not HTTP, or breaks off"),
        (answer(HTML, Content_Length="9" * 30), "the answer is not HTTP, or breaks off"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\nhello", "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello", "the answer is not HTTP"),
        (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", "the answer is not HTTP"),
        (b"SSH-2.0-OpenSSH_9.9\r\n", "the answer is not HTTP, or breaks off"),
        (b"", "the answer is not HTTP, or breaks off"),
        (bytes(5000), "the answer is not HTTP, or breaks off"),
        (answer(HTML, Content_Type="image/png"), "its type is image/png, not that of a page"),
        (answer(HTML, Content_Type="\x1b[31mred"), "its type is not readable, not that of a page"),
        (answer(HTML, Content_Type="\xff\xfe"), "its type is"),
        (answer(HTML, "999 Weird"), "the answer is 999"),
        (answer(HTML, "404 Not Found"), "the answer is 404 (not found)"),
        (answer(HTML, "206 Partial Content"), "the answer is 206 (partial content)"),
        (answer(b"", "304 Not Modified"), "the answer is 304 (not modified) to an unconditional request"),
        (redirect(""), "redirected: the redirects go in a circle"),
        (redirect("/x"), "redirected: the redirects go in a circle"),
        (redirect("file:///etc/passwd"), "redirected: only http and https are fetched"),
        (redirect("http://user:secret@good.test/"), "redirected: a user name in the URL"),
        (redirect("http://good.test:6379/"), "redirected: port 6379 serves no pages"),
        (redirect("http://evil.test/" + "y" * 9000), "redirected: a URL of more than 4096 characters"),
    ],
)  # fmt: skip
def test_a_hostile_answer_is_a_failure_with_its_reason(web: Web, tmp_path: Path, reply: bytes, reason: str) -> None:
    web.put("evil.test/x", reply)
    assert failure_of(web, tmp_path, largest=1_000_000).startswith(reason)


@pytest.mark.parametrize("reply", [dripping, dripping_head, silent])
def test_a_slow_answer_is_given_up(web: Web, tmp_path: Path, reply: Reply) -> None:
    web.put("evil.test/robots.txt", reply)
    (one,) = fetch(web, tmp_path / "k.warc.gz", "http://evil.test/x", read_timeout=0.2, whole_timeout=0.4)
    assert one.failure == "its robots.txt cannot be had: it took too long"


def test_the_time_of_one_url_is_bounded_and_no_other_site_suffers_for_it(web: Web, tmp_path: Path) -> None:
    def slowly(connection: socket.socket) -> None:
        time.sleep(1.5)
        connection.sendall(redirect("http://good.test/"))

    web.put("evil.test/x", slowly)
    web.put("good.test/", answer())
    urls = ("http://evil.test/x", "http://good.test/")
    first, second = fetch(web, tmp_path / "k.warc.gz", *urls, visit_timeout=1.5, delay=9.0)
    assert first.failure is not None and "took too long" in first.failure
    assert second.new


def test_a_chain_of_redirects_is_bounded(web: Web, tmp_path: Path) -> None:
    for number in range(30):
        web.put(f"evil.test/{number}", redirect(f"/{number + 1}"))
    assert failure_of(web, tmp_path, "http://evil.test/0").endswith("more than 8 redirects")
    assert "evil.test/9" not in web.asked


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "169.254.169.254", "10.0.0.1", "::1", "::ffff:127.0.0.1", "fd00:ec2::254", "100.64.0.9", "0.0.0.0"],
)
def test_a_private_address_behind_a_public_name_is_not_connected_to(web: Web, tmp_path: Path, address: str) -> None:
    web.addresses["evil.test"] = [PUBLIC, address]
    assert f"its address {address} is refused" in failure_of(web, tmp_path)
    assert set(web.dialled) == {PUBLIC}
    assert "evil.test/robots.txt" not in web.asked


@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://[::ffff:7f00:1]/",
     "http://inside.test/"],
)  # fmt: skip
def test_a_redirect_into_a_private_network_is_not_followed(web: Web, tmp_path: Path, location: str) -> None:
    host = location.split("/")[2].strip("[]")
    web.addresses[host] = ["192.168.7.7"] if host == "inside.test" else [host]
    web.put("evil.test/x", redirect(location))
    assert "is refused" in failure_of(web, tmp_path)
    assert set(web.dialled) == {PUBLIC}


def test_a_public_host_leads_into_no_private_network_even_where_that_is_allowed(web: Web, tmp_path: Path) -> None:
    web.addresses["inside.test"] = ["192.168.7.7"]
    web.put("inside.test/page", answer())
    web.put("evil.test/x", redirect("http://inside.test/page"))
    assert "192.168.7.7 is refused: private" in failure_of(web, tmp_path, allow_private=True)
    (one,) = fetch(web, tmp_path / "other.warc.gz", "http://inside.test/page", allow_private=True)
    assert one.new


def test_a_name_that_turns_private_after_its_robots_txt_is_caught(web: Web, tmp_path: Path) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])

    web.turning = lambda host: next(answers) if host == "evil.test" else None
    web.put("evil.test/x", answer())
    assert failure_of(web, tmp_path) == "its address 127.0.0.1 is refused: loopback"
    assert set(web.dialled) == {PUBLIC}


def test_a_name_without_an_address_is_a_failure(web: Web, tmp_path: Path) -> None:
    web.addresses["evil.test"] = []
    assert failure_of(web, tmp_path).endswith("the host has no address")


def test_a_server_that_says_more_than_its_length_is_read_to_that_length(web: Web, tmp_path: Path) -> None:
    web.put("evil.test/x", answer(HTML + b"HTTP/1.1 200 OK\r\n\r\nsmuggled", Content_Length=str(len(HTML))))
    assert failure_of(web, tmp_path) == ""
    assert b"smuggled" not in b"".join(gzip.decompress((tmp_path / "k.warc.gz").read_bytes()).split())
