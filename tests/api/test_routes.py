"""Every route says what it is for, and nobody below that role gets in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from firsthand.api.app import UndeclaredRouteError, application, check_routes, declared
from firsthand.api.asking import needs_of
from firsthand.desk.access import NEEDS, Action, Role, may
from firsthand.store.opening import Store, open_store

from .asking import client, people_in, with_token

FILLED_IN = {"number": "999999", "format": "json"}


def routes(app: FastAPI) -> Iterator[tuple[str, str, Action]]:
    """Method, an address and the action of every route."""
    for context in iter_route_contexts(app.routes):
        for need in needs_of(getattr(context, "dependant", None)):
            path = re.sub(r"{(\w+)(?::\w+)?}", lambda found: FILLED_IN.get(found[1], "none-1"), context.path or "")
            for method in sorted(context.methods or ()):
                yield method, path, need.action


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FastAPI, Store]]:
    with open_store(tmp_path_factory.mktemp("guarded") / "store.db") as store:
        people_in(store)
        yield application(store), store


@pytest.fixture(scope="module")
def askers(guarded: tuple[FastAPI, Store]) -> dict[Role | None, TestClient]:
    app, store = guarded
    return {None: client(app), **{role: with_token(app, store, role) for role in Role}}


def test_every_route_declares_one_action(guarded: tuple[FastAPI, Store]) -> None:
    app, _ = guarded
    found = dict(declared(app))
    assert len(found) > 25
    assert all(found.values()), found


def test_a_route_without_an_action_stops_the_server(guarded: tuple[FastAPI, Store]) -> None:
    app = application(guarded[1])
    app.add_api_route("/forgotten", lambda: "open to all")
    with pytest.raises(UndeclaredRouteError, match="/forgotten"):
        check_routes(app)


def test_every_role_on_every_route(guarded: tuple[FastAPI, Store], askers: dict[Role | None, TestClient]) -> None:
    """With a token of each role, and without one: refused exactly where the table of actions says so."""
    app, _ = guarded
    seen = 0
    for method, path, action in routes(app):
        for role, asker in askers.items():
            if may(role, action) and path.endswith(("/events", "/live")):
                continue  # a stream does not end
            status = asker.request(method, path).status_code
            expected = {401} if role is None and not may(None, action) else {403} if not may(role, action) else set()
            if not path.startswith("/api/") and expected == {401}:
                expected |= {302, 303}  # a page sends a person on to sign in
            if role is None and not expected and method not in ("GET", "HEAD"):
                assert status == 403, (method, path)  # nobody needs to be known, but the form must be one of ours
                continue
            assert status in expected if expected else status not in (401, 403), (method, path, role, status)
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", [None, *Role])
def test_the_whole_table(role: Role | None, action: Action) -> None:
    order = [None, Role.READER, Role.EDITOR, Role.ADMIN]
    assert may(role, action) == (order.index(role) >= order.index(NEEDS[action]))


def test_a_stream_is_not_for_strangers(guarded: tuple[FastAPI, Store]) -> None:
    assert client(guarded[0]).get("/api/v1/events").status_code == 401


def test_an_unknown_address_tells_nothing(guarded: tuple[FastAPI, Store]) -> None:
    answer = client(guarded[0]).get("/api/v1/../../etc/passwd")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
