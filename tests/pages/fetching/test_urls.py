"""Which URLs may be asked for, and their one spelling."""

from __future__ import annotations

import pytest

from firsthand.pages.fetching.urls import RefusedURLError, joined, target_of


@pytest.mark.parametrize(
    ("given", "spelt"),
    [
        ("HTTP://News.Test", "http://news.test/"),
        ("https://news.test:443/a?b=c#d", "https://news.test/a?b=c"),
        ("https://news.test./a", "https://news.test/a"),
        ("https://news.test/für?q=ü%20x", "https://news.test/f%C3%BCr?q=%C3%BC%20x"),
        ("https://news.test/100%", "https://news.test/100%25"),
        ("https://Zürich.test/", "https://xn--zrich-kva.test/"),
        ("https://news.test/\udcfc", "https://news.test/%FC"),
        ("http://[2606:4700::1111]:8080/", "http://[2606:4700::1111]:8080/"),
        ("  https://news.test/a\n", "https://news.test/a"),
    ],
)
def test_a_url_has_one_spelling(given: str, spelt: str) -> None:
    assert target_of(given).url == spelt


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("ftp://news.test/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("https://user@news.test/", "user name"),
        ("https://news.test@127.0.0.1/", "user name"),
        ("https://news.test:25/", "port 25"),
        ("https://news.test:0/", "port 0"),
        ("https://news.test:99999/", "not a URL"),
        ("https:///path", "name of a host"),
        ("https://news .test/", "blanks"),
        ("https://news.test/\r\nHost: evil.test", "blanks"),
        ("https://news.test\\@evil.test/", "backslashes"),
        ("https://[fe80::1%25eth0]/", "not a"),
        ("https://[::1/", "not a URL"),
        ("https://-news-.test/", "name of a host"),
        ("https://news..test/", "name of a host"),
        ("https://" + "a" * 64 + ".test/", "name of a host"),
        ("https://" + "a." * 200 + "test/", "name of a host"),
        ("https://news.test/" + "a" * 5000, "more than 4096 characters"),
        ("https://\udcfc.test/", "name of a host"),
    ],
)
def test_what_is_not_asked_for_says_why(given: str, reason: str) -> None:
    with pytest.raises(RefusedURLError, match=reason):
        target_of(given)


def test_a_link_is_joined_to_its_page_and_checked_like_any_url() -> None:
    base = target_of("https://news.test/a/b?c")
    assert joined(base, "../d").url == "https://news.test/d"
    assert joined(base, "//other.test/x").url == "https://other.test/x"
    for location in ("ftp://x.test/", "https://news.test:22/", "//user:secret@x.test/", "http://[/"):
        with pytest.raises(RefusedURLError):
            joined(base, location)
