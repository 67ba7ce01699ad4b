"""Forms that were forged, and forms that were not."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from firsthand.api.settings import Bounds, Settings
from firsthand.desk.access import audit_trail, make_token
from firsthand.store.opening import Store

from .asking import HERE, client, people_in
from .forms import site

BROWSER = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}


def browser(app: FastAPI) -> TestClient:
    return client(app, **BROWSER)


def test_a_form_of_ours_is_taken(empty: Store) -> None:
    asker = browser(site(empty))
    token = asker.get("/test/form").text
    answer = asker.post("/test/change", data={"csrf": token, "word": "harbour"})
    assert (answer.status_code, answer.text) == (200, "harbour")


def test_a_form_with_files_is_taken(empty: Store) -> None:
    asker = browser(site(empty))
    token = asker.get("/test/form").text
    answer = asker.post("/test/change", data={"csrf": token, "word": "x"}, files={"file": ("a.txt", b"text")})
    assert answer.status_code == 200


def test_a_script_of_ours_sends_the_token_in_a_header(empty: Store) -> None:
    asker = browser(site(empty))
    token = asker.get("/test/form").text
    asked = {"name": "bot", "role": "reader"}
    assert asker.post("/api/v1/tokens", json=asked).status_code == 403
    assert asker.post("/api/v1/tokens", json=asked, headers={"X-CSRF-Token": token}).status_code == 201


@pytest.mark.parametrize("given", [{}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": "ünïcödé"}])
def test_a_form_without_its_token_is_not(empty: Store, given: dict[str, str]) -> None:
    asker = browser(site(empty))
    asker.get("/test/form")
    answer = asker.post("/test/change", data={**given, "word": "harbour"})
    assert answer.status_code == 403
    assert audit_trail(empty).items == ()


def test_the_token_of_another_browser_is_not_enough(empty: Store) -> None:
    app = site(empty)
    token = browser(app).get("/test/form").text
    other = browser(app)
    other.get("/test/form")
    assert other.post("/test/change", data={"csrf": token}).status_code == 403
    assert browser(app).post("/test/change", data={"csrf": token}).status_code == 403


def test_a_cookie_that_somebody_planted_makes_no_token(empty: Store) -> None:
    """Double submission alone would take any pair of equal values; the token is bound to the store's own key."""
    asker = browser(site(empty))
    asker.cookies.set("firsthand-form", "planted")
    assert asker.post("/test/change", data={"csrf": "planted"}).status_code == 403


def test_the_token_from_before_signing_in_is_worth_nothing_after(empty: Store) -> None:
    people_in(empty)
    asker = browser(site(empty))
    token = asker.get("/test/form").text
    assert sign_in(asker, token).status_code == 303
    assert asker.post("/test/change", data={"csrf": token}).status_code == 403
    assert asker.post("/test/change", data={"csrf": asker.get("/test/form").text}).status_code == 200


def test_a_program_on_this_machine_needs_none(empty: Store) -> None:
    app = site(empty)
    asked = {"name": "bot", "role": "reader"}
    assert client(app).post("/api/v1/tokens", json=asked).status_code == 201
    assert client(app).post("/test/change", data={"word": "x"}).status_code == 403  # pages are for browsers


@pytest.mark.parametrize("header", ["Origin", "Referer", "Sec-Fetch-Site", "Cookie"])
def test_whatever_looks_like_a_browser_needs_one(empty: Store, header: str) -> None:
    values = {"Origin": HERE, "Referer": f"{HERE}/", "Sec-Fetch-Site": "same-origin", "Cookie": "a=b"}
    asked = {"name": "bot", "role": "reader"}
    answer = client(site(empty)).post("/api/v1/tokens", json=asked, headers={header: values[header]})
    assert answer.status_code == 403


def test_a_bearer_token_needs_none(empty: Store) -> None:
    people_in(empty)
    _, secret = make_token(empty, "bot", "admin", who="tests")
    asker = client(site(empty), Authorization=f"Bearer {secret}", Origin="https://elsewhere.example")
    assert asker.post("/api/v1/tokens", json={"name": "x", "role": "reader"}).status_code == 201


def test_a_wrong_bearer_token_is_not_saved_by_a_cookie(empty: Store) -> None:
    people_in(empty)
    asker = browser(site(empty))
    sign_in(asker, asker.get("/test/form").text)
    assert asker.get("/api/v1/me").status_code == 200
    assert asker.get("/api/v1/me", headers={"Authorization": "Bearer fh_wrong"}).status_code == 401
    assert asker.get("/api/v1/me", headers={"Authorization": "Basic YTpi"}).status_code == 401


def test_a_form_has_its_bounds(empty: Store) -> None:
    app = site(empty, Settings(bounds=Bounds(files=2, fields=4, text=100, file=50)))
    asker = browser(app)
    token = asker.get("/test/form").text
    bad: list[dict[str, Any]] = [
        {"data": {"csrf": token}, "files": [("file", (f"{n}.txt", b"x")) for n in range(3)]},
        {"data": {"csrf": token, **{f"f{n}": "x" for n in range(9)}}, "files": [("file", ("a.txt", b"x"))]},
        {"data": {"csrf": token, "word": "x" * 200}, "files": [("file", ("a.txt", b"x"))]},
        {"data": {"csrf": token}, "files": [("file", ("a.txt", b"x" * 60))]},
    ]
    for sent in bad:
        assert asker.post("/test/change", **sent).status_code in (400, 413)
    assert asker.post("/test/change", data={"csrf": token}, files=[("file", ("a.txt", b"x"))]).status_code == 200


def sign_in(asker: TestClient, token: str, name: str = "admin", **more: str) -> Any:
    from .asking import PASSWORD

    return asker.post("/test/sign-in", data={"csrf": token, "name": name, "password": PASSWORD, **more})
