"""What stands before every route: names, origins, sizes, times, headers."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import Any

import pytest
from fastapi import Depends
from starlette.websockets import WebSocketDisconnect

from firsthand.api.app import application, check_reach
from firsthand.api.asking import needs
from firsthand.api.guards.bounded import Bounded
from firsthand.api.settings import Bounds, Settings, is_loopback
from firsthand.desk.access import Action, add_person, make_token
from firsthand.desk.errors import Refused
from firsthand.store.opening import Store

from .asking import PASSWORD, client, local, people_in, with_token
from .raw import ask

JSON = (b"content-type", b"application/json")
CHUNKED = (b"transfer-encoding", b"chunked")
ME = "/api/v1/me"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST", "localhost"])
def test_names_of_this_machine_are_answered_to(empty: Store, host: str) -> None:
    assert local(empty).get(ME, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["rebound.example", "rebound.example:8000", "127.0.0.1.example", "localhost.example", "10.0.0.5:8000", "",
     "127.0.0.1@evil.example", "localhost/..", "127.0.0.1:8000, evil.example", "[::1", "127.0.0.1:99999"],
)  # fmt: skip
def test_other_names_are_not(empty: Store, host: str) -> None:
    assert local(empty).get(ME, headers={"Host": host}).status_code == 421


def test_a_public_name_is_answered_to_where_it_is_set(empty: Store) -> None:
    people_in(empty)
    app = application(empty, Settings(public="https://desk.example.org"))
    asker = with_token(app, empty, "reader")
    assert asker.get(ME, headers={"Host": "desk.example.org"}).status_code == 200
    assert asker.get(ME, headers={"Host": "other.example.org"}).status_code == 421


def test_nobody_is_local_behind_a_proxy(empty: Store) -> None:
    assert local(empty).get(ME, headers={"X-Forwarded-For": "203.0.113.7"}).status_code == 403


def test_nobody_is_local_from_elsewhere(empty: Store) -> None:
    assert client(application(empty), address="203.0.113.7").get(ME).status_code == 401


def test_nobody_is_local_once_somebody_is_named(empty: Store) -> None:
    asker = local(empty)
    assert asker.get(ME).json() == {"name": "you", "role": "admin", "local": True}
    add_person(empty, "Ada", "admin", PASSWORD, who="tests")
    assert asker.get(ME).status_code == 401


@pytest.mark.parametrize("settings", [Settings(host="0.0.0.0"), Settings(public="https://desk.example.org")])
def test_a_desk_that_others_reach_wants_somebody_named(empty: Store, settings: Settings) -> None:
    with pytest.raises(Refused, match="name a person"):
        application(empty, settings)
    make_token(empty, "bot", "reader", who="tests")
    check_reach(empty, settings)


@pytest.mark.parametrize(("host", "here"), [("127.8.0.1", True), ("::1", True), ("0.0.0.0", False), ("::", False),
                                            ("desk.lan", False), ("LocalHost", True)])  # fmt: skip
def test_what_is_this_machine(host: str, here: bool) -> None:
    assert is_loopback(host) is here


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9000"},
        {"Origin": "https://127.0.0.1:8000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:8000"},
    ],
)
def test_other_sites_change_nothing(empty: Store, headers: dict[str, str]) -> None:
    asker = local(empty)
    for method, path in (("POST", "/api/v1/tokens"), ("DELETE", "/api/v1/tokens/1"), ("POST", "/api/v1/pages")):
        assert asker.request(method, path, headers=headers).status_code == 403
    assert asker.get("/api/v1/tokens").json()["items"] == []


@pytest.mark.parametrize(("mode", "dest", "status"), [("navigate", "document", 200), ("navigate", "iframe", 403),
                                                      ("no-cors", "script", 403), ("cors", "empty", 403)])  # fmt: skip
def test_other_sites_may_link_and_not_embed(empty: Store, mode: str, dest: str, status: int) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}
    assert local(empty).get(ME, headers=headers).status_code == status


def test_no_other_site_is_let_read_an_answer(empty: Store) -> None:
    answer = local(empty).get(ME, headers={"Sec-Fetch-Site": "none"})
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    asked = local(empty).options(ME, headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"})
    assert not [name for name in asked.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("path", [ME, "/api/v1/nothing", "/api/v1/stories?limit=0", "/nothing"])
def test_headers_of_safety_on_every_answer(empty: Store, path: str) -> None:
    headers = local(empty).get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "strict-transport-security" not in headers


def test_https_is_kept_to_where_it_is_used(empty: Store) -> None:
    people_in(empty)
    app = application(empty, Settings(public="https://desk.example.org"))
    answer = client(app, base="https://desk.example.org").get(ME)
    assert answer.headers["strict-transport-security"].startswith("max-age=")


def test_what_nobody_foresaw_tells_nothing(empty: Store) -> None:
    app = application(empty)

    def broken() -> None:
        raise RuntimeError("/secret/path and a trace")

    app.add_api_route("/api/v1/broken", broken, dependencies=[Depends(needs(Action.READ))])
    answer = client(app).get("/api/v1/broken")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text and "RuntimeError" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_body_is_refused_by_its_announced_size(empty: Store) -> None:
    answer = local(empty).post("/api/v1/check", content=b"x" * 1_000_001, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert answer.json()["detail"] == "The request is larger than is taken."


def test_a_body_is_counted_while_it_arrives(empty: Store) -> None:
    endless = (b"x" * 65_536 for _ in count())
    answer = ask(application(empty), "POST", "/api/v1/check", headers=[JSON, CHUNKED], body=endless)
    assert answer.status == 413
    assert answer.taken < 20
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("length", ["-1", "1e9", "९", "1, 1", "0x10"])
def test_a_length_that_is_none_is_refused(empty: Store, length: str) -> None:
    answer = ask(application(empty), "POST", "/api/v1/check", headers=[(b"content-length", length.encode())])
    assert answer.status == 413


def test_a_long_address_is_refused(empty: Store) -> None:
    assert local(empty).get("/api/v1/search", params={"text": "a" * 9_000}).status_code == 414


def test_a_drip_is_cut_off() -> None:
    async def endpoint(scope: Any, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body"):
            pass

    async def drip() -> dict[str, Any]:
        await asyncio.sleep(0.05)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def run(bounds: Bounds) -> str:
        scope = {"type": "http", "method": "POST", "path": "/x", "headers": [(b"transfer-encoding", b"chunked")]}
        try:
            await Bounded(endpoint, bounds)(scope, drip, None)  # type: ignore[arg-type]
        except Exception as error:
            return str(getattr(error, "status_code", error))
        return "ended"

    assert asyncio.run(run(Bounds(silence=0.01))) == "408"
    assert asyncio.run(run(Bounds(arriving=0.12))) == "408"


def test_who_waits_too_long_is_told() -> None:
    sent: list[dict[str, Any]] = []

    async def slow(scope: Any, receive: Any, send: Any) -> None:
        await asyncio.sleep(0.2)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"late"})

    async def send(message: Any) -> None:
        sent.append(message)

    async def run() -> None:
        scope = {"type": "http", "method": "GET", "path": "/api/v1/x", "headers": []}
        await Bounded(slow, Bounds(answering=0.05))(scope, None, send)  # type: ignore[arg-type]

    asyncio.run(run())
    assert [one.get("status") for one in sent if "status" in one] == [503]
    assert b"late" not in b"".join(one.get("body", b"") for one in sent)


def test_many_requests_are_slowed_down(empty: Store) -> None:
    from firsthand.api.settings import Rates

    people_in(empty)
    app = application(empty, Settings(rates=Rates(all=5)))
    asker = with_token(app, empty, "reader")
    answers = [asker.get(ME) for _ in range(6)]
    assert [one.status_code for one in answers] == [200] * 5 + [429]
    assert answers[0].headers["ratelimit-policy"] == '"requests";q=5;w=60'
    assert answers[3].headers["ratelimit"].startswith('"requests";r=1;')
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert with_token(app, empty, "editor").get(ME).status_code == 200


def test_no_websocket_is_opened(empty: Store) -> None:
    with pytest.raises(WebSocketDisconnect) as refused, local(empty).websocket_connect("/api/v1/events"):
        pass
    assert refused.value.code == 1008
