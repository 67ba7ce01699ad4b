"""Whatever goes wrong is told in one shape, and nothing of the inside with it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.api.problems import problem, sentence
from firsthand.api.shapes.problems import ProblemTold

INSIDE = ("Traceback", "site-packages", "sqlalchemy", "sqlite3", ".py", "0x7f")
texts = st.text(max_size=60) | st.sampled_from(["\x00", "\ud800", "../..", "%00", "‮", "'; --", "{}", "é" * 50])
paths = st.sampled_from(
    ["stories", "stories/{}", "stories/{}/claims", "stories/{}/export/{}", "articles/{}", "beside", "search", "sources",
     "sources/{}", "pages", "pages/{}", "decisions", "decisions/{}/undo", "tokens", "tokens/{}", "watches/{}", "feeds",
     "events/past", "audit", "check", "{}"]
)  # fmt: skip
parameters = st.dictionaries(
    st.sampled_from(
        ["cursor", "limit", "text", "order", "disputed", "since", "kinds", "left", "right", "after", "url"]
    ),
    texts | st.integers().map(str),
    max_size=4,
)


def in_shape(status: int, media_type: str, body: bytes) -> dict[str, Any]:
    """The problem that an answer tells, checked in every part."""
    assert media_type == "application/problem+json"
    told: dict[str, Any] = json.loads(body)
    ProblemTold.model_validate(told, strict=True)
    assert told["status"] == status
    assert told["type"] == "about:blank"
    assert told["title"]
    assert not [word for word in INSIDE if word in body.decode()], body
    return told


def path_of(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable() and not 0xD800 <= ord(sign) <= 0xDFFF) or "x"


@settings(max_examples=150, deadline=None)
@given(path=paths, word=texts, query=parameters)
def test_reading_never_breaks(reader: TestClient, path: str, word: str, query: dict[str, str]) -> None:
    from urllib.parse import quote

    sent = {key: value.encode("utf-8", "replace").decode() for key, value in query.items()}
    answer = reader.get("/api/v1/" + path.replace("{}", quote(path_of(word), safe="")), params=sent)
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        in_shape(answer.status_code, answer.headers["content-type"], answer.content)


@settings(max_examples=100, deadline=None)
@given(
    path=st.sampled_from(["check", "decisions", "tokens", "watches", "feeds", "pages/text", "pages"]),
    body=st.binary(max_size=60)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | texts.map(lambda text: text.encode("utf-8", "replace").decode()),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["url", "name", "x"]), inner),
        max_leaves=6,
    ).map(lambda value: json.dumps(value).encode()),
    kind=st.sampled_from(["application/json", "text/plain", "multipart/form-data; boundary=x", "", "a/b;;;"]),
)
def test_sending_nonsense_never_breaks(reader: TestClient, path: str, body: bytes, kind: str) -> None:
    answer = reader.post(f"/api/v1/{path}", content=body, headers={"Content-Type": kind})
    assert 400 <= answer.status_code < 500, answer.text
    in_shape(answer.status_code, answer.headers["content-type"], answer.content)


@given(status=st.sampled_from([400, 401, 403, 404, 405, 409, 413, 414, 422, 429, 500, 503]), detail=st.text())
def test_the_shape_itself(status: int, detail: str) -> None:
    answer = problem(status, detail)
    in_shape(status, answer.headers["content-type"], bytes(answer.body))
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "HEAD", "BREW"])
def test_methods_that_are_not_taken(reader: TestClient, method: str) -> None:
    answer = reader.request(method, "/api/v1/stories")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET"


def test_what_was_sent_is_not_sent_back(reader: TestClient) -> None:
    """It may be a password in the wrong field."""
    answer = reader.post("/api/v1/tokens", json={"name": "x", "role": "hunter2", "hunter3": 1})
    assert answer.status_code == 422
    assert "hunter2" not in answer.text


@pytest.mark.parametrize(("text", "told"), [("no such story", "No such story."), ("Done.", "Done."), ("", "")])
def test_words_of_an_error_become_a_sentence(text: str, told: str) -> None:
    assert sentence(text) == told
