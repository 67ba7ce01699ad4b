"""How hosts are treated: what they forbid, the time they are given, what they need not send twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from .serving import HTML, StillClock, Web, answer, fetch, redirect


def robots(text: str) -> bytes:
    return answer(text.encode(), Content_Type="text/plain")


def test_robots_txt_is_asked_for_first_and_once_a_site(web: Web, tmp_path: Path) -> None:
    web.put("news.test/a", answer())
    web.put("news.test/b", answer(HTML + b"b"))
    assert [one.failure for one in fetch(web, tmp_path / "k.warc.gz", "http://news.test/a", "http://news.test/b")] == [
        None,
        None,
    ]
    assert web.asked == ["news.test/robots.txt", "news.test/a", "news.test/b"]


def test_what_robots_txt_forbids_is_not_asked_for(web: Web, tmp_path: Path) -> None:
    web.put(
        "news.test/robots.txt", robots("User-agent: *\nDisallow: /\n\nUser-agent: firsthand\nDisallow: /private*\n")
    )
    web.put("news.test/a", answer())
    allowed, forbidden = fetch(web, tmp_path / "k.warc.gz", "http://news.test/a", "http://news.test/private/x")
    assert allowed.new
    assert forbidden.failure == "its robots.txt forbids it"
    assert "news.test/private/x" not in web.asked


@pytest.mark.parametrize(
    ("reply", "asked"),
    [
        (answer(b"", "404 Not Found"), True),
        (answer(b"", "403 Forbidden"), True),
        (answer(b"", "503 Service Unavailable"), False),
        (answer(b"", "500 Internal Server Error"), False),
        (answer(b"", "429 Too Many Requests"), False),
        (redirect("http://rules.test/r"), False),
        (redirect("/robots.txt"), True),  # a circle: as if there were none
        (redirect("http://10.0.0.1:22/"), True),  # leads nowhere: as if there were none
        (b"garbage", False),
        (b"", False),
        (answer(b"\xef\xbb\xbfUser-agent: *\nDisallow: /"), False),
        (answer(b"User-agent: *\nDisallow: /\n" + b"# more\n" * 100_000), False),
        (answer(b"User-agent: *\nDisallow: /", Content_Encoding="br"), False),
    ],
)
def test_robots_txt_by_the_rfc(web: Web, tmp_path: Path, reply: bytes, asked: bool) -> None:
    web.put("news.test/robots.txt", reply)
    web.put("rules.test/r", robots("User-agent: *\nDisallow: /"))
    web.put("news.test/a", answer())
    (one,) = fetch(web, tmp_path / "k.warc.gz", "http://news.test/a")
    assert ("news.test/a" in web.asked) is asked
    assert (one.failure is None) is asked


def test_the_rules_of_the_site_that_a_redirect_leads_to_hold(web: Web, tmp_path: Path) -> None:
    web.put("short.test/x", redirect("https://news.test/a"))
    web.put("short.test/y", redirect("http://news.test/a"))
    web.put("news.test/robots.txt", robots("User-agent: *\nDisallow: /a"))
    (one,) = fetch(web, tmp_path / "k.warc.gz", "http://short.test/y")
    assert one.failure == "redirected: its robots.txt forbids it"
    assert "news.test/a" not in web.asked


def test_a_host_has_time_between_two_requests_and_others_are_asked_meanwhile(web: Web, tmp_path: Path) -> None:
    for place in ("one.test/a", "one.test/b", "two.test/a", "two.test/b"):
        web.put(place, answer(HTML + place.encode()))
    clock = StillClock()
    urls = ["http://one.test/a", "http://one.test/b", "http://two.test/a", "http://two.test/b"]
    fetch(web, tmp_path / "k.warc.gz", *urls, clock=clock, delay=2.0)
    assert [place for place in web.asked if not place.endswith(".txt")] == [
        "one.test/a",
        "two.test/a",
        "one.test/b",
        "two.test/b",
    ]
    assert sum(clock.slept) <= 2.0 * 4
    assert web.most_at_once == 1


@pytest.mark.parametrize(("said", "waited"), [("5", 5.0), ("900", 30.0), ("0.1", 1.0), ("-3", 1.0), ("nan", 1.0)])
def test_a_crawl_delay_is_kept_to_within_bounds(web: Web, tmp_path: Path, said: str, waited: float) -> None:
    web.put("news.test/robots.txt", robots(f"User-agent: *\nCrawl-delay: {said}\nDisallow:"))
    for name in "ab":
        web.put(f"news.test/{name}", answer(HTML + name.encode()))
    clock = StillClock()
    fetch(web, tmp_path / "k.warc.gz", "http://news.test/a", "http://news.test/b", clock=clock)
    assert clock.slept[-1] == waited


@pytest.mark.parametrize("said", ["7", "Wed, 07 May 2031 09:00:08 GMT"])
def test_a_busy_host_is_asked_again_when_it_says(web: Web, tmp_path: Path, said: str) -> None:
    web.put("news.test/a", answer(b"", "429 Too Many Requests", Retry_After=said), answer())
    clock = StillClock()
    (one,) = fetch(web, tmp_path / "k.warc.gz", "http://news.test/a", clock=clock)
    assert one.new
    assert clock.slept == [1.0, 7.0]


def test_a_host_that_stays_busy_is_left_alone(web: Web, tmp_path: Path) -> None:
    web.put("news.test/a", answer(b"", "503 Service Unavailable"))
    web.put("news.test/b", answer())
    clock = StillClock()
    failures = [
        one.failure
        for one in fetch(web, tmp_path / "k.warc.gz", "http://news.test/a", "http://news.test/b", clock=clock)
    ]
    assert failures == ["the host asks to be left alone (for 45 seconds)"] * 2
    assert clock.slept == [1.0, 5.0, 15.0]
    assert "news.test/b" not in web.asked


@pytest.mark.parametrize("said", ["86400", "9" * 400, "Wed, 07 May 2931 09:00:08 GMT"])
def test_a_host_that_wants_more_patience_than_there_is_is_left_alone_at_once(
    web: Web, tmp_path: Path, said: str
) -> None:
    web.put("news.test/a", answer(b"", "429 Too Many Requests", Retry_After=said))
    clock = StillClock()
    (one,) = fetch(web, tmp_path / "k.warc.gz", "http://news.test/a", clock=clock)
    assert one.failure is not None and "left alone" in one.failure
    assert sum(clock.slept) < 60


def test_who_asks_is_said(web: Web, tmp_path: Path) -> None:
    web.put("news.test/a", answer())
    fetch(web, tmp_path / "k.warc.gz", "http://news.test/a", contact="desk@paper.test")
    assert all("User-Agent: Firsthand/9.9 (+desk@paper.test)\r\n" in request for request in web.requests)
    assert not [request for request in web.requests if "Cookie" in request or "Referer" in request]
