from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.report.addresses import safe_id, uri_of, web_uri

from .schemas import is_uri
from .wild import WILD


def test_our_ids_stay_as_they_are() -> None:
    assert safe_id("art-1f3a09c2aa10") == "art-1f3a09c2aa10"
    assert uri_of("claim-1f3a09c2aa10") == "urn:firsthand:claim-1f3a09c2aa10"


@given(WILD)
def test_any_other_id_becomes_one_that_may_name_a_file(name: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,79}", safe_id(name))
    assert is_uri(uri_of(name))


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "", "con.txt", "x" * 500, "a\0b", "-rf"])
def test_an_id_never_leads_out_of_its_folder(name: str) -> None:
    assert safe_id(name) != name
    assert safe_id(name) == safe_id(name)


@pytest.mark.parametrize(
    ("found", "uri"),
    [
        ("https://news.example/a?b=c#d", "https://news.example/a?b=c#d"),
        ("https://news.example/ñandú und so", "https://news.example/%C3%B1and%C3%BA%20und%20so"),
        ("https://news.example/a[1]?q=[2]#[3]#4", "https://news.example/a%5B1%5D?q=%5B2%5D#%5B3%5D%234"),
        ("https://news.example/100%", "https://news.example/100%25"),
        ("https://[::1]:8000/x", "https://[::1]:8000/x"),
        ("HTTP://News.Example/", "HTTP://News.Example/"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("https://a[b]c/x", None),
        ("https://news.example/" + "x" * 5000, None),
        (None, None),
        ("", None),
    ],
)
def test_an_address_of_the_web_is_a_uri_or_nothing(found: str | None, uri: str | None) -> None:
    assert web_uri(found) == uri


@given(st.sampled_from(["https://", "http://news.example/", "https://news.example/a?"]), WILD)
def test_whatever_is_said_to_be_an_address_comes_out_as_a_uri_or_not_at_all(head: str, tail: str) -> None:
    uri = web_uri(head + tail)
    assert uri is None or is_uri(uri)
