"""Signing in, staying in, and being put out."""

from __future__ import annotations

from http.cookies import SimpleCookie

import pytest
from fastapi import FastAPI

from firsthand.api.sessions import path_here
from firsthand.api.settings import Settings
from firsthand.desk.access import audit_trail, change_password, change_role, shut_out
from firsthand.store.opening import Store

from .asking import PASSWORD, client, people_in
from .forms import site
from .test_forms import BROWSER, browser, sign_in

ME = "/api/v1/me"


@pytest.fixture
def app(empty: Store) -> FastAPI:
    people_in(empty)
    return site(empty)


def test_the_way_in_and_out(app: FastAPI, empty: Store) -> None:
    asker = browser(app)
    assert asker.get(ME).status_code == 401
    assert sign_in(asker, asker.get("/test/form").text, "Editor").status_code == 303
    assert asker.get(ME).json() == {"name": "editor", "role": "editor", "local": False}
    left = asker.post("/test/sign-out", data={"csrf": asker.get("/test/form").text})
    assert left.status_code == 303
    assert asker.get(ME).status_code == 401
    assert [one.action for one in audit_trail(empty).items] == ["leave", "sign-in"]


def test_what_the_browser_had_is_worth_nothing_after_signing_out(app: FastAPI) -> None:
    asker = browser(app)
    sign_in(asker, asker.get("/test/form").text)
    kept = asker.cookies["firsthand"]
    asker.post("/test/sign-out", data={"csrf": asker.get("/test/form").text})
    thief = browser(app)
    thief.cookies.set("firsthand", kept)
    assert thief.get(ME).status_code == 401


def test_a_session_that_was_planted_is_not_taken_over(app: FastAPI) -> None:
    asker = browser(app)
    asker.cookies.set("firsthand", "planted")
    token = asker.get("/test/form").text
    answer = sign_in(asker, token)
    assert SimpleCookie(answer.headers["set-cookie"])["firsthand"].value != "planted"


@pytest.mark.parametrize(
    ("name", "password"),
    [("admin", "wrong wrong wrong"), ("nobody", PASSWORD), ("", ""), ("admin", ""), ("a\x00b", PASSWORD),
     ("x" * 500, "y" * 500_000)],
)  # fmt: skip
def test_wrong_names_and_wrong_passwords_are_one_answer(app: FastAPI, empty: Store, name: str, password: str) -> None:
    asker = browser(app)
    answer = asker.post(
        "/test/sign-in", data={"csrf": asker.get("/test/form").text, "name": name, "password": password}
    )
    assert (answer.status_code, answer.text) == (403, "name or password is wrong")
    told = audit_trail(empty).items[0]
    assert (told.who, told.action, told.subject) == ("", "sign-in refused", "")


def test_signing_in_needs_a_form_of_ours(app: FastAPI) -> None:
    asker = browser(app)
    assert sign_in(asker, "0" * 64).status_code == 403
    assert "firsthand" not in asker.cookies


def test_attempts_are_slowed_down(app: FastAPI) -> None:
    asker = browser(app)
    token = asker.get("/test/form").text
    statuses = [
        asker.post("/test/sign-in", data={"csrf": token, "name": "admin", "password": "guess"}).status_code
        for _ in range(7)
    ]
    assert statuses == [403] * 6 + [429]
    elsewhere = client(app, address="198.51.100.9", **BROWSER)
    assert elsewhere.get("/test/form").status_code == 200


def test_a_changed_password_ends_other_sessions(app: FastAPI, empty: Store) -> None:
    one, other = browser(app), browser(app)
    for asker in (one, other):
        sign_in(asker, asker.get("/test/form").text)
    change_password(empty, "admin", PASSWORD, "another long pass phrase", keep=one.cookies["firsthand"])
    assert one.get(ME).status_code == 200
    assert other.get(ME).status_code == 401


def test_another_role_holds_at_once(app: FastAPI, empty: Store) -> None:
    asker = browser(app)
    sign_in(asker, asker.get("/test/form").text, "editor")
    change_role(empty, "editor", "reader")
    assert asker.get(ME).json()["role"] == "reader"
    shut_out(empty, "editor")
    assert asker.get(ME).status_code == 401


def test_sessions_end_by_themselves(empty: Store) -> None:
    people_in(empty)
    for settings in (Settings(idle=0), Settings(session=0)):
        asker = browser(site(empty, settings))
        sign_in(asker, asker.get("/test/form").text)
        assert asker.get(ME).status_code == 401


@pytest.mark.parametrize("public", [None, "https://desk.example.org"])
def test_cookies_have_their_flags(empty: Store, public: str | None) -> None:
    people_in(empty)
    app = site(empty, Settings(public=public))
    base = public or "http://127.0.0.1:8000"
    asker = client(app, base=base, Origin=base)
    form = asker.get("/test/form")
    answer = sign_in(asker, form.text)
    assert answer.status_code == 303
    prefix = "__Host-" if public else ""
    for cookie, name, same in ((form, "firsthand-form", "strict"), (answer, "firsthand", "lax")):
        header = cookie.headers["set-cookie"]
        found = SimpleCookie(header)[prefix + name]
        assert found["httponly"] and found["path"] == "/" and not found["domain"]
        assert found["samesite"].lower() == same
        assert bool(found["secure"]) == bool(public)


@pytest.mark.parametrize("wanted", ["/stories/1?order=newest", "/", "/search?text=a%20b#c"])
def test_ways_on_within_the_desk(wanted: str) -> None:
    assert path_here(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [None, "", "stories", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
     "javascript:alert(1)", "/\t/evil.example", "/ /evil.example", "///evil.example", "/\n/evil.example",
     "http:/evil.example", "http:evil.example", "/" + "a" * 3000, "/%00é", "//[::1"],
)  # fmt: skip
def test_no_way_leads_out_of_it(wanted: str | None) -> None:
    assert path_here(wanted) == "/"
